import { describe, expect, test } from 'vitest'
import {
  allow,
  ana,
  becauseOf,
  bob,
  deny,
  everything,
  grantTo,
  key,
  object,
  policy,
  queue,
  target,
  trust,
} from './case.fixture.ts'
import { capitalise } from './words.ts'

const textOf = (given: Parameters<typeof becauseOf>[0]): string => becauseOf(given).text
const asked = `sqs:SendMessage on ${queue}`

describe('what decided, in words', () => {
  test('an allow names its statement by number and Sid', () => {
    expect(textOf({ identity: [policy(allow('s3:*')), policy(allow('sqs:*', '*', { Sid: 'Send' }))] })).toBe(
      `Allowed: statement 1 ("Send") of identity policy 2 allows ${asked}, and nothing denies or limits it.`,
    )
    expect(textOf({ identity: everything })).toBe(
      `Allowed: statement 1 of the identity policy allows ${asked}, and nothing denies or limits it.`,
    )
  })

  test('a deny says that it overrides', () => {
    const scp = [{ id: 'ou-sales', policies: [everything, policy(deny('sqs:*', '*', { Sid: 'NoQueues' }))] }]
    expect(textOf({ identity: everything, scp })).toBe(
      `Explicit deny: statement 1 ("NoQueues") of SCP 2 at level "ou-sales" denies ${asked}, which overrides every allow.`,
    )
  })

  test('a silent layer says whose allow is missing', () => {
    expect(textOf({})).toBe(`Implicit deny: no identity policy of ${ana} allows ${asked}.`)
    expect(textOf({ identity: everything, boundary: policy(allow('s3:*')) })).toBe(
      `Implicit deny: statement 1 of the identity policy allows ${asked}, but the permissions boundary does not.`,
    )
    expect(textOf({ principal: bob, identity: everything })).toBe(
      `Implicit deny: no resource policy allows ${asked} for ${bob}.`,
    )
  })

  test('the policy of a resource is called by its name', () => {
    const nobody = trust({ Service: 'ec2.amazonaws.com' })
    expect(textOf({ action: 'sts:AssumeRole', resource: target, resourcePolicy: nobody })).toMatch(
      /no role trust policy allows/,
    )
    expect(textOf({ action: 'kms:Decrypt', resource: key })).toMatch(/no key policy allows/)
    const resourcePolicy = policy(grantTo('*', 's3:*'))
    expect(textOf({ action: 's3:GetObject', resource: object, resourcePolicy })).toMatch(
      /statement 1 of the bucket policy allows/,
    )
  })
})

describe('the nearest miss', () => {
  const identity = (Condition: object) => policy(allow('sqs:*', '*', { Condition }))

  test('names the condition that is not met, and what the request holds', () => {
    const red = identity({ StringEquals: { 'aws:PrincipalTag/team': 'red' } })
    expect(textOf({ identity: red, ctx: { 'aws:PrincipalTag/team': 'blue' } })).toMatch(
      /Statement 1 of the identity policy covers the action, but its condition StringEquals on aws:principaltag\/team is not met \(the request holds "blue"\)\.$/,
    )
    expect(textOf({ identity: red })).toMatch(/\(the request does not hold that key\)\.$/)
  })

  test('names the first of several conditions that fails', () => {
    const both = identity({
      Bool: { 'aws:SecureTransport': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': 60 },
    })
    expect(
      textOf({ identity: both, ctx: { 'aws:SecureTransport': true, 'aws:MultiFactorAuthAge': 90 } }),
    ).toMatch(/NumericLessThan on aws:multifactorauthage is not met \(the request holds "90"\)/)
  })

  test('prefers a statement that covers the resource', () => {
    const elsewhere = policy(allow('sqs:*', `${queue}-2`))
    expect(textOf({ identity: elsewhere })).toMatch(/its resources do not cover the one asked for\.$/)
    const near = [elsewhere, identity({ Bool: { 'aws:SecureTransport': 'true' } })]
    expect(textOf({ identity: near })).toMatch(
      /Statement 1 of identity policy 2 .* Bool on aws:securetransport/,
    )
  })

  test('names principals that do not include the caller', () => {
    const resourcePolicy = policy(grantTo({ AWS: ana }, 'sqs:*'))
    expect(textOf({ principal: bob, identity: everything, resourcePolicy })).toMatch(
      /Statement 1 of the resource policy covers the action, but its principals do not include arn:aws:iam::222222222222:user\/bob\.$/,
    )
  })

  test('is left out where no statement covers the action', () => {
    expect(textOf({ identity: policy(allow('s3:*'), deny('ec2:*')) })).toBe(
      `Implicit deny: no identity policy of ${ana} allows ${asked}.`,
    )
  })
})

test('capitalise changes the first letter alone', () => {
  expect([capitalise('the key'), capitalise('')]).toEqual(['The key', ''])
})
