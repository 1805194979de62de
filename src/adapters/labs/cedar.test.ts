import { describe, expect, test } from 'vitest'
import type { PolicyQuestion } from '../../application/ports.ts'
import { cedar } from './cedar.ts'

const policies = {
  owners: 'permit (principal, action == Action::"read", resource) when { resource.owner == principal };',
  staff: 'permit (principal in Group::"staff", action, resource);',
  closed: 'forbid (principal, action, resource) when { resource.closed };',
}
const entities: PolicyQuestion['entities'] = [
  { uid: { type: 'User', id: 'ana' }, attrs: {}, parents: [{ type: 'Group', id: 'staff' }] },
  { uid: { type: 'User', id: 'ben' }, attrs: {}, parents: [] },
  { uid: { type: 'Group', id: 'staff' }, attrs: {}, parents: [] },
  {
    uid: { type: 'Doc', id: 'open' },
    attrs: { closed: false, owner: { __entity: { type: 'User', id: 'ben' } } },
    parents: [],
  },
  {
    uid: { type: 'Doc', id: 'shut' },
    attrs: { closed: true, owner: { __entity: { type: 'User', id: 'ben' } } },
    parents: [],
  },
]
const asked = (
  user: string,
  action: string,
  doc: string,
  more: Partial<PolicyQuestion> = {},
): PolicyQuestion => ({
  policies,
  entities,
  principal: { type: 'User', id: user },
  action: { type: 'Action', id: action },
  resource: { type: 'Doc', id: doc },
  ...more,
})

describe('a Cedar decision', () => {
  test.each([
    ['ana', 'read', 'open', 'allow', ['staff']],
    ['ben', 'read', 'open', 'allow', ['owners']],
    ['ben', 'write', 'open', 'deny', []],
    ['ana', 'read', 'shut', 'deny', ['closed']],
  ])('%s may %s %s: %s by %j', async (user, action, doc, decision, determining) => {
    expect(await cedar.authorize(asked(user, action, doc))).toEqual({
      ok: true,
      value: { decision, determining, errors: [] },
    })
  })

  test('names the policy that cannot be evaluated and goes on without it', async () => {
    const broken = {
      ...policies,
      secret: 'permit (principal, action, resource) when { resource.level > 3 };',
    }
    const answer = await cedar.authorize(asked('ana', 'read', 'open', { policies: broken }))
    expect(answer).toMatchObject({ ok: true, value: { decision: 'allow', determining: ['staff'] } })
    expect(answer.ok ? answer.value.errors : []).toEqual([
      { policy: 'secret', text: expect.stringContaining('level') },
    ])
  })

  test('numbers policies that have no names', async () => {
    const answer = await cedar.authorize(
      asked('ben', 'read', 'open', { policies: 'permit(principal, action, resource);' }),
    )
    expect(answer).toMatchObject({ ok: true, value: { determining: ['policy0'] } })
  })

  test('is refused for policies that are none', async () => {
    const answer = await cedar.authorize(asked('ana', 'read', 'open', { policies: 'permit (principal' }))
    expect(answer).toMatchObject({ ok: false, error: { code: 'policy-question-refused' } })
  })
})

describe('a check of policies', () => {
  const schema =
    'entity User; entity Doc = { closed: Bool }; action read appliesTo { principal: User, resource: Doc };'
  const using = (text: string) =>
    `permit (principal is User, action == Action::"read", resource is Doc) when { ${text} };`

  test('finds nothing in good ones, and the place of a fault in others', async () => {
    expect(await cedar.check({ policies })).toEqual([])
    expect((await cedar.check({ policies: 'permit (' })).join()).toMatch(/unexpected/)
  })

  test('finds what the schema does not know', async () => {
    expect(await cedar.check({ policies: using('!resource.closed'), schema })).toEqual([])
    expect((await cedar.check({ policies: using('resource.owner == principal'), schema })).join()).toMatch(
      /owner/,
    )
  })

  test('refuses a request that the schema does not allow', async () => {
    const question = asked('ana', 'write', 'open', { policies: using('true'), schema, entities: [] })
    expect((await cedar.authorize(question)).ok).toBe(false)
  })
})
