import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { blockAround, type Cidr, formatCidr, overlaps, parseCidr, sizeOf } from './cidr.ts'
import { addressesNeeded, freeBlocks, lowestFree, smallestSubnet, usableAddresses } from './plan-cidr.ts'

const block = (text: string): Cidr => {
  const parsed = parseCidr(text)
  if (!parsed.ok) throw new Error(parsed.error.reason)
  return parsed.value
}

const pool = block('10.0.0.0/24')

const aPart: fc.Arbitrary<Cidr> = fc
  .tuple(fc.nat(255), fc.integer({ min: 25, max: 30 }))
  .map(([host, prefix]) => blockAround({ family: 4, value: pool.first + BigInt(host) }, prefix))

describe('addresses of a subnet', () => {
  test('are five fewer than the block has', () => {
    const usable = ['10.0.0.0/28', '10.0.0.0/24', '10.0.0.0/16'].map((text) =>
      usableAddresses(block(text), values),
    )
    expect(usable).toEqual([11, 251, 65531])
    expect(() => usableAddresses(block('::/64'), values)).toThrow(RangeError)
  })

  test('that hosts need grow first and are rounded up once', () => {
    expect(addressesNeeded({ hosts: 11 })).toBe(11)
    expect(addressesNeeded({ hosts: 100, growth: 0.1 })).toBe(110)
    expect(addressesNeeded({ hosts: 3, growth: 0.5, addressesPerHost: 4 })).toBe(20)
    expect(() => addressesNeeded({ hosts: -1 })).toThrow(RangeError)
    expect(() => addressesNeeded({ hosts: 1, growth: -0.1 })).toThrow(RangeError)
    expect(() => addressesNeeded({ hosts: 1, addressesPerHost: 0 })).toThrow(RangeError)
  })
})

describe('the smallest subnet', () => {
  test.each([
    [0, 28],
    [11, 28],
    [12, 27],
    [251, 24],
    [252, 23],
    [65531, 16],
  ])('for %i addresses is a /%i', (needed, prefix) => {
    expect(smallestSubnet(needed, values)).toEqual({ ok: true, value: prefix })
  })

  test('does not exist beyond the largest block', () => {
    expect(smallestSubnet(65532, values)).toEqual({
      ok: false,
      error: { code: 'hosts-do-not-fit', needed: 65532, most: 65531 },
    })
  })

  test('fits, and the next smaller one does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 65531 }), (needed) => {
        const prefix = smallestSubnet(needed, values)
        const of = (bits: number) => usableAddresses({ family: 4, first: 0n, prefix: bits }, values)
        expect(prefix.ok && of(prefix.value) >= needed && of(prefix.value + 1) < needed).toBe(true)
      }),
    )
  })
})

describe('free blocks', () => {
  test('fill exactly what is not taken, without overlap', () => {
    fc.assert(
      fc.property(fc.array(aPart, { maxLength: 5 }), (taken) => {
        const free = freeBlocks(pool, taken)
        const covered = new Set(
          taken.flatMap(({ first, prefix }) =>
            Array.from({ length: 2 ** (32 - prefix) }, (_, index) => first + BigInt(index)),
          ),
        )
        expect(free.some((one) => taken.some((other) => overlaps(one, other)))).toBe(false)
        expect(free.reduce((sum, one) => sum + sizeOf(one), 0n)).toBe(sizeOf(pool) - BigInt(covered.size))
      }),
    )
  })

  test('are as few as possible', () => {
    expect(freeBlocks(pool, [block('10.0.0.64/26')]).map(formatCidr)).toEqual([
      '10.0.0.0/26',
      '10.0.0.128/25',
    ])
    expect(freeBlocks(pool, [block('10.0.0.0/16')])).toEqual([])
  })

  test('give the lowest place that is aligned and large enough', () => {
    const lowest = lowestFree([pool], [block('10.0.0.0/27')], 26)
    expect(lowest === null ? '' : formatCidr(lowest)).toBe('10.0.0.64/26')
    expect(lowestFree([pool], [block('10.0.0.0/27'), block('10.0.0.128/25')], 25)).toBeNull()
  })
})
