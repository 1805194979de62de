import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeItem, makeMatching, makeOrdering, optionsOf, place } from './item.fixture.ts'
import { keyOf, scoreResponse } from './score-response.ts'
import type { Response } from './types.ts'

const single = place(makeItem(), [3, 1, 0, 2])
const several = place(
  makeItem({ kind: 'multiple-response', select: 2, options: optionsOf(5, [0, 4]) }),
  [4, 3, 2, 1, 0],
)
const ordering = place(makeOrdering(), [1, 0, 3, 2])
const matching = place(makeMatching(), [2, 0, 1], [1, 2, 0])

describe('keyOf', () => {
  test('names the key in the identifiers of the form, wherever the options stand', () => {
    expect(keyOf(single)).toEqual({ selected: ['o1'] })
    expect(keyOf(several)).toEqual({ selected: ['o4', 'o0'] })
  })

  test('gives an ordering key in its right order, without the options that are not part of it', () => {
    expect(keyOf(ordering)).toEqual({ ordered: ['o3', 'o1', 'o2'] })
  })

  test('gives a matching key by presented prompt', () => {
    expect(keyOf(matching)).toEqual({ matched: { p0: 'o1', p1: 'o0', p2: 'o0' } })
  })
})

describe('scoreResponse', () => {
  test('counts no response as not correct', () => {
    for (const placed of [single, several, ordering, matching])
      expect(scoreResponse(placed, null)).toEqual({ correct: false })
  })

  test.each<[string, Parameters<typeof scoreResponse>[0], Response, boolean]>([
    ['the key', single, { selected: ['o1'] }, true],
    ['a distractor', single, { selected: ['o0'] }, false],
    ['nothing selected', single, { selected: [] }, false],
    ['the whole key in any order', several, { selected: ['o0', 'o4'] }, true],
    ['half of the key', several, { selected: ['o0'] }, false],
    ['half of the key and a distractor', several, { selected: ['o0', 'o1'] }, false],
    ['the right order', ordering, { ordered: ['o3', 'o1', 'o2'] }, true],
    ['the right options in another order', ordering, { ordered: ['o1', 'o3', 'o2'] }, false],
    ['the right order cut short', ordering, { ordered: ['o3', 'o1'] }, false],
    ['every pair right', matching, { matched: { p2: 'o0', p1: 'o0', p0: 'o1' } }, true],
    ['one pair wrong', matching, { matched: { p0: 'o1', p1: 'o0', p2: 'o2' } }, false],
    ['one pair missing', matching, { matched: { p0: 'o1', p1: 'o0' } }, false],
    ['a response of another shape', single, { ordered: ['o1'] }, false],
  ])('all or nothing: %s', (_, placed, response, correct) => {
    expect(scoreResponse(placed, response)).toEqual({ correct })
  })

  test('the key is correct and every other selection is not, for any order of the options', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(order, fc.uniqueArray(fc.nat(4), { maxLength: 5 }), (optionOrder, picked) => {
        const placed = place(several.item, optionOrder)
        expect(scoreResponse(placed, keyOf(placed)).correct).toBe(true)
        const authors = picked.map((index) => optionOrder[index]).sort()
        const selected = picked.map((index) => `o${index}`)
        expect(scoreResponse(placed, { selected }).correct).toBe(authors.join() === '0,4')
      }),
    )
  })
})
