import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Cidr, covers, overlaps, sizeOf } from './cidr.ts'
import type { NetworkFacts } from './network-facts.ts'

/** Hosts of a subnet: how many, with how many addresses each (1 when absent), and their growth as a share (0 when absent). */
export type HostDemand = {
  readonly hosts: number
  readonly addressesPerHost?: number
  readonly growth?: number
}

/** More hosts than the largest block can have. */
export type HostsDoNotFit = {
  readonly code: 'hosts-do-not-fit'
  readonly needed: number
  readonly most: number
}

/**
 * Addresses that hosts need: hosts * (1 + growth) rounded up, times addresses per host.
 *
 * @throws RangeError for numbers below 0, or a host without addresses
 * @example addressesNeeded({ hosts: 100, growth: 0.25, addressesPerHost: 2 }) // 250
 */
export function addressesNeeded({ hosts, addressesPerHost = 1, growth = 0 }: HostDemand): number {
  if (!(hosts >= 0 && growth >= 0 && addressesPerHost >= 1))
    throw new RangeError('hosts and growth are at least 0, addressesPerHost at least 1.')
  const grown = Math.ceil(Number((hosts * (1 + growth)).toFixed(9)))
  return grown * addressesPerHost
}

/**
 * Addresses of an IPv4 subnet that hosts can have: 2^(32 - prefix) less the reserved ones.
 *
 * @throws RangeError for an IPv6 block
 * @see Amazon VPC user guide, Subnet CIDR blocks (subnet sizing for IPv4)
 * @example usableAddresses({ family: 4, first: 0n, prefix: 24 }, { 'subnet-reserved-first': 4, 'subnet-reserved-last': 1 }) // 251
 */
export function usableAddresses(block: Cidr, facts: NetworkFacts): number {
  if (block.family !== 4) throw new RangeError('Addresses are counted for IPv4 blocks only.')
  return Number(sizeOf(block)) - facts['subnet-reserved-first'] - facts['subnet-reserved-last']
}

const ofPrefix = (prefix: number): Cidr => ({ family: 4, first: 0n, prefix })

/**
 * The longest prefix whose block has enough usable addresses, within the sizes that a subnet may have.
 *
 * @param needed addresses, at least 0
 * @returns the prefix, or `hosts-do-not-fit` when the largest block is too small
 * @example smallestSubnet(251, { 'vpc-largest-prefix': 16, 'vpc-smallest-prefix': 28, 'subnet-reserved-first': 4, 'subnet-reserved-last': 1 }) // { ok: true, value: 24 }
 */
export function smallestSubnet(needed: number, facts: NetworkFacts): Result<number, HostsDoNotFit> {
  for (let prefix = facts['vpc-smallest-prefix']; prefix >= facts['vpc-largest-prefix']; prefix--)
    if (usableAddresses(ofPrefix(prefix), facts) >= needed) return ok(prefix)
  const most = usableAddresses(ofPrefix(facts['vpc-largest-prefix']), facts)
  return fail({ code: 'hosts-do-not-fit', needed, most })
}

/**
 * The free parts of a block as the fewest blocks possible, in ascending order.
 *
 * @example freeBlocks({ family: 4, first: 0n, prefix: 30 }, [{ family: 4, first: 0n, prefix: 32 }]).length // 2
 */
export function freeBlocks(block: Cidr, taken: readonly Cidr[]): readonly Cidr[] {
  const touching = taken.filter((one) => overlaps(block, one))
  if (touching.length === 0) return [block]
  if (touching.some((one) => covers(one, block))) return []
  const { family, first } = block
  const prefix = block.prefix + 1
  const lower: Cidr = { family, first, prefix }
  const upper: Cidr = { family, first: first + sizeOf(lower), prefix }
  return [...freeBlocks(lower, touching), ...freeBlocks(upper, touching)]
}

/**
 * The lowest free block of a prefix length, null when there is none.
 *
 * @example lowestFree([{ family: 4, first: 0n, prefix: 30 }], [], 31) // { family: 4, first: 0n, prefix: 31 }
 */
export function lowestFree(pool: readonly Cidr[], taken: readonly Cidr[], prefix: number): Cidr | null {
  const free = pool.flatMap((block) => freeBlocks(block, taken)).filter((block) => block.prefix <= prefix)
  const [lowest] = [...free].sort((left, right) => (left.first < right.first ? -1 : 1))
  return lowest === undefined ? null : { ...lowest, prefix }
}
