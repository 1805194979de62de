import type { ShapeFault } from '../shape.ts'
import { type Cidr, covers, formatCidr, overlaps, parseCidr } from './cidr.ts'
import type { NetworkFacts } from './network-facts.ts'
import { eachPlaced, type TopologyIndex, unknownId } from './topology-index.ts'
import type { Subnet, Topology, Vpc } from './types.ts'

/** The blocks among texts, those that are none left out. */
export const blocksOf = (cidrs: readonly string[]): Cidr[] =>
  cidrs.flatMap((text) => {
    const block = parseCidr(text)
    return block.ok ? [block.value] : []
  })

/** A fault unless the text is a block. @example blockFaults('10.0.0.0/8', 'x') // [] */
export function blockFaults(text: string, at: string): ShapeFault[] {
  const block = parseCidr(text)
  return block.ok ? [] : [{ at, text: block.error.reason }]
}

/** Faults of the size of a block for a VPC or subnet. */
function sizeFaults(text: string, at: string, facts: NetworkFacts): ShapeFault[] {
  const block = parseCidr(text)
  if (!block.ok) return [{ at, text: block.error.reason }]
  const { family, prefix } = block.value
  if (family === 6)
    return prefix <= facts['subnet-ipv6-prefix']
      ? []
      : [{ at, text: `"${text}" is smaller than /${facts['subnet-ipv6-prefix']}` }]
  const [largest, smallest] = [facts['vpc-largest-prefix'], facts['vpc-smallest-prefix']]
  return prefix >= largest && prefix <= smallest
    ? []
    : [{ at, text: `"${text}" must be a block of /${largest} to /${smallest}` }]
}

/** Faults of blocks that share addresses, each with the place of the later one. */
function overlapFaults(
  placed: readonly { readonly at: string; readonly block: Cidr; readonly owner: string }[],
): ShapeFault[] {
  return placed.flatMap(({ at, block, owner }, index) =>
    placed
      .slice(0, index)
      .filter((earlier) => overlaps(earlier.block, block))
      .map((earlier) => ({
        at,
        text: `${formatCidr(block)} of "${owner}" overlaps ${formatCidr(earlier.block)} of "${earlier.owner}"`,
      })),
  )
}

const placedBlocks = (at: string, { id, cidrs }: Vpc | Subnet) =>
  cidrs.flatMap((text, index) => {
    const block = parseCidr(text)
    return block.ok ? [{ at: `${at}.cidrs[${index}]`, block: block.value, owner: id }] : []
  })

const vpcFaults =
  (facts: NetworkFacts) =>
  (vpc: Vpc, at: string): ShapeFault[] => [
    ...eachPlaced(`${at}.cidrs`, vpc.cidrs, (text, place) => sizeFaults(text, place, facts)),
    ...overlapFaults(placedBlocks(at, vpc)),
  ]

function familyFaults(subnet: Subnet, at: string): ShapeFault[] {
  const families = blocksOf(subnet.cidrs).map(({ family }) => family)
  const doubled = ([4, 6] as const).filter((one) => families.filter((family) => family === one).length > 1)
  return doubled.map((family) => ({ at: `${at}.cidrs`, text: `a subnet has one IPv${family} block at most` }))
}

const subnetFaults =
  (index: TopologyIndex, facts: NetworkFacts) =>
  (subnet: Subnet, at: string): ShapeFault[] => {
    const vpc = index.vpcs.get(subnet.vpc)
    const inside = blocksOf(vpc?.cidrs ?? [])
    return [
      ...unknownId(`${at}.vpc`, subnet.vpc, index.vpcs, 'VPC'),
      ...eachPlaced(`${at}.cidrs`, subnet.cidrs, (text, place) => sizeFaults(text, place, facts)),
      ...familyFaults(subnet, at),
      ...placedBlocks(at, subnet)
        .filter(({ block }) => vpc !== undefined && !inside.some((own) => covers(own, block)))
        .map(({ at: place, block }) => ({
          at: place,
          text: `${formatCidr(block)} lies outside the blocks of "${subnet.vpc}"`,
        })),
    ]
  }

function subnetOverlaps(topology: Topology): ShapeFault[] {
  const subnets = (topology.subnets ?? []).map((subnet, index) => ({ subnet, at: `subnets[${index}]` }))
  return topology.vpcs.flatMap(({ id }) =>
    overlapFaults(
      subnets.filter(({ subnet }) => subnet.vpc === id).flatMap(({ subnet, at }) => placedBlocks(at, subnet)),
    ),
  )
}

/** Faults of the blocks of VPCs and subnets: malformed, of a wrong size, outside or overlapping. */
export const addressBlockFaults = (
  topology: Topology,
  index: TopologyIndex,
  facts: NetworkFacts,
): ShapeFault[] => [
  ...eachPlaced('vpcs', topology.vpcs, vpcFaults(facts)),
  ...eachPlaced('subnets', topology.subnets, subnetFaults(index, facts)),
  ...subnetOverlaps(topology),
]
