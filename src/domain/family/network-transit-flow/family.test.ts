import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { transitFlowModel } from './family.ts'
import type { TransitScenario } from './sample.ts'

/** Reads the tables by name: each side must be propagated, and not dropped, where the other is associated. */
function readTables({ flows, tables, unrouted, attached }: TransitScenario): string[] {
  const leads = (from: string, to: string): boolean =>
    tables.some(
      ({ associated, propagated, dropped }) =>
        associated.includes(from) && propagated.includes(to) && !dropped.includes(to),
    )
  const nameOf = (end: string): string =>
    attached.find(({ name, cidr }) => name === end || end.startsWith(cidr.replace('.0.0/16', '.')))?.name ??
    ''
  return flows
    .map(({ id, question }) => ({ id, from: nameOf(question.from), to: nameOf(question.to) }))
    .filter(({ from, to }) => from !== unrouted && to !== unrouted && leads(from, to) && leads(to, from))
    .map(({ id }) => id)
}

tryFamily(transitFlowModel, { golden: [], secondRoute: readTables })

describe('networks on a transit gateway', () => {
  test('where everything propagates everywhere, all connections work but those that are dropped or have no subnet route', () => {
    const values = factValues(shippedFacts())
    const flat = transitFlowModel.misconceptions.find(({ id }) => id === 'attached-means-connected')
    for (let seed = 0; seed < 40; seed++) {
      const scenario = transitFlowModel.sample(seededRandom(`flat ${seed}`), values)
      const side = scenario.attached.at(-1)
      const closed = scenario.flows.filter(
        ({ id }) =>
          (scenario.unrouted !== null && id.includes(scenario.unrouted)) ||
          (scenario.tables[0].dropped.length > 0 && side !== undefined && id.includes(side.name)),
      )
      expect(flat?.solve(scenario, values)).toHaveLength(4 - closed.length)
    }
  })
})
