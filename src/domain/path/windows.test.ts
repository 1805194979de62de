import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { heldStates } from './held.ts'
import { catalogue, model, profileOf } from './path.fixture.ts'
import { hasFuture, lastDayOf, sittingWindows, type WindowQuery } from './windows.ts'

const find = (id: string) => catalogue.certifications.find((one) => one.id === id)!
const query: WindowQuery = {
  startDate: calendarDate('2026-11-23'),
  language: 'en',
  tiers: catalogue.tiers,
  held: null,
  renewal: null,
}
const spans = (id: string, change: Partial<WindowQuery> = {}) =>
  sittingWindows(find(id), { ...query, ...change }).map(({ examCode, opensOn, closesOn }) => [
    examCode,
    opensOn,
    closesOn,
  ])

describe('the windows of a person', () => {
  test('count days from the start, the old version first', () => {
    expect(spans('developer-associate')).toEqual([
      ['DVA-C02', 0, 7],
      ['DVA-C03', 8, Number.POSITIVE_INFINITY],
    ])
  })

  test('leave out versions that are over when the route starts', () => {
    expect(spans('developer-associate', { startDate: calendarDate('2026-12-01') })).toEqual([
      ['DVA-C03', 0, Number.POSITIVE_INFINITY],
    ])
  })

  test('end with the language where that comes first', () => {
    expect(spans('security-specialty', { language: 'pt-BR' })).toEqual([['SCS-C03', 0, 38]])
    expect(spans('ai-practitioner', { language: 'de' })).toEqual([])
  })

  test('hold a beta with its own code and fee', () => {
    const [beta] = sittingWindows(find('machine-learning-engineer-associate'), query)
    expect(beta).toMatchObject({ examCode: 'ME1-C02', form: 'beta', feeUsd: 75 })
  })

  test('take the fee of the version', () => {
    expect(sittingWindows(find('solutions-architect-professional'), query)[0]).toMatchObject({
      examCode: 'SAP-C03',
      feeUsd: 300,
    })
  })

  test('do not open the version that was passed before two years are over; a new version at once', () => {
    const profile = profileOf({ held: [{ certificationId: 'developer-associate', earnedOn: '2026-03-01' }] })
    const [held] = heldStates({ catalogue, model, profile })
    expect(spans('developer-associate', { held: held! })).toEqual([['DVA-C03', 8, Number.POSITIVE_INFINITY]])
    const saa = heldStates({
      catalogue,
      model,
      profile: profileOf({ held: [{ certificationId: 'SAA-C03', earnedOn: '2025-11-23' }] }),
    })[0]!
    expect(spans('solutions-architect-associate', { held: saa })[0]?.[1]).toBe(365)
  })

  test('lie within the span in which a renewal counts', () => {
    expect(spans('security-specialty', { renewal: { from: 100, to: 200 } })).toEqual([['SCS-C03', 100, 200]])
  })
})

describe('the future of a certification', () => {
  const start = calendarDate('2026-11-23')

  test('is over once its last window in every language is', () => {
    expect(hasFuture(find('advanced-networking-specialty'), calendarDate('2026-12-31'))).toBe(true)
    expect(hasFuture(find('advanced-networking-specialty'), calendarDate('2027-01-01'))).toBe(false)
    expect(hasFuture(find('database-specialty'), start)).toBe(false)
  })

  test('has a last day only where one is known', () => {
    expect(lastDayOf(find('machine-learning-specialty'))).toBe('2026-03-31')
    expect(lastDayOf(find('cloud-practitioner'))).toBeNull()
  })
})
