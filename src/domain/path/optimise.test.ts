import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/calendar-date.ts'
import { bestByEnumeration } from './brute-force.fixture.ts'
import { compileProblem } from './compile-problem.ts'
import { extendLabel } from './extend-label.ts'
import { type Label, startLabel } from './label.ts'
import { optimise } from './optimise.ts'
import { outlookTable } from './outlooks.ts'
import { catalogue, model, planningOf, profileOf, recorded } from './path.fixture.ts'
import { solve, worthObjective } from './planning.ts'
import type { Objective, Problem } from './problem.ts'
import { fields, roles, serviceAreas } from './vocabulary.ts'

const sittable = Object.keys(model.certifications)

/** Fewer steps of P(pass) keep the enumeration small; the search does not know. */
const twoSteps = { ...model, passProbabilities: model.passProbabilities.filter(({ value }) => value === 0.9) }

const days = (from: number, to: number) => fc.integer({ min: from, max: to })

const held = fc.record({
  certificationId: fc.constantFrom(...catalogue.certifications.map(({ id }) => id)),
  earnedOn: days(20, 1090).map((ago) => addDays(recorded, -ago)),
})

/** Any person, with at most five certifications left to choose from. */
const instance = fc.record({
  chosen: fc.uniqueArray(fc.constantFrom(...sittable), { minLength: 3, maxLength: 5 }),
  role: fc.constantFrom(...roles.filter((role) => model.roles[role].technical), 'sales', 'manager'),
  direction: fc.constantFrom(...roles, ...fields),
  awsYears: fc.constantFrom(0, 0.5, 1, 2, 3, 5),
  itYears: fc.constantFrom(0, 1, 3, 10),
  stack: fc.dictionary(fc.constantFrom(...serviceAreas), fc.constantFrom(0.2, 0.5, 1), { maxKeys: 4 }),
  hoursPerWeek: fc.constantFrom(4, 8, 20, 40),
  startDate: days(0, 60).map((later) => addDays(recorded, later)),
  deadline: fc.option(
    days(40, 700).map((later) => addDays(addDays(recorded, 60), later)),
    { freq: 1 },
  ),
  budgetUsd: fc.option(fc.constantFrom(100, 150, 275, 450, 600)),
  voucher: fc.option(
    fc.record({
      percent: fc.constantFrom(25, 50, 100),
      expiresOn: days(70, 400).map((later) => addDays(recorded, later)),
    }),
  ),
  held: fc.option(held),
  passProbabilityFloor: fc.constantFrom(0.6, 0.8, 0.9),
  language: fc.constantFrom('en', 'en', 'en', 'ja', 'ko'),
  wants: fc.option(fc.constantFrom(...sittable), { freq: 4 }),
})

type Instance = typeof instance extends fc.Arbitrary<infer T> ? T : never

function problemOf({ chosen, voucher, held: one, wants, ...person }: Instance): Problem {
  const profile = profileOf({
    ...person,
    vouchers: voucher === null ? [] : [voucher],
    held: one === null ? [] : [one],
    wants: wants !== null && chosen.includes(wants) ? [wants] : [],
    avoids: sittable.filter((id) => !chosen.includes(id)),
  })
  return compileProblem({ catalogue, model: twoSteps, profile })
}

/** Dates that bind more often than the real ones: windows that open late and close early, vouchers that run out soon. */
const tightDates = fc.record({
  opensOn: fc.array(fc.constantFrom(0, 0, 30, 200, 500), { minLength: 5, maxLength: 5 }),
  staysOpen: fc.array(fc.constantFrom(60, 150, 300, Number.POSITIVE_INFINITY), {
    minLength: 5,
    maxLength: 5,
  }),
  validityDays: fc.constantFrom(40, 120, 365),
  lagDays: fc.constantFrom(0, 7, 30),
  shortBy: fc.constantFrom(-1, 1, 10, 40),
})

type TightDates = typeof tightDates extends fc.Arbitrary<infer T> ? T : never

function tighten(problem: Problem, { opensOn, staysOpen, validityDays, lagDays }: TightDates): Problem {
  return {
    ...problem,
    earnedVoucher: { ...problem.earnedVoucher, validityDays, lagDays },
    candidates: problem.candidates.map((candidate, index) => ({
      ...candidate,
      windows: candidate.windows.slice(0, 1).map((window) => ({
        ...window,
        opensOn: opensOn[index]!,
        closesOn: opensOn[index]! + staysOpen[index]!,
      })),
    })),
  }
}

/** The problem with a deadline some days short of what its best route takes, or a day beyond. */
function shorten(problem: Problem, shortBy: number): Problem {
  const latest = replay(problem, worthObjective(problem))?.latest ?? 0
  return { ...problem, deadline: Math.max(20, latest - shortBy) }
}

/** Objectives of every kind: worth, fewest weeks, lowest fees, with and without something required. */
function objectivesFor(problem: Problem): readonly Objective[] {
  const first = problem.candidates[0]?.bit ?? 0
  const last = problem.candidates.at(-1)?.bit ?? 0
  const worth = worthObjective(problem)
  const costs = { worth: 0, hour: 1e-4, usd: 1e-4, week: 0, routeWeek: 1 } as const
  return [
    worth,
    { ...worth, hour: worth.hour / 5, week: worth.week / 3 },
    { ...worth, required: last },
    { ...costs, required: first },
    { ...costs, usd: 1, routeWeek: 1e-4, required: first },
  ]
}

function replay(problem: Problem, objective: Objective): Label | null {
  const found = optimise(problem, objective, outlookTable(problem))
  return (found?.steps ?? []).reduce<Label | null>(
    (label, step) => (label === null ? null : extendLabel(label, step, { problem, objective })),
    startLabel,
  )
}

function expectExact(problem: Problem): void {
  for (const objective of objectivesFor(problem)) {
    const found = optimise(problem, objective, outlookTable(problem))
    const expected = bestByEnumeration(problem, objective)
    if (expected === null) expect(found).toBeNull()
    else expect(found?.gain).toBeCloseTo(expected, 6)
  }
}

describe('the optimiser', () => {
  test('equals the enumeration of all ordered subsets on 300 small instances', () => {
    fc.assert(
      fc.property(instance, (drawn) => expectExact(problemOf(drawn))),
      { numRuns: 300, seed: 20261123 },
    )
  }, 240_000)

  test('equals the enumeration on 300 instances whose windows, vouchers and deadlines bind', () => {
    fc.assert(
      fc.property(instance, tightDates, (drawn, dates) => {
        const problem = tighten(problemOf({ ...drawn, deadline: null }), dates)
        expectExact(problem)
        expectExact(shorten(problem, dates.shortBy))
      }),
      { numRuns: 300, seed: 4 },
    )
  }, 240_000)

  test('its legs, taken one after the other, come to the gain that it states', () => {
    fc.assert(
      fc.property(instance, (drawn) => {
        const problem = problemOf(drawn)
        const objective = worthObjective(problem)
        const found = optimise(problem, objective, outlookTable(problem))
        expect(replay(problem, objective)?.gain).toBeCloseTo(found?.gain ?? Number.NaN, 9)
      }),
      { numRuns: 100, seed: 7 },
    )
  }, 60_000)

  test('the same profile gives the same route each time', () => {
    const ids = (): readonly string[] =>
      solve(planningOf({ direction: 'devops' }))!.steps.map(({ candidate }) => candidate.certification.id)
    expect(ids()).toEqual(ids())
  })

  test('nothing is chosen where nothing is worth its cost', () => {
    const planning = planningOf()
    const free = { ...worthObjective(planning.problem), worth: 0 as const }
    expect(solve(planning, free)).toMatchObject({ steps: [], gain: 0 })
  })

  test('what cannot be passed cannot be required', () => {
    const planning = planningOf({ deadline: '2026-12-05' })
    const required = planning.problem.candidates[0]!.bit
    expect(solve(planning, { ...worthObjective(planning.problem), required })).toBeNull()
  })
})
