import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { responseMatrix } from '../model/response-matrix.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { itemFits } from './s-x2.ts'

const items = simulateItems({ model: '2pl' }, 20, seededRandom('fit items'))
const people = simulatePeople({}, 2000, seededRandom('fit people'))
const none = items.map(() => 0)

describe('itemFits', () => {
  test('has about as much χ² as degrees of freedom where the model holds', () => {
    const { responses } = simulateOccasion({ people, items }, seededRandom('fit responses'))
    const fits = itemFits(responses, items, { parameters: none })
    const [statistic, degrees] = fits.reduce(([s, d], fit) => [s + fit.statistic, d + fit.degrees], [0, 0])
    expect(Math.abs(statistic - degrees) / Math.sqrt(2 * degrees)).toBeLessThan(3.5)
    expect(fits.filter(({ p }) => p < 0.001)).toHaveLength(0)
  })

  test('finds the item that is guessed', () => {
    const guessed = items.map((item, index) => (index === 4 ? { ...item, b: 1, c: 0.35 } : item))
    const believed = items.map((item, index) => (index === 4 ? { ...item, b: 1 } : item))
    const { responses } = simulateOccasion({ people, items: guessed }, seededRandom('fit guessed'))
    const fits = itemFits(responses, believed, { parameters: none })
    expect(fits[4]!.p).toBeLessThan(1e-6)
    expect(fits[4]!.persons).toBe(2000)
  })

  test('takes away a degree of freedom for each estimated parameter', () => {
    const { responses } = simulateOccasion({ people, items }, seededRandom('fit responses'))
    const [free] = itemFits(responses, items, { parameters: none })
    const [estimated] = itemFits(responses, items, { parameters: items.map(() => 2) })
    expect(estimated!.degrees).toBe(free!.degrees - 2)
    expect(estimated!.statistic).toBe(free!.statistic)
  })

  test('has nothing to say without degrees of freedom', () => {
    const two = items.slice(0, 2)
    const [fit] = itemFits(
      responseMatrix([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
      two,
      { parameters: [2, 2] },
    )
    expect(fit!.degrees).toBeLessThanOrEqual(0)
    expect(fit!.p).toBeNaN()
  })

  test('counts complete rows only', () => {
    const fits = itemFits(
      responseMatrix([
        [1, 0],
        [null, 1],
      ]),
      items.slice(0, 2),
      { parameters: [2, 2] },
    )
    expect(fits[0]!.persons).toBe(1)
  })

  test('refuses items without parameters', () => {
    expect(() => itemFits(responseMatrix([[1, 0]]), items.slice(0, 1), { parameters: [2] })).toThrow(
      RangeError,
    )
  })
})
