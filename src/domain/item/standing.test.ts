import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { makeItem, makeMatching, makeOrdering, optionsOf } from './item.fixture.ts'
import { agreesWithKey, type BlindSheet, keyInFile, sheetsFor, standingOf } from './standing.ts'
import type { Item } from './types.ts'

const today = calendarDate('2026-11-24')
const several = makeItem({ kind: 'multiple-response', select: 2, options: optionsOf(5, [1, 4]) })

const sheet = (solver: string, changes: Partial<BlindSheet> = {}): BlindSheet => ({
  item: 'tst-0001',
  hash: 'tst-0001-hash',
  solver,
  by: 'model',
  answer: [1],
  reason: 'It decides.',
  alternatives: [],
  on: today,
  ...changes,
})

const stand = (sheets: readonly BlindSheet[], changes: Partial<Item> = {}, errors = 0) =>
  standingOf(makeItem(changes), { sheets, errors, today })

describe('keyInFile and agreesWithKey', () => {
  test('give the key of every kind as option indexes', () => {
    expect(keyInFile(makeItem())).toEqual([1])
    expect(keyInFile(several)).toEqual([1, 4])
    expect(keyInFile(makeOrdering())).toEqual([2, 0, 3])
    expect(keyInFile(makeMatching())).toEqual([2, 0, 2])
  })

  test('order counts for ordering and matching alone', () => {
    expect(agreesWithKey(several, { answer: [4, 1] })).toBe(true)
    expect(agreesWithKey(several, { answer: [4] })).toBe(false)
    expect(agreesWithKey(makeOrdering(), { answer: [2, 0, 3] })).toBe(true)
    expect(agreesWithKey(makeOrdering(), { answer: [0, 2, 3] })).toBe(false)
    expect(agreesWithKey(makeMatching(), { answer: [2, 0, 2] })).toBe(true)
    expect(agreesWithKey(makeMatching(), { answer: [0, 2, 2] })).toBe(false)
  })
})

describe('sheetsFor', () => {
  test('leaves out other items, other content and a solver who comes twice', () => {
    const first = sheet('ada')
    expect(
      sheetsFor(makeItem(), [
        first,
        sheet('ada', { answer: [2] }),
        sheet('bo', { hash: 'old' }),
        sheet('cy', { item: 'other' }),
      ]),
    ).toEqual([first])
  })
})

describe('standingOf', () => {
  test('two solvers who agree make an item operational', () => {
    expect(stand([sheet('ada'), sheet('bo')])).toEqual({
      state: 'operational',
      reason: 'Solved alike by ada, bo.',
    })
  })

  test.each<[string, readonly BlindSheet[], string]>([
    ['no sheet', [], '0 of 2 agreeing blind sheets for its present content.'],
    ['one sheet', [sheet('ada')], '1 of 2 agreeing blind sheets for its present content.'],
    [
      'one solver twice',
      [sheet('ada'), sheet('ada')],
      '1 of 2 agreeing blind sheets for its present content.',
    ],
    [
      'sheets for older content',
      [sheet('ada', { hash: 'old' }), sheet('bo', { hash: 'old' })],
      '0 of 2 agreeing blind sheets for its present content.',
    ],
  ])('%s leaves it in review', (_, sheets, reason) => {
    expect(stand(sheets)).toEqual({ state: 'in-review', reason })
  })

  test('one who solves it otherwise disputes it, whoever else agrees', () => {
    expect(stand([sheet('ada'), sheet('bo'), sheet('cy', { answer: [0] })])).toEqual({
      state: 'disputed',
      reason: 'Solved otherwise by cy.',
    })
  })

  test('one who defends another option disputes it', () => {
    expect(stand([sheet('ada'), sheet('bo', { alternatives: [3] })]).state).toBe('disputed')
  })

  test('lint errors and a later beginning keep it a draft, an end retires it', () => {
    const both = [sheet('ada'), sheet('bo')]
    expect(stand(both, {}, 2)).toEqual({ state: 'draft', reason: '2 lint errors.' })
    expect(stand(both, { validFrom: calendarDate('2026-12-01') })).toEqual({
      state: 'draft',
      reason: 'Valid from 2026-12-01.',
    })
    expect(stand(both, { validUntil: calendarDate('2026-11-23') })).toEqual({
      state: 'retired',
      reason: 'Valid until 2026-11-23.',
    })
    expect(stand(both, { validUntil: today }).state).toBe('operational')
  })
})
