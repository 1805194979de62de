import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect, probabilityWrong } from '../model/probability.ts'
import { normalQuadrature } from '../model/quadrature.ts'
import { type Ability, observe, probabilityAbove, startAbility } from './ability.ts'
import { prepareBank } from './bank.ts'

const items = Array.from({ length: 60 }, (_, index) =>
  itemParameters({ a: 0.6 + (index % 7) / 5, b: -2.5 + index / 12, c: (index % 3) / 10 }),
)
const asBank = (count: number) =>
  prepareBank(
    items.map((parameters) => ({ parameters, content: 0 })),
    normalQuadrature({ count }),
  )
const bank = asBank(121)
const fine = asBank(2001)

const answer = (in_: typeof bank, responses: readonly boolean[]): Ability =>
  responses.reduce((ability, correct, item) => observe(ability, in_, item, correct), startAbility(in_.prior))

describe('the posterior', () => {
  test('starts as the prior', () => {
    const { mean, sd } = startAbility(bank.prior)
    expect(mean).toBeCloseTo(0, 12)
    expect(sd).toBeCloseTo(1, 7)
  })

  test('is Bayes’ rule, worked out by hand at the nodes', () => {
    const responses = [true, false, true]
    const { weights } = answer(bank, responses)
    const product = [...bank.prior.nodes].map((theta, q) =>
      responses.reduce(
        (mass, correct, item) =>
          mass * (correct ? probabilityCorrect : probabilityWrong)(theta, items[item]!),
        bank.prior.weights[q]!,
      ),
    )
    const total = product.reduce((a, b) => a + b, 0)
    weights.forEach((weight, q) => {
      expect(weight).toBeCloseTo(product[q]! / total, 12)
    })
  })

  test('mean and SD on 121 nodes are those on 2,001 to four decimals', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (responses) => {
        const [coarse, exact] = [answer(bank, responses), answer(fine, responses)]
        expect(Math.abs(coarse.mean - exact.mean)).toBeLessThan(1e-4)
        expect(Math.abs(coarse.sd - exact.sd)).toBeLessThan(1e-4)
      }),
      { numRuns: 40 },
    )
  })

  test('does not depend on the order of responses', () => {
    const forwards = observe(observe(startAbility(bank.prior), bank, 3, true), bank, 40, false)
    const backwards = observe(observe(startAbility(bank.prior), bank, 40, false), bank, 3, true)
    expect(forwards.mean).toBeCloseTo(backwards.mean, 12)
  })

  test.each([true, false])('holds for 5,000 responses that are all %s', (correct) => {
    const many = prepareBank(
      Array.from({ length: 5000 }, (_, index) => ({ parameters: items[index % 60]!, content: 0 })),
    )
    let ability = startAbility(many.prior)
    for (let item = 0; item < 5000; item++) ability = observe(ability, many, item, correct)
    expect(ability.mean * (correct ? 1 : -1)).toBeGreaterThan(5)
    expect(ability.sd).toBeGreaterThanOrEqual(0)
    expect(ability.weights.every(Number.isFinite)).toBe(true)
  })
})

describe('probabilityAbove', () => {
  const ability = answer(bank, [true, false, true, true])
  const exact = answer(fine, [true, false, true, true])

  test('agrees with a fine grid between nodes and on them', () => {
    for (const cut of [-1.234, -0.5, 0, 0.05, 0.77, 2])
      expect(probabilityAbove(ability, cut)).toBeCloseTo(probabilityAbove(exact, cut), 3)
  })

  test('falls from 1 to 0 as the cut rises', () => {
    expect(probabilityAbove(ability, -7)).toBeCloseTo(1, 12)
    expect(probabilityAbove(ability, 7)).toBe(0)
    expect(probabilityAbove(ability, 0.3)).toBeLessThan(probabilityAbove(ability, 0.2))
  })
})
