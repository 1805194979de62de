import { blockAround, formatCidr, parseAddress } from '../../cloud/network/cidr.ts'
import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import { planSubnets, type SubnetPlan } from '../../cloud/network/plan-subnets.ts'
import type { ShapeFault } from '../../cloud/shape.ts'
import type { Answers, Misconception } from '../types.ts'
import type { PlanScenario } from './sample.ts'

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

/** The block in which the written address lies, as if a block could begin anywhere. */
function aligned(cidr: string | undefined): string {
  const [written = '', prefix = '32'] = (cidr ?? '').split('/')
  const address = parseAddress(written)
  return address === null ? '' : formatCidr(blockAround(address, Number(prefix)))
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
    solve: accepted(({ plan, facts }) =>
      fits({
        plan: { ...plan, subnets: plan.subnets.map((subnet) => ({ ...subnet, cidr: aligned(subnet.cidr) })) },
        facts,
      }),
    ),
  },
  {
    id: 'inside-by-octets',
    statement: 'A block lies in the VPC when its first two octets are those of the VPC.',
    solve: accepted(({ plan, facts }) =>
      fits({
        plan: { ...plan, ranges: plan.ranges.map((range) => aligned(range.replace(/\/\d+$/, '/16'))) },
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
