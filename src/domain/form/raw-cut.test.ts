import { describe, expect, test } from 'vitest'
import { rawCutOf } from './raw-cut.ts'

const items = (angoffs: readonly number[], scored = true) =>
  angoffs.map((angoff) => ({ scored, item: { angoff } }))

describe('rawCutOf', () => {
  test('rounds the expected score of the minimally qualified candidate up', () => {
    expect(rawCutOf({ items: items([0.6, 0.7, 0.9]) })).toBe(3)
    expect(rawCutOf({ items: items([0.5, 0.5]) })).toBe(1)
  })

  test('is not fooled by decimal fractions that add up to a hair too much', () => {
    const tenths = Array.from({ length: 30 }, () => 0.1)
    expect(tenths.reduce((a, b) => a + b, 0)).toBeGreaterThan(3)
    expect(rawCutOf({ items: items(tenths) })).toBe(3)
  })

  test('leaves pretest items out and stays within the maximum', () => {
    expect(rawCutOf({ items: [...items([0.6, 0.6]), ...items([0.9, 0.9], false)] })).toBe(2)
    expect(rawCutOf({ items: items([1, 1]) })).toBe(2)
    expect(rawCutOf({ items: [] })).toBe(0)
  })
})
