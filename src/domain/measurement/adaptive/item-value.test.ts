import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { informationAt } from '../model/information.ts'
import { itemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { normalQuadrature } from '../model/quadrature.ts'
import { observe, startAbility } from './ability.ts'
import { prepareBank } from './bank.ts'
import { valueByExpectedVariance, valueByInformation, valueByKullbackLeibler } from './item-value.ts'

const item = fc
  .record({
    a: fc.double({ min: 0.4, max: 2.5, noNaN: true }),
    b: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
    c: fc.double({ min: 0, max: 0.35, noNaN: true }),
    d: fc.double({ min: 0.85, max: 1, noNaN: true }),
  })
  .map(itemParameters)
const asBank = (items: readonly ReturnType<typeof itemParameters>[], sd = 1) =>
  prepareBank(
    items.map((parameters) => ({ parameters, content: 0 })),
    normalQuadrature({ count: 241, sd }),
  )

describe('what an item is worth', () => {
  test('by information: Fisher information at the estimate', () => {
    fc.assert(
      fc.property(item, item, (one, other) => {
        const bank = asBank([one, other])
        const ability = observe(startAbility(bank.prior), bank, 0, true)
        expect(valueByInformation(bank, ability)(1)).toBeCloseTo(informationAt(ability.mean, other), 10)
      }),
    )
  })

  test('by expected variance: what the posterior variance loses on average, response by response', () => {
    fc.assert(
      fc.property(item, item, fc.boolean(), (one, other, first) => {
        const bank = asBank([one, other])
        const ability = observe(startAbility(bank.prior), bank, 0, first)
        const p = ability.weights.reduce(
          (sum, weight, q) => sum + weight * probabilityCorrect(ability.nodes[q]!, other),
          0,
        )
        const varianceAfter = (correct: boolean) => observe(ability, bank, 1, correct).sd ** 2
        const loss = ability.sd ** 2 - p * varianceAfter(true) - (1 - p) * varianceAfter(false)
        expect(valueByExpectedVariance(bank, ability)(1)).toBeCloseTo(loss, 6)
      }),
    )
  })

  test('by Kullback-Leibler information: half the Fisher information times the posterior variance, for a narrow posterior', () => {
    fc.assert(
      fc.property(item, (each) => {
        const bank = asBank([each], 0.01)
        const ability = startAbility(bank.prior)
        const expected = (informationAt(0, each) * 0.01 ** 2) / 2
        const value = valueByKullbackLeibler(bank, ability)(0)
        expect(Math.abs(value / expected - 1)).toBeLessThan(0.03)
      }),
    )
  })

  test('by Kullback-Leibler information nothing is worth less than nothing', () => {
    fc.assert(
      fc.property(item, item, fc.boolean(), (one, other, correct) => {
        const bank = asBank([one, other])
        const ability = observe(startAbility(bank.prior), bank, 0, correct)
        expect(valueByKullbackLeibler(bank, ability)(1)).toBeGreaterThan(-1e-6)
      }),
    )
  })
})
