import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { type ConcurrencyScenario, concurrencyModel } from './family.ts'

const page = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html'

const documented = (perSecond: number, milliseconds: number): ConcurrencyScenario => ({
  ...concurrencyModel.sample(seededRandom('documented'), {} as never),
  perSecond,
  milliseconds,
})

/** Starts calls at even distances and counts how many run at once when the first ones have ended. */
function byTimeline({ perSecond, milliseconds }: ConcurrencyScenario): number[] {
  const gap = 1_000_000 / perSecond
  const running = Math.ceil((milliseconds * 1000) / gap - 1e-6)
  return [Math.max(running, Math.ceil(perSecond / 10))]
}

tryFamily(concurrencyModel, {
  secondRoute: byTimeline,
  golden: [
    { name: '100 requests a second of 500 ms', page, scenario: documented(100, 500), answers: [50] },
    {
      name: '200 requests a second of 20 ms meet the rate limit',
      page,
      scenario: documented(200, 20),
      answers: [20],
    },
  ],
})

describe('concurrency', () => {
  test('twice the duration needs twice the concurrency, save for fast functions', () => {
    const values = factValues(shippedFacts())
    const needed = (milliseconds: number) =>
      Number(concurrencyModel.solve(documented(300, milliseconds), values)[0])
    expect([needed(400), needed(800)]).toEqual([120, 240])
    expect([needed(20), needed(40)]).toEqual([30, 30])
  })
})
