import { describe, expect, test } from 'vitest'
import { makeItem as soundItem } from '../item/item.fixture.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { familyOf } from './compose-draft.ts'
import { drawVariant, faultsOf } from './draw-variant.ts'
import { hashItem, shippedFacts } from './family-kit.fixture.ts'
import { isAlive, validUntilOf } from './make-item.ts'
import { sumModel } from './sum-model.fixture.ts'
import type { FamilyModel } from './types.ts'

const facts = shippedFacts()
const family = familyOf(sumModel)
const ending = {
  ...facts,
  'aurora-copies': { ...facts['aurora-copies'], validUntil: calendarDate('2026-12-31') },
}
const draw = (changes: Partial<FamilyModel<readonly [number, number]>> = {}, seed = '7') =>
  drawVariant({ family: familyOf({ ...sumModel, ...changes }), seed, facts, hashItem })

describe('a variant', () => {
  test('is an item with the id of family and seed, of origin family, with a key and misconceptions', () => {
    const drawn = drawVariant({ family, seed: '7', examCode: 'SAP-C03', facts, hashItem })
    if (!drawn.ok) throw new Error(drawn.error.code)
    const { item, beliefs } = drawn.value
    expect(item).toMatchObject({
      id: 'family-test-sum-7',
      origin: { by: 'family', on: '2026-11-24' },
      domain: 2,
      task: null,
      alsoFor: [{ examCode: 'SAA-C03', task: '1.1' }],
      validUntil: null,
      select: null,
    })
    expect(item.hash).toBe(hashItem(item))
    expect(item.options.map(({ key }) => key)).toEqual(beliefs.map((belief) => belief === null))
    expect(item.options.filter(({ key }) => key === false).every(({ misconception }) => misconception)).toBe(
      true,
    )
  })

  test('follows from its seed alone', () => {
    expect(draw()).toEqual(draw())
    expect(draw()).not.toEqual(draw({}, '8'))
  })

  test('is drawn again until no lint finding is left, and given up with the reasons counted', () => {
    const vague = draw({
      render: () => ({
        stem: 'A shop usually sells many lamps on one day and few on the day after. How many does it sell?',
        option: (answer) => ({ text: `usually ${answer}`, rationale: 'r' }),
      }),
    })
    expect(vague).toEqual({
      ok: false,
      error: { code: 'family-exhausted', family: 'test-sum', seed: '7', refusals: { 'lint-finding': 200 } },
    })
  })

  test('ends with the first of its facts, and the family with it', () => {
    expect(validUntilOf(family, ending)).toBe('2026-12-31')
    expect(isAlive(family, ending, calendarDate('2026-12-31'))).toBe(true)
    expect(isAlive(family, ending, calendarDate('2027-01-01'))).toBe(false)
    expect(isAlive(family, facts, calendarDate('2026-11-23'))).toBe(false)
  })

  test('cannot be placed in an exam that the family does not serve', () => {
    expect(() => drawVariant({ family, seed: '7', examCode: 'CLF-C02', facts, hashItem })).toThrow(RangeError)
  })
})

test('a long stem is no fault beside code, a long sentence none beside a list', () => {
  const long = `${'word '.repeat(130)}ends here. Which option meets these requirements?`
  expect(faultsOf(soundItem({ stem: long })).map(({ rule }) => rule)).toEqual(['stem-long', 'sentence-long'])
  expect(faultsOf(soundItem({ stem: `- ${long}` })).map(({ rule }) => rule)).toEqual(['stem-long'])
  expect(faultsOf(soundItem({ stem: `\`\`\`json\n{}\n\`\`\`\n${long}` }))).toEqual([])
})
