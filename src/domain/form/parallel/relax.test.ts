import { describe, expect, test } from 'vitest'
import { highsSolver } from '../../../adapters/optimisation/highs-solver.ts'
import { makeModel, ruleNames } from './model.ts'
import { drawnPool, exactly, poolItem, tenItemForms, withSets } from './parallel.fixture.ts'
import { boundOf, type Relaxation, toLinearProgramme } from './relax.ts'
import type { AssemblyProblem } from './types.ts'

async function optimum(problem: AssemblyProblem, how: Pick<Relaxation, 'layout' | 'whole'>): Promise<number> {
  const model = makeModel(problem)
  const outcome = await highsSolver.solve(
    toLinearProgramme(model, { ...how, rules: ruleNames(model), aim: true }),
  )
  if (outcome.status !== 'optimal') throw new Error(outcome.status)
  return boundOf(problem.aim, outcome.value)
}

const rich = tenItemForms(withSets(drawnPool(60, 'relax'), 3), {
  forms: 3,
  kinds: { 'multiple-response': { low: 2, high: 3 } },
  seconds: { low: 0, high: 700 },
  mostUses: 2,
})

describe('the linear relaxation', () => {
  test.each<[string, AssemblyProblem]>([
    ['most information', { ...rich, aim: { kind: 'most', abilities: 2 } }],
    ['a target out of reach', { ...rich, aim: { kind: 'target', values: [3, 1] } }],
  ])('has the same optimum with forms pooled as with forms apart: %s', async (_, problem) => {
    const pooled = await optimum(problem, { layout: 'pooled', whole: false })
    expect(pooled).toBeCloseTo(await optimum(problem, { layout: 'apart', whole: false }), 6)
    expect(pooled).toBeGreaterThan(0.1)
  })

  test('bounds what whole items reach', async () => {
    const problem: AssemblyProblem = {
      ...tenItemForms(drawnPool(30, 'whole'), { forms: 1 }),
      aim: { kind: 'most', abilities: 2 },
    }
    const bound = await optimum(problem, { layout: 'pooled', whole: false })
    const best = await optimum(problem, { layout: 'apart', whole: true })
    expect(best).toBeLessThanOrEqual(bound + 1e-9)
    expect(best).toBeGreaterThan(0.95 * bound)
  })

  test('a target within reach has the bound 0', async () => {
    expect(await optimum(rich, { layout: 'pooled', whole: false })).toBeCloseTo(0, 9)
  })

  test('leaves out the rules that are not asked for', async () => {
    const pool = [poolItem('a', { enemies: ['b'] }), poolItem('b'), poolItem('c', { uses: 1 })]
    const rules = { forms: 1, length: 2, domains: { '1': exactly(2) } }
    const model = makeModel({ pool, rules, aim: { kind: 'most', abilities: 1 } })
    const status = async (without: string) => {
      const names = ruleNames(model).filter(({ rule }) => rule !== without)
      const relaxation = { layout: 'apart', whole: true, rules: names, aim: false } as const
      return (await highsSolver.solve(toLinearProgramme(model, relaxation))).status
    }
    expect(await status('')).toBe('infeasible')
    expect([await status('enemies'), await status('uses')]).toEqual(['optimal', 'optimal'])
    expect(await status('domain')).toBe('infeasible')
  })
})
