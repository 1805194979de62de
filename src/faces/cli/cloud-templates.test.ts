import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runCloud } from './cloud.fixture.ts'

const guide = readFileSync(new URL('../../../docs/guide/cloud-templates.md', import.meta.url), 'utf8')
const blocks = [...guide.matchAll(/^```json\n(.*?)^```$/gms)].map(
  ([, block]) => JSON.parse(block!) as unknown,
)

const yaml = `Parameters:
  Env: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Condition: IsProd
  Queue:
    Type: AWS::SQS::Queue
    Properties: { QueueName: !Sub "orders-\${Env}" }
`
const resolve = (input: unknown) => runCloud(['templates', 'resolve', '-'], JSON.stringify(input))
const update = (input: unknown) => runCloud(['templates', 'update', '-'], JSON.stringify(input))

describe('cloud templates resolve', () => {
  test('reads a template as text, with the short forms of functions', async () => {
    const { json, refusal } = await resolve({ id: 't', template: yaml, parameters: { Env: 'dev' } })
    expect(json).toMatchObject({
      id: 't',
      resources: [{ logicalId: 'Queue', properties: { QueueName: 'orders-dev' } }],
      absent: [{ logicalId: 'Topic', condition: 'IsProd' }],
    })
    expect(refusal).toBe(undefined)
  })

  test('answers a list by a list, and says of each case what is wrong', async () => {
    const { json, refusal } = await resolve([
      { template: yaml },
      { template: 'a: [' },
      { template: 3 },
      { template: yaml, parameters: { Env: 'dev' }, regoin: 'x' },
      null,
    ])
    expect(json).toMatchObject([
      {
        invalid: 'Parameters.Env: has no default and no value was given',
        findings: [{ at: 'Parameters.Env' }],
      },
      { invalid: expect.stringMatching(/^line 1: /) },
      { invalid: 'template: expected a template: an object, or its text' },
      { invalid: expect.stringContaining('regoin: is not known here') },
      { invalid: 'a case is an object' },
    ])
    expect(refusal).toMatchObject({ message: expect.stringMatching(/^5 of 5/) })
  })
})

describe('cloud templates update', () => {
  test('compares one template under two sets of parameters', async () => {
    const { json } = await update({
      before: yaml,
      after: yaml,
      parametersBefore: { Env: 'prod' },
      parameters: { Env: 'dev' },
    })
    expect(json).toMatchObject({
      updates: [
        { logicalId: 'Queue', effect: 'replaces' },
        { logicalId: 'Topic', effect: 'removes' },
      ],
    })
  })

  test('says which of the two templates is wrong', async () => {
    const good = { Resources: { A: { Type: 'AWS::SNS::Topic' } } }
    expect((await update({ before: good, after: {} })).json).toMatchObject({
      invalid: expect.stringMatching(/^after: /),
    })
    expect((await update({ before: '[', after: good })).json).toMatchObject({
      invalid: expect.stringMatching(/^before: /),
    })
  })
})

describe('the guide to templates', () => {
  test('shows a template and exactly its meaning', async () => {
    expect((await resolve(blocks[0])).json).toEqual(blocks[1])
  })

  test('shows an update and exactly its effects', async () => {
    expect((await update(blocks[2])).json).toEqual(blocks[3])
  })
})
