import { describe, expect, test } from 'vitest'
import type { EquatingSheet } from '../../application/ports.ts'
import { calendarDate } from '../../domain/kernel/calendar-date.ts'
import { momentsOf } from '../../domain/measurement/equating/score-frequencies.ts'
import { equatingPapers } from './equating-papers.ts'
import { writeEquatingReport } from './equating-report.ts'

const form = (file: string, counts: readonly number[]) => ({
  ...{ file, highest: counts.length - 1 },
  moments: momentsOf({ lowest: 0, counts }),
})

const sheet = (scores = 5): EquatingSheet => ({
  madeOn: calendarDate('2026-11-24'),
  method: 'equipercentile',
  smoothing: 6,
  x: form('spring.csv', [1, 4, 9, 4, 1]),
  y: form('autumn.csv', [2, 5, 7, 5, 2]),
  line: null,
  replications: 200,
  rows: Array.from({ length: scores }, (_, x) => ({ x, y: x + 0.1234, error: 0.0567 })),
})

/** Text that the pages show: pdfkit writes it as hexadecimal, in pieces between kerns. */
const textOf = async (of: EquatingSheet): Promise<string> => {
  const pdf = Buffer.from(await writeEquatingReport(of, { compress: false })).toString('latin1')
  return [...pdf.matchAll(/<([0-9a-f]+)>/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('')
}
const pagesOf = async (of: EquatingSheet): Promise<number> =>
  Buffer.from(await equatingPapers.pdf(of))
    .toString('latin1')
    .match(/\/Type \/Page\n/g)?.length ?? 0

describe('an equating on paper', () => {
  test('holds every number of the conversion, and what it rests on', async () => {
    const text = await textOf(sheet())
    for (const { y } of sheet().rows) expect(text).toContain(y.toFixed(4))
    for (const shown of ['0.0567', 'spring.csv', 'autumn.csv', '19', '21', 'degree 6', '200 samples'])
      expect(text).toContain(shown)
    expect(text).toContain(sheet().x.moments.standardDeviation.toFixed(3))
    expect(text).toMatch(/Cairn is independent of Amazon Web Services/)
  })

  test('says so where there are no errors, and tells a line', async () => {
    const plain = {
      ...sheet(),
      replications: null,
      smoothing: null,
      line: { slope: 1.0291, intercept: 0.3742 },
    }
    const text = await textOf({ ...plain, rows: plain.rows.map((row) => ({ ...row, error: null })) })
    expect(text).toContain('Standard errors were not estimated')
    expect(text).toContain('y = 1.0291 x + 0.3742')
    expect(text).not.toContain('0.0567')
  })

  test('a usual form fills one page, and 300 scores go over more', async () => {
    expect(await pagesOf(sheet(66))).toBe(1)
    expect(await pagesOf(sheet(301))).toBeGreaterThan(1)
    expect(await textOf(sheet(301))).toContain('300.1234')
  })

  test('is a PDF, the same for the same sheet', async () => {
    const [one, other] = [await equatingPapers.pdf(sheet()), await equatingPapers.pdf(sheet())]
    expect(Buffer.from(one).toString('latin1', 0, 4)).toBe('%PDF')
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})
