import ipaddr from 'ipaddr.js'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { parseIp } from '../iam/ip-range.ts'

/** IPv4 or IPv6. */
export type Family = 4 | 6

/** An address as a number: below 2^32 for IPv4, below 2^128 for IPv6. */
export type Address = { readonly family: Family; readonly value: bigint }

/** A block of addresses: the first one, and how many leading bits all of them share (0 to 32, or 0 to 128). */
export type Cidr = { readonly family: Family; readonly first: bigint; readonly prefix: number }

/** A text that is no block, with the reason in words. */
export type CidrMalformed = { readonly code: 'cidr-malformed'; readonly reason: string }

const bitsOf = (family: Family): number => (family === 4 ? 32 : 128)

const toNumber = (bytes: readonly number[]): bigint =>
  BigInt(`0x${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)

function toBytes({ family, value }: Address): number[] {
  const length = bitsOf(family) / 8
  return Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 255n))
}

/**
 * Reads an IPv4 address of four decimal parts or an IPv6 address without zone.
 *
 * @returns the address, or null when the text is none
 * @see RFC 4291, section 2.2
 * @example parseAddress('10.0.0.1') // { family: 4, value: 167772161n }
 */
export function parseAddress(text: string): Address | null {
  const bytes = parseIp(text)
  return bytes === null ? null : { family: bytes.length === 4 ? 4 : 6, value: toNumber(bytes) }
}

/** An address as text. @example formatAddress({ family: 4, value: 167772161n }) // '10.0.0.1' */
export const formatAddress = (address: Address): string => ipaddr.fromByteArray(toBytes(address)).toString()

/** How many addresses a block has. @example sizeOf({ family: 4, first: 0n, prefix: 24 }) // 256n */
export const sizeOf = ({ family, prefix }: Cidr): bigint => 1n << BigInt(bitsOf(family) - prefix)

/** The last address of a block, as a number. @example lastOf({ family: 4, first: 0n, prefix: 24 }) // 255n */
export const lastOf = (block: Cidr): bigint => block.first + sizeOf(block) - 1n

/** A block as text. @example formatCidr({ family: 4, first: 167772160n, prefix: 8 }) // '10.0.0.0/8' */
export const formatCidr = ({ family, first, prefix }: Cidr): string =>
  `${formatAddress({ family, value: first })}/${prefix}`

/** The block of a prefix length in which an address lies. @example blockAround({ family: 4, value: 167772161n }, 8).first // 167772160n */
export function blockAround({ family, value }: Address, prefix: number): Cidr {
  const hostBits = BigInt(bitsOf(family) - prefix)
  return { family, first: (value >> hostBits) << hostBits, prefix }
}

/**
 * Reads a block in CIDR notation; bits below the prefix must be zero, as the services demand.
 *
 * @returns the block, or `cidr-malformed` with the reason
 * @see RFC 4632, section 3.1
 * @example parseCidr('10.0.0.0/8') // { ok: true, value: { family: 4, first: 167772160n, prefix: 8 } }
 */
export function parseCidr(text: string): Result<Cidr, CidrMalformed> {
  const refuse = (reason: string) => fail({ code: 'cidr-malformed', reason } as const)
  const [, written = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? []
  const address = parseAddress(written)
  if (address === null) return refuse(`"${text}" is no block such as 10.0.0.0/16 or 2001:db8::/56`)
  const prefix = Number(bits)
  if (prefix > bitsOf(address.family)) return refuse(`"${text}" has more bits than the address`)
  const block = blockAround(address, prefix)
  if (block.first !== address.value)
    return refuse(`"${text}" has bits set below its prefix; the block is ${formatCidr(block)}`)
  return ok(block)
}

/** True when the address lies in the block. @example contains({ family: 4, first: 0n, prefix: 0 }, { family: 4, value: 7n }) // true */
export const contains = (block: Cidr, { family, value }: Address): boolean =>
  family === block.family && value >= block.first && value <= lastOf(block)

/** True when the inner block lies wholly in the outer one. @example covers({ family: 4, first: 0n, prefix: 8 }, { family: 4, first: 0n, prefix: 9 }) // true */
export const covers = (outer: Cidr, inner: Cidr): boolean =>
  outer.prefix <= inner.prefix && contains(outer, { family: inner.family, value: inner.first })

/** True when two blocks share an address; neighbours do not. @example overlaps({ family: 4, first: 0n, prefix: 8 }, { family: 4, first: 0n, prefix: 9 }) // true */
export const overlaps = (left: Cidr, right: Cidr): boolean => covers(left, right) || covers(right, left)

const local = new Set([
  'private',
  'carrierGradeNat',
  'linkLocal',
  'loopback',
  'uniqueLocal',
  'unspecified',
  'multicast',
  'broadcast',
])

/**
 * True for an address that the internet routes. Blocks set aside for documentation count as such, since examples use them.
 *
 * @see RFC 1918, RFC 4193, RFC 5737, RFC 6598
 * @example isInternetAddress({ family: 4, value: 167772161n }) // false
 */
export const isInternetAddress = (address: Address): boolean =>
  !local.has(ipaddr.fromByteArray(toBytes(address)).range())
