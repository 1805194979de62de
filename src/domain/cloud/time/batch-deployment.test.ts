import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShape } from '../shape.ts'
import {
  type BatchDeployment,
  type BatchPolicy,
  batchDeploymentShape,
  simulateBatchDeployment,
} from './batch-deployment.ts'

const fleet = { instances: 10, batchSize: 3, minutesPerBatch: 5 }
const run = (policy: BatchPolicy, more: Partial<BatchDeployment> = {}) =>
  simulateBatchDeployment({ ...fleet, policy, ...more })

describe('a deployment in batches', () => {
  test.each<[BatchPolicy, number, number, number]>([
    ['all-at-once', 5, 0, 10],
    ['rolling', 20, 7, 10],
    ['rolling-with-additional-batch', 25, 10, 13],
    ['immutable', 5, 10, 20],
  ])(
    '%s takes %i minutes, with %i in service at least and %i running at most',
    (policy, minutes, lowest, highest) => {
      expect(run(policy)).toMatchObject({ minutes, lowestInService: lowest, highestRunning: highest })
    },
  )

  test('ends with the instances that remain', () => {
    const { batches, trail } = run('rolling')
    expect(batches.map(({ inService }) => inService)).toEqual([7, 7, 7, 9])
    expect(batches.at(-1)).toEqual({ from: 15, to: 20, inService: 9, running: 10 })
    expect(trail[0]).toEqual({ at: 0, text: '7 instances in service of 10 that run.' })
  })

  test('goes one by one when no size is given', () => {
    expect(simulateBatchDeployment({ instances: 4, policy: 'rolling', minutesPerBatch: 2 }).minutes).toBe(8)
  })

  test('of impossible numbers is refused', () => {
    expect(() => run('rolling', { batchSize: 11 })).toThrow(/batchSize/)
    expect(() => run('rolling', { batchSize: 0 })).toThrow(/batchSize/)
    expect(() => run('rolling', { instances: 0.5 })).toThrow(/instances/)
    expect(() => run('rolling', { minutesPerBatch: 0 })).toThrow(/minutesPerBatch/)
    expect(readShape(batchDeploymentShape, { ...fleet, policy: 'blue' }).ok).toBe(false)
  })

  test('with larger batches is no slower and has no more in service', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 49 }), (instances, smaller) => {
        const size = Math.min(smaller, instances - 1)
        const small = run('rolling', { instances, batchSize: size })
        const large = run('rolling', { instances, batchSize: size + 1 })
        expect(large.minutes).toBeLessThanOrEqual(small.minutes)
        expect(large.lowestInService).toBeLessThanOrEqual(small.lowestInService)
        expect(run('rolling-with-additional-batch', { instances, batchSize: size }).lowestInService).toBe(
          instances,
        )
      }),
    )
  })
})
