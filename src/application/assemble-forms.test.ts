import { describe, expect, test } from 'vitest'
import { highsSolver } from '../adapters/optimisation/highs-solver.ts'
import { findBrokenRules } from '../domain/form/parallel/describe-forms.ts'
import {
  drawnPool,
  exactly,
  poolItem,
  tenItemForms,
  withSets,
} from '../domain/form/parallel/parallel.fixture.ts'
import type { AssemblyProblem } from '../domain/form/parallel/types.ts'
import { assembleForms } from './assemble-forms.ts'

const ports = { linearSolver: highsSolver }
const effort = { seed: 'test', swaps: 60_000 }

async function assembled(problem: AssemblyProblem) {
  const answer = await assembleForms(ports, problem, effort)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const byId = new Map(problem.pool.map((item) => [item.id, item]))
  const forms = answer.value.forms.map(({ items }) => items.map((id) => byId.get(id)!))
  return { ...answer.value, broken: findBrokenRules(forms, problem) }
}

const refused = async (problem: AssemblyProblem) => {
  const answer = await assembleForms(ports, problem, effort)
  return answer.ok ? null : answer.error
}

const conflictOf = async (problem: AssemblyProblem): Promise<string[]> => {
  const error = await refused(problem)
  if (error?.code !== 'rules-conflict') throw new Error(JSON.stringify(error))
  return error.conflict.map((each) => ('label' in each ? `${each.rule} ${each.label}` : each.rule))
}

/** Every choice of `size` out of a list. */
function* choices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield []
  for (let first = 0; size > 0 && first <= list.length - size; first++)
    for (const rest of choices(list.slice(first + 1), size - 1)) yield [list[first]!, ...rest]
}

describe('forms assembled in parallel', () => {
  test('keep every rule and come near the targets, with the bound beside', async () => {
    const found = await assembled(
      tenItemForms(withSets(drawnPool(150, 'many'), 10), {
        forms: 5,
        kinds: { 'multiple-response': { low: 2, high: 3 } },
        seconds: { low: 0, high: 800 },
        sets: exactly(1),
      }),
    )
    expect(found.broken).toEqual([])
    expect(found.bound).toBeCloseTo(0, 9)
    expect(found.reached).toBeLessThan(0.01)
    expect(found.gap).toBeCloseTo(found.reached, 9)
  })

  test('have nearly the most information that the bound allows', async () => {
    const problem = tenItemForms(drawnPool(150, 'most'), { forms: 3 })
    const found = await assembled({ ...problem, aim: { kind: 'most', abilities: 2 } })
    expect(found.broken).toEqual([])
    expect(found.gap).toBeLessThan(0.01)
    expect(found.reached).toBeLessThanOrEqual(found.bound)
  })

  test('come as near as can be to a target out of reach', async () => {
    const problem = tenItemForms(drawnPool(150, 'far'), { forms: 3 })
    const found = await assembled({ ...problem, aim: { kind: 'target', values: [2.4, 1.2] } })
    expect(found.bound).toBeGreaterThan(0.05)
    expect(found.gap).toBeLessThan(0.02)
  })

  test('one form has the most information of all choices that keep the rules', async () => {
    const pool = drawnPool(16, 'small')
    const rules = { forms: 1, length: 6, domains: { '1': exactly(3) }, seconds: { low: 0, high: 450 } }
    const problem: AssemblyProblem = { pool, rules, aim: { kind: 'most', abilities: 2 } }
    let best = 0
    for (const items of choices(pool, 6)) {
      if (findBrokenRules([items], problem).length > 0) continue
      const information = [0, 1].map((at) => items.reduce((sum, item) => sum + item.information[at]!, 0))
      best = Math.max(best, Math.min(...information))
    }
    expect((await assembled(problem)).reached).toBeCloseTo(best, 9)
  })

  test('the same seed gives the same bytes', async () => {
    const problem = tenItemForms(drawnPool(60, 'bytes'), { forms: 2 })
    const answers = [await assembled(problem), await assembled(problem)]
    expect(JSON.stringify(answers[0])).toBe(JSON.stringify(answers[1]))
  })
})

describe('rules that cannot all be kept', () => {
  test.each<[string, AssemblyProblem, string[]]>([
    [
      'a domain too small for so many forms',
      tenItemForms(drawnPool(60, 'thin'), { forms: 7 }),
      ['domain 2', 'uses'],
    ],
    [
      'too little time',
      tenItemForms(drawnPool(60, 'slow'), { forms: 1, domains: {}, seconds: { low: 0, high: 300 } }),
      ['length', 'seconds'],
    ],
    [
      'counts that do not add up',
      tenItemForms(drawnPool(60, 'sum'), { forms: 1, domains: { '1': exactly(4), '2': exactly(5) } }),
      [],
    ],
    [
      'a kind that the pool lacks',
      tenItemForms(drawnPool(60, 'kind'), { forms: 1, kinds: { matching: { low: 1, high: 10 } } }),
      ['kind matching'],
    ],
  ])('%s', async (_, problem, expected) => {
    const conflict = await conflictOf(problem)
    expect(conflict).toEqual(expected.length > 0 ? expected : ['length', 'domain 1', 'domain 2'])
  })

  test('enemies that whole items cannot part, though shares of them could', async () => {
    const triangle = ['a', 'b', 'c'].map((id) =>
      poolItem(id, { enemies: ['a', 'b', 'c'].filter((other) => other !== id) }),
    )
    const aim = { kind: 'most', abilities: 1 } as const
    const one: AssemblyProblem = { pool: triangle, rules: { forms: 1, length: 1, domains: {} }, aim }
    expect((await assembled(one)).reached).toBe(1)
    // Pairs of a triangle: a half of each of two more would do for a programme of shares.
    const pool = [...triangle, poolItem('d', { enemies: ['a', 'b', 'c'] })]
    const two: AssemblyProblem = { pool, rules: { forms: 1, length: 2, domains: {} }, aim }
    expect(await conflictOf(two)).toEqual(['length', 'enemies'])
  })

  test('the figures say what a rule asks and what the pool offers', async () => {
    const error = await refused(tenItemForms(drawnPool(60, 'thin'), { forms: 7 }))
    expect(error).toEqual({
      code: 'rules-conflict',
      conflict: [
        { rule: 'domain', label: '2', low: 5, high: 5, offered: 30 },
        { rule: 'uses', low: 0, high: 1, offered: 60 },
      ],
    })
  })

  test('where the search fails on forms that exist, the solver finds them', async () => {
    const pool = drawnPool(40, 'needle').map((item, position) => ({
      ...item,
      seconds: position < 10 ? 1 + 2 ** position : 5000 + 2 ** position,
      enemies: [],
    }))
    const problem = tenItemForms(pool, { forms: 1, seconds: { low: 0, high: 1033 } })
    const answer = await assembleForms(ports, problem, { seed: 'none', swaps: 1 })
    expect(answer.ok && answer.value.forms[0]!.items).toEqual(pool.slice(0, 10).map(({ id }) => id))
  })
})
