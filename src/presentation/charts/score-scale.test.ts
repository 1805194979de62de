import { describe, expect, test } from 'vitest'
import { type ScoreScale, scoreScale } from './score-scale.ts'

const scale: ScoreScale = { id: 'score', width: 720, score: 742, low: 660, high: 820, cutScore: 720 }
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '')
const intervalOf = (svg: string) =>
  /class="scale-interval" x="([\d.]+)"[^>]*? width="([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []

describe('the picture of a score', () => {
  test('shows score, interval, cut and ends in numbers', () => {
    expect(texts(scoreScale(scale)).sort()).toEqual(['100', '1000', '660', '742', '820', 'cut 720'])
  })

  test('says the same in its description', () => {
    expect(scoreScale(scale)).toContain(
      'Score 742 with an interval from 660 to 820, on a scale from 100 to 1000 with its cut at 720.',
    )
  })

  test('places 100 at the left end, 1000 at the right end, 550 in the middle', () => {
    expect(intervalOf(scoreScale({ ...scale, low: 100, high: 1000 }))).toEqual([16, 688])
    expect(intervalOf(scoreScale({ ...scale, low: 550, high: 1000 }))).toEqual([360, 344])
  })

  test('goes without an interval where there is none', () => {
    const svg = scoreScale({ ...scale, low: null, high: null })
    expect(svg).not.toContain('scale-interval')
    expect(svg).toContain('Score 742, on a scale')
  })

  test('leaves out the ends of a narrow interval that would lie on the score', () => {
    expect(texts(scoreScale({ ...scale, low: 720, high: 765 }))).not.toContain('720')
  })

  test('keeps labels at the edges inside the picture', () => {
    expect(scoreScale({ ...scale, score: 100 })).toMatch(/<text[^>]*x="16"[^>]*>100</)
    expect(scoreScale({ ...scale, score: 1000 })).toContain('text-anchor="end"')
  })

  test('never leaves the scale', () => {
    expect(intervalOf(scoreScale({ ...scale, low: 20, high: 1200 }))).toEqual([16, 688])
  })

  test('fits a narrow place: the end next to the cut gives way, and nothing leaves the picture', () => {
    const svg = scoreScale({ ...scale, width: 280, cutScore: 800 })
    expect(texts(svg)).toContain('100')
    expect(texts(svg)).not.toContain('1000')
    expect(svg).toContain('viewBox="0 0 280 132"')
    expect(intervalOf(scoreScale({ ...scale, width: 280, low: 100, high: 1000 }))).toEqual([16, 248])
  })

  test('holds no style and no script', () => {
    expect(scoreScale(scale)).not.toMatch(/style=|<style|<script/)
  })
})
