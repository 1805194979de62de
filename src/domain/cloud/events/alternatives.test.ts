import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { alternativesOf, countCombinations, isReservedName } from './alternatives.ts'

describe('alternatives', () => {
  test('$or with objects in its list offers alternatives', () => {
    expect(alternativesOf('$or', [{ a: [1] }, { b: [2] }])).toHaveLength(2)
    expect(alternativesOf('$or', [{ a: [1] }, 'x'])).toHaveLength(2)
  })

  test('anything else is an ordinary field, whatever its name', () => {
    expect(alternativesOf('$or', { a: [1] })).toBe(null)
    expect(alternativesOf('$or', ['x', 'y'])).toBe(null)
    expect(alternativesOf('or', [{ a: [1] }, { b: [2] }])).toBe(null)
  })

  test('names of operators are reserved, those of fields are not', () => {
    expect(['prefix', 'exists', '>=', 'regex'].every(isReservedName)).toBe(true)
    expect(['source', 'detail', '$or', 'Prefix'].some(isReservedName)).toBe(false)
  })

  test('combinations multiply over all lists, nested ones too', () => {
    const three: JsonObject = { $or: [{ a: [1] }, { b: [1] }, { c: [1] }] }
    expect(countCombinations({ source: ['x'] })).toBe(1)
    expect(countCombinations(three)).toBe(3)
    expect(countCombinations({ ...three, detail: { $or: [{ a: [1] }, { b: [1] }] } })).toBe(6)
    expect(countCombinations({ $or: [three, { d: [1] }] })).toBe(6)
  })
})
