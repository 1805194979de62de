import { fail, ok, type Result } from '../../kernel/result.ts'
import type { CloudFactId, FactValues } from '../cloud-facts.ts'
import { readShape, type Shape, type ShapeMalformed } from '../shape.ts'
import { alarmTraceShape, simulateAlarm } from './alarm.ts'
import { batchDeploymentShape, simulateBatchDeployment } from './batch-deployment.ts'
import { cpuCreditFactIds, cpuCreditRunShape, simulateCpuCredits } from './cpu-credits.ts'
import { edgeCacheFactIds, edgeRunShape, simulateEdgeCache } from './edge-cache.ts'
import { simulateThrottling, throttlingFactIds, throttlingRunShape } from './function-throttling.ts'
import { lifecycleFactIds, lifecycleRunShape } from './lifecycle-types.ts'
import { simulateLifecycle } from './object-lifecycle.ts'
import { simulateQueue } from './queue.ts'
import { queueFactIds, queueRunShape } from './queue-types.ts'
import { scalingFactIds, scalingRunShape, simulateScaling } from './scaling.ts'
import { serviceRolloutFactIds, serviceRolloutShape, simulateServiceRollout } from './service-rollout.ts'
import { simulateThrottle, throttleRunShape } from './token-bucket.ts'
import { simulateTrafficShift, trafficShiftShape } from './traffic-shift.ts'

/** A number that the service or the model does not take, in the words of its RangeError. */
export type SettingRefused = { readonly code: 'setting-refused'; readonly reason: string }

/** A simulation by name: what it does, the facts it uses, and how it is run on a value of unknown origin. */
export type Simulation = {
  readonly summary: string
  readonly facts: readonly CloudFactId[]
  readonly run: (value: unknown, facts: FactValues) => Result<object, ShapeMalformed | SettingRefused>
}

type About = { readonly summary: string; readonly facts?: readonly CloudFactId[] }

function simulation<T>(
  shape: Shape<T>,
  simulate: (given: T, facts: FactValues) => object,
  { summary, facts = [] }: About,
): Simulation {
  const run: Simulation['run'] = (value, values) => {
    const read = readShape(shape, value)
    if (!read.ok) return read
    try {
      return ok(simulate(read.value, values))
    } catch (error) {
      if (error instanceof RangeError) return fail({ code: 'setting-refused', reason: error.message })
      throw error
    }
  }
  return { summary, facts, run }
}

/** Every simulation, by the name under which it is asked for. */
export const simulations: Readonly<Record<string, Simulation>> = {
  queue: simulation(queueRunShape, simulateQueue, {
    summary: 'an SQS queue: visibility, redrive, retention, delay, FIFO groups and deduplication',
    facts: queueFactIds,
  }),
  'function-throttling': simulation(throttlingRunShape, simulateThrottling, {
    summary: 'Lambda functions that share an account: reserved and provisioned concurrency, throttling',
    facts: throttlingFactIds,
  }),
  'token-bucket': simulation(throttleRunShape, simulateThrottle, {
    summary: 'requests through rate and burst limits, as API Gateway applies them',
  }),
  scaling: simulation(scalingRunShape, simulateScaling, {
    summary: 'an Auto Scaling group: target tracking, step and simple policies, warm-up, cooldown',
    facts: scalingFactIds,
  }),
  alarm: simulation(alarmTraceShape, simulateAlarm, {
    summary: 'a CloudWatch alarm: M out of N and missing data',
  }),
  'object-lifecycle': simulation(lifecycleRunShape, simulateLifecycle, {
    summary: 'an S3 bucket from day to day: lifecycle rules, versions, delete markers, classes',
    facts: lifecycleFactIds,
  }),
  'cpu-credits': simulation(cpuCreditRunShape, simulateCpuCredits, {
    summary: 'CPU credits of a burstable instance, standard and unlimited',
    facts: cpuCreditFactIds,
  }),
  'edge-cache': simulation(edgeRunShape, simulateEdgeCache, {
    summary: 'a CloudFront cache: time to live and cache key',
    facts: edgeCacheFactIds,
  }),
  'traffic-shift': simulation(trafficShiftShape, simulateTrafficShift, {
    summary: 'a deployment that shifts traffic: all at once, canary, linear, roll-back',
  }),
  'batch-deployment': simulation(batchDeploymentShape, simulateBatchDeployment, {
    summary: 'a deployment to instances: all at once, rolling, additional batch, immutable',
  }),
  'service-rollout': simulation(serviceRolloutShape, simulateServiceRollout, {
    summary: 'a rolling update of an ECS service between minimum and maximum percent',
    facts: serviceRolloutFactIds,
  }),
}
