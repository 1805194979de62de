import type { Plan } from '../iam/plans.ts'
import type { Statement } from '../iam/policies.ts'
import type { Setting } from '../parts/setting.ts'

/** What is created, by which action. */
export const creations = [
  { noun: 'topic', service: 'sns', create: 'sns:CreateTopic', name: 'Amazon SNS' },
  {
    noun: 'secret',
    service: 'secretsmanager',
    create: 'secretsmanager:CreateSecret',
    name: 'AWS Secrets Manager',
  },
  { noun: 'function', service: 'lambda', create: 'lambda:CreateFunction', name: 'AWS Lambda' },
  { noun: 'queue', service: 'sqs', create: 'sqs:CreateQueue', name: 'Amazon SQS' },
  { noun: 'table', service: 'dynamodb', create: 'dynamodb:CreateTable', name: 'Amazon DynamoDB' },
] as const

/** The condition of a statement on the tag keys of a request. */
export type TagCondition = {
  readonly set: 'ForAllValues' | 'ForAnyValue'
  readonly operator: 'StringEquals' | 'StringNotEquals'
  /** Value of a Null condition on aws:TagKeys beside it; null where there is none. */
  readonly absent: 'true' | 'false' | null
  /** The list has the team's further key as well. */
  readonly longer?: boolean
}

/** Tag keys that a request can carry: those of the list, some of another kind as well, another alone, or none. */
export const requests = ['known', 'mixed', 'foreign', 'untagged'] as const
/** One of the requests. */
export type TagRequest = (typeof requests)[number]

/** What a team demands of tags, by request. */
export type Demand = {
  readonly id: 'known-tags-alone' | 'untagged-too' | 'one-known-tag'
  readonly wanted: Readonly<Record<TagRequest, boolean>>
}

/** Demands that one condition meets. */
export const demands: readonly Demand[] = [
  {
    id: 'known-tags-alone',
    wanted: { known: true, mixed: false, foreign: false, untagged: false },
  },
  {
    id: 'untagged-too',
    wanted: { known: true, mixed: false, foreign: false, untagged: true },
  },
  {
    id: 'one-known-tag',
    wanted: { known: true, mixed: true, foreign: false, untagged: false },
  },
]

/** A statement whose condition does something else than the team demands, and edits of it. */
export type TagScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly creation: (typeof creations)[number]
  readonly role: string
  readonly account: string
  readonly effect: Statement['Effect']
  readonly keys: readonly [string, string, string]
  readonly foreign: string
  readonly before: TagCondition
  readonly demand: Demand
  readonly plans: readonly Plan[]
}
