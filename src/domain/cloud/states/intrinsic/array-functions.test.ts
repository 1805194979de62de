import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../json.ts'
import { StateError } from '../state-error.ts'
import { contains, getItem, length, partition, range, unique } from './array-functions.ts'

const list = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('a', null, true)))

describe('partition', () => {
  test('chunks joined are the list, and all but the last are full', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 9 }), (members, size) => {
        const chunks = partition([members, size]) as Json[][]
        expect(chunks.flat()).toEqual(members)
        expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true)
        expect(chunks.every((chunk) => chunk.length > 0)).toBe(true)
      }),
    )
  })
})

describe('range', () => {
  test('starts at its first number, steps evenly, and never passes the last', () => {
    const small = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(small, small, fc.integer({ min: 1, max: 9 }), (first, last, step) => {
        const up = range([first, last, step]) as number[]
        expect(up.length === 0).toBe(first > last)
        expect(up.every((number, place) => number === first + place * step && number <= last)).toBe(true)
        if (up.length > 0) expect((up.at(-1) ?? 0) + step).toBeGreaterThan(last)
        const down = range([-first, -last, -step]) as number[]
        expect(down.map((number) => 0 - number)).toEqual(up)
      }),
    )
  })

  test('makes at most 1000 elements', () => {
    expect(range([1, 1000, 1])).toHaveLength(1000)
    expect(() => range([0, 1000, 1])).toThrow(StateError)
  })
})

describe('members', () => {
  test('unique keeps the first of each, and contains finds them all', () => {
    fc.assert(
      fc.property(list, (members) => {
        const kept = unique([members]) as Json[]
        expect(kept).toEqual([...new Set(members)])
        expect(members.every((member) => contains([kept, member]))).toBe(true)
        expect(contains([kept, 'missing'])).toBe(false)
      }),
    )
  })

  test('are the same whatever the order of their own members', () => {
    expect(
      unique([
        [
          { a: 1, b: { c: 2, d: 3 } },
          { b: { d: 3, c: 2 }, a: 1 },
        ],
      ]),
    ).toHaveLength(1)
    expect(
      unique([
        [
          [1, 2],
          [2, 1],
        ],
      ]),
    ).toHaveLength(2)
    expect(contains([[{ a: [1] }], { a: [1] }])).toBe(true)
  })

  test('stand at every index below the length', () => {
    fc.assert(
      fc.property(list, (members) => {
        const found = members.map((_, index) => getItem([members, index]))
        expect(found).toEqual(members)
        expect(length([members])).toBe(members.length)
        expect(() => getItem([members, members.length])).toThrow(/lies outside/)
      }),
    )
  })
})
