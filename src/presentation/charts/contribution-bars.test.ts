import { describe, expect, test } from 'vitest'
import { planOf } from '../../domain/path/path.fixture.ts'
import { contributionBars } from './contribution-bars.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'

const { legs } = planOf({ direction: 'devops', stack: { serverless: 0.8 } }).route
const draw = (width: number, some = legs): string =>
  contributionBars({ id: 'points', title: 'Worth and costs', width, legs: some })

const barsOf = (svg: string, kind: string): readonly number[] =>
  [
    ...svg.matchAll(
      new RegExp(`width="([\\d.]+)"[^>]*class="${kind}"|class="${kind}"[^>]*width="([\\d.]+)"`, 'g'),
    ),
  ].map(([, before, after]) => Number(before ?? after))

describe('worth and costs of each leg', () => {
  test.each([320, 360, 1100])('are a well-formed, named picture within its width at %d', (width) => {
    const svg = draw(width)
    expect(faultsOf(svg)).toEqual([])
    const [left, right] = horizontalExtent(svg)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
  })

  test('are drawn one bar for each term, filled for worth and dashed for cost', () => {
    const terms = legs.flatMap(({ contributions }) => contributions)
    const svg = draw(1100)
    expect(barsOf(svg, 'bar')).toHaveLength(terms.filter(({ points }) => points > 0).length)
    expect(barsOf(svg, 'bar-planned')).toHaveLength(terms.filter(({ points }) => points < 0).length)
  })

  test('stand in proportion to their points', () => {
    const [first] = legs
    const worth = first!.contributions.filter(({ points }) => points > 0)
    const [one, other] = barsOf(draw(1100, [first!]), 'bar')
    expect((one! + 2) / (other! + 2)).toBeCloseTo(worth[0]!.points / worth[1]!.points, 2)
  })

  test('tell each number and the balance in words', () => {
    const texts = textsOf(draw(1100)).join(' ')
    expect(texts).toContain('Worth: role 50, direction 24, stack 28.8')
    expect(texts).toMatch(/Costs: hours [\d.]+, fees [\d.]+, waiting [\d.]+/)
    expect(texts).toContain(`${Math.round(legs[0]!.gain * 10) / 10} points`)
  })

  test('a wish is told, not drawn', () => {
    const [leg] = planOf({ wants: ['SCS-C03'] }).route.legs.filter(({ examCode }) => examCode === 'SCS-C03')
    const svg = draw(1100, [leg!])
    expect(textsOf(svg).join(' ')).toContain('and you asked for it')
    expect(svg).not.toContain('1000')
  })

  test('without legs say so', () => {
    expect(faultsOf(draw(360, []))).toEqual([])
    expect(draw(360, [])).toContain('No exam is planned.')
  })
})
