import { describe, expect, test } from 'vitest'
import { planOf } from '../../domain/path/path.fixture.ts'
import { monthTicks, routeAxis } from './route-axis.ts'
import { routeTimeline } from './route-timeline.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'
import { daysOf } from './version-spans.ts'

const today = '2026-11-23'
const { legs } = planOf({
  role: 'network-engineer',
  direction: 'networking',
  awsYears: 5,
  itYears: 12,
  hoursPerWeek: 25,
  stack: { networking: 1 },
}).route
const draw = (width: number, some = legs): string =>
  routeTimeline({ id: 'route', title: 'Your route', width, today, legs: some })

describe('the time line of a route', () => {
  test.each([320, 360, 640, 1100])('is a well-formed, named picture within its width at %d', (width) => {
    const svg = draw(width)
    expect(faultsOf(svg)).toEqual([])
    expect(svg).toContain(`width="${width}"`)
    const [left, right] = horizontalExtent(svg)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
  })

  test('has a solid and a dashed part for each leg, one after the other', () => {
    const bars = [
      ...draw(1100).matchAll(/class="(bar|bar-planned)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g),
    ]
    const parts = bars.map(([, kind, x, width]) => ({ kind, from: Number(x), to: Number(x) + Number(width) }))
    expect(parts.filter(({ kind }) => kind === 'bar')).toHaveLength(legs.length)
    expect(parts.filter(({ kind }) => kind === 'bar-planned')).toHaveLength(legs.length)
    const solid = parts.filter(({ kind }) => kind === 'bar')
    for (const [index, bar] of solid.slice(1).entries()) expect(bar.from).toBeCloseTo(solid[index]!.to, 1)
    for (const [index, dashed] of parts.filter(({ kind }) => kind === 'bar-planned').entries()) {
      expect(dashed.from).toBeCloseTo(solid[index]!.to, 1)
    }
  })

  test('says which exam and when, beside or above its bar', () => {
    for (const width of [360, 1100]) {
      const texts = textsOf(draw(width))
      expect(texts.some((text) => text.startsWith('ANS-C01'))).toBe(true)
      expect(texts.some((text) => /^\d+ Dec 2026, by \d+ Dec 2026$/.test(text))).toBe(true)
      expect(texts).toContain('today')
    }
  })

  test('marks the day on which a version ends, with words that stay inside', () => {
    for (const width of [360, 1100]) {
      expect(textsOf(draw(width))).toContain('ANS-C01 ends 31 Dec 2026')
    }
  })

  test('marks the day on which a version begins', () => {
    const web = planOf({ hoursPerWeek: 20 }).route.legs
    expect(textsOf(draw(1100, web))).toContain('DVA-C03 begins 1 Dec 2026')
  })

  test('tells everything in its description', () => {
    const description = /<desc[^>]*>([^<]*)</.exec(draw(1100))?.[1] ?? ''
    for (const { examCode } of legs) expect(description).toContain(examCode)
    expect(description).toContain('the version ends on 31 Dec 2026')
  })

  test('without legs says that nothing is planned', () => {
    expect(faultsOf(draw(360, []))).toEqual([])
    expect(draw(360, [])).toContain('No exam is planned')
  })

  test('escapes what a name may hold', () => {
    const [leg] = legs
    const svg = draw(1100, [{ ...leg!, examCode: 'A<B', name: 'R&D "x"' }])
    expect(faultsOf(svg)).toEqual([])
    expect(svg).toContain('A&lt;B')
  })
})

describe('the months of a time line', () => {
  test('hold today and every leg', () => {
    const axis = routeAxis(legs, today)
    expect(axis.start).toBe(daysOf('2026-11-01'))
    expect(axis.end).toBeGreaterThan(Math.max(...legs.map(({ examDate }) => daysOf(examDate.p90))))
  })

  test('are named as far as there is room, with the year where it begins', () => {
    const axis = { start: daysOf('2026-11-01'), end: daysOf('2027-05-01') }
    expect(monthTicks(axis, 1000).map(({ label }) => label)).toEqual([
      'Nov 2026',
      'Dec',
      'Jan 2027',
      'Feb',
      'Mar',
      'Apr',
    ])
    expect(monthTicks(axis, 200).map(({ day }) => day)).toEqual(['2026-11-01', '2027-01-01', '2027-03-01'])
    const years = { start: daysOf('2026-11-01'), end: daysOf('2030-02-01') }
    expect(monthTicks(years, 320).length).toBeLessThanOrEqual(5)
  })
})
