import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { recoveryStrategyModel, type StrategyScenario } from './family.ts'

/** Strikes out, one by one, what another strategy that meets the objectives undercuts. */
function byElimination({ strategies, rpo, rto }: StrategyScenario): string[] {
  const meeting = strategies.filter((one) => !(one.rpo > rpo || one.rto > rto))
  return meeting.filter((one) => !meeting.some((other) => other.cost < one.cost)).map(({ name }) => name)
}

tryFamily(recoveryStrategyModel, { secondRoute: byElimination, golden: [] })

describe('recovery strategies', () => {
  const scenario = recoveryStrategyModel.sample(seededRandom('strategies'), {} as never)

  test('looser objectives never cost more', () => {
    const costOf = (given: StrategyScenario) => {
      const [name] = recoveryStrategyModel.solve(given, {} as never)
      return given.strategies.find((one) => one.name === name)?.cost ?? Number.POSITIVE_INFINITY
    }
    const steps = [5, 30, 120, 480, 1500].map((minutes) =>
      costOf({ ...scenario, rpo: minutes, rto: minutes }),
    )
    expect(steps).toEqual(steps.toSorted((a, b) => b - a))
    expect(Number.isFinite(steps.at(-1))).toBe(true)
  })
})
