import { describe, expect, test } from 'vitest'
import { figuresOf, makeModel, ruleNames } from './model.ts'
import { exactly, poolItem } from './parallel.fixture.ts'
import type { AssemblyProblem, AssemblyRules, PoolItem } from './types.ts'

const problem = (pool: readonly PoolItem[], rules: Partial<AssemblyRules> = {}): AssemblyProblem => ({
  pool,
  rules: { forms: 2, length: 3, domains: { '1': exactly(3) }, ...rules },
  aim: { kind: 'most', abilities: 1 },
})

describe('a model of assembly', () => {
  test('binds the items of a set into one unit, which carries the sum of what they are', () => {
    const { units, rules, information } = makeModel(
      problem(
        [
          poolItem('a', { set: 's', information: [2] }),
          poolItem('b', { kind: 'ordering' }),
          poolItem('c', { set: 's', seconds: 90, information: [3] }),
        ],
        {
          kinds: { ordering: { low: 0, high: 1 } },
          seconds: { low: 0, high: 300 },
          sets: { low: 0, high: 1 },
        },
      ),
    )
    expect(units).toEqual([[0, 2], [1]])
    expect([...information]).toEqual([5, 1])
    const weights = Object.fromEntries(rules.map(({ name, weights }) => [name.rule, [...weights]]))
    expect(weights).toEqual({
      length: [2, 1],
      domain: [2, 1],
      kind: [0, 1],
      seconds: [150, 60],
      sets: [1, 0],
    })
  })

  test('takes enmity both ways, whichever side names it, and knows nobody outside the pool', () => {
    const pool = [poolItem('a', { enemies: ['c', 'elsewhere'] }), poolItem('b'), poolItem('c')]
    expect(makeModel(problem(pool)).rivals).toEqual([[2], [], [0]])
  })

  test('leaves out a set with enemies inside', () => {
    const pool = [poolItem('a', { set: 's', enemies: ['b'] }), poolItem('b', { set: 's' }), poolItem('c')]
    expect(makeModel(problem(pool)).units).toEqual([[2]])
  })

  test('gives each unit the uses that are left to its most used item', () => {
    const pool = [
      poolItem('a', { uses: 1 }),
      poolItem('b', { set: 's' }),
      poolItem('c', { set: 's', uses: 2 }),
      poolItem('d', { uses: 9 }),
      poolItem('e'),
    ]
    expect([...makeModel(problem(pool, { mostUses: 3 })).capacity]).toEqual([2, 1, 0, 2])
  })

  test.each<[string, Partial<AssemblyProblem>]>([
    ['no form', { rules: { forms: 0, length: 3, domains: {} } }],
    ['a length that is not whole', { rules: { forms: 1, length: 2.5, domains: {} } }],
    ['no use of an item', { rules: { forms: 1, length: 1, domains: {}, mostUses: 0 } }],
    ['a target of 0', { aim: { kind: 'target', values: [0] } }],
    ['information at too many abilities', { aim: { kind: 'most', abilities: 2 } }],
  ])('refuses %s', (_, flaw) => {
    expect(() => makeModel({ ...problem([poolItem('a')]), ...flaw })).toThrow(RangeError)
  })
})

describe('the rules of a model', () => {
  const pool = [poolItem('a', { enemies: ['b'] }), poolItem('b'), poolItem('c', { domain: '2' })]

  test('have names, with enemies and uses where they bind anything', () => {
    const names = (rules: Partial<AssemblyRules>, items = pool) =>
      ruleNames(makeModel(problem(items, rules))).map(({ rule }) => rule)
    expect(names({})).toEqual(['length', 'domain', 'enemies', 'uses'])
    expect(names({ forms: 1 }, [poolItem('a')])).toEqual(['length', 'domain'])
    expect(names({ forms: 1 }, [poolItem('a', { uses: 1 })])).toEqual(['length', 'domain', 'uses'])
  })

  test('come with what they ask and what the pool offers', () => {
    const model = makeModel(problem(pool, { mostUses: 2 }))
    expect(ruleNames(model).map((name) => figuresOf(model, name))).toEqual([
      { rule: 'length', low: 3, high: 3, offered: 6 },
      { rule: 'domain', label: '1', low: 3, high: 3, offered: 4 },
      { rule: 'enemies', low: 0, high: 1, offered: 1 },
    ])
    const single = makeModel(problem(pool))
    expect(figuresOf(single, ruleNames(single).at(-1)!)).toEqual({
      rule: 'uses',
      low: 0,
      high: 1,
      offered: 3,
    })
  })
})
