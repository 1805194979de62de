import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { readShape } from '../shape.ts'
import {
  rolloutLimits,
  type ServiceRollout,
  serviceRolloutShape,
  simulateServiceRollout,
} from './service-rollout.ts'

const run = (given: ServiceRollout) => simulateServiceRollout(given, values)
const percent = (minimumHealthyPercent: number, maximumPercent: number) => ({
  minimumHealthyPercent,
  maximumPercent,
})

describe('limits of a rolling update', () => {
  test.each([
    [4, 50, 200, 2, 8],
    [5, 50, 150, 3, 7],
    [3, 50, 150, 2, 4],
    [1, 100, 150, 1, 1],
    [10, 0, 100, 0, 10],
    [7, 33, 133, 3, 9],
  ])(
    '%i tasks at %i and %i percent: at least %i healthy, at most %i running',
    (desired, low, high, least, most) => {
      expect(rolloutLimits({ desired, ...percent(low, high) }, values)).toEqual({
        fewestHealthy: least,
        mostRunning: most,
      })
    },
  )

  test('have the documented defaults', () => {
    expect(rolloutLimits({ desired: 3 }, values)).toEqual({ fewestHealthy: 3, mostRunning: 6 })
  })
})

describe('a rolling update', () => {
  // Amazon ECS API reference, DeploymentConfiguration: four tasks and 200 percent may start four before stopping four.
  test('with room for all starts all new tasks first', () => {
    const { steps, lowestHealthy, highestRunning } = run({ desired: 4, ...percent(100, 200) })
    expect(steps.map((step) => [step.old, step.new])).toEqual([
      [4, 0],
      [4, 4],
      [0, 4],
    ])
    expect([lowestHealthy, highestRunning]).toEqual([4, 8])
  })

  // Same page: four tasks and 50 percent may stop two to free capacity before starting two.
  test('without room stops old tasks first', () => {
    const outcome = run({ desired: 4, ...percent(50, 100), startSeconds: 60, stopSeconds: 30 })
    expect(outcome.steps.map((step) => [step.old, step.new])).toEqual([
      [4, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 4],
    ])
    expect(outcome).toMatchObject({ seconds: 180, lowestHealthy: 2, highestRunning: 4, result: 'completed' })
    expect(outcome.trail[0]).toEqual({ at: 30, text: '2 old tasks stopped: 2 old and 0 new tasks run.' })
  })

  test('is stuck when it may neither start nor stop a task', () => {
    expect(run({ desired: 4, ...percent(100, 100) })).toMatchObject({ result: 'stuck', seconds: 0 })
    expect(run({ desired: 1, ...percent(100, 150) }).trail[0]?.text).toMatch(/^The update is stuck/)
    expect(run({ desired: 2, ...percent(100, 150) }).result).toBe('completed')
  })

  test('of impossible numbers is refused', () => {
    expect(() => run({ desired: 0 })).toThrow(/desired/)
    expect(() => run({ desired: 1.5 })).toThrow(/desired/)
    expect(() => run({ desired: 1, ...percent(-1, 200) })).toThrow(/minimumHealthyPercent/)
    expect(() => run({ desired: 1, startSeconds: -1 })).toThrow(/startSeconds/)
    expect(readShape(serviceRolloutShape, { desired: '4' }).ok).toBe(false)
  })

  test('never leaves its limits, and only ends complete or stuck', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 100, max: 250 }),
        (desired, low, high) => {
          const outcome = run({ desired, ...percent(low, high) })
          expect(outcome.lowestHealthy).toBeGreaterThanOrEqual(Math.min(desired, outcome.fewestHealthy))
          expect(outcome.highestRunning).toBeLessThanOrEqual(Math.max(desired, outcome.mostRunning))
          const free = outcome.mostRunning > desired || outcome.fewestHealthy < desired
          expect(outcome.result).toBe(free ? 'completed' : 'stuck')
        },
      ),
    )
  })
})
