import { describe, expect, test } from 'vitest'
import { type CairnStone, programmeCairn } from './programme-cairn.ts'
import { faultsOf, horizontalExtent, textsOf } from './svg-check.fixture.ts'

const stone = (name: string, rest: Partial<CairnStone>): CairnStone => ({
  id: name,
  name: `AWS Certified ${name}`,
  tier: 'associate',
  status: 'active',
  examCode: null,
  remark: null,
  ...rest,
})

const stones: readonly CairnStone[] = [
  stone('Cloud Practitioner', { tier: 'foundational', examCode: 'CLF-C02' }),
  stone('Developer - Associate', { examCode: 'DVA-C02', remark: 'DVA-C03 comes' }),
  stone('Machine Learning Engineer - Associate', { examCode: 'MLA-C01' }),
  stone('DevOps Engineer - Professional', { tier: 'professional', examCode: 'DOP-C02', status: 'announced' }),
  stone('Advanced Networking - Specialty', {
    tier: 'specialty',
    status: 'ending',
    examCode: 'ANS-C01',
    remark: 'until 31 Dec 2026',
  }),
  stone('Database - Specialty', { tier: 'specialty', status: 'retired', examCode: 'DBS-C01' }),
  stone('AI Business Strategist', { tier: 'business', status: 'beta', examCode: 'AIB-C01' }),
]

const draw = (width: number, shown = stones): string =>
  programmeCairn({ id: 'p', title: 'The programme', width, stones: shown })
const heightOf = (svg: string): number => Number(/ height="([\d.]+)"/.exec(svg)?.[1])
const yOf = (svg: string, words: string): number =>
  Number(new RegExp(`y="([\\d.]+)"[^>]*>${words}<`).exec(svg)?.[1])

describe('programmeCairn', () => {
  test.each([320, 360, 640, 899, 900, 1100, 1600])('is a sound picture inside its width at %i', (width) => {
    const svg = draw(width)
    expect(faultsOf(svg)).toEqual([])
    const [left, right] = horizontalExtent(svg)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
  })

  test('shows every certification, tier and state in words', () => {
    const words = textsOf(draw(1100)).join(' ')
    for (const expected of [
      'Foundational',
      'Associate',
      'Professional',
      'Specialty',
      'Business',
      'Beside the line',
      'Retired',
    ]) {
      expect(words).toContain(expected)
    }
    for (const expected of [
      'DVA-C02',
      'DVA-C03 comes',
      'ending ANS-C01',
      'until 31 Dec 2026',
      'beta AIB-C01',
      'announced DOP-C02',
    ]) {
      expect(words).toContain(expected)
    }
    expect(words).toContain('Database, DBS-C01')
  })

  test('stacks Professional on Associate on Foundational, at any width', () => {
    for (const width of [360, 1100]) {
      const svg = draw(width)
      expect(yOf(svg, 'Professional')).toBeLessThan(yOf(svg, 'Associate'))
      expect(yOf(svg, 'Associate')).toBeLessThan(yOf(svg, 'Foundational'))
    }
  })

  test('is widest at the bottom', () => {
    for (const width of [360, 1100]) {
      const outlines = [...draw(width).matchAll(/class="stone"[^>]*? d="([^"]+)"/g)].map(([, d = '']) => {
        const xs = (d.match(/-?[\d.]+/g) ?? []).map(Number).filter((_, index) => index % 2 === 0)
        return Math.max(...xs) - Math.min(...xs)
      })
      const [professional = 0, associate = 0, foundational = 0] = outlines
      expect(professional).toBeLessThan(associate)
      expect(associate).toBeLessThan(foundational)
    }
  })

  test('puts what stands beside the line under the cairn where there is little room', () => {
    expect(yOf(draw(360), 'Specialty')).toBeGreaterThan(yOf(draw(360), 'Foundational'))
    expect(yOf(draw(1100), 'Specialty')).toBeLessThan(yOf(draw(1100), 'Foundational'))
    expect(heightOf(draw(360))).toBeGreaterThan(heightOf(draw(1100)))
  })

  test('describes the programme from the bottom up', () => {
    const description = /<desc[^>]*>([^<]*)</.exec(draw(360))?.[1] ?? ''
    expect(description).toMatch(
      /^Foundational: Cloud Practitioner \(active, CLF-C02\)\. Associate: Developer /,
    )
    expect(description).toContain(
      'Advanced Networking (ending, ANS-C01, until 31 Dec 2026); Database (retired, DBS-C01)',
    )
  })

  test('draws a programme of one certification, of retired ones only, and of none', () => {
    for (const some of [stones.slice(1, 2), stones.slice(5, 6), stones.slice(4, 5)]) {
      for (const width of [360, 1100]) expect(faultsOf(draw(width, some))).toEqual([])
    }
    expect(textsOf(draw(1100, []))).toEqual(['active', 'ending', 'beta', 'announced', 'retired'])
  })

  test('escapes names', () => {
    expect(faultsOf(draw(360, [stone('<script>&"', {})]))).toEqual([])
  })
})
