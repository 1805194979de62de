import { describe, expect, test } from 'vitest'
import { evaluateIam } from './evaluate-iam.ts'

const account = '111111111111'
const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }
const least = {
  principal: `arn:aws:iam::${account}:user/ana`,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::docs/report.txt',
  owner: account,
}

describe('evaluateIam', () => {
  test('answers one case, a list, or a list under cases, in order', () => {
    expect(evaluateIam(least)).toMatchObject([{ decision: 'implicit' }])
    expect(evaluateIam([least, { ...least, identity: everything }])).toMatchObject([
      { decision: 'implicit' },
      { decision: 'allow' },
    ])
    expect(evaluateIam({ about: 'x', cases: [least] })).toHaveLength(1)
    expect(evaluateIam([])).toEqual([])
  })

  test('repeats the id that it was given, and invents none', () => {
    const answers = evaluateIam([{ ...least, id: 'a' }, { ...least, id: 7 }, least, { id: 'b' }])
    expect(answers.map(({ id }) => id)).toEqual(['a', 7, undefined, 'b'])
    expect(answers[2]).not.toHaveProperty('id')
  })

  test('an answer has the decision and what decided, and nothing else', () => {
    expect(evaluateIam({ ...least, id: 'a', identity: [everything] })).toEqual([
      {
        id: 'a',
        decision: 'allow',
        because: {
          layer: 'identity',
          policy: 'identity[0]',
          statement: 0,
          effect: 'Allow',
          text: 'Allowed: statement 1 of identity policy 1 allows s3:GetObject on arn:aws:s3:::docs/report.txt, and nothing denies or limits it.',
        },
      },
    ])
  })

  test('a case that cannot be decided says why and stops no other', () => {
    const wrong = { ...everything, Statement: { ...everything.Statement, Effect: 'allow' } }
    const answers = evaluateIam([
      { ...least, id: 1, owner: 'me' },
      { ...least, id: 2, identity: wrong },
      { ...least, id: 3, principal: 'ana' },
      'case',
      { ...least, id: 4 },
    ])
    expect(answers).toMatchObject([
      { id: 1, invalid: 'owner: expected a 12-digit account id' },
      {
        id: 2,
        invalid: 'identity.Statement[0].Effect: must be "Allow" or "Deny", in exactly this spelling',
        findings: [{ level: 'error', at: 'identity.Statement[0].Effect' }],
      },
      { id: 3, invalid: '"ana" names no principal' },
      { invalid: 'a case is an object' },
      { id: 4, decision: 'implicit' },
    ])
  })

  test('warns of what can never match and of members that it ignored', () => {
    const Condition = { IpAddress: { 'aws:SourceIp': 'office' } }
    const identity = { ...everything, Statement: { ...everything.Statement, Condition } }
    expect(evaluateIam({ ...least, identity, boundry: [] })).toMatchObject([
      {
        decision: 'implicit',
        warnings: [
          { level: 'warning', at: 'boundry', text: 'is not a member of a case and was ignored' },
          { level: 'warning', at: 'identity.Statement[0].Condition.IpAddress.aws:SourceIp' },
        ],
      },
    ])
  })

  test('a catalogue narrows keys to the actions that know them', () => {
    const Condition = { StringEquals: { 's3:prefix': 'a' } }
    const identity = { ...everything, Statement: { ...everything.Statement, Condition } }
    const asked = { ...least, identity, ctx: { 's3:prefix': 'a' } }
    expect(evaluateIam(asked)).toMatchObject([{ decision: 'allow' }])
    const catalogue = new Map([['s3:getobject', { conditionKeys: [] }]])
    expect(evaluateIam(asked, catalogue)).toMatchObject([{ decision: 'implicit' }])
  })
})
