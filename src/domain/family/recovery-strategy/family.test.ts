import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { recoveryStrategyModel } from './family.ts'
import { type StrategyScenario, strategyNames } from './solve.ts'

/** Adds up the minutes of each strategy by hand and takes the first that fits. */
function byHand(scenario: StrategyScenario): string[] {
  const { rpo, rto, interval, shortInterval, copy, lag, restore, promote, build, scale, redirect } = scenario
  const figures = [
    ['backup', interval + copy, restore + build + redirect],
    ['frequent-backup', shortInterval + copy, restore + build + redirect],
    ['pilot-light', lag, promote + build + redirect],
    ['warm-standby', lag, promote + scale + redirect],
    ['hot-standby', lag, promote + redirect],
  ] as const
  return figures
    .flatMap(([name, loss, downtime]) => (loss <= rpo && downtime <= rto ? [name] : []))
    .slice(0, 1)
}

const page =
  'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html'

const drawn = recoveryStrategyModel.sample(seededRandom('strategies'), {} as never)
const minutes = {
  interval: 720,
  shortInterval: 60,
  copy: 20,
  lag: 2,
  restore: 240,
  promote: 5,
  build: 40,
  scale: 10,
  redirect: 5,
}

tryFamily(recoveryStrategyModel, {
  secondRoute: byHand,
  golden: [
    {
      name: 'backup and restore: hours',
      page,
      scenario: { ...drawn, ...minutes, rpo: 960, rto: 480 },
      answers: ['backup'],
    },
    {
      name: 'pilot light: tens of minutes',
      page,
      scenario: { ...drawn, ...minutes, rpo: 10, rto: 60 },
      answers: ['pilot-light'],
    },
    {
      name: 'warm standby: minutes',
      page,
      scenario: { ...drawn, ...minutes, rpo: 10, rto: 30 },
      answers: ['warm-standby'],
    },
  ],
})

describe('recovery strategies', () => {
  test('looser objectives never cost more', () => {
    const places = [12, 30, 120, 480, 1500].map((objective) => {
      const [name] = recoveryStrategyModel.solve(
        { ...drawn, ...minutes, rpo: objective, rto: objective },
        {} as never,
      )
      return strategyNames.map(String).indexOf(String(name))
    })
    expect(places).toEqual(places.toSorted((a, b) => b - a))
    expect(places).not.toContain(-1)
  })
})
