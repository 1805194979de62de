import { describe, expect, test } from 'vitest'
import { openActionDirectory } from '../adapters/content/action-directory.ts'
import { evaluateIam } from './evaluate-iam.ts'
import { evaluateIamWithWarnings } from './warn-unknown-actions.ts'

const ports = { cloudLibrary: { actions: openActionDirectory() } }
const asked = (action: string, statements: readonly string[]) => ({
  principal: 'arn:aws:iam::111122223333:user/ana',
  action,
  resource: 'arn:aws:s3:::docs/a',
  identity: {
    Version: '2012-10-17',
    Statement: statements.map((pattern) => ({ Effect: 'Allow', Action: pattern, Resource: '*' })),
  },
})
const warnings = async (action: string, ...statements: string[]) => {
  const [answer] = await evaluateIamWithWarnings(asked(action, statements), ports)
  return answer && 'warnings' in answer ? (answer.warnings ?? []).map(({ at, text }) => `${at}: ${text}`) : []
}

describe('an action that does not exist', () => {
  test('is warned of where it stands', async () => {
    expect(await warnings('s3:ReadObject', 's3:GetObject')).toEqual([
      'action: "s3:ReadObject" is not an action that is known here',
    ])
    expect(await warnings('s3:GetObject', 's3:ReadObject', 's3:Fetch*', 's33:*')).toEqual([
      'identity.Statement[0].Action: "s3:ReadObject" is not an action that is known here',
      'identity.Statement[1].Action: "s3:Fetch*" stands for no action that is known here',
      'identity.Statement[2].Action: "s33" is not a service that is known here',
    ])
  })

  test('is none among actions that exist, in whatever case and pattern', async () => {
    expect(await warnings('S3:getobject', 's3:Get*', '*', 's3:?utObject', 'SQS:*')).toEqual([])
  })

  test('changes no decision, and nothing about a case that cannot be decided', async () => {
    const cases = [
      asked('s3:GetObject', ['s3:GetObject', 's3:Nothing']),
      asked('s3:Nothing', ['s3:*']),
      { id: 'x' },
    ]
    const plain = evaluateIam(cases)
    const warned = await evaluateIamWithWarnings(cases, ports)
    const decisions = (answers: typeof plain) =>
      answers.map((answer) => ('decision' in answer ? [answer.decision, answer.because] : answer))
    expect(decisions(warned)).toEqual(decisions(plain))
    expect(warned[2]).toEqual(plain[2])
  })
})
