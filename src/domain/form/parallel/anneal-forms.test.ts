import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { type Aims, annealForms } from './anneal-forms.ts'
import { findBrokenRules } from './describe-forms.ts'
import { makeModel } from './model.ts'
import { drawnPool, exactly, tenItemForms, withSets } from './parallel.fixture.ts'
import type { AssemblyProblem } from './types.ts'

function anneal(problem: AssemblyProblem, seed: string, swaps = 60_000, aims: Partial<Aims> = {}) {
  const model = makeModel(problem)
  const values = problem.aim.kind === 'target' ? problem.aim.values : []
  const found = annealForms(
    model,
    { values, bothSides: true, slack: 0, ...aims },
    { swaps, enough: 0, random: seededRandom(seed) },
  )
  const forms = found.forms.map((units) =>
    units.flatMap((unit) => model.units[unit]!.map((position) => problem.pool[position]!)),
  )
  return { ...found, items: forms, broken: findBrokenRules(forms, problem) }
}

const everything = {
  forms: 4,
  kinds: { 'multiple-response': { low: 2, high: 3 } },
  seconds: { low: 700, high: 800 },
  sets: exactly(1),
}

describe('annealing', () => {
  test('meets targets closely under every kind of rule at once', () => {
    const found = anneal(tenItemForms(withSets(drawnPool(120, 'rich'), 8), everything), 'a')
    expect(found.violation).toBe(0)
    expect(found.broken).toEqual([])
    expect(found.miss).toBeLessThan(0.005)
  })

  test('uses the whole pool where it must', () => {
    const pool = drawnPool(80, 'tight').map((item) => ({ ...item, enemies: [] }))
    const found = anneal(tenItemForms(pool, { forms: 8 }), 'b')
    expect(found.broken).toEqual([])
    expect(new Set(found.items.flat()).size).toBe(80)
    expect(found.miss).toBeLessThan(0.02)
  })

  test('lets an item stand on as many forms as it may', () => {
    const found = anneal(tenItemForms(drawnPool(40, 'shared'), { forms: 8, mostUses: 3 }), 'c')
    expect(found.broken).toEqual([])
    expect(Math.max(...found.items.map((items) => items.length))).toBe(10)
  })

  test('prefers rules to aims', () => {
    const { rules, pool } = tenItemForms(drawnPool(100, 'rules'), { forms: 2 })
    const found = anneal({ pool, rules, aim: { kind: 'target', values: [50, 50] } }, 'd')
    expect(found.broken).toEqual([])
    expect(found.miss).toBeGreaterThan(0.9)
  })

  test('tells how far the rules are broken where they cannot be kept', () => {
    const found = anneal(tenItemForms(drawnPool(30, 'poor'), { forms: 2, domains: { '1': exactly(9) } }), 'e')
    expect(found.violation).toBe(3)
    expect(found.broken.reduce((sum, { by }) => sum + by, 0)).toBe(3)
  })

  test('the same seed gives the same forms, another seed others', () => {
    const problem = tenItemForms(drawnPool(100, 'seeds'), { forms: 3 })
    const forms = (seed: string) => JSON.stringify(anneal(problem, seed, 10_000).forms)
    expect(forms('x')).toBe(forms('x'))
    expect(forms('x')).not.toBe(forms('y'))
  })

  test('ends with the round that is good enough', () => {
    const model = makeModel(tenItemForms(drawnPool(100, 'soon'), { forms: 1 }))
    const effort = { swaps: 100_000, enough: 0.5, random: seededRandom('f') }
    const { swaps } = annealForms(model, { values: [1.5, 1.5], bothSides: true, slack: 0 }, effort)
    expect(swaps).toBe(10_000)
  })
})
