import { describe, expect, test } from 'vitest'
import { compileCondition } from './condition.ts'
import type { RequestContext } from './context.ts'

type Values = Readonly<Record<string, string | readonly string[]>>

const contextOf = (given: Values): RequestContext => {
  const values = (key: string): readonly string[] | undefined => {
    const held = given[key]
    return held === undefined ? undefined : typeof held === 'string' ? [held] : held
  }
  return { values, single: (key) => values(key)?.[0] }
}

function holds(element: unknown, given: Values): boolean {
  const faults: string[] = []
  const conditions = compileCondition(element, {
    variables: true,
    report: (at, text) => faults.push(at + text),
  })
  if (faults.length > 0) throw new Error(faults.join())
  return conditions.every((condition) => condition.holds(contextOf(given)))
}

const faultsOf = (element: unknown): string[] => {
  const faults: string[] = []
  compileCondition(element, {
    variables: true,
    report: (at, text, level = 'error') => faults.push(`${level} ${at}: ${text}`),
  })
  return faults
}

const dept = 'aws:PrincipalTag/dept'
const red = { 'aws:principaltag/dept': 'red' }
const tags = (...keys: readonly string[]): Values => ({ 'aws:tagkeys': keys })

describe('several values, keys and operators', () => {
  test('values of a key are alternatives', () => {
    expect(holds({ StringEquals: { [dept]: ['blue', 'red'] } }, red)).toBe(true)
    expect(holds({ StringEquals: { [dept]: ['blue', 'green'] } }, red)).toBe(false)
  })

  test('of a negated operator none may match', () => {
    expect(holds({ StringNotEquals: { [dept]: ['blue', 'red'] } }, red)).toBe(false)
    expect(holds({ StringNotEquals: { [dept]: ['blue', 'green'] } }, red)).toBe(true)
  })

  test('keys and operators must all hold', () => {
    const given = { ...red, 'aws:sourceip': '11.0.0.1' }
    const both = { StringEquals: { [dept]: 'red' }, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
    expect(holds(both, given)).toBe(false)
    expect(holds(both, { ...given, 'aws:sourceip': '10.0.0.1' })).toBe(true)
    expect(holds({ StringEquals: { [dept]: 'red', 'aws:username': 'ana' } }, red)).toBe(false)
    expect(holds({}, red)).toBe(true)
  })

  test('takes numbers and truth values as written in JSON', () => {
    expect(holds({ NumericLessThan: { 's3:max-keys': 10 } }, { 's3:max-keys': '9' })).toBe(true)
    expect(holds({ Bool: { 'aws:SecureTransport': true } }, { 'aws:securetransport': 'true' })).toBe(true)
  })
})

describe('an absent key', () => {
  test('fails a plain operator and satisfies a negated one', () => {
    expect(holds({ StringEquals: { [dept]: 'red' } }, {})).toBe(false)
    expect(holds({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, {})).toBe(false)
    expect(holds({ StringNotEquals: { [dept]: 'red' } }, {})).toBe(true)
    expect(holds({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, {})).toBe(true)
    expect(holds({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } }, {})).toBe(true)
  })

  test('satisfies every IfExists', () => {
    expect(holds({ StringEqualsIfExists: { [dept]: 'red' } }, {})).toBe(true)
    expect(holds({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, {})).toBe(true)
    expect(holds({ StringNotEqualsIfExists: { [dept]: 'red' } }, {})).toBe(true)
    expect(holds({ 'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': 'env' } }, {})).toBe(true)
    expect(holds({ StringEqualsIfExists: { [dept]: 'blue' } }, red)).toBe(false)
  })
})

describe('Null', () => {
  test('true asks for absence, false for presence', () => {
    expect(holds({ Null: { 'aws:TokenIssueTime': 'true' } }, {})).toBe(true)
    expect(holds({ Null: { 'aws:TokenIssueTime': false } }, {})).toBe(false)
    const given = { 'aws:tokenissuetime': '2026-01-01T00:00:00Z' }
    expect(holds({ Null: { 'aws:TokenIssueTime': 'True' } }, given)).toBe(false)
    expect(holds({ Null: { 'aws:TokenIssueTime': 'false' } }, given)).toBe(true)
    expect(holds({ Null: { 'aws:TokenIssueTime': ['true', 'false'] } }, given)).toBe(true)
  })

  test('an empty text is a null value', () => {
    expect(holds({ Null: { 'aws:TagKeys': 'false' } }, tags(''))).toBe(false)
    expect(holds({ Null: { 'aws:TagKeys': 'false' } }, tags('', 'env'))).toBe(true)
  })
})

describe('ForAllValues', () => {
  const onlyThese = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['env', 'cost'] } }

  test('holds when every value of the request is listed', () => {
    expect(holds(onlyThese, tags('env'))).toBe(true)
    expect(holds(onlyThese, tags('cost', 'env'))).toBe(true)
    expect(holds(onlyThese, tags('env', 'owner'))).toBe(false)
  })

  test('holds without the key and for a null data set', () => {
    expect(holds(onlyThese, {})).toBe(true)
    expect(holds(onlyThese, tags(''))).toBe(true)
    expect(holds({ ...onlyThese, Null: { 'aws:TagKeys': 'false' } }, {})).toBe(false)
  })

  test('negated, holds when no value of the request is listed', () => {
    const noneOfThese = { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['env', 'cost'] } }
    expect(holds(noneOfThese, tags('owner'))).toBe(true)
    expect(holds(noneOfThese, tags('owner', 'env'))).toBe(false)
    expect(holds(noneOfThese, {})).toBe(true)
  })
})

describe('ForAnyValue', () => {
  const someOfThese = { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['env', 'cost'] } }

  test('holds when some value of the request is listed', () => {
    expect(holds(someOfThese, tags('owner', 'env'))).toBe(true)
    expect(holds(someOfThese, tags('owner'))).toBe(false)
  })

  test('fails without the key and for a null data set, negated too', () => {
    expect(holds(someOfThese, {})).toBe(false)
    expect(holds(someOfThese, tags(''))).toBe(false)
    expect(holds({ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'env' } }, {})).toBe(false)
  })

  test('negated, holds when some value of the request is not listed', () => {
    const another = { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['env', 'cost'] } }
    expect(holds(another, tags('env', 'owner'))).toBe(true)
    expect(holds(another, tags('env', 'cost'))).toBe(false)
  })

  test('matches with wildcards under StringLike', () => {
    const below = { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/ou-1/*' } }
    expect(holds(below, { 'aws:principalorgpaths': ['o-1/r-1/ou-1/ou-2/'] })).toBe(true)
    expect(holds(below, { 'aws:principalorgpaths': ['o-1/r-1/ou-3/'] })).toBe(false)
  })
})

describe('variables', () => {
  const same = { StringEquals: { 'aws:ResourceTag/team': `\${aws:PrincipalTag/team}` } }
  const other = { StringNotEquals: { 'aws:ResourceTag/team': `\${aws:PrincipalTag/team}` } }

  test('compare one key with another', () => {
    const given = { 'aws:resourcetag/team': 'red', 'aws:principaltag/team': 'red' }
    expect(holds(same, given)).toBe(true)
    expect(holds(same, { ...given, 'aws:principaltag/team': 'blue' })).toBe(false)
  })

  test('without a value never match, so that a negated operator holds', () => {
    expect(holds(same, {})).toBe(false)
    expect(holds(same, { 'aws:resourcetag/team': 'red' })).toBe(false)
    expect(holds(other, { 'aws:resourcetag/team': 'red' })).toBe(true)
  })
})

describe('what is malformed', () => {
  test('unknown operators and wrong shapes are errors', () => {
    expect(faultsOf({ StringEqual: { [dept]: 'x' } })).toEqual([
      'error .StringEqual: "StringEqual" is no condition operator',
    ])
    expect(faultsOf({ NullIfExists: { [dept]: 'true' } })[0]).toMatch(/is no condition operator/)
    expect(faultsOf({ 'ForAllValues:Null': { [dept]: 'true' } })[0]).toMatch(/is no condition operator/)
    expect(faultsOf({ 'ForSomeValues:StringEquals': { [dept]: 'x' } })[0]).toMatch(/is no condition operator/)
    expect(faultsOf('StringEquals')).toEqual(['error : must be an object of operators'])
    expect(faultsOf({ StringEquals: dept })).toEqual([
      'error .StringEquals: must be an object of condition keys',
    ])
    expect(faultsOf({ StringEquals: { [dept]: { a: 1 } } })[0]).toMatch(/must be a text, number or boolean/)
    expect(faultsOf({ StringEquals: { username: 'ana' } })[0]).toMatch(/"username" is no condition key/)
  })

  test('values that can never match are warnings', () => {
    expect(faultsOf({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '10.0.0.0/64'] } })).toEqual([
      'warning .IpAddress.aws:SourceIp: "10.0.0.0/64" can never match under IpAddress',
    ])
    expect(faultsOf({ Null: { [dept]: 'maybe' } })[0]).toMatch(
      /^warning .*"maybe" can never match under Null/,
    )
    expect(faultsOf({ NumericEquals: { 's3:max-keys': 'ten' } })).toHaveLength(1)
  })
})
