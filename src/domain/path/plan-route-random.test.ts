import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/seeded-random.ts'
import { catalogue, legIds, model, randomProfile, recorded } from './path.fixture.ts'
import { planRoute } from './plan-route.ts'
import type { ProfileInput } from './profile.ts'
import type { Excluded, Leg, RoutePlan } from './route.ts'

type Case = {
  readonly profile: ProfileInput
  readonly plan: RoutePlan | null
  readonly excluded: readonly Excluded[]
}

const random = seededRandom('whole plans')

const cases: readonly Case[] = Array.from({ length: 120 }, () => {
  const profile = randomProfile(random)
  const planned = planRoute({ catalogue, model, profile, asOf: recorded })
  if (planned.ok) return { profile, plan: planned.value, excluded: planned.value.excluded }
  if (planned.error.code !== 'no-route') throw new Error(planned.error.code)
  return { profile, plan: null, excluded: planned.error.excluded }
})

const plans = cases.flatMap(({ profile, plan }) => (plan === null ? [] : [{ profile, plan }]))
const routesOf = (plan: RoutePlan): readonly (readonly Leg[])[] => [
  plan.route.legs,
  ...Object.values(plan.alternatives).map(({ legs }) => legs),
]
const ids = new Set(catalogue.certifications.map(({ id }) => id))

describe('whole plans of 120 random profiles', () => {
  test('most of them find a route', () => {
    expect(plans.length).toBeGreaterThan(90)
  })

  test('hold no number that is none, and survive JSON unchanged', () => {
    for (const { plan } of plans) {
      const text = JSON.stringify(plan)
      expect(text).not.toMatch(/NaN|Infinity|undefined/)
      expect(JSON.parse(text)).toEqual(plan)
    }
  })

  test('tell every certification that can be sat, on the route or left out, never both', () => {
    for (const { plan, excluded } of cases) {
      const on = plan === null ? [] : legIds(plan)
      const out = excluded.map(({ certificationId }) => certificationId)
      expect(new Set([...on, ...out]).size).toBe(on.length + out.length)
      for (const id of Object.keys(model.certifications)) expect([...on, ...out]).toContain(id)
    }
  })

  test('every reason is a sentence, and whatever is to be considered exists and can be sat', () => {
    for (const { excluded } of cases) {
      for (const { reason, consider } of excluded) {
        expect(reason).toMatch(/^[A-Z].*\.$/s)
        expect(reason).not.toMatch(/null|undefined|NaN|-\d+ h\b/)
        for (const id of consider) expect(id in model.certifications).toBe(true)
      }
    }
  })

  test('on every route days follow each other, and hours and chances lie in their ranges', () => {
    for (const { profile, plan } of plans) {
      for (const legs of routesOf(plan)) {
        let previous = profile.startDate ?? recorded
        for (const { startDate, bookBy, examDate, hours, passProbability } of legs) {
          expect(startDate).toBe(previous)
          expect([startDate, bookBy, examDate.p50]).toEqual([startDate, bookBy, examDate.p50].sort())
          expect([examDate.p10, examDate.p50, examDate.p90]).toEqual(
            [examDate.p10, examDate.p50, examDate.p90].sort(),
          )
          expect(hours.p10 < hours.p50 && hours.p50 < hours.p90 && hours.expected > 0).toBe(true)
          expect(passProbability).toBeGreaterThanOrEqual(profile.passProbabilityFloor ?? 0.8)
          previous = examDate.p50
        }
      }
    }
  })

  test('no route passes a closing window, the deadline or the budget', () => {
    for (const { profile, plan } of plans) {
      for (const legs of routesOf(plan)) {
        for (const { window, examDate } of legs) {
          if (window.to !== null) expect(examDate.p90 <= window.to).toBe(true)
          if (window.from !== null) expect(examDate.p10 >= window.from).toBe(true)
          if (profile.deadline) expect(examDate.p90 <= profile.deadline).toBe(true)
        }
        const fees = legs.reduce((sum, { feeUsd }) => sum + feeUsd, 0)
        expect(fees).toBeLessThanOrEqual(profile.budgetUsd ?? Number.POSITIVE_INFINITY)
      }
    }
  })

  test('fees are the list fee less the voucher, and never more than expected', () => {
    for (const { plan } of plans) {
      for (const leg of plan.route.legs) {
        expect(leg.feeUsd).toBeCloseTo(leg.listFeeUsd * (1 - leg.voucherPercent / 100), 9)
        expect(leg.voucherUsed).toBe(leg.voucherPercent > 0)
        expect(leg.expectedFeeUsd).toBeGreaterThanOrEqual(leg.feeUsd)
      }
    }
  })

  test('contributions add up, and sums are the sums of the legs', () => {
    for (const { plan } of plans) {
      const { legs, totals } = plan.route
      const points = legs.flatMap(({ contributions }) => contributions.map((one) => one.points))
      expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(totals.objective, 6)
      expect(totals.worth - totals.cost).toBeCloseTo(totals.objective, 6)
      expect(totals.hours.planned).toBeCloseTo(
        legs.reduce((sum, { hours }) => sum + hours.planned, 0),
        6,
      )
      expect(totals.finish).toEqual(legs.at(-1)?.examDate)
    }
  })

  test('no aim beats the route on the route’s own ground, and each alternative is best on its own', () => {
    for (const { plan } of plans) {
      const { fastest, cheapest, safest } = plan.alternatives
      for (const route of [fastest, cheapest, safest]) {
        expect(route.totals.objective).toBeLessThanOrEqual(plan.route.totals.objective + 1e-6)
      }
      expect(fastest.totals.weeks.expected).toBeLessThanOrEqual(plan.route.totals.weeks.expected + 1e-2)
      expect(cheapest.totals.expectedFeeUsd).toBeLessThanOrEqual(plan.route.totals.expectedFeeUsd + 1)
    }
  })

  test('renewals cover what is planned and still valid, with reminders before the expiry', () => {
    for (const { plan } of plans) {
      const told = plan.renewals.map(({ certificationId }) => certificationId)
      expect(new Set(told).size).toBe(told.length)
      for (const { certificationId, kind } of plan.route.legs) {
        if (kind === 'new') expect(told).toContain(certificationId)
      }
      for (const { expiresOn, earnedOn, reminders } of plan.renewals) {
        expect(earnedOn < expiresOn).toBe(true)
        for (const { on } of reminders) expect(on >= recorded && on < expiresOn).toBe(true)
      }
    }
  })

  test('what a leg renews is held or passed before it', () => {
    for (const { profile, plan } of plans) {
      const known = (profile.held ?? []).map(({ certificationId }) => certificationId)
      for (const { certificationId, renews } of plan.route.legs) {
        for (const id of renews) expect(known).toContain(id)
        known.push(certificationId)
      }
      expect(known.every((id) => ids.has(id))).toBe(true)
    }
  })

  test('what would flip it is a sentence about one input', () => {
    for (const { plan } of plans)
      expect(plan.flips).toMatch(/^(With .* instead of .*|None of \d+ small changes.*)\.$/)
  })
})
