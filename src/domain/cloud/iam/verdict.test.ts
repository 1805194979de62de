import { describe, expect, test } from 'vitest'
import { allow, ana, deny, grantTo, here, policy, queue } from './case.fixture.ts'
import { compilePolicy } from './policy.ts'
import { readPrincipal } from './principal.ts'
import type { Caller, Reach } from './principal-element.ts'
import type { RequestView } from './statement.ts'
import { judge, silence, strongest } from './verdict.ts'

const principal = readPrincipal(ana, { action: 'sqs:SendMessage' })
if (principal === null) throw new Error('Ana is a principal')
const caller: Caller = { principal, canonicalUser: undefined, bounded: false }
const view: RequestView = {
  action: 'sqs:SendMessage',
  actionKey: 'sqs:sendmessage',
  service: 'sqs',
  resource: queue,
  context: { values: () => undefined, single: () => undefined },
}

type Element = Readonly<Record<string, unknown>>

const ofResource = (...statements: readonly Element[]) =>
  compilePolicy(policy(...statements), { layer: 'resource', path: 'resourcePolicy', findings: [] })
const ofIdentity = (...statements: readonly Element[]) =>
  compilePolicy(policy(...statements), { layer: 'identity', path: 'identity', findings: [] })

describe('judge', () => {
  test('no policy says nothing', () => {
    expect(judge([], view, caller)).toEqual(silence)
    expect(judge([ofIdentity(allow('s3:*'))], view, caller)).toEqual(silence)
  })

  test('hears allows and denies apart, over all documents', () => {
    const verdict = judge([ofIdentity(allow('sqs:*')), ofIdentity(allow('s3:*'), deny())], view, caller)
    expect(verdict.allow?.statement.index).toBe(0)
    expect(verdict.deny?.statement.index).toBe(1)
  })

  test('names the first of several denies', () => {
    const verdict = judge([ofIdentity(deny('s3:*'), deny('sqs:*'), deny())], view, caller)
    expect(verdict.deny?.statement.index).toBe(1)
  })

  test('keeps the allow that reaches the caller most directly', () => {
    const verdict = judge([ofResource(grantTo({ AWS: here }), grantTo({ AWS: ana }))], view, caller)
    expect([verdict.allow?.reach, verdict.allow?.statement.index]).toEqual(['direct', 1])
    const account = judge([ofResource(grantTo({ AWS: here }), grantTo({ AWS: here }))], view, caller)
    expect([account.allow?.reach, account.allow?.statement.index]).toEqual(['account', 0])
  })
})

test('strongest prefers direct over entity over account, and the first of equals', () => {
  const direct = { reach: 'direct' as const }
  const entity = { reach: 'entity' as const }
  const account = { reach: 'account' as const }
  expect(strongest<{ reach: Reach }>(account, entity)).toBe(entity)
  expect(strongest<{ reach: Reach }>(direct, entity)).toBe(direct)
  expect(strongest(null, account)).toBe(account)
  expect(strongest(account, null)).toBe(account)
  expect(strongest(null, null)).toBe(null)
  expect(strongest(direct, { reach: 'direct' })).toBe(direct)
})
