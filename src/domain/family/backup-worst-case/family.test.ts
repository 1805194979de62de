import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type RecoveryScenario, worstCaseModel } from './family.ts'

/** Walks through the minutes: when does the newest usable copy lie furthest back, and when is the service back? */
function byClock({
  asks,
  interval,
  backup,
  copy,
  dataGb,
  gbPerHour,
  detection,
  switching,
}: RecoveryScenario): number[] {
  if (asks === 'downtime') {
    let minutes = detection
    for (let left = dataGb; left > 1e-9; left -= gbPerHour / 60) minutes++
    return [minutes + switching]
  }
  let worst = 0
  for (let now = 20 * interval; now < 40 * interval; now++) {
    const newest = Math.floor((now - backup - copy) / interval) * interval
    worst = Math.max(worst, now + 1 - newest)
  }
  return [worst]
}

tryFamily(worstCaseModel, { secondRoute: byClock, golden: [] })

describe('worst cases', () => {
  const scenario = worstCaseModel.sample(seededRandom('worst'), {} as never)

  test('a slower copy costs data and no time', () => {
    const slower = { ...scenario, copy: scenario.copy + 60 }
    const answers = (given: RecoveryScenario) =>
      (['loss', 'downtime'] as const).map((asks) =>
        Number(worstCaseModel.solve({ ...given, asks }, {} as never)[0]),
      )
    const [loss = 0, downtime = 0] = answers(scenario)
    expect(answers(slower)).toEqual([loss + 60, downtime])
  })
})
