import { describe, expect, test } from 'vitest'
import { describeForm, findBrokenRules, measureAim } from './describe-forms.ts'
import { exactly, poolItem } from './parallel.fixture.ts'
import type { AssemblyProblem, PoolItem } from './types.ts'

const sound = [
  poolItem('a'),
  poolItem('b', { domain: '2', kind: 'ordering', seconds: 100 }),
  poolItem('c', { set: 's' }),
  poolItem('d', { set: 's', information: [2] }),
]
const problem: AssemblyProblem = {
  pool: [...sound, poolItem('e', { enemies: ['a'] }), poolItem('f', { domain: '2' })],
  rules: {
    forms: 1,
    length: 4,
    domains: { '1': exactly(3), '2': exactly(1) },
    kinds: { ordering: { low: 1, high: 2 } },
    seconds: { low: 0, high: 280 },
    sets: exactly(1),
  },
  aim: { kind: 'target', values: [4] },
}
const brokenRules = (...forms: readonly (readonly PoolItem[])[]) =>
  findBrokenRules(forms, problem).map(({ form, name, by }) => `${form} ${name.rule} ${by}`)
const [a, b, c, d] = sound as [PoolItem, PoolItem, PoolItem, PoolItem]
const [, , , , e, f] = problem.pool as PoolItem[]

describe('a form as assembled', () => {
  test('is its items and what they add up to', () => {
    expect(describeForm(sound)).toEqual({
      items: ['a', 'b', 'c', 'd'],
      seconds: 280,
      domains: { '1': 3, '2': 1 },
      kinds: { 'multiple-choice': 3, ordering: 1 },
      information: [5],
    })
  })

  test('breaks no rule when it keeps them', () => {
    expect(brokenRules(sound)).toEqual([])
  })

  test.each<[string, PoolItem[], string[]]>([
    ['too short', [a, c, d], ['1 length 1', '1 domain 1', '1 kind 1']],
    ['of the wrong domain', [a, b, { ...c, domain: '2' }, d], ['1 domain 1', '1 domain 1']],
    ['too long a time', [a, { ...b, seconds: 130 }, c, d], ['1 seconds 30']],
    ['with part of a set', [a, b, c, e!], ['1 sets 1', '1 enemies 1']],
    ['without a set', [a, b, { ...c, set: null }, { ...d, set: null }], ['1 sets 1']],
    ['with the wrong kind', [a, f!, c, d], ['1 kind 1']],
  ])('%s is found out', (_, items, expected) => {
    expect(brokenRules(items)).toEqual(expected)
  })

  test('an item on two forms is used too often', () => {
    expect(brokenRules(sound, sound)).toEqual(['null uses 4'])
    expect(brokenRules(sound.map((item) => ({ ...item, uses: 1 })))).toEqual(['null uses 4'])
  })
})

describe('what is reached', () => {
  const forms = [describeForm(sound), describeForm([a, b])]

  test('is the largest deviation from the targets', () => {
    expect(measureAim(forms, problem)).toBeCloseTo(0.5, 12)
  })

  test('or the least information', () => {
    expect(measureAim(forms, { ...problem, aim: { kind: 'most', abilities: 1 } })).toBe(2)
  })
})
