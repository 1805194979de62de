import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { buildPathTree, collectLeaves, type Leaves, type Membership } from './leaves.ts'

function collect(paths: readonly string[], event: JsonObject): Leaves {
  const leaves: Leaves = []
  collectLeaves(buildPathTree(paths), event, leaves)
  return leaves
}

const valuesAt = (path: string, event: JsonObject): unknown[] =>
  (collect([path], event)[0] ?? []).map(({ value }) => value)

function elements(membership: Membership): number[] {
  return membership === null ? [] : [membership.index, ...elements(membership.outer)]
}

describe('collectLeaves', () => {
  test('only what is asked about is collected, null included', () => {
    const event = { a: 1, b: { c: null, d: 2 }, e: 3 }
    const leaves = collect(['b.c', 'e', 'x'], event)
    expect(leaves[0]).toEqual([{ value: null, membership: null }])
    expect(leaves[1]).toEqual([{ value: 3, membership: null }])
    expect(leaves[2]).toBe(undefined)
  })

  test('objects and empty lists are no values', () => {
    expect(valuesAt('a', { a: { b: 1 } })).toEqual([])
    expect(valuesAt('a', { a: [] })).toEqual([])
    expect(valuesAt('a', { a: [{}] })).toEqual([])
  })

  test('lists are entered at any depth', () => {
    expect(valuesAt('a', { a: [1, [2, [3]], { b: 4 }] })).toEqual([1, 2, 3])
    expect(valuesAt('a.b', { a: [{ b: 1 }, [{ b: [2, 3] }], 4] })).toEqual([1, 2, 3])
  })

  test('what stands inside an element belongs to it, plain values of a list do not', () => {
    const [leaves] = collect(['a.b'], { a: [{ b: [1, 2] }, { b: 3 }] })
    expect(leaves?.map(({ membership }) => elements(membership))).toEqual([[0], [0], [1]])
    const [nested] = collect(['a'], { a: [[5]] })
    expect(nested?.map(({ membership }) => elements(membership))).toEqual([[0]])
    expect(collect(['a'], { a: [5] })[0]?.[0]?.membership).toBe(null)
  })

  test('a dot in a name of the event is a step', () => {
    expect(valuesAt('a.b.c', { 'a.b': { c: 1 } })).toEqual([1])
    expect(valuesAt('a.b.c', { a: { 'b.c': 1 } })).toEqual([1])
    expect(valuesAt('a.b.c', { 'a.b.c': 1 })).toEqual([1])
    expect(valuesAt('a.b', { 'a.b': { b: 1 } })).toEqual([])
  })

  test('one path may be the beginning of another', () => {
    const leaves = collect(['a', 'a.b'], { a: [1, { b: 2 }] })
    expect(leaves.map((found) => found?.map(({ value }) => value))).toEqual([[1], [2]])
  })
})
