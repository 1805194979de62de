import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { slopeOf } from '../model/differentiate.fixture.ts'
import { equalNodes } from '../model/quadrature.ts'
import { type Counts, summariseCategories } from './counts.ts'
import { itemTerms } from './item-terms.ts'
import { layOut } from './layout.ts'
import { addPriors, defaultPriors } from './priors.ts'
import { makeTerms } from './terms.ts'
import type { ItemSetup } from './types.ts'

const nodes = equalNodes(21, -5, 5)

/** Counts of nobody in particular: any numbers above 0. */
function someCounts(setup: ItemSetup, seed: string) {
  const layout = layOut({ items: [setup] }, 1)
  const random = seededRandom(seed)
  const categories = Float64Array.from({ length: layout.rows * nodes.length }, () => 20 * random.next())
  const counts: Counts = {
    categories,
    ...summariseCategories(layout, nodes, categories),
    groups: new Float64Array(nodes.length),
    logLikelihood: 0,
  }
  return { layout, item: layout.items[0]!, counts }
}

const infinite = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
const cases: readonly (readonly [string, ItemSetup, readonly number[], readonly number[]])[] = [
  ['2pl', { model: '2pl' }, [1.3, -0.4, ...infinite], [0, 1]],
  ['2pl, backwards', { model: '2pl' }, [-0.8, 0.3, ...infinite], [0, 1]],
  [
    '2pl with fixed guessing',
    { model: '2pl', c: 0.25 },
    [1.1, 0.5, Math.log(0.25 / 0.75), infinite[1]!],
    [0, 1],
  ],
  ['3pl', { model: '3pl' }, [1.7, -0.9, -1.2, infinite[1]!], [0, 1, 2]],
  ['4pl', { model: '4pl' }, [0.9, 0.6, -1.5, 2.4], [0, 1, 2, 3]],
  ['gpcm', { model: 'gpcm', maximum: 3 }, [1.2, 0.7, -0.2, -1.1], [0, 1, 2, 3]],
]

describe.each(cases)('terms of a %s item', (_, setup, start, offsets) => {
  const { layout, item, counts } = someCounts(setup, 'terms')
  const priors = { ...defaultPriors, b: { mean: 0.4, sd: 1.2 } }
  const withPriors = { ...item, setup: { ...setup, priors } }

  const termsAt = (moved: readonly number[]) => {
    const vector = Float64Array.from([...moved, 0, 0])
    const terms = makeTerms(item.slots)
    itemTerms({ vector, counts, nodes }, item, terms)
    return terms
  }
  const priorsAt = (moved: readonly number[]) => {
    const terms = makeTerms(item.slots)
    addPriors(Float64Array.from([...moved, 0, 0]), withPriors, terms)
    return terms
  }
  const moved = (offset: number) => (x: number) => start.map((value, place) => (place === offset ? x : value))

  test('fit the layout', () => {
    expect(layout.items[0]!.slots).toBe(start.length)
  })

  test('have the gradient that numerical differentiation gives', () => {
    for (const offset of offsets) {
      const slope = slopeOf((x) => termsAt(moved(offset)(x)).value, start[offset]!)
      expect(termsAt(start).gradient[offset]! / slope).toBeCloseTo(1, 7)
    }
  })

  test('have a symmetric information with a positive diagonal', () => {
    const { information, size } = termsAt(start)
    for (const i of offsets) {
      expect(information[i * size + i]).toBeGreaterThan(0)
      for (const j of offsets) expect(information[i * size + j]).toBeCloseTo(information[j * size + i]!, 9)
    }
  })

  test('have the curvature that numerical differentiation of the gradient gives', () => {
    const { curvature, size } = termsAt(start)
    for (const i of offsets) {
      for (const j of offsets) {
        const bend = slopeOf((x) => -termsAt(moved(j)(x)).gradient[i]!, start[j]!)
        expect(curvature[i * size + j]).toBeCloseTo(bend, 5)
      }
    }
  })

  test('have the same information and curvature in the exponential family', () => {
    if (setup.model !== 'gpcm' && (setup.model !== '2pl' || setup.c !== undefined)) return
    const { information, curvature } = termsAt(start)
    expect(information).toEqual(curvature)
  })

  test('have priors with the gradient that numerical differentiation gives', () => {
    if (start[0]! < 0) return
    for (const offset of offsets) {
      const slope = slopeOf((x) => priorsAt(moved(offset)(x)).value, start[offset]!)
      expect(priorsAt(start).gradient[offset]).toBeCloseTo(slope, 7)
    }
  })
})

describe('addPriors', () => {
  const setup: ItemSetup = { model: '2pl', priors: defaultPriors }
  const { item } = someCounts(setup, 'priors')

  test('makes a slope of 0 or below impossible', () => {
    const terms = makeTerms(4)
    addPriors(Float64Array.of(-0.1, 0, ...infinite, 0, 0), item, terms)
    expect(terms.value).toBe(Number.NEGATIVE_INFINITY)
  })

  test('says nothing of an anchor', () => {
    const terms = makeTerms(4)
    const fixed = { ...item, setup: { ...setup, fixed: { a: 3, b: 3, c: 0, d: 1 } } }
    addPriors(Float64Array.of(3, -9, ...infinite, 0, 0), fixed, terms)
    expect(terms).toEqual(makeTerms(4))
  })

  test('has its mode where ln a, b, c and d have theirs', () => {
    const full: ItemSetup = {
      model: '4pl',
      priors: { ...defaultPriors, logA: { mean: 0.2, sd: 0.3 }, b: { mean: -0.5, sd: 1 } },
    }
    const { item: four } = someCounts(full, 'mode')
    const a = Math.exp(0.2)
    const odds = (p: number) => Math.log(p / (1 - p))
    const terms = makeTerms(4)
    addPriors(Float64Array.of(a, 0.5 * a, odds(5 / 22), odds(20 / 22), 0, 0), four, terms)
    for (const slope of terms.gradient) expect(Math.abs(slope)).toBeLessThan(1)
    expect(Math.abs(terms.gradient[0]!)).toBeLessThan(1e-12)
    expect(Math.abs(terms.gradient[1]!)).toBeLessThan(1e-12)
  })
})

describe('itemTerms', () => {
  test('forbids a lower asymptote above the upper one', () => {
    const { item, counts } = someCounts({ model: '4pl' }, 'crossed')
    const terms = makeTerms(4)
    itemTerms({ vector: Float64Array.of(1, 0, 1, -1, 0, 0), counts, nodes }, item, terms)
    expect(terms.value).toBe(Number.NEGATIVE_INFINITY)
  })
})
