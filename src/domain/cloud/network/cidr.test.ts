import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import {
  type Address,
  blockAround,
  type Cidr,
  contains,
  covers,
  formatAddress,
  formatCidr,
  isInternetAddress,
  lastOf,
  overlaps,
  parseAddress,
  parseCidr,
  sizeOf,
} from './cidr.ts'

const anAddress: fc.Arbitrary<Address> = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value) => ({ family: 4, value }) as const),
  fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value) => ({ family: 6, value }) as const),
)

const aBlock: fc.Arbitrary<Cidr> = fc
  .tuple(anAddress, fc.nat(128))
  .map(([address, prefix]) => blockAround(address, address.family === 4 ? prefix % 33 : prefix))

/** Blocks of a corner of the address space that is small enough to meet each other. */
const aSmallBlock: fc.Arbitrary<Cidr> = fc
  .tuple(fc.nat(63), fc.integer({ min: 26, max: 32 }))
  .map(([value, prefix]) => blockAround({ family: 4, value: BigInt(value) }, prefix))

const block = (text: string): Cidr => {
  const parsed = parseCidr(text)
  if (!parsed.ok) throw new Error(parsed.error.reason)
  return parsed.value
}

const members = ({ first, prefix }: Cidr): number[] =>
  Array.from({ length: 2 ** (32 - prefix) }, (_, index) => Number(first) + index)

describe('addresses', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(anAddress, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address)
      }),
    )
  })

  test.each(['10.0.0', '10.0.0.256', '010.0.0.1', '0x0a.0.0.1', '10', '', 'fe80::1%eth0', ':::', '1::2::3'])(
    '%j is none',
    (text) => {
      expect(parseAddress(text)).toBeNull()
    },
  )

  test('of private and local blocks are not on the internet, those of documentation are', () => {
    const judge = (text: string) => isInternetAddress(parseAddress(text)!)
    const inside = [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.0.1',
      '100.64.0.1',
      '169.254.169.254',
      'fd00::1',
      '127.0.0.1',
    ]
    expect(inside.map(judge)).toEqual(inside.map(() => false))
    const outside = ['198.51.100.7', '203.0.113.9', '172.32.0.1', '8.8.8.8', '2001:db8::1', '2600:1f18::1']
    expect(outside.map(judge)).toEqual(outside.map(() => true))
  })
})

describe('blocks', () => {
  test('blocks come back as they were written', () => {
    fc.assert(
      fc.property(aBlock, (one) => {
        expect(parseCidr(formatCidr(one))).toEqual({ ok: true, value: one })
      }),
    )
  })

  test('with bits below the prefix are refused, and the reason names the block', () => {
    const refused = parseCidr('10.0.1.7/24')
    expect(refused.ok ? '' : refused.error.reason).toContain('10.0.1.0/24')
  })

  test.each([
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '/8',
    '2001:db8::/129',
    'web/24',
    '10.0.0.0/x',
  ])('%j is none', (text) => {
    expect(parseCidr(text).ok).toBe(false)
  })

  test('have 2^(bits - prefix) addresses', () => {
    expect([block('10.0.0.0/16'), block('10.0.0.0/28'), block('::/64')].map(sizeOf)).toEqual([
      65536n,
      16n,
      2n ** 64n,
    ])
    expect(formatAddress({ family: 4, value: lastOf(block('10.0.0.0/22')) })).toBe('10.0.3.255')
  })

  test('contain exactly the addresses that ipaddr.js finds in them', () => {
    fc.assert(
      fc.property(aBlock, anAddress, (one, address) => {
        fc.pre(one.family === address.family)
        const range = ipaddr.parseCIDR(formatCidr(one)) as [ipaddr.IPv4, number]
        const found = (ipaddr.parse(formatAddress(address)) as ipaddr.IPv4).match(range)
        expect(contains(one, address)).toBe(found)
      }),
    )
  })

  test('cover and overlap as their members say', () => {
    fc.assert(
      fc.property(aSmallBlock, aSmallBlock, (left, right) => {
        const [own, other] = [new Set(members(left)), members(right)]
        expect(covers(left, right)).toBe(other.every((value) => own.has(value)))
        expect(overlaps(left, right)).toBe(other.some((value) => own.has(value)))
      }),
    )
  })

  test('that are neighbours do not overlap, and neither do families', () => {
    expect(overlaps(block('10.0.0.0/24'), block('10.0.1.0/24'))).toBe(false)
    expect(overlaps(block('0.0.0.0/0'), block('::/0'))).toBe(false)
    expect(covers(block('10.0.0.0/24'), block('10.0.0.0/23'))).toBe(false)
  })
})
