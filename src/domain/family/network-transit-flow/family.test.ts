import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import type { Topology } from '../../cloud/network/types.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { transitFlowModel } from './family.ts'
import { type Attached, attachmentOf, type TransitScenario, tableOf } from './scenario.ts'

/** Reads the tables by name: each side must be known, and not dropped, where the other is associated. */
function readTables({ kind, changes, spoke, other, core, office }: TransitScenario): string[] {
  const leads = ({ transitGateways }: Topology, from: Attached, to: Attached): boolean => {
    const table = transitGateways?.[0]?.routeTables.find(({ associations }) =>
      associations.includes(attachmentOf(from)),
    )
    const exact = table?.routes.find(({ destination }) => destination === to.cidr)
    return exact === undefined
      ? table?.propagations.includes(attachmentOf(to)) === true
      : exact.target === attachmentOf(to)
  }
  const leaves = ({ routeTables = [] }: Topology, from: Attached): boolean =>
    from === office || routeTables.some(({ id, routes }) => id === tableOf(from) && routes.length > 0)
  const connects = (topology: Topology, from: Attached, to: Attached): boolean =>
    [
      [from, to],
      [to, from],
    ].every(([a = from, b = to]) => leaves(topology, a) && leads(topology, a, b))
  const works: Readonly<Record<TransitScenario['kind'], (topology: Topology) => boolean>> = {
    'no-way-back': (topology) => connects(topology, spoke, core),
    leak: (topology) => connects(topology, spoke, core) && connects(topology, other, core),
    blackhole: (topology) => connects(topology, spoke, office),
    'no-subnet-route': (topology) => connects(topology, spoke, core),
  }
  return changes
    .filter(({ after }) => works[kind](after) && !connects(after, spoke, other))
    .map(({ id }) => id)
}

tryFamily(transitFlowModel, { golden: [], secondRoute: readTables })

describe('networks on a transit gateway', () => {
  test('propagating everything everywhere mends the replies and opens the spokes to each other', () => {
    const values = factValues(shippedFacts())
    const belief = transitFlowModel.misconceptions.find(({ id }) => id === 'table-isolates')
    const scenarios = Array.from({ length: 60 }, (_, seed) =>
      transitFlowModel.sample(seededRandom(`flat ${seed}`), values),
    ).filter(({ kind }) => kind === 'no-way-back')
    expect(scenarios.length).toBeGreaterThan(5)
    for (const scenario of scenarios) {
      expect(belief?.solve(scenario, values)).toContain('flat')
      expect(transitFlowModel.solve(scenario, values)).toEqual(['propagate'])
    }
  })
})
