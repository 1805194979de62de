import { requirePositive, requireWhole } from '../capacity/require-number.ts'
import { aNumber, aWord, optional, record, type Shape } from '../shape.ts'
import { countOf, type Trail } from './trail.ts'

/** How a fleet of instances is given a new version. */
export type BatchPolicy = 'all-at-once' | 'rolling' | 'rolling-with-additional-batch' | 'immutable'

/** A fleet, the policy, the instances of a batch (1 when absent) and the minutes that a batch takes until it is healthy. */
export type BatchDeployment = {
  readonly instances: number
  readonly policy: BatchPolicy
  readonly batchSize?: number
  readonly minutesPerBatch: number
}

/** One batch: minutes at which it begins and ends, instances in service meanwhile, and instances that exist meanwhile. */
export type BatchStep = {
  readonly from: number
  readonly to: number
  readonly inService: number
  readonly running: number
}

/** The batches, the whole duration, and the extremes on the way. */
export type BatchDeploymentOutcome = {
  readonly batches: readonly BatchStep[]
  readonly minutes: number
  readonly lowestInService: number
  readonly highestRunning: number
  readonly trail: Trail
}

/** The form of a deployment. */
export const batchDeploymentShape: Shape<BatchDeployment> = record<BatchDeployment>({
  instances: aNumber,
  policy: aWord('all-at-once', 'rolling', 'rolling-with-additional-batch', 'immutable'),
  batchSize: optional(aNumber),
  minutesPerBatch: aNumber,
})

type Capacity = Pick<BatchStep, 'inService' | 'running'>

/** Sizes of the batches that a fleet falls into; the last one is what remains. */
const batchSizes = (instances: number, size: number): number[] =>
  Array.from({ length: Math.ceil(instances / size) }, (_, index) => Math.min(size, instances - index * size))

function capacities(policy: BatchPolicy, instances: number, size: number): readonly Capacity[] {
  const all = instances
  switch (policy) {
    case 'all-at-once':
      return [{ inService: 0, running: all }]
    case 'immutable':
      return [{ inService: all, running: 2 * all }]
    case 'rolling':
      return batchSizes(all, size).map((batch) => ({ inService: all - batch, running: all }))
    case 'rolling-with-additional-batch':
      return [
        { inService: all, running: all + size },
        ...batchSizes(all, size).map((batch) => ({ inService: all + size - batch, running: all + size })),
      ]
  }
}

/**
 * Follows a deployment to instances. Rolling takes a batch out of service at a time; an additional batch is launched first
 * and keeps the full capacity; immutable launches a whole second fleet; all at once stops serving.
 *
 * @throws RangeError for parts of instances, batches above the fleet, or minutes that are not above 0
 * @see AWS Elastic Beanstalk developer guide, Deployment policies and settings
 * @example simulateBatchDeployment({ instances: 10, policy: 'rolling', batchSize: 3, minutesPerBatch: 5 }).minutes // 20
 */
export function simulateBatchDeployment(deployment: BatchDeployment): BatchDeploymentOutcome {
  const instances = requireWhole('instances', deployment.instances, 1)
  const size = requireWhole('batchSize', deployment.batchSize ?? 1, 1)
  if (size > instances) throw new RangeError('batchSize must not be above instances.')
  const minutes = requirePositive('minutesPerBatch', deployment.minutesPerBatch)
  const batches = capacities(deployment.policy, instances, size).map((capacity, index) => ({
    from: index * minutes,
    to: (index + 1) * minutes,
    ...capacity,
  }))
  return {
    batches,
    minutes: batches.length * minutes,
    lowestInService: Math.min(...batches.map(({ inService }) => inService)),
    highestRunning: Math.max(...batches.map(({ running }) => running)),
    trail: batches.map(({ from, inService, running }) => ({
      at: from,
      text: `${countOf(inService, 'instance')} in service of ${running} that run.`,
    })),
  }
}
