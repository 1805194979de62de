import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { calculations } from './calculations.ts'
import { requireAtLeast, requirePositive, requireWhole, requireWithin } from './require-number.ts'
import { wholeDown, wholeUp } from './round.ts'

const run = (name: string, value: unknown) => calculations[name]!.run(value, values)

describe('calculations by name', () => {
  test('read their input and run', () => {
    expect(run('quorum', { lost: [2, 1, 0] })).toEqual({
      ok: true,
      value: { left: 3, canWrite: false, canRead: true },
    })
  })

  test('name what is wrong with a form or a number, and throw neither', () => {
    expect(run('quorum', { lost: 'all' })).toMatchObject({
      ok: false,
      error: { code: 'shape-malformed', faults: [{ at: 'lost', text: 'expected a list' }] },
    })
    expect(run('quorum', { lost: [9, 0, 0] })).toEqual({
      ok: false,
      error: { code: 'number-out-of-range', reason: 'lost[0] must be from 0 to 2, not 9.' },
    })
  })

  test('take no empty object, and each says what it is for', () => {
    const tolerant = ['table-throughput']
    for (const [name, { summary }] of Object.entries(calculations)) {
      expect(run(name, {}).ok).toBe(tolerant.includes(name))
      expect(run(name, { nothing: 1 })).toMatchObject({ error: { code: 'shape-malformed' } })
      expect(summary.length).toBeGreaterThan(20)
    }
  })
})

describe('numbers', () => {
  test('outside a domain are named in the error', () => {
    expect(() => requireAtLeast('rate', -1, 0)).toThrow('rate must be at least 0, not -1.')
    expect(() => requireAtLeast('rate', Number.NaN, 0)).toThrow(RangeError)
    expect(() => requirePositive('rate', Number.POSITIVE_INFINITY)).toThrow('rate must be above 0')
    expect(() => requireWithin('share', 2, [0, 1])).toThrow('share must be from 0 to 1, not 2.')
    expect(() => requireWhole('zones', 1.5, 1)).toThrow(
      'zones must be a whole number of at least 1, not 1.5.',
    )
    expect([
      requireAtLeast('a', 0, 0),
      requirePositive('b', 1),
      requireWithin('c', 1, [0, 1]),
      requireWhole('d', 2, 1),
    ]).toEqual([0, 1, 1, 2])
  })

  test('that errors of rounding keep from being whole are whole', () => {
    expect([wholeUp((0.1 * 3) / 0.1), wholeUp(3.0001), wholeUp(3), wholeUp(0)]).toEqual([3, 4, 3, 0])
    expect([wholeDown(0.3 / 0.1), wholeDown(2.9999)]).toEqual([3, 2])
  })
})
