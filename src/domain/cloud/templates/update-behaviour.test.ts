import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadUpdateBehaviour } from '../../../adapters/content/load-update-behaviour.ts'
import type { JsonObject } from '../json.ts'
import { resolved } from './template.fixture.ts'
import { effectOf, planUpdate, sameJson, type UpdatePlan } from './update-behaviour.ts'

const table = loadUpdateBehaviour(new URL('../../../../catalogue', import.meta.url).pathname)
const plan = (before: JsonObject, after: JsonObject): UpdatePlan =>
  planUpdate({
    before: resolved({ template: { Resources: before } }),
    after: resolved({ template: { Resources: after } }),
    table,
  })
const of = (type: string, properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: type,
  Properties: properties,
  ...more,
})
const effects = ({ updates }: UpdatePlan) => updates.map(({ logicalId, effect }) => [logicalId, effect])

// Each effect is what the property's page in the AWS CloudFormation template reference says under "Update requires".
test.each([
  ['AWS::DynamoDB::Table', 'TableName', 'replaces'],
  ['AWS::DynamoDB::Table', 'BillingMode', 'in-place'],
  ['AWS::EC2::Instance', 'ImageId', 'replaces'],
  ['AWS::EC2::Instance', 'InstanceType', 'may-replace'],
  ['AWS::EC2::VPC', 'CidrBlock', 'replaces'],
  ['AWS::EC2::SecurityGroup', 'GroupDescription', 'replaces'],
  ['AWS::Lambda::Function', 'MemorySize', 'in-place'],
  ['AWS::Lambda::Function', 'FunctionName', 'replaces'],
  ['AWS::RDS::DBInstance', 'StorageEncrypted', 'replaces'],
  ['AWS::S3::Bucket', 'BucketName', 'replaces'],
  ['AWS::S3::Bucket', 'VersioningConfiguration', 'in-place'],
  ['AWS::SQS::Queue', 'FifoQueue', 'replaces'],
  ['AWS::S3::Bucket', 'BucketNames', null],
  ['Custom::Thing', 'Any', null],
] as const)('%s: a change of %s %s', (type, property, effect) => {
  expect(effectOf(type, property, table)).toBe(effect)
})

describe('an update', () => {
  const bucket = of('AWS::S3::Bucket', { BucketName: 'a' })

  test('in place, by replacement, new and gone', () => {
    const queue = (timeout: number, name: string) =>
      of('AWS::SQS::Queue', { QueueName: name, VisibilityTimeout: timeout })
    const topic = of('AWS::SNS::Topic', {})
    const update = plan({ Queue: queue(30, 'a'), Old: topic }, { Queue: queue(60, 'a'), New: topic })
    expect(effects(update)).toEqual([
      ['Queue', 'in-place'],
      ['New', 'adds'],
      ['Old', 'removes'],
    ])
    expect(effects(plan({ Queue: queue(30, 'a') }, { Queue: queue(60, 'b') }))).toEqual([
      ['Queue', 'replaces'],
    ])
  })

  test('that loses data says so, unless a policy keeps the old resource', () => {
    const renamed = (more: JsonObject) => ({ Data: of('AWS::S3::Bucket', { BucketName: 'b' }, more) })
    expect(plan({ Data: bucket }, renamed({})).updates[0]).toMatchObject({ losesData: true, keepsOld: false })
    expect(plan({ Data: bucket }, renamed({ UpdateReplacePolicy: 'Retain' })).updates[0]).toMatchObject({
      losesData: false,
      keepsOld: true,
    })
    expect(plan({ Data: bucket }, renamed({ DeletionPolicy: 'Retain' })).updates[0]?.losesData).toBe(true)
    const kept = { Data: { ...bucket, DeletionPolicy: 'Snapshot' } }
    expect(plan({ ...kept, Other: bucket }, { Other: bucket }).updates[0]).toMatchObject({
      effect: 'removes',
      keepsOld: true,
    })
  })

  // AWS CloudFormation user guide, DeletionPolicy attribute: the default of these database types is Snapshot.
  test('that removes a database keeps a snapshot unless a policy says otherwise', () => {
    const database = (properties: JsonObject, more: JsonObject = {}) => ({
      Db: of('AWS::RDS::DBInstance', properties, more),
      Other: bucket,
    })
    const removed = (before: JsonObject) => plan(before, { Other: bucket }).updates[0]?.losesData
    expect(removed(database({ Engine: 'mysql' }))).toBe(false)
    expect(removed(database({ Engine: 'mysql' }, { DeletionPolicy: 'Delete' }))).toBe(true)
    expect(removed(database({ DBClusterIdentifier: 'c' }))).toBe(true)
    const renamed = plan(database({ DBName: 'a' }), database({ DBName: 'b' })).updates[0]
    expect(renamed).toMatchObject({ effect: 'replaces', losesData: true })
  })

  test('reaches what refers to a replaced resource', () => {
    const network = (cidr: string) => ({
      Subnet: of('AWS::EC2::Subnet', { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' }),
      Vpc: of('AWS::EC2::VPC', { CidrBlock: cidr }),
      Alarm: of('AWS::CloudWatch::Alarm', { AlarmDescription: { 'Fn::Sub': `\${Subnet}` } }),
    })
    const { updates } = plan(network('10.0.0.0/16'), network('10.0.0.0/8'))
    expect(updates.map(({ text }) => text)).toEqual([
      'Vpc is replaced by a new resource: CidrBlock (changed).',
      'Subnet is replaced by a new resource: VpcId (refers-to-replaced).',
      'Alarm is updated in place: AlarmDescription (refers-to-replaced).',
    ])
  })

  test('cannot change the type of a resource, and says what the table does not know', () => {
    expect(plan({ A: bucket }, { A: of('AWS::SNS::Topic', {}) })).toEqual({
      updates: [],
      refused: [
        { logicalId: 'A', text: 'A cannot change its type from AWS::S3::Bucket to AWS::SNS::Topic.' },
      ],
    })
    const custom = (value: number) => ({ A: of('Custom::Thing', { Value: value }) })
    expect(effects(plan(custom(1), custom(2)))).toEqual([['A', 'unknown']])
  })

  test('to the same template does nothing, and one there and back adds what it removed', () => {
    const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 })
    const stack = (list: string[]) => Object.fromEntries(list.map((name) => [name, bucket]))
    fc.assert(
      fc.property(names, names, (left, right) => {
        expect(plan(stack(left), stack(left)).updates).toEqual([])
        const added = plan(stack(left), stack(right)).updates.filter(({ effect }) => effect === 'adds')
        const removed = plan(stack(right), stack(left)).updates.filter(({ effect }) => effect === 'removes')
        expect(added.map(({ logicalId }) => logicalId).sort()).toEqual(
          removed.map(({ logicalId }) => logicalId).sort(),
        )
      }),
    )
  })
})

test('the order of members does not make values differ, that of elements does', () => {
  expect(sameJson({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true)
  expect(sameJson([1, 2], [2, 1])).toBe(false)
  expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(sameJson(undefined, null)).toBe(false)
})
