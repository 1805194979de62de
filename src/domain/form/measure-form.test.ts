import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkConversionTable } from '../measurement/equating/freeze-conversion.ts'
import { makeBank } from './item-bank.ts'
import { countStates, measureForm, scaleOfForm } from './measure-form.ts'
import { makePack } from './pool.fixture.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const pack = makePack(200)
const bank = makeBank(pack, null)
const draw = (from: number, count: number, scored = (_: number) => true) =>
  pack.items.slice(from, from + count).map((item, index) => ({ item, scored: scored(index) }))
const measure = (items: ReturnType<typeof draw>) =>
  measureForm({ formId: 'f', cutScore: 720, items }, bank, sha256)

describe('measureForm', () => {
  test('the conversion is sound: exact at the cut, never falling, from 100 to 1000, under its hash', () => {
    const { conversion } = measure(draw(0, 50))
    expect(conversion?.rows).toHaveLength(51)
    expect(checkConversionTable(conversion!, sha256)).toEqual([])
    expect([conversion?.rows[0]?.scaled, conversion?.rows[50]?.scaled]).toEqual([100, 1000])
    expect(conversion?.rows[conversion.rawCut]?.scaled).toBeGreaterThanOrEqual(720)
    expect(conversion?.rows[conversion.rawCut - 1]?.scaled).toBeLessThan(720)
  })

  test('a harder form has a lower raw cut', () => {
    const byDifficulty = [...pack.items]
      .sort((a, b) => a.angoff - b.angoff)
      .map((item) => ({ item, scored: true }))
    const [hard, easy] = [measure(byDifficulty.slice(0, 50)), measure(byDifficulty.slice(-50))]
    expect(hard.conversion!.rawCut).toBeLessThan(easy.conversion!.rawCut - 3)
  })

  test('pretest items have estimates and no part in the conversion', () => {
    const { estimates, conversion } = measure(draw(0, 40, (index) => index % 4 !== 0))
    expect(estimates).toHaveLength(40)
    expect(conversion?.rows).toHaveLength(31)
  })

  test('fewer than twelve scored items give estimates and nothing else', () => {
    expect(measure(draw(0, 11))).toMatchObject({ conversion: null, decisions: null, version: 0 })
    expect(measure(draw(0, 12)).conversion).not.toBeNull()
  })

  test('fifty items decide as well as the literature has it, twelve far worse', () => {
    const [long, short] = [measure(draw(0, 50)).decisions, measure(draw(0, 12)).decisions]
    expect(long?.accuracy).toBeGreaterThan(0.86)
    expect(long?.consistency).toBeGreaterThan(0.8)
    expect(short?.accuracy).toBeLessThan(long!.accuracy)
  })

  test('the same form is measured the same, byte for byte', () => {
    expect(JSON.stringify(measure(draw(30, 50)))).toBe(JSON.stringify(measure(draw(30, 50))))
  })

  test('an item that the bank does not know has its judged value', () => {
    const [item] = pack.items
    const { estimates } = measure([{ item: { ...item!, id: 'elsewhere' }, scored: true }])
    expect(estimates[0]).toMatchObject({ state: 'uncalibrated', responses: 0 })
  })
})

test('the scale has its cut at the standard', () => {
  expect(scaleOfForm(750)).toMatchObject({ cutScore: 750, cutTheta: 0, lowest: 100, highest: 1000 })
})

test('states are counted', () => {
  expect(countStates([{ state: 'held' }, { state: 'operational' }, { state: 'held' }])).toEqual({
    ...{ uncalibrated: 0, provisional: 0, operational: 1, held: 2 },
  })
})
