import { describe, expect, test } from 'vitest'
import { observe, startAbility } from '../adaptive/ability.ts'
import { prepareBank } from '../adaptive/bank.ts'
import { itemParameters } from '../model/item-parameters.ts'
import { normalQuadrature, type Quadrature } from '../model/quadrature.ts'
import { type Growth, usualGrowth } from './growth.ts'
import { type PracticeResponse, trackAbility } from './track-ability.ts'
import { expectedCurve } from './uncertain-item.ts'

const prior = normalQuadrature({ count: 121 })
const still: Growth = { meanPerDay: 0, variancePerDay: 0 }
const items = Array.from({ length: 30 }, (_, index) =>
  itemParameters({ a: 1.1, b: -1.5 + index / 10, c: 0.2 }),
)
const curves = items.map((parameters) =>
  expectedCurve({ parameters, logDiscriminationSd: 0, difficultySd: 0 }, prior.nodes),
)
const meanOf = ({ nodes, weights }: Quadrature): number =>
  nodes.reduce((sum, theta, q) => sum + theta * weights[q]!, 0)

const practise = (correct: (index: number) => boolean, day: (index: number) => number): PracticeResponse[] =>
  curves.map((curve, index) => ({ curve, correct: correct(index), day: day(index), exposure: 1 }))

describe('trackAbility', () => {
  test('without growth is Bayes’ rule, whatever the days', () => {
    const bank = prepareBank(
      items.map((parameters) => ({ parameters, content: 0 })),
      prior,
    )
    const expected = items.reduce(
      (ability, _, item) => observe(ability, bank, item, item % 3 > 0),
      startAbility(prior),
    )
    const { posterior, counted } = trackAbility(
      practise(
        (index) => index % 3 > 0,
        (index) => 40 - index,
      ),
      { prior, growth: still, until: 50 },
    )
    expect(counted).toBe(30)
    posterior.weights.forEach((weight, q) => {
      expect(weight).toBeCloseTo(expected.weights[q]!, 10)
    })
  })

  test('with growth what was answered lately counts for more', () => {
    const options = { prior, growth: usualGrowth, until: 60 }
    const rightLately = practise(
      (index) => index >= 15,
      (index) => index * 2,
    )
    const rightOnce = practise(
      (index) => index >= 15,
      (index) => 60 - index * 2,
    )
    const lately = meanOf(trackAbility(rightLately, options).posterior)
    expect(lately).toBeGreaterThan(meanOf(trackAbility(rightOnce, options).posterior) + 0.1)
  })

  test('ability that is left alone grows uncertain', () => {
    const responses = practise(
      (index) => index % 2 === 0,
      () => 0,
    )
    const spread = (until: number): number => {
      const { posterior } = trackAbility(responses, { prior, growth: usualGrowth, until })
      const mean = meanOf(posterior)
      return posterior.nodes.reduce((sum, theta, q) => sum + (theta - mean) ** 2 * posterior.weights[q]!, 0)
    }
    expect(spread(56) - spread(0)).toBeCloseTo(0.16, 3)
  })

  test('only first exposures count, and only up to the day', () => {
    const first = practise(
      (index) => index % 2 === 0,
      () => 1,
    )
    const again = first.map((response) => ({ ...response, correct: true, day: 5, exposure: 2 }))
    const later = first.map((response) => ({ ...response, correct: true, day: 99 }))
    const options = { prior, growth: usualGrowth, until: 10 }
    const alone = trackAbility(first, options)
    const all = trackAbility([...again, ...later, ...first], options)
    expect(all.posterior.weights).toEqual(alone.posterior.weights)
    expect(all).toMatchObject({ counted: 30, repeated: 30 })
  })

  test('without responses is the prior', () => {
    expect(trackAbility([], { prior, growth: usualGrowth, until: 10 }).posterior.weights).toEqual(
      prior.weights,
    )
  })

  test('refuses an exposure below 1 and a curve on another grid', () => {
    const options = { prior, growth: still, until: 10 }
    const [response] = practise(
      () => true,
      () => 1,
    )
    expect(() => trackAbility([{ ...response!, exposure: 0 }], options)).toThrow(RangeError)
    expect(() => trackAbility([{ ...response!, curve: Float64Array.of(0.5) }], options)).toThrow(RangeError)
  })
})
