import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { compileCidr } from './cidr.ts'
import { compiling } from './patterns.fixture.ts'

const compile = (operand: Json) => compiling((report) => compileCidr(operand, report))
const holds = (operand: string, value: Json): boolean => compile(operand).holds(value as string)

describe('cidr', () => {
  test.each([
    ['10.0.0.0/24', '10.0.0.0', true],
    ['10.0.0.0/24', '10.0.0.255', true],
    ['10.0.0.0/24', '10.0.1.0', false],
    ['10.0.0.77/24', '10.0.0.1', true],
    ['10.0.0.4/30', '10.0.0.7', true],
    ['10.0.0.4/30', '10.0.0.8', false],
    ['0.0.0.0/0', '203.0.113.9', true],
    ['2001:db8::/64', '2001:0db8:0:0:1::', true],
    ['2001:db8::/64', '2001:db8:0:1::', false],
    ['::/0', '2001:db8::1', true],
  ])('%s holds %s: %s', (range, address, expected) => {
    expect(holds(range, address)).toBe(expected)
  })

  test('only texts that are addresses of the same kind are in a range', () => {
    expect(holds('0.0.0.0/0', '::1')).toBe(false)
    expect(holds('::/0', '10.0.0.1')).toBe(false)
    expect(holds('10.0.0.0/8', '10.0.0.256')).toBe(false)
    expect(holds('10.0.0.0/8', 'ten')).toBe(false)
    expect(holds('10.0.0.0/8', 10)).toBe(false)
    expect(holds('::/0', '::ffff:10.0.0.1')).toBe(false)
  })

  test.each<[Json, RegExp]>([
    [['10.0.0.0/8'], /takes a text/],
    ['bad-filter', /needs one slash/],
    ['10.0.0.0/8/9', /needs one slash/],
    ['10.0.0.0/', /needs one slash/],
    ['xx.11.xx/8', /"xx.11.xx" is no IP address/],
    ['xxxx:db8:1234:1a00::/64', /is no IP address/],
    ['::ffff:10.0.0.0/100', /is no IP address/],
    ['10.0.0.0/8x', /no number of bits/],
    ['10.0.0.0/+8', /no number of bits/],
    ['10.0.0.0/32', /below 32/],
    ['2001:db8::/128', /below 128/],
  ])('%j is refused', (operand, reason) => {
    const { holds: never, faults } = compile(operand)
    expect(faults).toEqual([expect.stringMatching(reason)])
    expect(never('10.0.0.0')).toBe(false)
  })

  test('an address is in a range when their leading bits agree', () => {
    const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
    const numberOf = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    fc.assert(
      fc.property(address, address, fc.nat(31), (base, own, bits) => {
        const size = 2 ** (32 - bits)
        const expected = Math.floor(numberOf(base) / size) === Math.floor(numberOf(own) / size)
        expect(holds(`${base.join('.')}/${bits}`, own.join('.'))).toBe(expected)
      }),
    )
  })
})
