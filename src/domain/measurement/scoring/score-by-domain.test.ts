import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { estimateEap } from './estimate-ability.ts'
import { scoreByDomain } from './score-by-domain.ts'

const items = simulateItems({ model: '2pl' }, 40, seededRandom('domain items'))
const domains = items.map((_, index) => (index < 20 ? 2 : index < 32 ? 1 : 4))

describe('scoreByDomain', () => {
  const scores = items.map((_, index) => (index % 3 === 0 ? 0 : 1))

  test('counts in every domain and estimates from 12 items on', () => {
    const result = scoreByDomain(scores, items, { domains })
    expect(result.map(({ domain, points, maximum }) => [domain, points, maximum])).toEqual([
      [1, 8, 12],
      [2, 13, 20],
      [4, 5, 8],
    ])
    expect(result.map(({ estimate }) => estimate !== null)).toEqual([true, true, false])
  })

  test("estimates from the domain's own items", () => {
    const [, second] = scoreByDomain(scores, items, { domains })
    const { theta, se } = estimateEap(scores.slice(0, 20), items.slice(0, 20))
    expect(second!.estimate).toEqual({
      theta,
      se,
      low: theta - 1.2815515655446004 * se,
      high: theta + 1.2815515655446004 * se,
    })
  })

  test('does not count what was not presented', () => {
    const [first] = scoreByDomain(
      scores.map((score, index) => (index === 25 ? null : score)),
      items,
      { domains },
    )
    expect(first).toMatchObject({ answered: 11, maximum: 11, estimate: null })
  })

  test('has intervals that hold four in five true abilities', () => {
    const people = simulatePeople({}, 600, seededRandom('domain people'))
    const { responses } = simulateOccasion({ people, items }, seededRandom('domain responses'))
    const held = people.filter((theta, person) => {
      const row = [...responses.cells.subarray(person * 40, (person + 1) * 40)]
      const { low, high } = scoreByDomain(row, items, { domains })[1]!.estimate!
      return low <= theta && theta <= high
    })
    expect(held.length / 600).toBeGreaterThan(0.75)
    expect(held.length / 600).toBeLessThan(0.85)
  })

  test('refuses items without a domain', () => {
    expect(() => scoreByDomain(scores, items, { domains: [1] })).toThrow(RangeError)
  })
})
