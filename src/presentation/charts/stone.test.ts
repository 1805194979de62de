import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CertificationStatus } from '../../domain/catalogue/types.ts'
import { stateGlyph, stateStone, stonePath, stonePatterns } from './stone.ts'

const states: readonly CertificationStatus[] = ['active', 'ending', 'beta', 'announced', 'retired']
const box = { x: 10, y: 20, width: 120, height: 60 }
const numbersOf = (path: string): readonly number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number)

describe('stonePath', () => {
  test('stays inside its box and comes near every side', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.integer({ min: -99, max: 99 }),
          y: fc.integer({ min: -99, max: 99 }),
          width: fc.integer({ min: 20, max: 900 }),
          height: fc.integer({ min: 14, max: 400 }),
        }),
        fc.nat(50),
        (area, variant) => {
          const numbers = numbersOf(stonePath(area, variant))
          const xs = numbers.filter((_, index) => index % 2 === 0)
          const ys = numbers.filter((_, index) => index % 2 === 1)
          expect(Math.min(...xs)).toBeGreaterThanOrEqual(area.x - 1)
          expect(Math.max(...xs)).toBeLessThanOrEqual(area.x + area.width + 1)
          expect(Math.min(...ys)).toBeGreaterThanOrEqual(area.y - 1)
          expect(Math.max(...ys)).toBeLessThanOrEqual(area.y + area.height + 1)
          expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(area.width * 0.75)
        },
      ),
    )
  })

  test('differs from variant to variant and never from call to call', () => {
    expect(stonePath(box, 1)).not.toBe(stonePath(box, 2))
    expect(stonePath(box, 1)).toBe(stonePath(box, 1))
  })
})

describe('the five states', () => {
  const withoutClass = (markup: string): string => markup.replace(/ class="[^"]*"/g, '')

  test('differ in outline or pattern without colour', () => {
    const drawn = states.map((status) => withoutClass(stateStone(box, status, { chartId: 'c', variant: 1 })))
    expect(new Set(drawn).size).toBe(states.length)
  })

  test('differ in their signs', () => {
    expect(new Set(states.map((status) => withoutClass(stateGlyph(status, { x: 5, y: 5 })))).size).toBe(
      states.length,
    )
  })

  test('refer to patterns that the chart defines', () => {
    const patterns = stonePatterns('c')
    for (const status of states) {
      const used = /url\(#([^)]+)\)/.exec(stateStone(box, status, { chartId: 'c', variant: 0 }))?.[1]
      if (used !== undefined) expect(patterns).toContain(`id="${used}"`)
    }
    expect(stateStone(box, 'ending', { chartId: 'c', variant: 0 })).toContain('url(#c-hatch)')
  })
})
