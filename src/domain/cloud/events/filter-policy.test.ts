import { describe, expect, test } from 'vitest'
import { compileFilterPolicy, type FilterScope } from './filter-policy.ts'

function faults(policy: unknown, scope: FilterScope = 'MessageAttributes'): readonly string[] {
  const compiled = compileFilterPolicy(policy, scope)
  return compiled.ok ? [] : compiled.error.findings.map(({ at, text }) => `${at}: ${text}`)
}

const values = (count: number): string[] => Array.from({ length: count }, (_, index) => `value${index}`)

describe('compileFilterPolicy', () => {
  test('a policy of attributes has no fields inside fields', () => {
    expect(faults({ object: { key: ['a'] } })).toEqual([
      expect.stringMatching(/^object: .*use the scope MessageBody/),
    ])
    expect(faults({ $or: [{ a: { b: ['x'] } }, { c: ['y'] }] })).toEqual([expect.stringMatching(/^a: /)])
    expect(faults({ object: { key: ['a'] } }, 'MessageBody')).toEqual([])
  })

  test('five keys are allowed at the top, those of alternatives counted', () => {
    const keys = (count: number) => Object.fromEntries(values(count).map((key) => [key, ['x']]))
    expect(faults(keys(5))).toEqual([])
    expect(faults(keys(6))).toEqual(['the policy: has 6 keys, and 5 are allowed'])
    expect(faults({ ...keys(4), $or: [{ a: ['x'] }, { b: ['x'] }] })).toEqual([
      expect.stringMatching(/has 6 keys/),
    ])
    expect(faults({ top: keys(6) }, 'MessageBody')).toEqual([])
  })

  test('150 combinations of values are allowed', () => {
    expect(faults({ a: values(150) })).toEqual([])
    expect(faults({ a: values(151) })).toEqual([
      'the policy: has 151 combinations of values, and 150 are allowed',
    ])
    expect(faults({ a: values(10), b: values(15) })).toEqual([])
    expect(faults({ a: values(10), b: values(16) })).toEqual([expect.stringMatching(/has 160 combinations/)])
  })

  test('in the body each level counts again, as the guide computes it', () => {
    const policy = { a: { b: { c: values(4) } }, d: { e: values(3) }, f: values(3) }
    expect(faults(policy, 'MessageBody')).toEqual([expect.stringMatching(/has 216 combinations/)])
  })

  test('alternatives add up', () => {
    const either = { $or: [{ a: values(100) }, { b: values(50) }] }
    expect(faults(either)).toEqual([])
    expect(faults({ c: values(2), ...either })).toEqual([expect.stringMatching(/has 300 combinations/)])
  })

  test('faults of a pattern are faults of a policy', () => {
    expect(faults(null)).toEqual(['the pattern: must be an object'])
    expect(faults({ a: 'x' })).toHaveLength(1)
    expect(faults({ a: [{ wildcard: 'x*' }] })).toEqual([expect.stringMatching(/no operator of SNS/)])
  })
})
