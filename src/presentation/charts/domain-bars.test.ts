import { describe, expect, test } from 'vitest'
import { type DomainBar, domainBars } from './domain-bars.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'

const domains: readonly DomainBar[] = [
  { number: 1, name: 'Development with AWS Services', weightPercent: 32 },
  {
    number: 2,
    name: 'Monitoring, Logging, Analysis, Remediation, and Performance Optimization',
    weightPercent: 16,
  },
  { number: 3, name: 'Cost Control', weightPercent: 12.5 },
]
const draw = (width: number, bars = domains): string =>
  domainBars({ id: 'd', title: 'Domains', width, domains: bars })
const widths = (svg: string, name: string): readonly number[] =>
  [...svg.matchAll(new RegExp(`<rect [^>]*class="${name}" width="([\\d.]+)"`, 'g'))].map(([, width]) =>
    Number(width),
  )

describe('domainBars', () => {
  test.each([280, 360, 639, 640, 1100])('is a sound picture inside its width at %i', (width) => {
    const svg = draw(width)
    expect(faultsOf(svg)).toEqual([])
    expect(horizontalExtent(svg)[1]).toBeLessThanOrEqual(width)
  })

  test('bars are as long as their weights, on a scale to the next ten', () => {
    const svg = draw(360)
    const [track = 0] = widths(svg, 'bar-track')
    const [first = 0, second = 0, third = 0] = widths(svg, 'bar')
    expect(first / track).toBeCloseTo(32 / 40, 2)
    expect(first / second).toBeCloseTo(2, 2)
    expect(third / track).toBeCloseTo(12.5 / 40, 2)
  })

  test('prints names and weights', () => {
    const words = textsOf(draw(360))
    expect(words).toEqual(
      expect.arrayContaining(['1 Development with AWS Services', '32%', '16%', '12.5%', '3 Cost Control']),
    )
  })

  test('breaks a long name above its bar', () => {
    expect(textsOf(draw(360)).filter((words) => /^2 Monitoring|Performance/.test(words))).toHaveLength(2)
  })

  test('an unknown weight has no bar and says so', () => {
    const svg = draw(360, [{ number: 1, name: 'Cloud-native', weightPercent: null }])
    expect(widths(svg, 'bar')).toEqual([])
    expect(widths(svg, 'bar-track')).toHaveLength(1)
    expect(textsOf(svg)).toContain('unknown')
    expect(faultsOf(svg)).toEqual([])
  })
})
