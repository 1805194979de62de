import type { Reference } from '../../item/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { documentation } from '../parts/documentation.ts'

const blog = (title: string, path: string): Reference => ({
  title,
  url: `https://aws.amazon.com/${path}`,
  checked: calendarDate('2026-11-24'),
})

/** Pages that calculations of capacity, availability and cost rest on. */
export const capacityPages = {
  dynamodbUnits: documentation(
    'DynamoDB read and write operations',
    'amazondynamodb/latest/developerguide/read-write-operations.html',
  ),
  dynamodbSplit: blog(
    'Scaling DynamoDB: how partitions, hot keys, and split for heat impact performance, part 3',
    'blogs/database/part-3-scaling-dynamodb-how-partitions-hot-keys-and-split-for-heat-impact-performance/',
  ),
  kinesisQuotas: documentation('Quotas and limits', 'streams/latest/dev/service-sizes-and-limits.html'),
  lambdaScaling: documentation(
    'Understanding Lambda function scaling',
    'lambda/latest/dg/lambda-concurrency.html',
  ),
  lambdaReserved: documentation(
    'Configuring reserved concurrency for a function',
    'lambda/latest/dg/configuration-concurrency.html',
  ),
  auroraQuorum: blog(
    'Amazon Aurora under the hood: quorum and correlated failure',
    'blogs/database/amazon-aurora-under-the-hood-quorum-and-correlated-failure/',
  ),
  auroraQuorumSets: blog(
    'Amazon Aurora under the hood: reducing costs using quorum sets',
    'blogs/database/amazon-aurora-under-the-hood-reducing-costs-using-quorum-sets/',
  ),
  storageClasses: documentation(
    'Understanding and managing Amazon S3 storage classes',
    'AmazonS3/latest/userguide/storage-class-intro.html',
  ),
  disasterRecovery: documentation(
    'Disaster recovery options in the cloud',
    'whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  ),
  recoveryObjectives: documentation(
    'REL13-BP01 Define recovery objectives for downtime and data loss',
    'wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_objective_defined_recovery.html',
  ),
  availability: documentation(
    'Availability with dependencies',
    'whitepapers/latest/availability-and-beyond-improving-resilience/availability-with-dependencies.html',
  ),
  redundancy: documentation(
    'Availability with redundancy',
    'whitepapers/latest/availability-and-beyond-improving-resilience/availability-with-redundancy.html',
  ),
  savingsPlans: documentation(
    'What are Savings Plans?',
    'savingsplans/latest/userguide/what-is-savings-plans.html',
  ),
} as const
