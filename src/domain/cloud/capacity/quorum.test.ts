import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { quorumState } from './quorum.ts'

const state = (...lost: readonly number[]) => quorumState({ lost }, values)

describe('a cluster volume', () => {
  test.each([
    [[0, 0, 0], 6, true, true],
    [[1, 0, 1], 4, true, true],
    [[2, 0, 0], 4, true, true],
    [[2, 1, 0], 3, false, true],
    [[2, 1, 1], 2, false, false],
    [[2, 2, 0], 2, false, false],
  ])('after losing %j has %i copies, writes %s, reads %s', (lost, left, canWrite, canRead) => {
    expect(state(...lost)).toEqual({ left, canWrite, canRead })
  })

  test('survives any zone for writing, and any zone with one copy more for reading', () => {
    for (const zone of [0, 1, 2]) {
      const whole = [0, 0, 0].map((_, index) => (index === zone ? 2 : 0))
      expect(state(...whole).canWrite).toBe(true)
      for (const other of [0, 1, 2].filter((index) => index !== zone))
        expect(state(...whole.map((count, index) => (index === other ? 1 : count)))).toMatchObject({
          canWrite: false,
          canRead: true,
        })
    }
  })

  test('has two copies in each of three zones to lose', () => {
    expect(() => state(0, 0)).toThrow(/lost must speak of 3 zones, not of 2/)
    expect(() => state(3, 0, 0)).toThrow(/lost\[0\]/)
    expect(() => state(0, 0.5, 0)).toThrow(/lost\[1\]/)
  })
})
