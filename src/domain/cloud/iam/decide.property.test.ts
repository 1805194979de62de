import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bob, decideCase, everything, here, session } from './case.fixture.ts'
import {
  actions,
  type Document,
  document,
  documentOf,
  listOf,
  named,
  rcpLevel,
  resourceDocument,
  statementWith,
  whole,
} from './draws.fixture.ts'
import type { IamCase } from './types.ts'

const outcome = (given: IamCase): string => decideCase(given).decision
const allows = (given: IamCase): boolean => outcome(given) === 'allow'
const documents = (value: unknown): Document[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as Document[]) : [value as Document]

/** More may be forbidden after a change, nothing may be opened. */
const expectNeverWidens = (change: (given: IamCase, extra: Document) => IamCase, extra = document): void => {
  fc.assert(
    fc.property(whole, extra, (given, added) => {
      if (!allows(given)) expect(outcome(change(given, added))).not.toBe('allow')
    }),
    { numRuns: 600 },
  )
}

const denyAll = documentOf(statementWith(fc.constant('Deny')))

describe('denies', () => {
  test('an added deny never allows, in any layer', () => {
    const namedDeny = documentOf(named(statementWith(fc.constant('Deny'))))
    expectNeverWidens(
      (given, added) => ({ ...given, identity: [...documents(given.identity), added] }),
      denyAll,
    )
    expectNeverWidens(
      (given, added) => ({ ...given, resourcePolicy: [...documents(given.resourcePolicy), added] }),
      namedDeny,
    )
    expectNeverWidens(
      (given, added) => ({ ...given, boundary: [...documents(given.boundary), added] }),
      denyAll,
    )
    expectNeverWidens(
      (given, added) => ({ ...given, scp: [...(given.scp ?? []), { policies: [everything, added] }] }),
      denyAll,
    )
  })

  test('a deny of everything leaves nothing but calls that need no permission', () => {
    const no = {
      Version: '2012-10-17',
      Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
    }
    fc.assert(
      fc.property(whole, (given) => {
        expect(outcome({ ...given, resourcePolicy: no })).toBe('explicit')
      }),
    )
  })

  test('without a Deny statement nothing is denied explicitly', () => {
    const onlyAllows = (value: unknown): unknown =>
      documents(value).map(({ Statement: list, ...rest }) => ({
        ...rest,
        Statement: list.map((statement) => {
          const { NotAction, Action = NotAction, ...other } = statement
          return { ...other, Action, Effect: 'Allow' }
        }),
      }))
    fc.assert(
      fc.property(whole, (given) => {
        const { rcp: _, scp, ...rest } = given
        const mild = {
          ...rest,
          identity: onlyAllows(given.identity),
          resourcePolicy: onlyAllows(given.resourcePolicy),
          boundary: onlyAllows(given.boundary),
          session: onlyAllows(given.session),
          vpce: onlyAllows(given.vpce),
          scp: (scp ?? []).map(({ policies }) => ({ policies: onlyAllows(policies) as unknown[] })),
        }
        expect(outcome(mild)).not.toBe('explicit')
      }),
    )
  })
})

describe('limits', () => {
  test('an added SCP level never widens', () => {
    expectNeverWidens((given, added) => ({ ...given, scp: [...(given.scp ?? []), { policies: [added] }] }))
  })

  test('an added RCP level never widens', () => {
    fc.assert(
      fc.property(whole, rcpLevel, (given, added) => {
        if (!allows(given))
          expect(outcome({ ...given, rcp: [...(given.rcp ?? []), added] })).not.toBe('allow')
      }),
    )
  })

  test('a boundary never widens', () => {
    fc.assert(
      fc.property(whole, document, ({ boundary: _, ...given }, boundary) => {
        if (!allows(given)) expect(outcome({ ...given, boundary })).not.toBe('allow')
      }),
    )
  })

  test('a session policy never widens a role session', () => {
    fc.assert(
      fc.property(whole, document, ({ session: _, ...drawn }, added) => {
        const given = { ...drawn, principal: session }
        if (!allows(given)) expect(outcome({ ...given, session: added })).not.toBe('allow')
      }),
    )
  })

  test('a VPC endpoint policy never widens', () => {
    fc.assert(
      fc.property(whole, resourceDocument, ({ vpce: _, ...given }, vpce) => {
        if (!allows(given)) expect(outcome({ ...given, vpce })).not.toBe('allow')
      }),
    )
  })

  test('an allow of everything at a further level changes nothing', () => {
    fc.assert(
      fc.property(whole, (given) => {
        const further = { ...given, scp: [...(given.scp ?? []), { policies: [everything] }] }
        expect(outcome(further)).toBe(outcome(given))
      }),
    )
  })
})

describe('grants', () => {
  test('an added Allow in an identity policy never takes away', () => {
    const onlyAllow = documentOf(statementWith(fc.constant('Allow')))
    fc.assert(
      fc.property(whole, onlyAllow, (given, added) => {
        const more = { ...given, identity: [...documents(given.identity), added] }
        if (allows(given)) expect(outcome(more)).toBe('allow')
      }),
      { numRuns: 600 },
    )
  })

  test('across accounts nothing is allowed without a policy on the resource', () => {
    fc.assert(
      fc.property(whole, ({ resourcePolicy: _, ...drawn }) => {
        const given = { ...drawn, principal: bob, owner: here, identity: [everything] }
        expect(outcome(given)).not.toBe('allow')
      }),
    )
  })

  test('an action and its complement together are every action', () => {
    const halves = (Action: unknown) => ({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action, Resource: '*' },
        { Effect: 'Allow', NotAction: Action, Resource: '*' },
      ],
    })
    fc.assert(
      fc.property(whole, listOf(actions, 2), (given, list) => {
        expect(outcome({ ...given, identity: halves(list) })).toBe(
          outcome({ ...given, identity: everything }),
        )
      }),
    )
  })
})

describe('form', () => {
  test('the order of statements, documents and values never matters', () => {
    const turn = (value: unknown): unknown =>
      documents(value)
        .toReversed()
        .map(({ Statement: list, ...rest }) => ({
          ...rest,
          Statement: list.toReversed().map((statement) => ({
            ...statement,
            ...(Array.isArray(statement.Action) ? { Action: statement.Action.toReversed() } : {}),
            ...(Array.isArray(statement.Resource) ? { Resource: statement.Resource.toReversed() } : {}),
          })),
        }))
    fc.assert(
      fc.property(whole, (given) => {
        const turned = {
          ...given,
          identity: turn(given.identity),
          resourcePolicy: turn(given.resourcePolicy),
          boundary: turn(given.boundary),
          session: turn(given.session),
          vpce: turn(given.vpce),
          scp: (given.scp ?? [])
            .toReversed()
            .map(({ policies }) => ({ policies: turn(policies) as unknown[] })),
        }
        expect(outcome(turned)).toBe(outcome(given))
      }),
      { numRuns: 600 },
    )
  })

  test('letter case of the action and of keys never matters', () => {
    fc.assert(
      fc.property(whole, (given) => {
        const keys = Object.entries(given.ctx ?? {}).map(([name, value]) => [name.toUpperCase(), value])
        const loud = { ...given, action: given.action.toUpperCase(), ctx: Object.fromEntries(keys) }
        expect(outcome(loud)).toBe(outcome(given))
      }),
    )
  })

  test('what decided exists, and does what the decision says', () => {
    fc.assert(
      fc.property(whole, (given) => {
        const { decision, because } = decideCase(given)
        expect(because.text).toMatch(/\.$/)
        if (because.statement === null) return
        const steps = (because.policy ?? '').match(/\w+/g) ?? []
        const found = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], given)
        const statement = (found as Document).Statement[because.statement]
        expect(statement?.Effect).toBe(because.effect)
        expect(because.effect).toBe(decision === 'allow' ? 'Allow' : 'Deny')
      }),
      { numRuns: 600 },
    )
  })

  test('the draws reach every outcome and every layer', () => {
    const seen = new Set<string>()
    for (const given of fc.sample(whole, { numRuns: 4000, seed: 7 })) {
      const { decision, because } = decideCase(given)
      seen.add(`${decision} ${because.layer}`)
    }
    const layers = ['identity', 'resource', 'boundary', 'session', 'scp', 'endpoint']
    expect(layers.filter((each) => !seen.has(`explicit ${each}`) || !seen.has(`implicit ${each}`))).toEqual(
      [],
    )
    expect([...seen]).toEqual(
      expect.arrayContaining(['allow identity', 'allow resource', 'allow root-user', 'explicit rcp']),
    )
  })
})
