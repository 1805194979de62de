import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ItemParameters, itemParameters } from '../model/item-parameters.ts'
import { buildConversionTable, type ConversionTable, convertRawScore } from './conversion-table.ts'
import { canonicalText, checkConversionTable, freezeConversionTable } from './freeze-conversion.ts'
import { equateTrueScore } from './item-response.ts'
import { rawCutThrough, reportingScale, scaleRawScore } from './reporting-scale.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const scale = reportingScale(720, 0)
const form = Array.from({ length: 65 }, (_, index) => itemParameters({ a: 1, b: -2 + index / 16, c: 0.2 }))
const table = buildConversionTable({ formId: 'A', scale, items: form })

function expectSound({ rows, rawCut, scale: { cutScore, lowest, highest } }: ConversionTable): void {
  rows.forEach(({ raw, scaled }, index) => {
    expect(raw).toBe(index)
    expect(Number.isInteger(scaled)).toBe(true)
    expect(scaled).toBeGreaterThanOrEqual(rows[index - 1]?.scaled ?? lowest)
    expect(scaled).toBeLessThanOrEqual(highest)
    expect(scaled >= cutScore).toBe(raw >= rawCut)
  })
}

const item: fc.Arbitrary<ItemParameters> = fc
  .record({
    a: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
    b: fc.double({ min: -3, max: 3, noNaN: true }),
    c: fc.double({ min: 0, max: 0.35, noNaN: true }),
  })
  .map(itemParameters)

describe('buildConversionTable', () => {
  test('gives every raw score a row, ends at 100 and 1000, and passes exactly from the cut on', () => {
    expect(table.rows).toHaveLength(66)
    expectSound(table)
    expect(table.rows[0]?.scaled).toBe(100)
    expect(table.rows[65]?.scaled).toBe(1000)
    expect(table.rows[table.rawCut]?.scaled).toBeGreaterThanOrEqual(720)
    expect(table.rows[table.rawCut - 1]?.scaled).toBeLessThanOrEqual(719)
  })

  test('is sound for any form and any standard', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 2, maxLength: 40 }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.constantFrom(700, 720, 750),
        (items, cutTheta, cutScore) => {
          expectSound(buildConversionTable({ formId: 'x', scale: reportingScale(cutScore, cutTheta), items }))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('gives two forms of unequal difficulty unequal cuts and the same score for the same ability', () => {
    const harder = form.map((each) => ({ ...each, b: each.b + 0.3 }))
    const other = buildConversionTable({ formId: 'B', scale, items: harder })
    expect(other.rawCut).toBeLessThan(table.rawCut)
    const raw = 45
    const twin = equateTrueScore(raw, harder, form)
    expect(other.rows[raw]!.scaled).toBeGreaterThanOrEqual(table.rows[Math.floor(twin)]!.scaled)
    expect(other.rows[raw]!.scaled).toBeLessThanOrEqual(table.rows[Math.ceil(twin)]!.scaled)
  })

  test('takes a form that was equated in another way', () => {
    const equate = (raw: number): number => Math.min(65, 1.02 * raw + 0.5)
    const rawCut = rawCutThrough(equate, { baseCut: 41.6, maximum: 65 })
    const made = buildConversionTable({
      formId: 'C',
      scale,
      items: form,
      rawCut,
      scaleOf: (raw) => scaleRawScore(equate(raw), form, scale),
    })
    expect(made.rawCut).toBe(41)
    expectSound(made)
  })

  test('states an error that is largest in the middle and is never NaN', () => {
    const errors = table.rows.map((row) => row.standardError)
    expect(errors.every((error) => error >= 0 && error < 120)).toBe(true)
    expect(table.rows[table.rawCut]!.standardError).toBeGreaterThan(30)
  })

  test('refuses a form without items and a cut outside it', () => {
    expect(() => buildConversionTable({ formId: 'x', scale, items: [] })).toThrow(RangeError)
    expect(() => buildConversionTable({ formId: 'x', scale, items: form, rawCut: 66 })).toThrow(RangeError)
  })
})

describe('convertRawScore', () => {
  test('is a look-up', () => {
    expect(convertRawScore(table, 40)).toBe(table.rows[40])
    expect(() => convertRawScore(table, 66)).toThrow(RangeError)
    expect(() => convertRawScore(table, 40.5)).toThrow(RangeError)
  })
})

describe('a frozen table', () => {
  const frozen = freezeConversionTable(table, sha256)

  test('has the same text and the same hash whenever it is built', () => {
    const again = buildConversionTable({ formId: 'A', scale, items: form })
    expect(canonicalText(again)).toBe(canonicalText(table))
    expect(freezeConversionTable(again, sha256).hash).toBe(frozen.hash)
    expect(canonicalText(table).split('\n').slice(0, 5)).toEqual([
      'conversion-table 1',
      'form "A"',
      'scale 100,1000,720,0,2,3.1',
      `cut ${table.rawCut}`,
      `0,100,${table.rows[0]!.standardError}`,
    ])
  })

  test('is sound as built, and survives JSON', () => {
    expect(checkConversionTable(frozen, sha256)).toEqual([])
    expect(checkConversionTable(JSON.parse(JSON.stringify(frozen)), sha256)).toEqual([])
  })

  test('shows a changed score', () => {
    const rows = frozen.rows.map((row) => (row.raw === 30 ? { ...row, scaled: 999 } : row))
    expect(checkConversionTable({ ...frozen, rows }, sha256).map(({ code }) => code)).toEqual([
      'conversion-altered',
      'conversion-cut-inexact',
      'conversion-falls',
    ])
  })

  test('shows what is wrong with a table that was hashed as it is', () => {
    const [first, ...others] = table.rows
    const broken = [
      { ...table, rows: others },
      { ...table, rows: [{ ...first!, scaled: 99 }, ...others] },
    ].map((each) => checkConversionTable(freezeConversionTable(each, sha256), sha256))
    expect(broken[0]?.[0]).toEqual({ code: 'conversion-row-missing', raw: 0 })
    expect(broken[1]).toEqual([{ code: 'conversion-beyond-scale', raw: 0 }])
  })
})
