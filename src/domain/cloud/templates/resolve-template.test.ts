import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { creationOrder } from './creation-order.ts'
import { findingsOf, resolved } from './template.fixture.ts'

const template: JsonObject = {
  Parameters: {
    Env: { Type: 'String', AllowedValues: ['dev', 'prod'], Default: 'dev' },
    Count: { Type: 'Number', Default: 2, MinValue: 1, MaxValue: 5 },
  },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] },
    IsLarge: {
      'Fn::And': [{ Condition: 'IsProd' }, { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Count' }, 1] }] }],
    },
    Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { 'Fn::Equals': [{ Ref: 'Count' }, '2'] }] },
  },
  Resources: {
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        RedrivePolicy: {
          'Fn::If': [
            'IsProd',
            { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } },
            { Ref: 'AWS::NoValue' },
          ],
        },
      },
    },
    Dead: { Type: 'AWS::SQS::Queue', Condition: 'IsProd', DeletionPolicy: 'Retain' },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Condition: 'IsLarge',
      DependsOn: 'Dead',
      Properties: { Name: { Ref: 'Queue' } },
    },
  },
  Outputs: {
    QueueUrl: { Value: { Ref: 'Queue' }, Export: { Name: { 'Fn::Sub': `\${AWS::StackName}-queue` } } },
    DeadUrl: { Condition: 'IsProd', Value: { Ref: 'Dead' } },
  },
}

describe('a deployment', () => {
  test('without the condition leaves its resources, properties and outputs out', () => {
    const result = resolved({ template })
    expect(result.resources).toEqual([
      { logicalId: 'Queue', type: 'AWS::SQS::Queue', properties: {}, dependsOn: [] },
    ])
    expect(result.absent).toEqual([
      { logicalId: 'Dead', condition: 'IsProd' },
      { logicalId: 'Alarm', condition: 'IsLarge' },
    ])
    expect(result.outputs).toEqual({ QueueUrl: { value: { Ref: 'Queue' }, exportName: 'stack-queue' } })
    expect(result.conditions).toEqual({ IsProd: false, IsLarge: false, Either: true })
  })

  test('leaves out what depends on a resource left out, and what depends on that', () => {
    const chain = {
      ...template,
      Resources: {
        ...(template.Resources as Record<string, Json>),
        Second: { Type: 'AWS::SNS::Topic', DependsOn: ['Queue', 'Dead'] },
        Third: { Type: 'AWS::SNS::Topic', DependsOn: 'Second' },
      },
    }
    expect(resolved({ template: chain }).absent).toEqual([
      { logicalId: 'Dead', condition: 'IsProd' },
      { logicalId: 'Alarm', condition: 'IsLarge' },
      { logicalId: 'Second', dependsOn: 'Dead' },
      { logicalId: 'Third', dependsOn: 'Second' },
    ])
  })

  test('with the condition has them, in an order that dependencies decide', () => {
    const result = resolved({ template, parameters: { Env: 'prod' } })
    expect(result.resources.map(({ logicalId, dependsOn }) => [logicalId, dependsOn])).toEqual([
      ['Queue', ['Dead']],
      ['Dead', []],
      ['Alarm', ['Dead', 'Queue']],
    ])
    expect(result.resources[1]).toMatchObject({ deletionPolicy: 'Retain' })
    expect(result.creationOrder).toEqual([['Dead'], ['Queue'], ['Alarm']])
    expect(Object.keys(result.outputs)).toEqual(['QueueUrl', 'DeadUrl'])
  })

  test('compares a number with its text', () => {
    expect(resolved({ template, parameters: { Env: 'prod', Count: '1' } }).conditions.IsLarge).toBe(false)
    expect(resolved({ template, parameters: { Env: 'prod', Count: 3 } }).conditions.IsLarge).toBe(true)
  })

  test('knows where it happens', () => {
    const place = {
      Resources: {
        A: {
          Type: 'T',
          Properties: { Arn: { 'Fn::Sub': `\${AWS::Partition}/\${AWS::Region}/\${AWS::URLSuffix}` } },
        },
      },
    }
    const arn = (region: string) => resolved({ template: place, region }).resources[0]?.properties.Arn
    expect(arn('cn-north-1')).toBe('aws-cn/cn-north-1/amazonaws.com.cn')
    expect(arn('us-gov-west-1')).toBe('aws-us-gov/us-gov-west-1/amazonaws.com')
  })
})

describe('parameters', () => {
  const declared = (declaration: object, value?: string | number) =>
    findingsOf({
      template: { Parameters: { P: { Type: 'String', ...declaration } }, Resources: { A: { Type: 'T' } } },
      ...(value === undefined ? {} : { parameters: { P: value } }),
    })

  test.each<[object, string | number | undefined, string]>([
    [{}, undefined, 'no default'],
    [{ AllowedValues: ['a', 'b'] }, 'c', 'not one of the allowed values a, b'],
    [{ AllowedPattern: '[a-z]+' }, 'ab1', 'does not match'],
    [{ MinLength: 3 }, 'ab', 'length out of range'],
    [{ MaxLength: 3 }, 'abcd', 'length out of range'],
    [{ Type: 'Number' }, 'x', 'no number'],
    [{ Type: 'Number', MaxValue: 3 }, 4, 'out of range'],
    [{ Type: 'CommaDelimitedList', AllowedValues: ['a'] }, 'a,b', '"b" is not one'],
  ])('that break %j are findings', (declaration, value, text) => {
    expect(declared(declaration, value).join()).toContain(text)
  })

  test('that hold are none', () => {
    expect(declared({ AllowedPattern: '[a-z]+', MinLength: 1, AllowedValues: ['ab'] }, 'ab')).toEqual([])
    expect(declared({ AllowedPattern: '(?<unreadable' }, 'x')).toEqual([])
    expect(declared({ Type: 'Number', Default: 0 })).toEqual([])
  })

  test('that nobody declared are findings', () => {
    expect(findingsOf({ template, parameters: { Lost: '1' } })).toEqual([
      'Parameters.Lost: is not a parameter of this template',
    ])
  })
})

describe('a template that cannot be deployed', () => {
  const broken = (resources: object, more: object = {}) =>
    findingsOf({ template: { ...more, Resources: resources } as never })

  test.each<[string, object, object, string]>([
    ['has no resources', {}, {}, 'Resources: a template needs resources'],
    ['has a resource without a type', { A: {} }, {}, 'Resources.A: a resource needs a Type'],
    [
      'depends on nothing',
      { A: { Type: 'T', DependsOn: ['B'] } },
      {},
      'Resources.A.DependsOn: there is no resource "B"',
    ],
    [
      'depends on itself in a circle',
      { A: { Type: 'T', DependsOn: 'B' }, B: { Type: 'T', Properties: { X: { Ref: 'A' } } } },
      {},
      'Resources: these depend on each other in a circle: A, B, A',
    ],
    [
      'refers to what a condition leaves out',
      { A: { Type: 'T', Condition: 'No' }, B: { Type: 'T', Properties: { X: { Ref: 'A' } } } },
      { Conditions: { No: { 'Fn::Equals': ['a', 'b'] } } },
      'Resources.B.Properties.X: "A" does not exist here: a condition leaves it out',
    ],
    [
      'has an unknown condition',
      { A: { Type: 'T', Condition: 'Lost' } },
      {},
      'Resources.A: there is no condition "Lost"',
    ],
    [
      'has a condition that depends on itself',
      { A: { Type: 'T', Condition: 'C' } },
      { Conditions: { C: { 'Fn::Not': [{ Condition: 'C' }] } } },
      'Conditions.C: condition "C" depends on itself',
    ],
    [
      'has a condition of one part',
      { A: { Type: 'T' } },
      { Conditions: { C: { 'Fn::And': [{ 'Fn::Equals': [1, 1] }] } } },
      'Conditions.C: Fn::And takes two to ten conditions',
    ],
    [
      'has a condition that is none',
      { A: { Type: 'T' } },
      { Conditions: { C: 'yes' } },
      'Conditions.C: a condition is one of Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition',
    ],
    [
      'has a condition on a resource',
      { A: { Type: 'T' } },
      { Conditions: { C: { 'Fn::Equals': [{ Ref: 'A' }, 'x'] } } },
      'Conditions.C: "A" is neither a parameter nor a resource of this template',
    ],
    [
      'needs a macro',
      { A: { Type: 'T' } },
      { Transform: 'AWS::Serverless-2016-10-31' },
      'Transform: macros and transforms are not modelled here',
    ],
  ])('%s', (_, resources, more, finding) => {
    expect(broken(resources, more)).toContain(finding)
  })

  test('names every finding, not only the first', () => {
    expect(broken({ A: {}, B: { Type: 'T', DependsOn: 'C' } })).toHaveLength(2)
  })
})

describe('the order of creation', () => {
  test('puts everything after what it depends on, or names a circle', () => {
    const graph = fc.dictionary(fc.constantFrom(...'abcdef'), fc.array(fc.constantFrom(...'abcdef')))
    fc.assert(
      fc.property(graph, (edges) => {
        const known = new Map(
          Object.entries(edges).map(([name, others]) => [name, others.filter((other) => other in edges)]),
        )
        const { waves, cycle } = creationOrder(known)
        const order = waves.flat()
        for (const [index, name] of order.entries())
          for (const other of known.get(name) ?? []) expect(order.indexOf(other)).toBeLessThan(index)
        if (cycle.length === 0) expect(order).toHaveLength(known.size)
        else {
          expect(cycle.at(-1)).toBe(cycle[0])
          for (const [index, name] of cycle.slice(0, -1).entries())
            expect(known.get(name)).toContain(cycle[index + 1])
        }
      }),
    )
  })
})
