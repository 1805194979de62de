import { describe, expect, test } from 'vitest'
import { dashesOf, formCurves } from './form-curves.ts'
import { itemCurve } from './item-curve.ts'
import { drawReference, type Plot, placeX, placeY, scaledTicks } from './plot.ts'
import { readinessFan } from './readiness-fan.ts'
import { reliabilityPlot } from './reliability-plot.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'

const widths = [280, 360, 640, 1100] as const

const fan = (width: number, shownUpTo = 4) =>
  readinessFan({
    id: 'fan',
    width,
    points: Array.from({ length: 5 }, (_, week) => ({
      on: `2026-12-0${week + 1}`,
      days: week * 7,
      ...(week <= shownUpTo
        ? { probability: 0.8 - week / 100, low: 0.7 - week / 20, high: 0.9 }
        : { probability: null, low: null, high: null }),
    })),
  })

const reliability = (width: number) =>
  reliabilityPlot({
    ...{ id: 'r', width },
    bins: [
      { count: 100, stated: 0.2, observed: 0.25, low: 0.18, high: 0.34 },
      { count: 25, stated: 0.8, observed: 0.76, low: 0.57, high: 0.89 },
    ],
  })

const item = (width: number) =>
  itemCurve({
    ...{ id: 'i', width, cutScore: 720 },
    curve: [100, 400, 720, 1000].map((scaled, index) => ({ scaled, expected: 0.2 + index * 0.2 })),
    observed: [{ scaled: 500, share: 0.4, candidates: 30 }],
  })

const forms = (width: number) =>
  formCurves({
    ...{ id: 'f', width, cutScore: 720, title: 'Expected raw score' },
    curves: ['Form A', 'Form B'].map((name, index) => ({
      name,
      points: [100, 720, 1000].map((scaled, step) => ({ scaled, value: 10 + 15 * step + index })),
    })),
  })

describe.each([
  ['readiness fan', fan],
  ['reliability plot', reliability],
  ['item curve', item],
  ['form curves', forms],
] as const)('the %s', (_, draw) => {
  test.each(widths)('is a sound picture inside its width at %i', (width) => {
    const svg = draw(width)
    expect(faultsOf(svg)).toEqual([])
    const [left, right] = horizontalExtent(svg)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
  })
})

describe('what plots say', () => {
  test('a fan tells its first and last day in words, and where it ends', () => {
    expect(fan(640)).toMatch(
      /<desc[^>]*>Chance of reaching the cut: on 1 December 2026 80%, between 70% and 90%; on 5/,
    )
    expect(textsOf(fan(640))).toContain('today')
    expect(textsOf(fan(640))).not.toContain('beyond: too wide to tell')
    expect(textsOf(fan(640, 2))).toContain('beyond: too wide to tell')
    expect(fan(640, -1)).toMatch(/No chance is shown/)
  })

  test('a reliability plot has a dot and an interval for each bin, larger for more outcomes', () => {
    const radii = [...reliability(640).matchAll(/ r="([\d.]+)"/g)].map(([, radius]) => Number(radius))
    expect(radii[0]).toBeGreaterThan(radii[1] ?? 99)
    expect(reliability(640).match(/plot-span/g)).toHaveLength(2)
    expect(reliability(640)).toMatch(/25% of 20% over 100 outcomes/)
  })

  test('an item curve tells what is expected at the cut and what was observed', () => {
    expect(item(640)).toMatch(/Expected at the cut: 60% correct. Observed: 40% of 30 candidates about 500/)
  })

  test('forms differ by dashes as well as by colour', () => {
    expect(forms(640).match(/stroke-dasharray="7 4"/g)).toHaveLength(1)
    expect(new Set([0, 1, 2, 3, 4, 5].map(dashesOf)).size).toBe(6)
    expect(forms(640)).toMatch(/At the cut of 720: Form A 25, Form B 26/)
  })
})

describe('a plot', () => {
  const plot: Plot = {
    ...{ width: 500, height: 300 },
    x: { from: 0, to: 10, ticks: [], name: 'x' },
    y: { from: 0, to: 1, ticks: [] },
  }

  test('places its ranges inside its frame, y upwards', () => {
    expect(placeX(plot, 0)).toBeLessThan(placeX(plot, 10))
    expect(placeY(plot, 1)).toBeLessThan(placeY(plot, 0))
    expect(placeX(plot, 10)).toBeLessThan(500)
  })

  test('sets the word of a line of reference on the side that has room', () => {
    expect(drawReference(plot, 9, 'cut')).toContain('text-anchor="end"')
    expect(drawReference(plot, 1, 'cut')).not.toContain('text-anchor')
  })

  test('has fewer marks where it is narrow', () => {
    expect(scaledTicks(100, 1000, 1000).map(({ at }) => at)).toEqual([
      100, 200, 300, 400, 500, 600, 700, 800, 900, 1000,
    ])
    expect(scaledTicks(100, 1000, 300).map(({ at }) => at)).toEqual([200, 400, 600, 800, 1000])
  })
})
