import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { itemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { drawNormal } from '../simulation/draws.ts'
import { expectedCurve, sevenPoints, threePoints } from './uncertain-item.ts'

const item = {
  parameters: itemParameters({ a: 1.3, b: 0.4, c: 0.2 }),
  logDiscriminationSd: 0.25,
  difficultySd: 0.5,
}
const nodes = [-3, -1, 0, 0.4, 1, 3]

describe('the rules for the normal distribution', () => {
  test.each([
    ['three', threePoints, 5],
    ['seven', sevenPoints, 13],
  ] as const)('%s points give its moments exactly up to degree %3$i', (_, rule, degree) => {
    const moments = [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395, 0]
    for (let power = 0; power <= degree; power++) {
      const found = rule.reduce((sum, [node, weight]) => sum + weight * node ** power, 0)
      expect(found / Math.max(1, moments[power]!)).toBeCloseTo(moments[power] === 0 ? 0 : 1, 8)
    }
  })
})

describe('expectedCurve', () => {
  test('is the mean over parameters drawn from their errors', () => {
    const random = seededRandom('errors')
    const draws = Array.from({ length: 40_000 }, () => ({
      ...item.parameters,
      a: item.parameters.a * Math.exp(drawNormal(random, 0, 0.25)),
      b: drawNormal(random, 0.4, 0.5),
    }))
    expectedCurve(item, nodes).forEach((p, q) => {
      const mean = draws.reduce((sum, drawn) => sum + probabilityCorrect(nodes[q]!, drawn), 0) / draws.length
      expect(Math.abs(p - mean)).toBeLessThan(0.005)
    })
  })

  test('of a certain item is the curve itself', () => {
    const certain = { ...item, logDiscriminationSd: 0, difficultySd: 0 }
    expectedCurve(certain, nodes).forEach((p, q) => {
      expect(p).toBeCloseTo(probabilityCorrect(nodes[q]!, item.parameters), 14)
    })
  })

  test('rises with ability, and is the flatter the less is known', () => {
    const sd = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(sd, sd, (logDiscriminationSd, difficultySd) => {
        const curve = expectedCurve({ ...item, logDiscriminationSd, difficultySd }, [-0.6, 0.4, 1.4])
        const vaguer = expectedCurve(
          { ...item, logDiscriminationSd, difficultySd: difficultySd + 0.3 },
          [-0.6, 0.4, 1.4],
        )
        expect(curve[0]).toBeLessThan(curve[1]!)
        expect(curve[1]).toBeLessThan(curve[2]!)
        expect(vaguer[2]! - vaguer[0]!).toBeLessThan(curve[2]! - curve[0]!)
      }),
    )
  })

  test('refuses a negative standard error', () => {
    expect(() => expectedCurve({ ...item, difficultySd: -1 }, nodes)).toThrow(RangeError)
  })
})
