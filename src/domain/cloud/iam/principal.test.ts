import { describe, expect, test } from 'vitest'
import { accountOf, nameOf, type PrincipalHints, readPrincipal } from './principal.ts'

const read = (text: string, hints: Partial<PrincipalHints> = {}) =>
  readPrincipal(text, { action: 's3:GetObject', ...hints })

const account = '111111111111'

describe('readPrincipal', () => {
  test('reads users, whose name leaves out the path', () => {
    expect(read(`arn:aws:iam::${account}:user/ana`)).toMatchObject({ kind: 'user', account, name: 'ana' })
    expect(read(`arn:aws:iam::${account}:user/sales/emea/ana`)).toMatchObject({ kind: 'user', name: 'ana' })
  })

  test('reads the root user from its ARN or the account id', () => {
    expect(read(`arn:aws:iam::${account}:root`)).toMatchObject({ kind: 'root', account })
    expect(read(account)).toEqual({ kind: 'root', arn: `arn:aws:iam::${account}:root`, account })
  })

  test('a session knows its role', () => {
    expect(read(`arn:aws:sts::${account}:assumed-role/app/s1`)).toEqual({
      kind: 'role',
      arn: `arn:aws:iam::${account}:role/app`,
      account,
      session: `arn:aws:sts::${account}:assumed-role/app/s1`,
      serviceLinked: false,
    })
  })

  test('takes the path of the role from aws:PrincipalArn where it is the same role', () => {
    const session = `arn:aws:sts::${account}:assumed-role/app/s1`
    const arn = `arn:aws:iam::${account}:role/teams/app`
    expect(read(session, { principalArn: arn })).toMatchObject({ arn })
    const other = `arn:aws:iam::${account}:role/teams/other`
    expect(read(session, { principalArn: other })).toMatchObject({ arn: `arn:aws:iam::${account}:role/app` })
  })

  test('knows service-linked roles by their path or their name', () => {
    const linked = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`
    expect(read(linked)).toMatchObject({ kind: 'role', serviceLinked: true })
    expect(read(`arn:aws:sts::${account}:assumed-role/AWSServiceRoleForECS/x`)).toMatchObject({
      serviceLinked: true,
    })
    expect(read(`arn:aws:iam::${account}:role/app`)).toMatchObject({ session: null, serviceLinked: false })
  })

  test('a federated user may tell who federated', () => {
    const federatedBy = `arn:aws:iam::${account}:user/ana`
    const text = `arn:aws:sts::${account}:federated-user/fay`
    expect(read(text, { federatedBy })).toMatchObject({
      kind: 'federated-user',
      name: 'fay',
      by: federatedBy,
    })
    expect(read(text)).toMatchObject({ by: null })
  })

  test('a host is a service, or the provider that vouches for a caller', () => {
    expect(read('sns.amazonaws.com')).toEqual({ kind: 'service', name: 'sns.amazonaws.com' })
    expect(read('ec2.amazonaws.com.cn')).toMatchObject({ kind: 'service' })
    expect(read('accounts.google.com')).toEqual({ kind: 'provider', name: 'accounts.google.com' })
    const action = 'sts:AssumeRoleWithWebIdentity'
    expect(read('cognito-identity.amazonaws.com', { action })).toMatchObject({ kind: 'provider' })
    const saml = `arn:aws:iam::${account}:saml-provider/idp`
    expect(read(saml)).toEqual({ kind: 'provider', name: saml })
  })

  test('reads callers that are not signed in', () => {
    expect([read('anonymous'), read('*')]).toEqual([{ kind: 'anonymous' }, { kind: 'anonymous' }])
  })

  test('is null for what names nobody', () => {
    const wrong = [
      '',
      'ana',
      'arn:aws:iam::111:user/ana',
      `arn:aws:iam::${account}:group/staff`,
      `arn:aws:iam::${account}:user/`,
      `arn:aws:sts::${account}:assumed-role/app`,
      `arn:aws:sts::${account}:other/app/s1`,
      'arn:aws:s3:::docs',
    ]
    expect(wrong.filter((text) => read(text) !== null)).toEqual([])
  })
})

test('accountOf and nameOf speak for every kind', () => {
  const told = ['anonymous', 'sns.amazonaws.com', account, `arn:aws:sts::${account}:assumed-role/app/s1`]
  const principals = told.map((text) => read(text)).filter((principal) => principal !== null)
  expect(principals.map(accountOf)).toEqual([null, null, account, account])
  expect(principals.map(nameOf)).toEqual([
    'an anonymous caller',
    'sns.amazonaws.com',
    `arn:aws:iam::${account}:root`,
    `arn:aws:sts::${account}:assumed-role/app/s1`,
  ])
})
