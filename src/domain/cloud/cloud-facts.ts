import type { CalendarDate } from '../kernel/calendar-date.ts'

/** Every fact about a service that the models use; the catalogue must hold exactly these. */
export const cloudFactIds = [
  'subnet-reserved-first',
  'subnet-reserved-last',
  'vpc-largest-prefix',
  'vpc-smallest-prefix',
  'subnet-ipv6-prefix',
  'network-acl-last-rule',
  'ephemeral-first-port',
  'ephemeral-last-port',
  'nat-gateway-first-port',
  'nat-gateway-last-port',
  'dynamodb-read-unit-bytes',
  'dynamodb-write-unit-bytes',
  'dynamodb-eventual-read-factor',
  'dynamodb-transaction-factor',
  'dynamodb-item-bytes',
  'kinesis-shard-write-bytes',
  'kinesis-shard-write-records',
  'kinesis-shard-read-bytes',
  'kinesis-shard-read-calls',
  'kinesis-fan-out-consumers',
  'lambda-account-concurrency',
  'lambda-unreserved-minimum',
  'lambda-scaling-step',
  'lambda-scaling-interval',
  'lambda-requests-per-concurrency',
  's3-infrequent-access-minimum-days',
  's3-glacier-instant-minimum-days',
  's3-glacier-flexible-minimum-days',
  's3-deep-archive-minimum-days',
  's3-minimum-billable-bytes',
  's3-archive-overhead-bytes',
  's3-archive-overhead-standard-bytes',
  'sagemaker-safety-factor',
  'aurora-copies',
  'aurora-zones',
  'aurora-write-quorum',
  'aurora-read-quorum',
  'sqs-visibility-default',
  'sqs-visibility-most',
  'sqs-retention-default',
  'sqs-retention-least',
  'sqs-retention-most',
  'sqs-delay-most',
  'sqs-receive-most',
  'sqs-deduplication-seconds',
  'auto-scaling-default-cooldown',
  'ecs-minimum-healthy-percent',
  'ecs-maximum-percent',
  'cpu-credit-accrual-hours',
  'cloudfront-default-ttl',
  'cloudfront-maximum-ttl',
  's3-transition-minimum-bytes',
  's3-infrequent-access-transition-days',
] as const

/** The name of a fact, `service-what`. */
export type CloudFactId = (typeof cloudFactIds)[number]

/** A limit, constant or rounding rule as a vendor documents it: number, unit, page, day it was read, last day it holds. */
export type CloudFact = {
  readonly value: number
  readonly unit: string
  readonly page: string
  readonly checked: CalendarDate
  readonly validUntil: CalendarDate | null
}

/** Every fact by its name. */
export type CloudFacts = Readonly<Record<CloudFactId, CloudFact>>

/** The bare numbers, which is what calculations take. */
export type FactValues = Readonly<Record<CloudFactId, number>>

/** The numbers of the facts. */
export const factValues = (facts: CloudFacts): FactValues =>
  Object.fromEntries(cloudFactIds.map((id) => [id, facts[id].value])) as FactValues

/**
 * Those of the named facts that no longer hold on a day; an item that uses one of them is dead.
 *
 * @example expiredFacts({ a: { validUntil: '2026-01-31' } }, ['a'], '2026-02-01') // ['a']
 */
export const expiredFacts = (
  facts: CloudFacts,
  ids: readonly CloudFactId[],
  day: CalendarDate,
): readonly CloudFactId[] =>
  ids.filter((id) => {
    const { validUntil } = facts[id]
    return validUntil !== null && validUntil < day
  })
