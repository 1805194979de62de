import { describe, expect, test } from 'vitest'
import { ana, deny, grantTo, policy, there } from './case.fixture.ts'
import { compilePolicy } from './policy.ts'
import { groupOf, isPublicAcl, isPublicPolicy } from './s3-public.ts'

const isPublic = (...statements: readonly Readonly<Record<string, unknown>>[]): boolean =>
  isPublicPolicy(
    compilePolicy(policy(...statements), { layer: 'resource', path: 'resourcePolicy', findings: [] }),
  )

const everyoneIf = (Condition: object) => grantTo('*', 's3:PutObject', { Condition })

describe('isPublicPolicy', () => {
  test('follows the examples of the user guide', () => {
    expect(isPublic(grantTo('*', 's3:PutObject'))).toBe(true)
    expect(isPublic(everyoneIf({ StringLike: { 'aws:SourceVpc': 'vpc-*' } }))).toBe(true)
    expect(isPublic(everyoneIf({ StringEquals: { 'aws:SourceVpc': 'vpc-91237329' } }))).toBe(false)
  })

  test('one public statement makes the policy public', () => {
    const cloudTrail = grantTo({ Service: 'cloudtrail.amazonaws.com' }, 's3:PutObject')
    const account = grantTo({ AWS: there }, 's3:GetObject')
    expect(isPublic(cloudTrail, account)).toBe(false)
    expect(isPublic(cloudTrail, account, grantTo('*', 's3:GetObject'))).toBe(true)
  })

  test('fixed principals are not public, and denies open nothing', () => {
    expect(isPublic(grantTo({ AWS: ana }))).toBe(false)
    expect(isPublic(grantTo({ AWS: '*' }))).toBe(true)
    expect(isPublic(deny('s3:*', '*', { Principal: '*' }))).toBe(false)
  })

  test('an organization, an account, a network or a source narrows it, held to fixed values', () => {
    const narrow = [
      { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      { StringEquals: { 'aws:SourceAccount': there } },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111111111111:t' } },
      { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } },
      { StringLike: { 's3:DataAccessPointArn': `arn:aws:s3:eu-west-1:${there}:accesspoint/*` } },
      { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '12.0.0.0/8', '2001:db8::/32'] } },
    ]
    expect(narrow.filter((condition) => isPublic(everyoneIf(condition)))).toEqual([])
  })

  test('wildcards, variables, broad ranges and other keys do not', () => {
    const open = [
      { StringLike: { 'aws:SourceVpce': 'vpce-*' } },
      { StringEquals: { 'aws:PrincipalArn': `\${aws:SourceArn}` } },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
      { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } },
      { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } },
      { IpAddress: { 'aws:SourceIp': '12.0.0.0/7' } },
      { IpAddress: { 'aws:SourceIp': '2001::/31' } },
      { StringEquals: { 'aws:UserAgent': 'app' } },
      { StringLike: { 's3:DataAccessPointArn': 'arn:aws:s3:eu-west-1:*:accesspoint/a' } },
    ]
    expect(open.filter((condition) => !isPublic(everyoneIf(condition)))).toEqual([])
  })

  test('operators that hold without the key, or against a value, do not', () => {
    const open = [
      { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
      { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } },
      { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } },
    ]
    expect(open.filter((condition) => !isPublic(everyoneIf(condition)))).toEqual([])
    expect(isPublic(everyoneIf({ 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } }))).toBe(false)
  })
})

describe('isPublicAcl', () => {
  test('a grant to a group of everyone is public, by name, URI or canned ACL', () => {
    expect(['public-read', 'public-read-write', 'authenticated-read'].every(isPublicAcl)).toBe(true)
    expect(['private', 'bucket-owner-full-control', 'log-delivery-write'].some(isPublicAcl)).toBe(false)
    const uri = 'http://acs.amazonaws.com/groups/global/AllUsers'
    expect(isPublicAcl([{ grantee: uri, permission: 'READ' }])).toBe(true)
    expect(isPublicAcl([{ grantee: there, permission: 'FULL_CONTROL' }])).toBe(false)
    expect(isPublicAcl([])).toBe(false)
  })

  test('groupOf knows the two groups', () => {
    expect(groupOf('AuthenticatedUsers')).toBe('AuthenticatedUsers')
    expect(groupOf('http://acs.amazonaws.com/groups/s3/LogDelivery')).toBe(null)
  })
})
