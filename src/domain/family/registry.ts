import { alarmFirstPage } from './alarm-first-page/family.ts'
import { auroraQuorum } from './aurora-quorum/family.ts'
import { worstCase } from './backup-worst-case/family.ts'
import { bucketOnDay } from './bucket-on-day/family.ts'
import { classifierMetric } from './classifier-metric/family.ts'
import { commitmentSize } from './commitment-size/family.ts'
import { availability } from './composite-availability/family.ts'
import { controlForRequirement } from './control-for-requirement/family.ts'
import { controlsMatch } from './controls-match/family.ts'
import { capacityUnits } from './dynamodb-capacity-units/family.ts'
import { edgeCacheMisses } from './edge-cache-misses/family.ts'
import { patternMatch } from './event-pattern-match/family.ts'
import { fifoBacklog } from './fifo-backlog/family.ts'
import { hotPartition } from './hot-partition/family.ts'
import { abac } from './iam-abac/family.ts'
import { confusedDeputy } from './iam-confused-deputy/family.ts'
import { externalId } from './iam-external-id/family.ts'
import { leastEdit } from './iam-least-edit/family.ts'
import { mfaCondition } from './iam-mfa-condition/family.ts'
import { sessionPolicy } from './iam-session-policy/family.ts'
import { tagKeys } from './iam-tag-keys/family.ts'
import { whichLayer } from './iam-which-layer/family.ts'
import { whichRequest } from './iam-which-request/family.ts'
import { shardCount } from './kinesis-shard-count/family.ts'
import { whoCanDecrypt } from './kms-who-can-decrypt/family.ts'
import { concurrency } from './lambda-concurrency/family.ts'
import { internetAccess } from './network-internet-access/family.ts'
import { peeringFlow } from './network-peering-flow/family.ts'
import { subnetSize } from './network-subnet-size/family.ts'
import { transitFlow } from './network-transit-flow/family.ts'
import { validPlan } from './network-valid-plan/family.ts'
import { whichConnection } from './network-which-connection/family.ts'
import { whichRoute } from './network-which-route/family.ts'
import { mlOrder } from './procedure-order-ml/family.ts'
import { securityOrder } from './procedure-order-security/family.ts'
import { deadLetterTime } from './queue-dead-letter-time/family.ts'
import { recoveryStrategy } from './recovery-strategy/family.ts'
import { retrievalMetric } from './retrieval-metric/family.ts'
import { retryTiming } from './retry-timing/family.ts'
import { publicBucket } from './s3-public-bucket/family.ts'
import { regionLock } from './scp-region-lock/family.ts'
import { filterDelivery } from './sns-filter-delivery/family.ts'
import { stateOutput } from './state-output/family.ts'
import { storageClassCost } from './storage-class-cost/family.ts'
import { templateResources } from './template-resources/family.ts'
import { dailyTokenCost } from './token-cost/family.ts'
import { transferTime } from './transfer-time/family.ts'
import type { Family } from './types.ts'
import { updateReplaces } from './update-replaces/family.ts'
import { zonalCount } from './zonal-instance-count/family.ts'

/** Every family, in the order of the list of families; a new one adds its line. */
export const families: readonly Family[] = [
  // IAM
  whichRequest,
  whichLayer,
  leastEdit,
  mfaCondition,
  tagKeys,
  sessionPolicy,
  externalId,
  whoCanDecrypt,
  publicBucket,
  abac,
  regionLock,
  confusedDeputy,
  // Procedures and controls
  securityOrder,
  mlOrder,
  controlsMatch,
  controlForRequirement,
  // Time
  alarmFirstPage,
  deadLetterTime,
  fifoBacklog,
  bucketOnDay,
  edgeCacheMisses,
  // Networks
  whichConnection,
  whichRoute,
  subnetSize,
  peeringFlow,
  transitFlow,
  internetAccess,
  validPlan,
  // Capacity, availability and cost
  capacityUnits,
  shardCount,
  concurrency,
  zonalCount,
  availability,
  recoveryStrategy,
  worstCase,
  auroraQuorum,
  commitmentSize,
  storageClassCost,
  hotPartition,
  transferTime,
  // Models and retrieval
  classifierMetric,
  retrievalMetric,
  dailyTokenCost,
  // Events and workflows
  patternMatch,
  filterDelivery,
  retryTiming,
  stateOutput,
  // Templates
  updateReplaces,
  templateResources,
]

/** The family of a name. @example familyNamed('no-such-family') // undefined */
export const familyNamed = (name: string): Family | undefined =>
  families.find((family) => family.name === name)
