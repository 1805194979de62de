import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { worstCaseModel } from './family.ts'
import { type Part, parts, type RecoveryScenario, savingOf, worstCaseOf } from './solve.ts'

/** Walks through the minutes: when does the newest usable copy lie furthest back, and when is the service back? */
function byClock({ asks, changes, dataGb }: RecoveryScenario, changed: Part): number {
  const value = (part: Part): number => changes[part][part === changed ? 'after' : 'now']
  if (asks === 'downtime') {
    let minutes = value('detection')
    for (let left = dataGb; left > 1e-9; left -= value('restore') / 60) minutes++
    return minutes + value('switching')
  }
  const interval = value('interval')
  let worst = 0
  for (let now = 10 * interval; now < 12 * interval; now++) {
    const newest = Math.floor((now - value('backup') - value('copy')) / interval) * interval
    worst = Math.max(worst, now + 1 - newest)
  }
  return worst
}

tryFamily(worstCaseModel, {
  // A minute that has begun counts in full here; the scenarios keep a larger distance from their objective.
  secondRoute: (scenario) => parts.filter((part) => byClock(scenario, part) <= scenario.objective),
  golden: [],
})

describe('worst cases', () => {
  const scenarios = Array.from({ length: 50 }, (_, seed) =>
    worstCaseModel.sample(seededRandom(`worst ${seed}`), {} as never),
  )

  test('a faster copy saves data and no time, a faster alarm time and no data', () => {
    for (const scenario of scenarios) {
      const saved = (asks: RecoveryScenario['asks'], part: Part): number =>
        worstCaseOf({ ...scenario, asks }) - worstCaseOf({ ...scenario, asks }, part)
      expect(saved('loss', 'copy')).toBe(savingOf(scenario, 'copy'))
      expect(saved('downtime', 'detection')).toBe(savingOf(scenario, 'detection'))
      expect([saved('downtime', 'copy'), saved('loss', 'detection')]).toEqual([0, 0])
    }
  })
})
