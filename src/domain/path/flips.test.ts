import { describe, expect, test } from 'vitest'
import { findFlip, smallChanges } from './flips.ts'
import { catalogue, legIds, model, planningOf, planOf, recorded } from './path.fixture.ts'
import { preparePlanning, solve } from './planning.ts'
import type { Profile } from './profile.ts'

const ids = (profile: Profile): readonly string[] =>
  solve(preparePlanning({ catalogue, model, profile, asOf: recorded }))!.steps.map(
    ({ candidate }) => candidate.certification.id,
  )

const differs = (before: readonly string[], after: readonly string[]): boolean =>
  before[0] !== after[0] || [...before].sort().join() !== [...after].sort().join()

describe('small changes of one input', () => {
  const planning = planningOf({ deadline: '2027-11-01', budgetUsd: 400, stack: { serverless: 0.5 } })
  const changes = smallChanges(planning)

  test('come smallest first', () => {
    const sizes = changes.map(({ size }) => size)
    expect(sizes).toEqual([...sizes].sort((one, other) => one - other))
    expect(sizes[0]).toBeGreaterThan(0)
  })

  test('touch one field each, and stay within what a profile may hold', () => {
    for (const { profile } of changes) {
      const touched = Object.keys(profile).filter(
        (key) =>
          JSON.stringify(profile[key as keyof Profile]) !==
          JSON.stringify(planning.profile[key as keyof Profile]),
      )
      expect(touched.filter((field) => field !== 'itYears')).toHaveLength(1)
      expect(Object.values(profile.stack).every((weight) => weight >= 0 && weight <= 1)).toBe(true)
      expect(profile.hoursPerWeek).toBeGreaterThan(0)
    }
  })

  test('cover hours, experience, deadline, budget, floor, stack and direction', () => {
    const text = changes.map((change) => change.text).join('\n')
    for (const word of [
      'hours a week',
      'years on AWS',
      'a deadline',
      'a budget',
      'a floor',
      'in your stack',
      'as direction',
    ]) {
      expect(text).toContain(word)
    }
  })
})

describe('what would flip the advice', () => {
  const people = [
    {},
    { direction: 'devops' },
    {
      role: 'network-engineer',
      direction: 'networking',
      awsYears: 5,
      itYears: 12,
      hoursPerWeek: 15,
      stack: { networking: 1 },
    },
    { deadline: '2027-06-01', direction: 'security' },
  ]

  test.each(people)('is the first change, smallest first, that plans another route: %j', (input) => {
    const planning = planningOf(input)
    const best = solve(planning)!
    const before = best.steps.map(({ candidate }) => candidate.certification.id)
    const first = smallChanges(planning).find(({ profile }) => differs(before, ids(profile)))
    expect(findFlip(planning, best).text).toContain(`With ${first?.text}, `)
  })

  test('for a network engineer short of hours it is the hours', () => {
    const flips = planOf(people[2]).flips
    expect(flips).toBe(
      'With 19 hours a week instead of 15, Advanced Networking - Specialty would come in as the first step.',
    )
  })

  test('says so where no small change matters', () => {
    const fixed = { role: 'finance', direction: 'finance', awsYears: 0, itYears: 0, hoursPerWeek: 5 }
    const plan = planOf({
      ...fixed,
      avoids: Object.keys(model.certifications).filter((id) => id !== 'cloud-practitioner'),
    })
    expect(legIds(plan)).toEqual(['cloud-practitioner'])
    expect(plan.flips).toMatch(/^None of \d+ small changes of a single input/)
  })
})
