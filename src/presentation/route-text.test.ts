import { describe, expect, test } from 'vitest'
import { planOf } from '../domain/path/path.fixture.ts'
import { plainMarkup, writeExcluded, writeRoute } from './route-text.ts'

const plan = planOf({ direction: 'devops', held: [{ certificationId: 'CLF-C02', earnedOn: '2024-06-01' }] })
const text = writeRoute(plan, { width: 90, markup: plainMarkup })
const flat = text.replace(/\s+/g, ' ')

describe('a route in the terminal', () => {
  test('begins with what it comes to', () => {
    expect(text.split('\n')[0]).toBe('Your route, as of 23 Nov 2026')
    expect(flat).toMatch(
      /3 exams: plan \d+ hours and US\$375 of fees, with failed sittings counted in \d+ hours and US\$525\./,
    )
  })

  test('lists dated legs with their reasons, in order', () => {
    const places = [
      '1. Developer - Associate (DVA-C03, Associate)',
      '2. Solutions Architect',
      '3. DevOps Engineer',
    ].map((title) => text.indexOf(title))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
    expect(flat).toContain('Role: web developer: +50 points.')
    expect(flat).toMatch(
      /Book by \d+ \w+ 2027; sit on \d+ \w+ 2027 \(passed between .*\); P\(pass\) 0\.80; US\$150\./,
    )
    expect(flat).toContain('US$75 with a voucher.')
  })

  test('marks a version that turns', () => {
    expect(flat).toContain('! The version turns while you prepare: DVA-C02 ends on 2026-11-30')
  })

  test('goes on with alternatives, what is left out, what would flip it, and renewals', () => {
    const headings = ['Alternatives', 'Left out, and why', 'What would flip it', 'Renewals'].map((heading) =>
      text.split('\n').indexOf(heading),
    )
    expect(headings).toEqual([...headings].sort((one, other) => one - other))
    expect(headings[0]).toBeGreaterThan(0)
    expect(flat).toContain('- Fastest: The fewest expected weeks to Developer - Associate.')
    expect(flat).toContain('Consider: developer-associate')
    expect(flat).toContain(plan.flips)
    expect(flat).toMatch(/Cloud Practitioner: runs out on .* 2030 \(renewed on the route on/)
    expect(flat).toMatch(/Proved optimal after \d+ states?\./)
  })

  test.each([60, 90, 104])('keeps to a width of %d', (width) => {
    const lines = writeRoute(plan, { width, markup: plainMarkup }).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
  })

  test('marks up headings and what may be skipped, where that is asked for', () => {
    const marked = writeRoute(plan, {
      width: 90,
      markup: { strong: (part) => `<b>${part}</b>`, soft: (part) => `<i>${part}</i>` },
    })
    expect(marked).toContain('<b>Alternatives</b>')
    expect(marked).toMatch(/<i> {3}- /)
    expect(marked.replace(/<\/?[bi]>/g, '')).toBe(text)
  })

  test('can tell what is left out alone', () => {
    const excluded = writeExcluded(plan.excluded.slice(0, 1), { width: 90, markup: plainMarkup })
    expect(excluded.split('\n')[0]).toBe('Left out, and why')
    expect(excluded.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1)
  })
})
