import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { eventBridgeDialect, snsDialect } from './dialect.ts'
import { compileNumeric } from './numeric.ts'
import { compiling } from './patterns.fixture.ts'

const compile = (operand: Json, dialect = eventBridgeDialect) =>
  compiling((report) => compileNumeric(operand, dialect, report))

const holds = (operand: Json, value: Json): boolean => compile(operand).holds(value as number)

describe('numeric', () => {
  test.each([
    [['=', 3], 3, true],
    [['=', 3], 3.1, false],
    [['=', 301.8], 3.018e2, true],
    [['>', 0], 0, false],
    [['>=', 0], 0, true],
    [['<', 10], 10, false],
    [['<=', 10], 10, true],
    [['>', 0, '<=', 5], 5, true],
    [['>', 0, '<=', 5], 0, false],
    [['>=', -1, '<', 1], -1, true],
    [['>=', -1, '<', 1], 1, false],
  ])('%j on %j is %s', (operand, value, expected) => {
    expect(holds(operand, value)).toBe(expected)
  })

  test.each(['3', true, null])('%j is no number and never compares', (value) => {
    expect(holds(['>', -10], value)).toBe(false)
    expect(holds(['=', 3], value)).toBe(false)
  })

  test.each<[Json, RegExp]>([
    [10, /takes a list/],
    ['> 3', /takes a list/],
    [[], /needs a comparison/],
    [['~', 1], /"~" is no comparison/],
    [[1, '<='], /1 is no comparison/],
    [['!=', 1], /"!=" is no comparison/],
    [['>'], /needs a number after ">"/],
    [['>', '20'], /needs a number after ">"/],
    [['>', 0, '<'], /needs a number after "<"/],
    [['<', 100, '>', 10], /lower bound .* followed by an upper bound/],
    [['>=', 1, '>', 2], /lower bound .* followed by an upper bound/],
    [['>', 1, '<', 5, '<', 9], /lower bound .* followed by an upper bound/],
    [['=', 1, '<', 5], /lower bound .* followed by an upper bound/],
    [['>', 3, '<', 1], /below the upper bound/],
    [['>=', 5, '<=', 5], /below the upper bound/],
  ])('%j is refused', (operand, reason) => {
    const { holds: never, faults } = compile(operand)
    expect(faults).toEqual([expect.stringMatching(reason)])
    expect(never(2)).toBe(false)
  })

  test('the limits are those of the service', () => {
    expect(compile(['<=', 5e9]).faults).toEqual([])
    expect(compile(['<=', 5.1e9]).faults).toEqual([expect.stringMatching(/plus or minus 5000000000/)])
    expect(compile(['<=', 1.1e9], snsDialect).faults).toEqual([expect.stringMatching(/SNS compares/)])
    expect(compile(['=', 0.000001]).faults).toEqual([])
    expect(compile(['=', 0.0000001]).faults).toEqual([expect.stringMatching(/more than 6 digits/)])
    expect(compile(['=', 0.123456], snsDialect).faults).toEqual([expect.stringMatching(/more than 5 digits/)])
    expect(holds(['>', 0], 6e9)).toBe(false)
  })

  test('a range is the two comparisons together', () => {
    const bound = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(bound, bound, bound, fc.boolean(), fc.boolean(), (low, high, value, openLow, openHigh) => {
        fc.pre(low < high)
        const [more, less] = [openLow ? '>' : '>=', openHigh ? '<' : '<=']
        const both = holds([more, low], value) && holds([less, high], value)
        expect(holds([more, low, less, high], value)).toBe(both)
      }),
    )
  })
})
