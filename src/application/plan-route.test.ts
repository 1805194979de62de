import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../adapters/content/load-catalogue.ts'
import { loadRouteModel } from '../adapters/content/load-route-model.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import { planRoute } from './plan-route.ts'

const folder = new URL('../../catalogue', import.meta.url).pathname
const catalogue = loadCatalogue(folder)
const model = loadRouteModel(`${folder}/route-model.yaml`, catalogue)
const ports = { content: { catalogue: () => catalogue, routeModel: () => model } }

const profile = { role: 'web-developer', direction: 'devops', awsYears: 1, itYears: 4, hoursPerWeek: 8 }
const asOf = calendarDate('2026-11-23')

describe('planning a route', () => {
  test('answers in the published shape', () => {
    const planned = planRoute(ports, { profile, asOf })
    if (!planned.ok) throw new Error(planned.error.code)
    const answer = JSON.parse(JSON.stringify(planned.value))
    expect(Object.keys(answer).sort()).toEqual(
      ['alternatives', 'asOf', 'excluded', 'flips', 'proof', 'renewals', 'route'].sort(),
    )
    expect(Object.keys(answer.alternatives)).toEqual(['fastest', 'cheapest', 'safest'])
    expect(answer.proof).toMatchObject({
      method: expect.any(String),
      statesExplored: expect.any(Number),
      optimal: true,
    })
    const [leg] = answer.route.legs
    expect(leg).toMatchObject({
      certificationId: 'developer-associate',
      examCode: 'DVA-C03',
      hours: { p10: expect.any(Number), p50: expect.any(Number), p90: expect.any(Number) },
      bookBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      examDate: { p10: expect.any(String), p50: expect.any(String), p90: expect.any(String) },
      passProbability: 0.8,
      feeUsd: 150,
      voucherUsed: false,
      renews: [],
      reasons: expect.any(Array),
      sources: expect.any(Array),
    })
    expect(answer.excluded[0]).toMatchObject({
      certificationId: expect.any(String),
      reason: expect.any(String),
    })
    expect(JSON.stringify(answer)).not.toMatch(/null,"p|NaN|Infinity|undefined/)
  })

  test('starts on the day of the plan unless another day is named', () => {
    const today = planRoute(ports, { profile, asOf })
    const later = planRoute(ports, { profile: { ...profile, startDate: '2027-03-01' }, asOf })
    expect(today).toMatchObject({ value: { route: { legs: [{ startDate: '2026-11-23' }, {}, {}] } } })
    expect(later).toMatchObject({ value: { route: { legs: [{ startDate: '2027-03-01' }, {}, {}] } } })
  })

  test('refuses what cannot be planned', () => {
    expect(planRoute(ports, { profile: { ...profile, role: 'x' }, asOf })).toMatchObject({
      ok: false,
      error: { code: 'profile-invalid', problems: [{ field: 'role' }] },
    })
    expect(planRoute(ports, { profile: { ...profile, wants: ['MLS-C01'] }, asOf })).toMatchObject({
      error: { code: 'certification-retired', certificationId: 'machine-learning-specialty' },
    })
    expect(planRoute(ports, { profile: { ...profile, deadline: '2026-11-27' }, asOf })).toMatchObject({
      error: { code: 'no-route' },
    })
  })
})
