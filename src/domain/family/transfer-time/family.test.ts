import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { transferTimeModel } from './family.ts'
import { daysUnder, type TransferScenario } from './solve.ts'

/** Counts hours until every bit is sent, hour by hour, and compares with the hours of the deadline. */
function byHours(scenario: TransferScenario): string[] {
  const { terabytes, mbps, needed, nightHours, internetMbps, newMbps, leadDays, deadline } = scenario
  const free = mbps - needed
  const atHour: Readonly<Record<string, (hour: number) => number>> = {
    'limited-day-and-night': () => free,
    'nights-alone': (hour) => (hour % 24 < nightHours ? mbps : 0),
    'limited-by-day': (hour) => (hour % 24 < nightHours ? mbps : free),
    'new-connection': (hour) => (hour < leadDays * 24 ? 0 : newMbps),
    'internet-line': () => internetMbps,
  }
  return Object.entries(atHour)
    .filter(([, speed]) => {
      let megabits = 0
      for (let hour = 0; hour < deadline * 24; hour++) megabits += speed(hour) * 3600
      return megabits >= terabytes * 8e6
    })
    .map(([name]) => name)
}

tryFamily(transferTimeModel, { secondRoute: byHours, golden: [] })

describe('transfers', () => {
  test('take a day for 10.8 TB at 1 Gbps, and longer at night alone', () => {
    const scenario = {
      ...transferTimeModel.sample(seededRandom('fast'), {} as never),
      terabytes: 10.8,
      mbps: 1000,
    }
    expect(daysUnder('unlimited', scenario)).toBeCloseTo(1, 9)
    expect(daysUnder('nights-alone', { ...scenario, nightHours: 8 })).toBeCloseTo(3, 9)
  })
})
