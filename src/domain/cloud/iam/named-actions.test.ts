import { describe, expect, test } from 'vitest'
import { expandAction, namedActions } from './named-actions.ts'

describe('a pattern of actions', () => {
  const names = ['getobject', 'getobjectacl', 'putobject', 'getbucketacl']

  test.each([
    ['GetObject', ['getobject']],
    ['Get*', ['getobject', 'getobjectacl', 'getbucketacl']],
    ['?etObject*', ['getobject', 'getobjectacl']],
    ['*', names],
    ['*Acl', ['getobjectacl', 'getbucketacl']],
    ['GetObjects', []],
  ])('%s stands for %j', (pattern, expected) => {
    expect(expandAction(pattern, names)).toEqual(expected)
  })
})

describe('actions that a case names', () => {
  test('are those of the request and of every statement, with their places', () => {
    const statement = (element: string, value: unknown) => ({
      Effect: 'Allow',
      [element]: value,
      Resource: '*',
    })
    expect(
      namedActions({
        action: 's3:GetObject',
        identity: { Statement: [statement('Action', ['s3:Get*', 'sqs:SendMessage'])] },
        scp: [{ id: 'root', policies: [{ Statement: statement('NotAction', 'iam:*') }] }],
        ctx: { Action: 'not:this' },
      }),
    ).toEqual([
      { at: 'action', pattern: 's3:GetObject' },
      { at: 'identity.Statement[0].Action', pattern: 's3:Get*' },
      { at: 'identity.Statement[0].Action', pattern: 'sqs:SendMessage' },
      { at: 'scp[0].policies[0].Statement.NotAction', pattern: 'iam:*' },
    ])
  })

  test('are none where there is no case, and no depth is too much', () => {
    let deep: unknown = { Effect: 'Allow', Action: 'a:b' }
    for (let level = 0; level < 10_000; level++) deep = [deep]
    for (const value of [null, undefined, 'x', [], {}, { action: 3 }, deep])
      expect(namedActions(value)).toEqual([])
  })
})
