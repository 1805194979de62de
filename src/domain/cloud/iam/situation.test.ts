import { describe, expect, test } from 'vitest'
import { allow, ana, deny, everything, grantTo, policy, queue } from './case.fixture.ts'
import { decideRequest } from './decide.ts'
import { compileSituation } from './situation.ts'

const compile = (given: Parameters<typeof compileSituation>[0]) => {
  const compiled = compileSituation(given)
  if (!compiled.ok) throw new Error('does not compile')
  return compiled.value
}

describe('compileSituation', () => {
  test('nothing attached is a situation too', () => {
    expect(compile({})).toMatchObject({
      identity: [],
      resource: [],
      boundary: [],
      session: [],
      endpoint: [],
      scp: [],
      rcp: [],
      grants: [],
      managementAccount: null,
      s3: null,
      warnings: [],
    })
  })

  test('takes one document or a list, and keeps where each stood', () => {
    const one = compile({ identity: everything, resourcePolicy: policy(grantTo('*')) })
    expect(one.identity.map(({ path }) => path)).toEqual(['identity'])
    expect(one.resource.map(({ path }) => path)).toEqual(['resourcePolicy'])
    const many = compile({ identity: [everything, everything], vpce: [policy(grantTo('*'))] })
    expect(many.identity.map(({ path }) => path)).toEqual(['identity[0]', 'identity[1]'])
    expect(many.endpoint.map(({ path }) => path)).toEqual(['vpce[0]'])
  })

  test('keeps the levels of an organization in order, and names those without a name', () => {
    const { scp } = compile({
      scp: [{ id: 'root', policies: [everything] }, { policies: [everything, policy(deny('iam:*'))] }],
    })
    expect(scp.map(({ id }) => id)).toEqual(['root', '1'])
    expect(scp[1]?.policies.map(({ path }) => path)).toEqual(['scp[1].policies[0]', 'scp[1].policies[1]'])
  })

  test('gathers every fault of every document', () => {
    const compiled = compileSituation({
      identity: [policy({ ...allow(), Effect: 'allow' })],
      boundary: { Statement: [] },
      s3: { requestPolicy: policy(allow()) },
    })
    const faults = compiled.ok ? [] : compiled.error.findings.map(({ at }) => at)
    expect(faults).toEqual([
      'identity[0].Statement[0].Effect',
      'boundary.Statement',
      's3.requestPolicy.Statement[0]',
    ])
    expect(compiled).toMatchObject({ ok: false, error: { code: 'policy-malformed' } })
  })

  test('is compiled once and asked often', () => {
    const situation = compile({ identity: policy(allow('sqs:*', queue)) })
    const ask = (action: string): string => {
      const decided = decideRequest(situation, { principal: ana, action, resource: queue })
      return decided.ok ? decided.value.decision : decided.error.text
    }
    expect([ask('sqs:SendMessage'), ask('s3:GetObject'), ask('sqs:DeleteQueue')]).toEqual([
      'allow',
      'implicit',
      'allow',
    ])
  })
})
