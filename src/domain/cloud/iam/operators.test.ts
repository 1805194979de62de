import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RequestContext } from './context.ts'
import { operators } from './operators.ts'

const context: RequestContext = {
  values: () => undefined,
  single: (key) => ({ 'aws:username': 'ana', 'aws:principaltag/boss': 'arn:aws:iam::1:user/b' })[key],
}

/** Whether the operator's plain comparison matches, before any negation. */
function matches(name: string, own: string, value: string, variables = true): boolean {
  const operator = operators.get(name)
  if (operator === undefined) throw new Error(`no operator ${name}`)
  return operator.compile(own, variables)?.(value, context) ?? false
}

const compiles = (name: string, own: string): boolean => operators.get(name)?.compile(own, true) !== null

test('every documented operator is here, each negated form with its plain one', () => {
  expect([...operators.keys()].sort()).toEqual(
    [
      ...['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'BinaryEquals', 'Bool'],
      ...['DateEquals', 'DateGreaterThan', 'DateGreaterThanEquals', 'DateLessThan', 'DateLessThanEquals'],
      ...['DateNotEquals', 'IpAddress', 'NotIpAddress', 'NumericEquals', 'NumericGreaterThan'],
      ...['NumericGreaterThanEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericNotEquals'],
      ...['StringEquals', 'StringEqualsIgnoreCase', 'StringLike', 'StringNotEquals'],
      ...['StringNotEqualsIgnoreCase', 'StringNotLike'],
    ].sort(),
  )
  for (const [name, { negated }] of operators) expect([name, negated]).toEqual([name, /Not/.test(name)])
})

describe('string operators', () => {
  test('StringEquals is exact, wildcards being text', () => {
    expect(matches('StringEquals', 'ops', 'ops')).toBe(true)
    expect(matches('StringEquals', 'ops', 'OPS')).toBe(false)
    expect(matches('StringEquals', 'op*', 'ops')).toBe(false)
    expect(matches('StringEquals', 'op*', 'op*')).toBe(true)
    expect(matches('StringEquals', '', '')).toBe(true)
  })

  test('StringEqualsIgnoreCase ignores letter case, of variables too', () => {
    expect(matches('StringEqualsIgnoreCase', 'Ops', 'oPS')).toBe(true)
    expect(matches('StringEqualsIgnoreCase', `\${aws:username}`, 'ANA')).toBe(true)
  })

  test('StringLike takes wildcards, and variables as text', () => {
    expect(matches('StringLike', 'op*', 'operations')).toBe(true)
    expect(matches('StringLike', 'op?', 'ops')).toBe(true)
    expect(matches('StringLike', `home/\${aws:username}/*`, 'home/ana/x')).toBe(true)
    expect(matches('StringLike', `a\${*}b`, 'axb')).toBe(false)
    expect(matches('StringLike', `a\${*}b`, 'a*b')).toBe(true)
  })

  test('a variable without a value matches nothing; without version it is text', () => {
    expect(matches('StringEquals', `\${aws:PrincipalTag/team}`, '')).toBe(false)
    expect(matches('StringEquals', `\${aws:PrincipalTag/team, 'x'}`, 'x')).toBe(true)
    expect(matches('StringEquals', `\${aws:username}`, 'ana', false)).toBe(false)
    expect(matches('StringEquals', `\${aws:username}`, `\${aws:username}`, false)).toBe(true)
  })
})

describe('numeric operators', () => {
  test('compare as numbers, not as text', () => {
    expect(matches('NumericLessThan', '100', '99.5')).toBe(true)
    expect(matches('NumericLessThan', '100', '100')).toBe(false)
    expect(matches('NumericLessThanEquals', '10', '10')).toBe(true)
    expect(matches('NumericGreaterThan', '9', '10')).toBe(true)
    expect(matches('NumericGreaterThanEquals', '-1', '-1')).toBe(true)
    expect(matches('NumericEquals', '10', '10.0')).toBe(true)
    expect(matches('NumericEquals', '1e3', '1000')).toBe(true)
  })

  test('what is no number matches nothing, on either side', () => {
    expect(matches('NumericLessThan', '100', 'abc')).toBe(false)
    expect(matches('NumericEquals', '0', '')).toBe(false)
    for (const own of ['abc', '', '0x10', 'Infinity', '1 2'])
      expect(compiles('NumericEquals', own)).toBe(false)
  })

  test('the four comparisons agree with the numbers themselves', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
    fc.assert(
      fc.property(number, number, (own, value) => {
        expect(matches('NumericLessThan', String(own), String(value))).toBe(value < own)
        expect(matches('NumericGreaterThanEquals', String(own), String(value))).toBe(value >= own)
        expect(matches('NumericNotEquals', String(own), String(value))).toBe(value === own)
      }),
    )
  })
})

describe('date operators', () => {
  test('compare seconds and ISO forms with each other', () => {
    expect(matches('DateLessThan', '1798761600', '2026-06-01T00:00:00Z')).toBe(true)
    expect(matches('DateLessThan', '2020-01-01T00:00:00Z', '1780000000')).toBe(false)
    expect(matches('DateGreaterThan', '2020-01-01T00:00:00Z', '1780000000')).toBe(true)
    expect(matches('DateEquals', '2027-01-01', '1798761600')).toBe(true)
    expect(matches('DateLessThanEquals', '2027-01-01T01:00:00+01:00', '2027-01-01T00:00:00Z')).toBe(true)
  })

  test('wildcards are no dates', () => {
    expect(compiles('DateEquals', '2027-*')).toBe(false)
  })
})

describe('the other operators', () => {
  test('Bool compares truth values in any letter case and nothing else', () => {
    expect(matches('Bool', 'true', 'True')).toBe(true)
    expect(matches('Bool', 'false', 'true')).toBe(false)
    expect(matches('Bool', 'true', '1')).toBe(false)
    expect(compiles('Bool', 'yes')).toBe(false)
  })

  test('BinaryEquals takes the bytes, or their base64', () => {
    expect(matches('BinaryEquals', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'BinaryValueInBase64')).toBe(true)
    expect(matches('BinaryEquals', 'QmluYXJ5', 'QmluYXJ5')).toBe(true)
    expect(matches('BinaryEquals', 'QmluYXJ5', 'binary')).toBe(false)
    expect(compiles('BinaryEquals', 'not base64')).toBe(false)
  })

  test('IpAddress takes both families and single addresses', () => {
    expect(matches('IpAddress', '203.0.113.0/24', '203.0.113.9')).toBe(true)
    expect(matches('IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678::9')).toBe(true)
    expect(matches('IpAddress', '0.0.0.0/0', '8.8.8.8')).toBe(true)
    expect(matches('IpAddress', '192.0.2.7', '192.0.2.8')).toBe(false)
    expect(matches('IpAddress', '10.0.0.0/8', 'dynamodb.amazonaws.com')).toBe(false)
    expect(compiles('IpAddress', '10.0.0.0/64')).toBe(false)
  })

  test('ArnEquals and ArnLike behave alike, with wildcards and variables', () => {
    for (const name of ['ArnEquals', 'ArnLike']) {
      expect(matches(name, 'arn:aws:iam::*:user/a*', 'arn:aws:iam::111111111111:user/ana')).toBe(true)
      expect(matches(name, 'arn:aws:iam::*:user/A*', 'arn:aws:iam::111111111111:user/ana')).toBe(false)
      expect(matches(name, `\${aws:PrincipalTag/boss}`, 'arn:aws:iam::1:user/b')).toBe(true)
    }
  })
})
