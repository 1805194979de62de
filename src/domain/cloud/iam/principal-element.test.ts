import { describe, expect, test } from 'vitest'
import { ana, bob, federated, foreignRoot, here, role, root, session, there } from './case.fixture.ts'
import { readPrincipal } from './principal.ts'
import { type Caller, isEveryone, type Reach, reachOf, readPrincipalElement } from './principal-element.ts'

const callerOf = (text: string, more: Partial<Caller> = {}): Caller => {
  const principal = readPrincipal(text, { action: 's3:GetObject', federatedBy: ana })
  if (principal === null) throw new Error(`${text} is no principal`)
  return { principal, canonicalUser: undefined, bounded: false, ...more }
}

const elementOf = (value: unknown, negated = false) => {
  const element = readPrincipalElement(value, negated)
  if (typeof element === 'string') throw new Error(element)
  return element
}

const reach = (value: unknown, caller: string, more: Partial<Caller> = {}): Reach | null =>
  reachOf(elementOf(value), callerOf(caller, more))

const isDenied = (notPrincipal: unknown, caller: string, more: Partial<Caller> = {}): boolean =>
  reachOf(elementOf(notPrincipal, true), callerOf(caller, more)) !== null

describe('readPrincipalElement', () => {
  test('takes every documented form', () => {
    const forms = [
      '*',
      { AWS: '*' },
      { AWS: here },
      { AWS: [root, ana, role, session, federated] },
      { Service: ['ecs.amazonaws.com', 'ec2.amazonaws.com'] },
      { Federated: 'accounts.google.com' },
      { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
      { AWS: 'AIDACKCEVSQ6C2EXAMPLE' },
      { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' },
      { AWS: here, Service: 's3.amazonaws.com' },
    ]
    expect(forms.map((form) => typeof readPrincipalElement(form, false))).toEqual(forms.map(() => 'object'))
  })

  test('says what is wrong with the others', () => {
    const faults = [
      [`arn:aws:iam::${here}:user/a*`, /must be "\*" or an object/],
      [{ AWS: `arn:aws:iam::${here}:user/a*` }, /a wildcard cannot stand for part/],
      [{ AWS: `arn:aws:iam::${here}:group/staff` }, /is no account, user, role, session/],
      [{ AWS: '111' }, /is no account/],
      [{ AWS: [] }, /lists nobody/],
      [{ AWS: 1 }, /must hold text/],
      [{ User: ana }, /is no type of principal/],
      [{ constructor: ana }, /is no type of principal/],
      [{ Service: '*.amazonaws.com' }, /a wildcard cannot stand for part/],
      [{}, /names nobody/],
      [null, /must be/],
      [[ana], /must be/],
    ] as const
    for (const [value, fault] of faults) expect(readPrincipalElement(value, false)).toMatch(fault)
  })
})

describe('a Principal element', () => {
  test('reaches a user directly, or through the account', () => {
    expect(reach({ AWS: ana }, ana)).toBe('direct')
    expect(reach({ AWS: here }, ana)).toBe('account')
    expect(reach({ AWS: root }, ana)).toBe('account')
    expect(reach({ AWS: [root, ana] }, ana)).toBe('direct')
    expect(reach({ AWS: foreignRoot }, ana)).toBe(null)
    expect(reach({ AWS: bob }, ana)).toBe(null)
  })

  test('reaches a session directly, through its role, or through the account', () => {
    expect(reach({ AWS: session }, session)).toBe('direct')
    expect(reach({ AWS: role }, session)).toBe('entity')
    expect(reach({ AWS: here }, session)).toBe('account')
    expect(reach({ AWS: role }, role)).toBe('entity')
    expect(reach({ AWS: `arn:aws:sts::${here}:assumed-role/app/s2` }, session)).toBe(null)
  })

  test('reaches a federated user directly, or through the user who federated', () => {
    expect(reach({ AWS: federated }, federated)).toBe('direct')
    expect(reach({ AWS: ana }, federated)).toBe('entity')
  })

  test('the account is the root user itself', () => {
    expect(reach({ AWS: here }, root)).toBe('direct')
    expect(reach({ AWS: there }, root)).toBe(null)
  })

  test('everyone is reached directly, signed in or not', () => {
    for (const caller of [ana, session, root, 'anonymous', 'sns.amazonaws.com', 'accounts.google.com']) {
      expect(reach('*', caller)).toBe('direct')
      expect(reach({ AWS: '*' }, caller)).toBe('direct')
    }
  })

  test('names services and providers by their own type', () => {
    expect(reach({ Service: 'sns.amazonaws.com' }, 'sns.amazonaws.com')).toBe('direct')
    expect(reach({ Service: 's3.amazonaws.com' }, 'sns.amazonaws.com')).toBe(null)
    expect(reach({ Federated: 'accounts.google.com' }, 'accounts.google.com')).toBe('direct')
    expect(reach({ Service: 'accounts.google.com' }, 'accounts.google.com')).toBe(null)
  })

  test('a canonical user stands for the account behind it', () => {
    expect(reach({ CanonicalUser: 'abc' }, ana, { canonicalUser: 'abc' })).toBe('account')
    expect(reach({ CanonicalUser: 'abc' }, ana)).toBe(null)
  })

  test('an account means the root user alone where a gateway endpoint asks', () => {
    expect(reach({ AWS: here }, ana, { accountMeansRoot: true })).toBe(null)
    expect(reach({ AWS: here }, root, { accountMeansRoot: true })).toBe('direct')
  })
})

describe('NotPrincipal', () => {
  test('spares a user whose account is listed too', () => {
    expect(isDenied({ AWS: [ana, root] }, ana)).toBe(false)
    expect(isDenied({ AWS: ana }, ana)).toBe(true)
    expect(isDenied({ AWS: root }, ana)).toBe(true)
    expect(isDenied({ AWS: [ana, root] }, bob)).toBe(true)
  })

  test('spares a session whose role and account are listed too', () => {
    expect(isDenied({ AWS: [session, role, root] }, session)).toBe(false)
    expect(isDenied({ AWS: [role, root] }, session)).toBe(true)
    expect(isDenied({ AWS: [session, root] }, session)).toBe(true)
  })

  test('reaches whoever has a permissions boundary, whatever it lists', () => {
    expect(isDenied({ AWS: [ana, root] }, ana, { bounded: true })).toBe(true)
  })

  test('reaches services and anonymous callers that it does not list', () => {
    expect(isDenied({ AWS: [ana, root] }, 'anonymous')).toBe(true)
    expect(isDenied({ AWS: [ana, root] }, 'sns.amazonaws.com')).toBe(true)
    expect(isDenied({ Service: 'sns.amazonaws.com' }, 'sns.amazonaws.com')).toBe(false)
    expect(isDenied('*', 'anonymous')).toBe(false)
  })
})

test('isEveryone tells elements that name nobody in particular', () => {
  const everyone = ['*', { AWS: '*' }, { AWS: [ana, '*'] }, { Service: '*' }]
  expect(everyone.map((value) => isEveryone(elementOf(value)))).toEqual([true, true, true, true])
  expect(isEveryone(elementOf({ AWS: ana }))).toBe(false)
  expect(isEveryone(elementOf({ AWS: ana }, true))).toBe(true)
})
