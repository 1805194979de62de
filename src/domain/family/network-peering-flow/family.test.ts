import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import type { Topology } from '../../cloud/network/types.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { peeringFlowModel } from './family.ts'
import { type PeeringScenario, tableOf } from './scenario.ts'

/** Reads the routes as a person would: an active peering, or a gateway, of the VPC itself, and a route to it. */
function readRoutes({ kind, changes, hub, near, far, office }: PeeringScenario): string[] {
  const targetIn = (topology: Topology, table: string, block: string): string | undefined =>
    topology.routeTables
      ?.find(({ id }) => id === table)
      ?.routes.find(({ destination }) => destination === block)?.target
  const peered = (topology: Topology, from: typeof near, to: typeof near): boolean => {
    const there = targetIn(topology, tableOf(from), to.cidr)
    const back = targetIn(topology, tableOf(to), from.cidr) ?? targetIn(topology, tableOf(to), '0.0.0.0/0')
    const peering = topology.peerings?.find(({ id }) => id === there)
    return (
      there === back &&
      peering?.status !== 'pending' &&
      peering?.vpcs.includes(from.name) === true &&
      peering.vpcs.includes(to.name)
    )
  }
  const goesOut = (topology: Topology): boolean => {
    const exit = targetIn(topology, tableOf(near), '0.0.0.0/0')
    const place = topology.natGateways?.find(({ id }) => id === exit)?.subnet
    const table = topology.subnets?.find(({ id }) => id === place)
    return (
      table?.vpc === near.name &&
      targetIn(topology, table.routeTable ?? '', '0.0.0.0/0') === `igw-${near.name}`
    )
  }
  const works = {
    spokes: (topology: Topology) => peered(topology, near, far),
    'hub-to-spoke': (topology: Topology) => peered(topology, hub, near) && goesOut(topology),
    office: (topology: Topology) => targetIn(topology, tableOf(near), office) === 'vgw-own',
    internet: goesOut,
  }[kind]
  return changes.filter(({ after }) => works(after)).map(({ id }) => id)
}

tryFamily(peeringFlowModel, { golden: [], secondRoute: readRoutes })

describe('peered VPCs', () => {
  const values = factValues(shippedFacts())

  test('the belief in transitivity expects help from routes over the hub, and the model does not', () => {
    const transitive = peeringFlowModel.misconceptions.find(({ id }) => id === 'transitive')
    const scenarios = Array.from({ length: 60 }, (_, seed) =>
      peeringFlowModel.sample(seededRandom(`transitive ${seed}`), values),
    ).filter(({ kind }) => kind === 'spokes')
    expect(scenarios.length).toBeGreaterThan(5)
    for (const scenario of scenarios) {
      expect(transitive?.solve(scenario, values)).toContain('over-hub')
      expect(peeringFlowModel.solve(scenario, values)).toEqual(['direct'])
    }
  })
})
