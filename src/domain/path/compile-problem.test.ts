import { describe, expect, test } from 'vitest'
import { compileProblem } from './compile-problem.ts'
import { catalogue, model, profileOf } from './path.fixture.ts'
import type { Candidate, Problem } from './problem.ts'
import type { ProfileInput } from './profile.ts'

const problemOf = (input: Partial<ProfileInput> = {}): Problem =>
  compileProblem({ catalogue, model, profile: profileOf(input) })

function candidate(problem: Problem, id: string): Candidate {
  const found = problem.candidates.find(({ certification }) => certification.id === id)
  if (found === undefined) throw new Error(`${id} is no candidate`)
  return found
}

const bits = (problem: Problem, mask: number): readonly string[] =>
  problem.candidates.filter(({ bit }) => (bit & mask) !== 0).map(({ certification }) => certification.id)

const whyClosed = (problem: Problem, id: string): string | undefined =>
  problem.closed.find(({ certification }) => certification.id === id)?.why.kind

describe('candidates and what is closed', () => {
  test('everything of the catalogue is one or the other, and no two candidates share a bit', () => {
    const problem = problemOf()
    expect(problem.candidates.length + problem.closed.length).toBe(catalogue.certifications.length)
    expect(problem.candidates.map(({ bit }) => bit)).toEqual(problem.candidates.map((_, index) => 1 << index))
  })

  test('each kind of closing has its case', () => {
    const problem = problemOf({
      avoids: ['SCS-C03'],
      held: [
        { certificationId: 'DOP-C02', earnedOn: '2026-01-10' },
        { certificationId: 'MLS-C01', earnedOn: '2025-01-10' },
      ],
    })
    expect(whyClosed(problem, 'security-specialty')).toBe('avoided')
    expect(whyClosed(problem, 'devops-engineer-professional')).toBe('held')
    expect(whyClosed(problem, 'developer-associate')).toBe('covered')
    expect(whyClosed(problem, 'cloud-practitioner')).toBe('covered')
    expect(whyClosed(problem, 'ai-business-strategist')).toBe('beta-only')
    expect(whyClosed(problem, 'database-specialty')).toBe('over')
    expect(whyClosed(problem, 'machine-learning-specialty')).toBe('over')
    expect(whyClosed(problemOf({ language: 'it' }), 'security-specialty')).toBe('language')
    const sales = problemOf({ role: 'sales', direction: 'business' })
    expect(whyClosed(sales, 'developer-associate')).toBe('not-technical')
  })

  test('a wish opens what a role would close, and a beta', () => {
    const problem = problemOf({ role: 'sales', direction: 'business', wants: ['SAA-C03', 'AIB-C01'] })
    expect(candidate(problem, 'solutions-architect-associate').wanted).toBe(true)
    expect(candidate(problem, 'ai-business-strategist').windows[0]?.form).toBe('beta')
  })

  test('what is held and runs out soon is a renewal; what has lapsed is new again, and half known', () => {
    const due = candidate(
      problemOf({ held: [{ certificationId: 'SAA-C03', earnedOn: '2024-06-01' }] }),
      'solutions-architect-associate',
    )
    expect(due).toMatchObject({ kind: 'renewal', ownPoints: 0 })
    expect(due.preparation.medianHours / due.background.medianHours).toBeCloseTo(
      model.hours.renewal.value,
      12,
    )
    expect(due.windows[0]).toMatchObject({ opensOn: 0, closesOn: 190 })
    const lapsed = candidate(
      problemOf({ held: [{ certificationId: 'SAA-C02', earnedOn: '2021-06-01' }] }),
      'solutions-architect-associate',
    )
    expect(lapsed.kind).toBe('new')
    expect(lapsed.preparation.medianHours / lapsed.background.medianHours).toBeCloseTo(0.7, 12)
  })
})

describe('how candidates hang together', () => {
  test('a lower certification is covered by what renews it', () => {
    const problem = problemOf()
    const { coveredBy } = candidate(problem, 'developer-associate')
    expect(bits(problem, coveredBy)).toEqual(['devops-engineer-professional'])
    expect(bits(problem, candidate(problem, 'cloud-practitioner').coveredBy)).toHaveLength(8)
  })

  test('a Professional is opened by its foundation, by years, or by what is held', () => {
    const problem = problemOf()
    const { openedBy } = candidate(problem, 'devops-engineer-professional')
    expect([...bits(problem, openedBy)].sort()).toEqual([
      'cloudops-engineer-associate',
      'developer-associate',
    ])
    expect(candidate(problemOf({ awsYears: 4 }), 'devops-engineer-professional').openedBy).toBe(-1)
    const held = problemOf({ held: [{ certificationId: 'SOA-C02', earnedOn: '2022-01-01' }] })
    expect(candidate(held, 'devops-engineer-professional').openedBy).toBe(-1)
  })

  test('a held Professional shows the foundation below it', () => {
    const held = problemOf({ held: [{ certificationId: 'SAP-C02', earnedOn: '2025-01-01' }], awsYears: 1 })
    expect(candidate(held, 'security-specialty').openedBy).toBe(-1)
  })

  test('skills of what is held help at once, of what has lapsed in part, of candidates once passed', () => {
    const held = problemOf({ held: [{ certificationId: 'DVA-C02', earnedOn: '2025-09-01' }] })
    const saa = candidate(held, 'solutions-architect-associate')
    expect(saa.heldHelpers.map(({ skill, share }) => [skill.knows, share])).toEqual([
      ['developer-associate', 0.2],
    ])
    const lapsed = problemOf({ held: [{ certificationId: 'DBS-C01', earnedOn: '2021-09-01' }] })
    expect(candidate(lapsed, 'data-engineer-associate').heldHelpers[0]?.share).toBeCloseTo(0.125, 12)
    const plain = candidate(problemOf(), 'solutions-architect-associate')
    expect(plain.helpers.map(({ skill }) => skill.knows)).toContain('developer-associate')
    expect(plain.helpersMask).toBe(plain.helpers.reduce((mask, { bit }) => mask | bit, 0))
  })

  test('a pass renews what is held and worth the more the sooner it runs out', () => {
    const points = (earnedOn: string): number =>
      candidate(
        problemOf({ held: [{ certificationId: 'DVA-C02', earnedOn }] }),
        'devops-engineer-professional',
      ).renewals[0]!.points
    expect(points('2024-02-01')).toBeGreaterThan(points('2025-02-01'))
    expect(points('2025-02-01')).toBeGreaterThan(points('2026-02-01'))
  })

  test('a Foundational one says less beside a higher one, held or passed', () => {
    const problem = problemOf()
    expect(candidate(problem, 'ai-practitioner').higher).toBeGreaterThan(0)
    expect(candidate(problem, 'developer-associate').higher).toBe(0)
    const held = problemOf({ held: [{ certificationId: 'SAA-C03', earnedOn: '2026-01-01' }] })
    expect(candidate(held, 'ai-practitioner').higher).toBe(-1)
  })
})

describe('limits', () => {
  test('P(pass) to prepare to: the floor, and the steps of the tables above it', () => {
    const steps = (floor: number): readonly number[] =>
      problemOf({ passProbabilityFloor: floor }).ladders.map(({ passProbability }) => passProbability)
    expect(steps(0.8)).toEqual([0.8, 0.9, 0.95])
    expect(steps(0.65)).toEqual([0.65, 0.7, 0.8, 0.9, 0.95])
    expect(steps(0.97)).toEqual([0.97])
  })

  test('deadline, budget and vouchers count from the start; absent ones do not bind', () => {
    expect(problemOf()).toMatchObject({
      deadline: Number.POSITIVE_INFINITY,
      budgetUsd: Number.POSITIVE_INFINITY,
      vouchers: [],
    })
    const limited = problemOf({
      startDate: '2026-12-01',
      deadline: '2026-12-31',
      budgetUsd: 200,
      vouchers: [{ percent: 25, expiresOn: '2026-12-11' }],
    })
    expect(limited).toMatchObject({
      deadline: 30,
      budgetUsd: 200,
      vouchers: [{ bit: 1, percent: 25, expiresOn: 10 }],
    })
  })
})
