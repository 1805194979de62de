import type { FactValues } from '../cloud-facts.ts'
import { aNumber, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive, requireWithin } from './require-number.ts'
import { wholeUp } from './round.ts'

/** Facts that the number of instances of an endpoint depends on. */
export const endpointFactIds = ['sagemaker-safety-factor'] as const

type Facts = Pick<FactValues, (typeof endpointFactIds)[number]>

/**
 * The peak of an endpoint in requests per second, and the most that one instance answers: measured, or its concurrent
 * requests over their latency in milliseconds. The safety factor is the share of that most at which to scale.
 */
export type EndpointLoad = {
  readonly peakPerSecond: number
  readonly instancePerSecond?: number
  readonly concurrentRequests?: number
  readonly latencyMs?: number
  readonly safetyFactor?: number
}

/** The target value of invocations per instance and minute, and instances at the peak. */
export type EndpointInstances = {
  readonly instancePerSecond: number
  readonly targetPerMinute: number
  readonly instances: number
}

/** The form of a load. */
export const endpointLoadShape: Shape<EndpointLoad> = record<EndpointLoad>({
  peakPerSecond: aNumber,
  instancePerSecond: optional(aNumber),
  concurrentRequests: optional(aNumber),
  latencyMs: optional(aNumber),
  safetyFactor: optional(aNumber),
})

function mostPerSecond({ instancePerSecond, concurrentRequests, latencyMs }: EndpointLoad): number {
  if (instancePerSecond !== undefined) return requirePositive('instancePerSecond', instancePerSecond)
  if (concurrentRequests === undefined || latencyMs === undefined)
    throw new RangeError('Give instancePerSecond, or concurrentRequests and latencyMs.')
  return (
    (requirePositive('concurrentRequests', concurrentRequests) * 1000) /
    requirePositive('latencyMs', latencyMs)
  )
}

/**
 * Target of a scaling policy and instances at the peak: target = most per second * safety factor * 60 (the metric counts
 * minutes), instances = ceil(peak * 60 / target), one at least.
 *
 * @throws RangeError for negative numbers, an instance that answers nothing, or a safety factor outside (0, 1]
 * @see Amazon SageMaker developer guide, Load testing your auto scaling configuration
 * @example endpointInstances({ peakPerSecond: 100, instancePerSecond: 20 }, { 'sagemaker-safety-factor': 0.5 }).instances // 10
 */
export function endpointInstances(load: EndpointLoad, facts: Facts): EndpointInstances {
  const peak = requireAtLeast('peakPerSecond', load.peakPerSecond, 0)
  const most = mostPerSecond(load)
  const factor = requireWithin('safetyFactor', load.safetyFactor ?? facts['sagemaker-safety-factor'], [
    Number.MIN_VALUE,
    1,
  ])
  const targetPerMinute = most * factor * 60
  return {
    instancePerSecond: most,
    targetPerMinute,
    instances: Math.max(1, wholeUp((peak * 60) / targetPerMinute)),
  }
}
