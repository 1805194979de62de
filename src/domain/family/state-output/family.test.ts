import { describe, expect, test } from 'vitest'
import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { runCase } from '../../cloud/states/run-case.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { stateOutputModel } from './family.ts'
import type { OutputScenario } from './scenario.ts'
import { outputAfter } from './solve.ts'

const stepsOf = (path: string): string[] => path.split('.').slice(1)
const at = (value: Json | undefined, steps: readonly string[]): Json | undefined =>
  steps.reduce<Json | undefined>((inner, step) => (isJsonObject(inner) ? inner[step] : undefined), value)

function put(input: JsonObject, steps: readonly string[], value: Json): JsonObject {
  const [first = '', ...rest] = steps
  const inner = input[first]
  return { ...input, [first]: rest.length === 0 ? value : put(isJsonObject(inner) ? inner : {}, rest, value) }
}

/** ResultSelector, ResultPath and OutputPath written out for the few paths of this family. */
function outputByHand(state: JsonObject, input: JsonObject, result: JsonObject): Json | undefined {
  const { ResultSelector, ResultPath, OutputPath } = state
  const selected = isJsonObject(ResultSelector)
    ? Object.fromEntries(
        Object.entries(ResultSelector).map(([name, path]) => [
          name.slice(0, -2),
          at(result, stepsOf(String(path))) ?? null,
        ]),
      )
    : result
  const placed =
    ResultPath === undefined
      ? selected
      : ResultPath === null
        ? input
        : put(input, stepsOf(String(ResultPath)), selected)
  if (OutputPath === null) return {}
  return OutputPath === undefined || OutputPath === '$' ? placed : at(placed, stepsOf(String(OutputPath)))
}

const byHand = ({ edits, fields, input, result, need }: OutputScenario): string[] =>
  edits
    .filter(({ sets, removes = [] }) => {
      const kept = Object.entries(fields).filter(([name]) => !removes.includes(name))
      const output = outputByHand({ ...Object.fromEntries(kept), ...sets }, input, result)
      const text = JSON.stringify(output ?? {})
      return (
        need.paths.every((path) => ['string', 'number'].includes(typeof at(output, path))) &&
        !need.forbidden.some((name) => text.includes(`"${name}":`))
      )
    })
    .map(({ id }) => id)

tryFamily(stateOutputModel, { secondRoute: byHand, golden: [] })

describe('output of a state', () => {
  test('a whole execution hands on what the family says', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const scenario = stateOutputModel.sample(seededRandom(`run ${seed}`), {} as never)
      const edit = scenario.edits[seed % scenario.edits.length]
      if (edit === undefined) continue
      const kept = Object.entries(scenario.fields).filter(([name]) => edit.removes?.includes(name) !== true)
      const Resource = 'arn:aws:lambda:eu-west-1:111122223333:function:task'
      const state = { Type: 'Task', Resource, ...Object.fromEntries(kept), ...edit.sets, End: true }
      const run = await runCase({
        definition: { StartAt: 'Only', States: { Only: state } },
        input: scenario.input,
        responses: { Only: [{ output: scenario.result }] },
      })
      const output = outputAfter(edit, scenario)
      if (output !== undefined) expect(run.ok && run.value.output).toEqual(output)
    }
  })
})
