import {
  aNumberFrom,
  aText,
  aWhole,
  listOf,
  optional,
  record,
  type Shape,
  type ShapeFault,
} from '../shape.ts'
import { type Cidr, covers, formatAddress, formatCidr, lastOf, overlaps, parseCidr } from './cidr.ts'
import type { NetworkFacts } from './network-facts.ts'
import {
  addressesNeeded,
  freeBlocks,
  type HostDemand,
  lowestFree,
  smallestSubnet,
  usableAddresses,
} from './plan-cidr.ts'

/** A subnet of a plan: its block, or its hosts alone, and then the plan chooses the block. */
export type PlannedSubnet = {
  readonly name: string
  readonly cidr?: string
  readonly hosts?: number
  readonly addressesPerHost?: number
  readonly growth?: number
}

/** An IPv4 plan: the blocks of a VPC, blocks that must stay free (on-premises networks, peers), and the subnets. */
export type SubnetPlan = {
  readonly ranges: readonly string[]
  readonly avoid?: readonly string[]
  readonly subnets: readonly PlannedSubnet[]
}

/** A subnet as planned; `needed` is null where no hosts were named. */
export type PlacedSubnet = {
  readonly name: string
  readonly cidr: string
  readonly usable: number
  readonly needed: number | null
  readonly firstUsable: string
  readonly lastUsable: string
}

/** The verdict on a plan: every fault with its place, the subnets that could be placed, and what stays free. */
export type SubnetPlanReport = {
  readonly fits: boolean
  readonly subnets: readonly PlacedSubnet[]
  readonly free: readonly string[]
  readonly faults: readonly ShapeFault[]
}

/** The form of a plan. */
export const subnetPlanShape: Shape<SubnetPlan> = record<SubnetPlan>({
  ranges: listOf(aText, 1),
  avoid: optional(listOf(aText)),
  subnets: listOf(
    record<PlannedSubnet>({
      name: aText,
      cidr: optional(aText),
      hosts: optional(aWhole(0, 2 ** 32)),
      addressesPerHost: optional(aWhole(1, 2 ** 16)),
      growth: optional(aNumberFrom(0)),
    }),
  ),
})

/** A block with its place in the plan and the name of what it is. */
type Claim = { readonly at: string; readonly name: string; readonly block: Cidr }

function readBlocks(
  texts: readonly { readonly at: string; readonly name: string; readonly text: string }[],
  faults: ShapeFault[],
): Claim[] {
  return texts.flatMap(({ at, name, text }) => {
    const block = parseCidr(text)
    if (block.ok && block.value.family === 4) return [{ at, name, block: block.value }]
    faults.push({
      at,
      text: block.ok ? `"${text}" is not IPv4; a plan counts IPv4 addresses` : block.error.reason,
    })
    return []
  })
}

const listed = (at: string, texts: readonly string[] | undefined) =>
  (texts ?? []).map((text, index) => ({ at: `${at}[${index}]`, name: text, text }))

function sizeFault({ at, block }: Claim, facts: NetworkFacts): ShapeFault[] {
  const [largest, smallest] = [facts['vpc-largest-prefix'], facts['vpc-smallest-prefix']]
  return block.prefix >= largest && block.prefix <= smallest
    ? []
    : [{ at, text: `${formatCidr(block)} must be a block of /${largest} to /${smallest}` }]
}

/** Faults of a block beside those that were there before it. */
function overlapFault({ at, block }: Claim, earlier: readonly Claim[]): ShapeFault[] {
  return earlier
    .filter((one) => overlaps(one.block, block))
    .map((one) => ({ at, text: `${formatCidr(block)} overlaps ${formatCidr(one.block)} (${one.name})` }))
}

const outsideFault = ({ at, block }: Claim, ranges: readonly Claim[]): ShapeFault[] =>
  ranges.some((range) => covers(range.block, block))
    ? []
    : [{ at, text: `${formatCidr(block)} lies outside the ranges of the plan` }]

const demandOf = ({ hosts, ...rest }: PlannedSubnet): HostDemand | null =>
  hosts === undefined ? null : { hosts, ...rest }

/** Chooses blocks for the subnets that name hosts only, the largest first so that none is split in vain. */
function chooseBlocks(plan: SubnetPlan, pool: readonly Cidr[], taken: readonly Cidr[], facts: NetworkFacts) {
  const chosen = new Map<number, Cidr>()
  const faults: ShapeFault[] = []
  const open = plan.subnets
    .map((subnet, index) => ({ index, subnet, demand: demandOf(subnet) }))
    .filter(({ subnet }) => subnet.cidr === undefined)
    .flatMap(({ index, demand }) => {
      const at = `subnets[${index}]`
      if (demand === null) {
        faults.push({ at, text: 'names neither a block nor hosts' })
        return []
      }
      const prefix = smallestSubnet(addressesNeeded(demand), facts)
      if (prefix.ok) return [{ index, at, prefix: prefix.value }]
      const { needed, most } = prefix.error
      faults.push({ at, text: `needs ${needed} addresses, and the largest subnet has ${most}` })
      return []
    })
  for (const { index, at, prefix } of open.sort((left, right) => left.prefix - right.prefix)) {
    const block = lowestFree(pool, [...taken, ...chosen.values()], prefix)
    if (block === null) faults.push({ at, text: `no free block of /${prefix} is left` })
    else chosen.set(index, block)
  }
  return { chosen, faults }
}

function place(subnet: PlannedSubnet, block: Cidr, facts: NetworkFacts): PlacedSubnet {
  const demand = demandOf(subnet)
  const text = (value: bigint): string => formatAddress({ family: 4, value })
  return {
    name: subnet.name,
    cidr: formatCidr(block),
    usable: usableAddresses(block, facts),
    needed: demand === null ? null : addressesNeeded(demand),
    firstUsable: text(block.first + BigInt(facts['subnet-reserved-first'])),
    lastUsable: text(lastOf(block) - BigInt(facts['subnet-reserved-last'])),
  }
}

/** The blocks that a plan writes down, read, with the faults of reading them. */
type Written = {
  readonly ranges: readonly Claim[]
  readonly avoid: readonly Claim[]
  readonly fixed: readonly Claim[]
  readonly faults: readonly ShapeFault[]
}

function readPlan({ ranges, avoid, subnets }: SubnetPlan): Written {
  const faults: ShapeFault[] = []
  const fixed = subnets.flatMap(({ name, cidr }, index) =>
    cidr === undefined ? [] : [{ at: `subnets[${index}].cidr`, name, text: cidr }],
  )
  return {
    ranges: readBlocks(listed('ranges', ranges), faults),
    avoid: readBlocks(listed('avoid', avoid), faults),
    fixed: readBlocks(fixed, faults),
    faults,
  }
}

const writtenFaults = ({ ranges, avoid, fixed, faults }: Written, facts: NetworkFacts): ShapeFault[] => [
  ...faults,
  ...ranges.flatMap((range, index) => [
    ...sizeFault(range, facts),
    ...overlapFault(range, ranges.slice(0, index)),
  ]),
  ...fixed.flatMap((one, index) => [
    ...sizeFault(one, facts),
    ...outsideFault(one, ranges),
    ...overlapFault(one, [...avoid, ...fixed.slice(0, index)]),
  ]),
]

const tightFaults = (subnets: readonly (PlacedSubnet | null)[]): ShapeFault[] =>
  subnets.flatMap((subnet, index) =>
    subnet === null || (subnet.needed ?? 0) <= subnet.usable
      ? []
      : [
          {
            at: `subnets[${index}]`,
            text: `needs ${subnet.needed} addresses, and ${subnet.cidr} has ${subnet.usable}`,
          },
        ],
  )

/**
 * Checks an address plan, and chooses blocks for the subnets that name hosts only: do the blocks lie inside, are they
 * apart from each other and from what must stay free, and do the hosts fit?
 *
 * @example planSubnets({ ranges: ['10.0.0.0/16'], subnets: [{ name: 'a', hosts: 251 }] }, { 'vpc-largest-prefix': 16, 'vpc-smallest-prefix': 28, 'subnet-reserved-first': 4, 'subnet-reserved-last': 1 }).subnets[0]?.cidr // '10.0.0.0/24'
 */
export function planSubnets(plan: SubnetPlan, facts: NetworkFacts): SubnetPlanReport {
  const written = readPlan(plan)
  const pool = written.ranges.map(({ block }) => block)
  const taken = [...written.avoid, ...written.fixed].map(({ block }) => block)
  const { chosen, faults: unplaced } = chooseBlocks(plan, pool, taken, facts)
  const subnets = plan.subnets.map((subnet, index) => {
    const fixed = written.fixed.find(({ at }) => at === `subnets[${index}].cidr`)
    const block = chosen.get(index) ?? fixed?.block
    return block === undefined ? null : place(subnet, block, facts)
  })
  const faults = [...writtenFaults(written, facts), ...unplaced, ...tightFaults(subnets)]
  return {
    fits: faults.length === 0,
    subnets: subnets.filter((subnet) => subnet !== null),
    free: pool.flatMap((block) => freeBlocks(block, [...taken, ...chosen.values()])).map(formatCidr),
    faults,
  }
}
