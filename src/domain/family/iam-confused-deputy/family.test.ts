import { describe, expect, test } from 'vitest'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { confusedDeputyModel } from './family.ts'
import { account, type Caller, type Deputy, deputyProbe, organization, serviceMay, source } from './ground.ts'

tryFamily(confusedDeputyModel, { golden: [] })

describe('the deputy model agrees with the IAM user guide, The confused deputy problem', () => {
  const deputy: Deputy = {
    service: 's3.amazonaws.com',
    action: 'sqs:SendMessage',
    target: `arn:aws:sqs:eu-west-1:${account}:inbox`,
  }
  const callers: readonly Caller[] = ['known', 'sibling', 'stranger', 'namesake']
  const admitted = (condition?: Parameters<typeof serviceMay>[1]): readonly Caller[] =>
    callers.filter((caller) =>
      isAllowed(deputyProbe(deputy, [serviceMay(deputy, condition)], { caller, wanted: true }).asked),
    )

  test.each([
    ['no condition', undefined, callers],
    ['aws:SourceAccount', { StringEquals: { 'aws:SourceAccount': account } }, ['known', 'sibling']],
    ['aws:SourceArn', { ArnEquals: { 'aws:SourceArn': source } }, ['known', 'namesake']],
    ['aws:SourceOrgID', { StringEquals: { 'aws:SourceOrgID': organization } }, ['known', 'sibling']],
    ['aws:PrincipalOrgID', { StringEquals: { 'aws:PrincipalOrgID': organization } }, []],
  ])('%s', (_, condition, expected) => {
    expect(admitted(condition)).toEqual(expected)
  })
})
