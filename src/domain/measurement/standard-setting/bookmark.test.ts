import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { locateItem, orderBooklet, setBookmarkStandard } from './bookmark.ts'

const items = [1.5, -0.5, 0.25, -1.5].map((b) => itemParameters({ a: 1.3, b, c: 0.2 }))

describe('locateItem', () => {
  test('is the ability with the response probability, guessing included or not', () => {
    const item = fc.record({
      a: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
      b: fc.double({ min: -3, max: 3, noNaN: true }),
      c: fc.double({ min: 0, max: 0.4, noNaN: true }),
      d: fc.double({ min: 0.8, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(item, fc.double({ min: 0.5, max: 0.75, noNaN: true }), (each, responseProbability) => {
        const included = locateItem(each, { responseProbability, guessing: 'included' })
        expect(probabilityCorrect(included, each)).toBeCloseTo(responseProbability, 9)
        const removed = locateItem(each, { responseProbability, guessing: 'removed' })
        const share = (probabilityCorrect(removed, each) - each.c) / (each.d - each.c)
        expect(share).toBeCloseTo(responseProbability, 9)
      }),
    )
  })

  test('two thirds is the usual probability: ln 2 above the difficulty of a Rasch item', () => {
    expect(locateItem(itemParameters({ b: 0 }))).toBeCloseTo(Math.LN2, 12)
  })

  test('refuses an item that guessing alone masters, and one that nobody does', () => {
    expect(() => locateItem(itemParameters({ b: 0, c: 0.7 }))).toThrow(RangeError)
    expect(() => locateItem(itemParameters({ b: 0, d: 0.6 }))).toThrow(RangeError)
    expect(() => locateItem(itemParameters({ a: -1, b: 0 }))).toThrow(RangeError)
  })
})

describe('the booklet and its bookmarks', () => {
  const booklet = orderBooklet(items)

  test('orders items from the easiest to the hardest, pages from 1', () => {
    expect(booklet.map(({ item }) => item)).toEqual([3, 1, 2, 0])
    expect(booklet.map(({ page }) => page)).toEqual([1, 2, 3, 4])
  })

  test('a judge’s cut is the page before the bookmark, the panel’s the median', () => {
    const { theta, judges, panel } = setBookmarkStandard(booklet, [2, 4, 5])
    expect(judges).toEqual([booklet[0]!.location, booklet[2]!.location, booklet[3]!.location])
    expect(theta).toBe(booklet[2]!.location)
    expect(panel.judges).toBe(3)
  })

  test('a bookmark on the first page is the first location', () => {
    expect(setBookmarkStandard(booklet, [1]).theta).toBe(booklet[0]!.location)
  })

  test.each([0, 6, 2.5])('refuses a bookmark on page %f of four', (page) => {
    expect(() => setBookmarkStandard(booklet, [page])).toThrow(RangeError)
  })
})
