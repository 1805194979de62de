import { describe, expect, test } from 'vitest'
import { legIds, planOf } from './path.fixture.ts'

const codes = (legs: readonly { readonly examCode: string }[]): readonly string[] =>
  legs.map(({ examCode }) => examCode)

describe('the fastest, cheapest and safest route', () => {
  const plan = planOf({
    role: 'solutions-architect',
    direction: 'architecture',
    awsYears: 1,
    itYears: 3,
    hoursPerWeek: 10,
  })
  const { fastest, cheapest, safest } = plan.alternatives

  test('the fastest takes no longer to the certification worth most than the route', () => {
    const goal = fastest.legs.at(-1)!
    expect(fastest.aim).toContain('The fewest expected weeks to')
    const same = plan.route.legs.find(({ certificationId }) => certificationId === goal.certificationId)!
    expect(goal.examDate.p50 <= same.examDate.p50).toBe(true)
    expect(fastest.totals.weeks.expected).toBeLessThan(plan.route.totals.weeks.expected)
  })

  test('the cheapest has the lowest expected fees of the three', () => {
    const fees = [fastest, cheapest, safest, plan.route].map(({ totals }) => totals.expectedFeeUsd)
    expect(Math.min(...fees)).toBe(cheapest.totals.expectedFeeUsd)
  })

  test('the safest prepares every sitting to 0.95', () => {
    expect(safest.legs.length).toBeGreaterThan(0)
    expect(safest.legs.every(({ passProbability }) => passProbability >= 0.95)).toBe(true)
  })

  test('each tells its aim, and where it is the route itself', () => {
    const one = planOf({ role: 'finance', direction: 'business', awsYears: 0, itYears: 0 })
    expect(one.alternatives.fastest).toMatchObject({ sameAsRoute: true })
    expect(one.alternatives.fastest.note).toContain('This is the route itself.')
    expect(codes(one.alternatives.fastest.legs)).toEqual(codes(one.route.legs))
    expect(fastest.sameAsRoute).toBe(false)
  })

  test('what was asked for is the goal', () => {
    const wanted = planOf({ wants: ['DOP-C02'] })
    expect(legIds({ ...wanted, route: wanted.alternatives.fastest })).toContain(
      'devops-engineer-professional',
    )
    expect(wanted.alternatives.cheapest.aim).toContain('DevOps Engineer - Professional')
  })

  test('a safest route that no deadline leaves room for is told, not made up', () => {
    const tight = planOf({
      role: 'finance',
      direction: 'business',
      awsYears: 0,
      itYears: 2,
      hoursPerWeek: 6,
      deadline: '2027-02-26',
    })
    expect(tight.route.legs).toHaveLength(1)
    expect(tight.alternatives.safest.legs).toEqual([])
    expect(tight.alternatives.safest.note).toContain('No route reaches this.')
  })
})
