import { describe, expect, test } from 'vitest'
import { drawBadge } from './badge-shapes.ts'
import { badgeSvg } from './badge-svg.ts'
import { breakLetters, drawLetters } from './lettering.ts'
import { qrPath, qrSize } from './qr-path.ts'
import { badgeSize } from './shape.ts'

const face = {
  kind: 'readiness-record',
  title: 'Harbour work',
  examCode: 'TST-C01',
  tier: 'associate',
} as const

const numbersIn = (path: string): number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number)

describe('lettering', () => {
  test('draws letters and figures one after another, and leaves out what it does not know', () => {
    const one = drawLetters('A', { size: 14, x: 0, baseline: 14 })
    const two = drawLetters('AA', { size: 14, x: 0, baseline: 14 })
    expect(two.width).toBeCloseTo(2 * one.width + 4.2)
    expect(drawLetters('a\u4e2d', { size: 14, x: 0, baseline: 14 })).toEqual(one)
    expect(drawLetters('\u00c4', { size: 14, x: 0, baseline: 14 })).toEqual(one)
    expect(drawLetters('', { size: 14, x: 0, baseline: 14 })).toEqual({ path: '', width: 0 })
  })

  test('stands between its capitals’ height and its base line', () => {
    const { path } = drawLetters('SAA-C03', { size: 28, x: 100, baseline: 200 })
    const heights = numbersIn(path).filter((_, index) => index % 2 === 1)
    expect([Math.min(...heights), Math.max(...heights)]).toEqual([172, 200])
  })

  test('has every capital and every figure', () => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
      expect([letter, drawLetters(letter, { size: 10, x: 0, baseline: 10 }).path !== '']).toEqual([
        letter,
        true,
      ])
  })

  test('is broken at spaces, and a long word stands by itself', () => {
    expect(breakLetters('one two three', 14, 90)).toEqual(['one two', 'three'])
    expect(breakLetters('incomprehensible', 14, 20)).toEqual(['incomprehensible'])
  })
})

describe('a badge', () => {
  test('says in words what it shows, and never that anybody is certified', () => {
    expect(drawBadge(face).words).toBe('Readiness record. Harbour work. TST-C01. Practice, unproctored')
    expect(drawBadge({ ...face, kind: 'programme-credential' }).words).not.toMatch(/Practice/)
  })

  test('of practice cannot be taken for one of a programme', () => {
    const paints = (kind: 'readiness-record' | 'programme-credential') =>
      drawBadge({ ...face, kind }).shapes[0]?.paint
    expect(paints('readiness-record')).not.toBe(paints('programme-credential'))
  })

  test.each([
    'A',
    'Solutions architecture, associate level',
    'The whole of what a night shift on a harbour of middling size asks of its people in winter',
  ])('keeps every shape inside its frame: %s', (title) => {
    for (const { path, pen } of drawBadge({ ...face, title }).shapes) {
      const numbers = numbersIn(path)
      const reach = (pen ?? 0) / 2
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-reach)
      expect(Math.max(...numbers)).toBeLessThanOrEqual(badgeSize + reach)
    }
  })

  test('as SVG is an image with a name, and needs nothing else', () => {
    const svg = badgeSvg(drawBadge({ ...face, title: 'Locks & <quays>' }), { id: 'b', size: 200 })
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="b-title"/)
    expect(svg).toContain('Locks &amp; &lt;quays&gt;')
    expect(svg.replace(/xmlns="[^"]*"/, '')).not.toMatch(/style=|<text|<script|http/)
  })
})

test('a code is drawn a unit a module, within its quiet zone', () => {
  const modules = [
    [true, false],
    [false, true],
  ]
  expect(qrPath(modules)).toBe('M4 4h1v1h-1zM5 5h1v1h-1z')
  expect(qrSize(modules)).toBe(10)
})
