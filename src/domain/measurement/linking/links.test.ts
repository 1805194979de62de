import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { curveNodes, linkHaebara, linkStockingLord } from './curve-links.ts'
import { linkMeanMean, linkMeanSigma } from './moment-links.ts'
import { linkAbility, linkParameters, measureDisplacement } from './scale-link.ts'

const onX = Array.from({ length: 12 }, (_, index) =>
  itemParameters({
    a: 0.7 + (index % 5) / 6,
    b: -1.8 + index / 3,
    c: 0.05 * (index % 4),
    d: index % 3 ? 1 : 0.97,
  }),
)
const methods = [
  ['mean/mean', linkMeanMean],
  ['mean/sigma', linkMeanSigma],
  ['Haebara', linkHaebara],
  ['Stocking-Lord', linkStockingLord],
] as const

describe('linkParameters', () => {
  test('leaves every probability as it was', () => {
    const link = { slope: 1.3, intercept: -0.4 }
    for (const item of onX) {
      for (const theta of [-2, 0, 1.5]) {
        const linked = probabilityCorrect(linkAbility(theta, link), linkParameters(item, link))
        expect(linked).toBeCloseTo(probabilityCorrect(theta, item), 12)
      }
    }
  })
})

describe('links of common items', () => {
  test.each(methods)('%s recovers any link of items that did not change', (_, find) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        (slope, intercept) => {
          const link = { slope, intercept }
          const found = find({ x: onX, y: onX.map((item) => linkParameters(item, link)) })
          expect(found.slope).toBeCloseTo(slope, 6)
          expect(found.intercept).toBeCloseTo(intercept, 6)
        },
      ),
      { numRuns: 15 },
    )
  })

  test.each([
    ['Haebara', linkHaebara],
    ['Stocking-Lord', linkStockingLord],
  ] as const)('%s stands at a minimum of its loss', (name, find) => {
    const noisy = onX.map((item, index) => ({
      ...item,
      b: item.b + 0.15 * Math.sin(3 * index),
      a: item.a * (1 + 0.1 * Math.cos(index)),
    }))
    const found = find({ x: onX, y: noisy })
    const loss = (slope: number, intercept: number): number => {
      const nodes = [...curveNodes(61).nodes]
      return nodes.reduce((sum, theta) => {
        const gaps = onX.map(
          (item, index) =>
            probabilityCorrect(theta, noisy[index]!) -
            probabilityCorrect(theta, linkParameters(item, { slope, intercept })),
        )
        const total = gaps.reduce((a, b) => a + b, 0)
        return sum + (name === 'Haebara' ? gaps.reduce((a, b) => a + b * b, 0) : total * total)
      }, 0)
    }
    const h = 1e-5
    const bySlope =
      (loss(found.slope + h, found.intercept) - loss(found.slope - h, found.intercept)) / (2 * h)
    const byIntercept =
      (loss(found.slope, found.intercept + h) - loss(found.slope, found.intercept - h)) / (2 * h)
    expect(bySlope).toBeCloseTo(0, 5)
    expect(byIntercept).toBeCloseTo(0, 5)
  })

  test('the symmetric link from Y to X is the inverse of that from X to Y', () => {
    const noisy = onX.map((item, index) => ({ ...item, b: 0.3 + 1.1 * item.b + 0.1 * Math.sin(5 * index) }))
    const there = linkHaebara({ x: onX, y: noisy }, { symmetric: true })
    const back = linkHaebara({ x: noisy, y: onX }, { symmetric: true })
    expect(there.slope * back.slope).toBeCloseTo(1, 6)
    expect(linkAbility(linkAbility(0.7, there), back)).toBeCloseTo(0.7, 6)
  })

  test.each(methods)('%s refuses lists that do not match', (_, find) => {
    expect(() => find({ x: onX, y: onX.slice(1) })).toThrow(RangeError)
    expect(() => find({ x: [], y: [] })).toThrow(RangeError)
  })

  test('mean/sigma refuses difficulties that do not vary', () => {
    const alike = [itemParameters({ b: 1 }), itemParameters({ b: 1 })]
    expect(() => linkMeanSigma({ x: alike, y: alike })).toThrow(RangeError)
  })
})

describe('measureDisplacement', () => {
  test('finds the one item that drifted', () => {
    const link = { slope: 1.2, intercept: 0.3 }
    const onY = onX.map((item, index) => {
      const linked = linkParameters(item, link)
      return index === 4 ? { ...linked, b: linked.b + 0.6 } : linked
    })
    const found = measureDisplacement({ x: onX, y: onY }, link, curveNodes(61))
    expect(found[4]!.difficulty).toBeCloseTo(0.6, 10)
    expect(found[4]!.curve).toBeGreaterThan(0.05)
    expect(found.filter(({ curve }) => curve > 1e-9)).toHaveLength(1)
  })
})
