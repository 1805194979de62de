import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/seeded-random.ts'
import { bestByEnumeration } from './brute-force.fixture.ts'
import { ceilingOf } from './ceiling.ts'
import { extendLabel } from './extend-label.ts'
import type { Label } from './label.ts'
import { startLabel } from './label.ts'
import { catalogue, model, planningOf, profileOf, randomProfile, recorded } from './path.fixture.ts'
import { preparePlanning, solve, worthObjective } from './planning.ts'
import { walk } from './walk.ts'

describe('the upper bound on what can still be gained', () => {
  test('is never below what is gained, at the start and after each leg of the best route', () => {
    const random = seededRandom('ceilings')
    for (let run = 0; run < 200; run++) {
      const profile = profileOf(randomProfile(random))
      const planning = preparePlanning({ catalogue, model, profile, asOf: recorded })
      const task = { problem: planning.problem, objective: worthObjective(planning.problem) }
      const ceiling = ceilingOf(task.problem, task.objective)
      const { steps, gain } = solve(planning)!
      let label: Label = startLabel
      for (const step of [null, ...steps]) {
        if (step !== null) label = extendLabel(label, step, task)!
        expect(label.gain + ceiling(label)).toBeGreaterThanOrEqual(gain - 1e-9)
      }
    }
  }, 60_000)

  test('is -Infinity where what is required can no longer be passed', () => {
    const { problem } = planningOf({ deadline: '2026-12-03' })
    const objective = { ...worthObjective(problem), required: problem.candidates[0]!.bit }
    expect(ceilingOf(problem, objective)(startLabel)).toBe(Number.NEGATIVE_INFINITY)
  })

  test('is 0 without candidates', () => {
    const { problem } = planningOf()
    expect(ceilingOf({ ...problem, candidates: [] }, worthObjective(problem))(startLabel)).toBe(0)
  })

  test('gets tighter by the rent on days where the deadline binds', () => {
    const { problem } = planningOf({
      stack: { serverless: 1, security: 1, analytics: 1, 'machine-learning': 1, devops: 1 },
      awsYears: 3,
      deadline: '2028-12-31',
    })
    const objective = worthObjective(problem)
    const free = ceilingOf({ ...problem, deadline: Number.POSITIVE_INFINITY }, objective)(startLabel)
    expect(ceilingOf(problem, objective)(startLabel)).toBeLessThan(free)
  })

  test('few states are explored even where all dates, the budget and a voucher bind', () => {
    const planning = planningOf({
      stack: { serverless: 1, security: 1, analytics: 1, 'machine-learning': 1, devops: 1, networking: 1 },
      awsYears: 3,
      hoursPerWeek: 20,
      budgetUsd: 1500,
      deadline: '2028-06-30',
      vouchers: [{ percent: 100, expiresOn: '2027-06-01' }],
    })
    expect(planning.problem.candidates.length).toBeGreaterThan(10)
    expect(solve(planning)!.statesExplored).toBeLessThan(20_000)
  })
})

describe('the enumeration that tests compare with', () => {
  test('walks the same days as the planner', () => {
    const planning = planningOf({
      avoids: [
        'SAA-C03',
        'CLF-C02',
        'AIF-C01',
        'DEA-C01',
        'SOA-C03',
        'MLA-C02',
        'SCS-C03',
        'SAP-C03',
        'AIP-C01',
        'ANS-C01',
      ],
    })
    const { steps, gain } = solve(planning)!
    expect(bestByEnumeration(planning.problem, worthObjective(planning.problem))).toBeCloseTo(gain, 9)
    expect(walk(steps, planning.problem)).toHaveLength(steps.length)
  })
})
