import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { planOf } from './path.fixture.ts'
import type { ProfileInput } from './profile.ts'
import type { Leg } from './route.ts'

function legOf(input: Partial<ProfileInput>, id: string, asOf?: string): Leg {
  const plan = asOf === undefined ? planOf(input) : planOf(input, calendarDate(asOf))
  const leg = plan.route.legs.find(({ certificationId }) => certificationId === id)
  if (leg === undefined) throw new Error(`${id} is not on the route`)
  return leg
}

const architect = { role: 'solutions-architect', direction: 'architecture', awsYears: 5, itYears: 10 }

describe('the version that a leg is sat in', () => {
  test('needs no word where nothing is known to change', () => {
    const saa = legOf({}, 'solutions-architect-associate')
    expect(saa.versionNote).toBeNull()
    expect(saa.window).toMatchObject({ from: '2022-08-30', to: null, next: null })
  })

  test('turns under a learner who starts before the turn', () => {
    const sap = legOf({ ...architect, hoursPerWeek: 10 }, 'solutions-architect-professional', '2026-10-01')
    expect(sap.examCode).toBe('SAP-C03')
    expect(sap.versionNote).toMatch(/^The version turns while you prepare: SAP-C02 ends on 2026-11-16,/)
    expect(sap.versionNote).toContain('These dates are announced, not yet observed.')
  })

  test('is the old one for who passes it in time, with the day on which it ends', () => {
    const sap = legOf({ ...architect, hoursPerWeek: 40 }, 'solutions-architect-professional', '2026-07-01')
    expect(sap.examCode).toBe('SAP-C02')
    expect(sap.window).toMatchObject({ to: '2026-11-16', next: { examCode: 'SAP-C03', from: '2026-11-17' } })
    expect(sap.versionNote).toMatch(/which ends on 2026-11-16; after that it is SAP-C03/)
  })

  test('needs no word where the end is far from the exam', () => {
    const sap = legOf({ ...architect, hoursPerWeek: 40 }, 'solutions-architect-professional', '2026-01-05')
    expect(sap.examCode).toBe('SAP-C02')
    expect(sap.versionNote).toBeNull()
  })

  test('ends for good where no later one is announced', () => {
    const network = {
      role: 'network-engineer',
      direction: 'networking',
      awsYears: 5,
      itYears: 12,
      hoursPerWeek: 30,
    }
    const ans = legOf({ ...network, stack: { networking: 1 } }, 'advanced-networking-specialty')
    expect(ans.versionNote).toMatch(
      /^ANS-C01 ends on 2026-12-31 and no later version is announced in your language;/,
    )
  })

  test('has not begun yet where a gap lies between two versions', () => {
    const engineer = { role: 'ml-engineer', direction: 'machine-learning', awsYears: 3, hoursPerWeek: 30 }
    const mla = legOf(engineer, 'machine-learning-engineer-associate')
    expect(mla.versionNote).toBe(
      'MLA-C02 can be sat from 2027-01-14; no sitting is planned before. These dates are announced, not yet observed.',
    )
  })

  test('ends earlier in a language that is withdrawn', () => {
    const scs = legOf(
      {
        role: 'security-engineer',
        direction: 'security',
        awsYears: 5,
        itYears: 10,
        stack: { security: 1 },
        hoursPerWeek: 40,
        language: 'pt-BR',
      },
      'security-specialty',
    )
    expect(scs.window.to).toBe('2026-12-31')
    expect(scs.examDate.p90 <= '2026-12-31').toBe(true)
  })
})

describe('the day to book', () => {
  test('is three weeks before the planned exam', () => {
    const { bookBy, examDate } = legOf({}, 'developer-associate')
    expect(Date.parse(examDate.p50) - Date.parse(bookBy)).toBe(21 * 86_400_000)
  })

  test('is not before the leg begins, nor before its voucher has come', () => {
    const eager = planOf({ ...architect, awsYears: 2, hoursPerWeek: 60 }).route.legs
    const short = eager.find(
      ({ examDate, startDate }) => Date.parse(examDate.p50) - Date.parse(startDate) < 21 * 86_400_000,
    )!
    const wait = short.voucherUsed ? 7 : 0
    expect(Date.parse(short.bookBy)).toBeGreaterThanOrEqual(Date.parse(short.startDate) + wait * 86_400_000)
    expect(short.bookBy <= short.examDate.p50).toBe(true)
  })

  test('is not before booking opens', () => {
    const dva = legOf({ hoursPerWeek: 20 }, 'developer-associate', '2026-09-20')
    if (dva.examCode === 'DVA-C03') expect(dva.bookBy >= '2026-10-27').toBe(true)
    else expect(dva.examDate.p90 <= '2026-11-30').toBe(true)
  })
})
