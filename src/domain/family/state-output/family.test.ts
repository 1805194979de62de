import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../cloud/json.ts'
import { runCase } from '../../cloud/states/run-case.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { stateOutputModel } from './family.ts'
import type { OutputScenario } from './sample.ts'

/** The three steps written out for the few paths of this family. */
function byHand({ state, input, result, matter }: OutputScenario): string[] {
  const selected: Json =
    state.ResultSelector === undefined ? result : { [matter.verdict]: result[matter.verdict] ?? null }
  const placed: JsonObject =
    state.ResultPath === undefined
      ? (selected as JsonObject)
      : state.ResultPath === null
        ? input
        : { ...input, [matter.place]: selected }
  if (state.OutputPath === undefined) return [JSON.stringify(placed)]
  return [JSON.stringify(placed[String(state.OutputPath).slice(2)])]
}

tryFamily(stateOutputModel, { secondRoute: byHand, golden: [] })

describe('output of a state', () => {
  test('a whole execution hands on what the key says', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const scenario = stateOutputModel.sample(seededRandom(`run ${seed}`), {} as never)
      const run = await runCase({
        definition: { StartAt: 'Only', States: { Only: { ...scenario.state, End: true } } },
        input: scenario.input,
        responses: { Only: [{ output: scenario.result }] },
      })
      expect([run.ok && JSON.stringify(run.value.output)]).toEqual(
        stateOutputModel.solve(scenario, {} as never),
      )
    }
  })
})
