import { fail, ok, type Result } from '../../kernel/result.ts'
import type { CloudFactId, FactValues } from '../cloud-facts.ts'
import { readShape, type Shape, type ShapeMalformed } from '../shape.ts'
import { systemAvailability, systemPlanShape } from './availability.ts'
import { breakEven, offerPairShape } from './break-even.ts'
import { classifierMetrics, confusionMatrixShape } from './classifier.ts'
import { commitmentOutcome, commitmentPlanShape } from './commitment.ts'
import { dynamodbFactIds, tableLoadShape, tableThroughput } from './dynamodb.ts'
import { endpointFactIds, endpointInstances, endpointLoadShape } from './endpoint-instances.ts'
import { kinesisFactIds, streamLoadShape, streamShards } from './kinesis.ts'
import { functionConcurrency, functionLoadShape, lambdaFactIds } from './lambda.ts'
import { trafficCost, trafficPlanShape } from './path-cost.ts'
import { copiesLostShape, quorumFactIds, quorumState } from './quorum.ts'
import { recoveryOutcome, recoveryPlanShape } from './recovery.ts'
import { retrievalMetrics, retrievalRunShape } from './retrieval-metrics.ts'
import { storageComparison, storageFactIds, storagePlanShape } from './storage-cost.ts'
import { bestThreshold, thresholdPlanShape } from './threshold.ts'
import { tokenCost, tokenPlanShape } from './token-cost.ts'
import { transferOutcome, transferPlanShape } from './transfer-time.ts'
import { rankByVector, vectorSearchShape } from './vector-ranking.ts'
import { zonalInstances, zonalLoadShape } from './zonal-instances.ts'

/** A number outside the domain of a formula, in the words of its RangeError. */
export type NumberOutOfRange = { readonly code: 'number-out-of-range'; readonly reason: string }

/** A calculation by name: what it does, the facts it uses, and how it is run on a value of unknown origin. */
export type Calculation = {
  readonly summary: string
  readonly facts: readonly CloudFactId[]
  readonly run: (value: unknown, facts: FactValues) => Result<object, ShapeMalformed | NumberOutOfRange>
}

function calculation<T>(
  shape: Shape<T>,
  calculate: (given: T, facts: FactValues) => object,
  about: Pick<Calculation, 'summary'> & Partial<Pick<Calculation, 'facts'>>,
): Calculation {
  const run: Calculation['run'] = (value, facts) => {
    const read = readShape(shape, value)
    if (!read.ok) return read
    try {
      return ok(calculate(read.value, facts))
    } catch (error) {
      if (error instanceof RangeError) return fail({ code: 'number-out-of-range', reason: error.message })
      throw error
    }
  }
  return { facts: [], ...about, run }
}

/** Every calculation, by the name under which it is asked for. */
export const calculations: Readonly<Record<string, Calculation>> = {
  'table-throughput': calculation(tableLoadShape, tableThroughput, {
    summary: 'read and write units of a DynamoDB table and its global secondary indexes',
    facts: dynamodbFactIds,
  }),
  'stream-shards': calculation(streamLoadShape, streamShards, {
    summary: 'shards of a Kinesis data stream',
    facts: kinesisFactIds,
  }),
  'function-concurrency': calculation(functionLoadShape, functionConcurrency, {
    summary: 'concurrency of a Lambda function, its reservation, throttling and ramp',
    facts: lambdaFactIds,
  }),
  'zonal-instances': calculation(zonalLoadShape, zonalInstances, {
    summary: 'instances that survive the loss of a zone',
  }),
  availability: calculation(systemPlanShape, systemAvailability, {
    summary: 'availability in series and parallel, with shared components',
  }),
  recovery: calculation(recoveryPlanShape, recoveryOutcome, {
    summary: 'worst-case RPO and RTO of a backup plan',
  }),
  'storage-cost': calculation(storagePlanShape, storageComparison, {
    summary: 'storage classes compared, with minimum days and sizes and retrieval',
    facts: storageFactIds,
  }),
  'commitment-cost': calculation(commitmentPlanShape, commitmentOutcome, {
    summary: 'cost of a load with and without a commitment, and the best commitment',
  }),
  'break-even': calculation(offerPairShape, breakEven, {
    summary: 'units at which two offers cost the same',
  }),
  'traffic-cost': calculation(trafficPlanShape, trafficCost, {
    summary: 'cost of traffic over several ways',
  }),
  'transfer-time': calculation(transferPlanShape, transferOutcome, {
    summary: 'days of a migration over the network and by device',
  }),
  'classifier-metrics': calculation(confusionMatrixShape, classifierMetrics, {
    summary: 'precision, recall, F1, accuracy and others from a confusion matrix',
  }),
  'classifier-threshold': calculation(thresholdPlanShape, bestThreshold, {
    summary: 'the threshold with the lowest cost of errors',
  }),
  'retrieval-metrics': calculation(retrievalRunShape, retrievalMetrics, {
    summary: 'recall@k, precision@k, hit rate and mean reciprocal rank',
  }),
  'vector-ranking': calculation(vectorSearchShape, rankByVector, {
    summary: 'documents ranked by cosine, dot product or distance, with a filter',
  }),
  'token-cost': calculation(tokenPlanShape, tokenCost, {
    summary: 'tokens, cost and fit of requests to a language model',
  }),
  'endpoint-instances': calculation(endpointLoadShape, endpointInstances, {
    summary: 'instances of a model endpoint by invocations per instance',
    facts: endpointFactIds,
  }),
  quorum: calculation(copiesLostShape, quorumState, {
    summary: 'what an Aurora cluster volume can do after copies are lost',
    facts: quorumFactIds,
  }),
}
