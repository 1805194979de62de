import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { concurrencyModel } from './family.ts'
import { type ConcurrencyScenario, capOf, neededToday, reservedByOthers } from './solve.ts'

const page = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html'
const values = factValues(shippedFacts())

const documented = (perSecond: number, milliseconds: number): ConcurrencyScenario => ({
  ...concurrencyModel.sample(seededRandom('documented'), values),
  ...{ perSecond, milliseconds, capShare: 150 },
})

/** Starts calls at even distances and counts how many run at once when the first ones have ended. */
function running(perSecond: number, milliseconds: number): number {
  const gap = 1_000_000 / perSecond
  return Math.max(Math.ceil((milliseconds * 1000) / gap - 1e-6), Math.ceil(perSecond / 10))
}

function byTimeline(scenario: ConcurrencyScenario): string[] {
  const today = running(scenario.perSecond, scenario.milliseconds)
  return Math.floor((today * scenario.capShare) / 100) >= today
    ? [`reserve ${today}`]
    : [`memory ${running(scenario.perSecond, scenario.fasterMilliseconds)}`]
}

tryFamily(concurrencyModel, {
  secondRoute: byTimeline,
  golden: [
    {
      name: '100 requests a second of 500 ms',
      page,
      scenario: documented(100, 500),
      answers: ['reserve 50'],
    },
    {
      name: '200 requests a second of 20 ms meet the rate limit',
      page,
      scenario: documented(200, 20),
      answers: ['reserve 20'],
    },
  ],
})

describe('concurrency', () => {
  test('twice the duration needs twice the concurrency, save for fast functions', () => {
    const needed = (milliseconds: number) => neededToday(documented(300, milliseconds), values)
    expect([needed(400), needed(800)]).toEqual([120, 240])
    expect([needed(20), needed(40)]).toEqual([30, 30])
  })

  test('what others have reserved leaves the limit and a hundred unreserved executions', () => {
    const scenario = documented(100, 500)
    expect(reservedByOthers(scenario, values) + capOf(scenario, values)).toBe(900)
  })
})
