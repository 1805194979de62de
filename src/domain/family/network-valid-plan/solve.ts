import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { planSubnets, type SubnetPlan } from '../../cloud/network/plan-subnets.ts'
import type { ShapeFault } from '../../cloud/shape.ts'
import { around, textOfBlock } from '../network/blocks.ts'
import type { Answers, Misconception } from '../types.ts'
import { firstOf, type PlanScenario, prefixOf } from './sample.ts'

type Seen = { readonly plan: SubnetPlan; readonly facts: NetworkFacts }

/** The plan of an option as the network model takes it. */
function planOf({ vpc, existing, demands }: PlanScenario, cidrs: readonly string[]): SubnetPlan {
  return {
    ranges: [vpc],
    subnets: [
      { name: 'existing', cidr: existing },
      ...demands.map(({ name, hosts }, index) => ({ name, hosts, cidr: cidrs[index] ?? '' })),
    ],
  }
}

/** Everything that is wrong with a plan. */
export const faultsOf = (
  scenario: PlanScenario,
  cidrs: readonly string[],
  facts: NetworkFacts,
): readonly ShapeFault[] => planSubnets(planOf(scenario, cidrs), facts).faults

const accepted =
  (accepts: (seen: Seen) => boolean) =>
  (scenario: PlanScenario, facts: NetworkFacts): Answers =>
    scenario.plans
      .filter(({ cidrs }) => accepts({ plan: planOf(scenario, cidrs), facts }))
      .map(({ id }) => id)

const fits = ({ plan, facts }: Seen): boolean => planSubnets(plan, facts).fits

/** The plans without a fault. */
export const solvePlans = accepted(fits)

const withFacts = (change: Partial<NetworkFacts>) =>
  accepted(({ plan, facts }) => fits({ plan, facts: { ...facts, ...change } }))

/** A block that begins anywhere, as the two halves that lie in it; any other block as it is. */
function halves(cidr: string): readonly string[] {
  const prefix = prefixOf(cidr)
  const first = firstOf(cidr)
  const half = 2 ** (31 - prefix)
  return first % (2 * half) === 0
    ? [cidr]
    : [first, first + half].map((start) => textOfBlock(start, prefix + 1))
}

const apartFromOthers = ({ plan, facts }: Seen): boolean => {
  const firsts = new Set(plan.subnets.map(({ cidr }) => cidr?.split('/')[0]))
  return (
    firsts.size === plan.subnets.length &&
    plan.subnets.every((subnet) => fits({ plan: { ...plan, subnets: [subnet] }, facts }))
  )
}

/** Beliefs about blocks of addresses. */
export const planMisconceptions: readonly Misconception<PlanScenario>[] = [
  {
    id: 'none-reserved',
    statement: 'A block of 64 addresses holds 62 hosts, as on any network.',
    solve: withFacts({ 'subnet-reserved-first': 1, 'subnet-reserved-last': 1 }),
  },
  {
    id: 'apart-by-first-address',
    statement: 'Two blocks are apart when they begin at different addresses.',
    solve: accepted(apartFromOthers),
  },
  {
    id: 'begins-anywhere',
    statement: 'A block can begin at any address that is free.',
    solve: accepted(({ plan, facts }) => {
      const written = plan.subnets.flatMap((subnet) => {
        const parts = halves(subnet.cidr ?? '')
        return parts.length === 1
          ? [subnet]
          : parts.map((cidr, index) => ({ name: `${subnet.name} ${index}`, cidr }))
      })
      return fits({ plan: { ...plan, subnets: written }, facts })
    }),
  },
  {
    id: 'inside-by-octets',
    statement: 'A block lies in the VPC when its first two octets are those of the VPC.',
    solve: accepted(({ plan, facts }) =>
      fits({
        plan: { ...plan, ranges: plan.ranges.map((range) => around(firstOf(range), 16)) },
        facts,
      }),
    ),
  },
  {
    id: 'tiny-blocks',
    statement: 'A subnet can be as small as its hosts allow.',
    solve: withFacts({ 'vpc-smallest-prefix': 30 }),
  },
]
