import { describe, expect, test } from 'vitest'
import { legIds, planOf } from './path.fixture.ts'
import type { ProfileInput } from './profile.ts'
import type { Excluded } from './route.ts'

function leftOut(input: Partial<ProfileInput>, id: string): Excluded {
  const found = planOf(input).excluded.find(({ certificationId }) => certificationId === id)
  if (found === undefined) throw new Error(`${id} is not left out`)
  return found
}

describe('why a certification is left out', () => {
  test('it costs more than it brings: points, hours, fee, time, and what the route would lose', () => {
    const { reason } = leftOut({}, 'cloudops-engineer-associate')
    expect(reason).toMatch(
      /^It is worth 2 points to you \(role 2; a full fit is about 135\) and takes about \d+ h, US\$150 and \d+ weeks\. With it the route would be worth [\d.]+ points less\./,
    )
  })

  test('nothing of the profile asks for it', () => {
    expect(leftOut({}, 'machine-learning-engineer-associate').reason).toContain(
      'neither role, direction nor stack asks for it',
    )
  })

  test('it has been outgrown', () => {
    const architect = { role: 'solutions-architect', direction: 'architecture', awsYears: 6, itYears: 12 }
    const { reason, consider } = leftOut(architect, 'solutions-architect-associate')
    expect(reason).toContain('of which your years on AWS leave 5 %')
    expect(consider).toEqual(['solutions-architect-professional'])
  })

  test('the route renews it anyway', () => {
    const { reason, consider } = leftOut({ direction: 'devops' }, 'cloud-practitioner')
    expect(reason).toContain('On this route it is renewed by')
    expect(consider).toContain('developer-associate')
  })

  test('a renewal is not worth its exam', () => {
    const { reason } = leftOut(
      { held: [{ certificationId: 'AIF-C01', earnedOn: '2025-01-20' }] },
      'ai-practitioner',
    )
    expect(reason).toMatch(/^Renewing it is worth [\d.]+ points to you/)
  })

  test('the budget does not reach', () => {
    const { reason } = leftOut({ direction: 'devops', budgetUsd: 250 }, 'devops-engineer-professional')
    expect(reason).toBe(
      'It does not fit your budget of US$250: its fee is US$300, and what must come before it costs too.',
    )
    expect(leftOut({ budgetUsd: 160, awsYears: 4 }, 'devops-engineer-professional').reason).toContain(
      'its fee is US$300.',
    )
  })

  test('the deadline comes first', () => {
    const { reason } = leftOut({ deadline: '2027-05-20' }, 'security-specialty')
    expect(reason).toContain('It does not fit before your deadline on 2027-05-20')
    expect(reason).toContain('at 8 h a week nine in ten like you would have passed it by 2027-')
  })

  test('its last day comes first, with or without a foundation', () => {
    const network = { role: 'network-engineer', direction: 'networking', itYears: 12 }
    const ready = leftOut({ ...network, awsYears: 5 }, 'advanced-networking-specialty')
    expect(ready.reason).toMatch(/^Its last exam day is 2026-12-31\..* so it is not booked\.$/)
    expect(ready.consider).toEqual([
      'solutions-architect-associate',
      'security-specialty',
      'solutions-architect-professional',
    ])
    const fresh = leftOut({ ...network, awsYears: 0 }, 'advanced-networking-specialty')
    expect(fresh.reason).toContain('It needs a foundation first: 2 years on AWS, or one of')
    expect(fresh.reason).toContain('After that it could no longer be passed in time.')
  })

  test('its foundation is avoided', () => {
    const { reason } = leftOut(
      {
        avoids: ['SAA-C03', 'SOA-C03', 'SAP-C03', 'DVA-C02', 'DOP-C02'],
        direction: 'data',
        stack: { analytics: 1 },
      },
      'security-specialty',
    )
    expect(reason).toContain('None of these can be on this route.')
  })

  test('it asks for technical work', () => {
    const { reason, consider } = leftOut(
      { role: 'finance', direction: 'business', awsYears: 0 },
      'developer-associate',
    )
    expect(reason).toBe(
      'It asks for hands-on technical work. Neither your role (finance) nor your direction (business) brings it, with 0 years on AWS.',
    )
    expect(consider).toEqual(['cloud-practitioner', 'ai-practitioner'])
  })

  test('there is only a beta', () => {
    const { reason, consider } = leftOut({ role: 'manager', direction: 'business' }, 'ai-business-strategist')
    expect(reason).toContain('Only a beta form can be sat: one attempt')
    expect(consider).toEqual(['ai-practitioner'])
  })

  test('it is not offered in the language', () => {
    const { reason } = leftOut({ language: 'fr' }, 'developer-associate')
    expect(reason).toBe('It cannot be sat in French from 2026-11-23 on. It can in another language.')
  })

  test('with it another would be pushed out, where the deadline leaves room for one', () => {
    const plan = planOf({ direction: 'security', deadline: '2027-12-20', hoursPerWeek: 8 })
    const pushing = plan.excluded.filter(({ reason }) => reason.includes('It would push out'))
    expect(pushing.length).toBeGreaterThan(0)
    expect(legIds(plan).length).toBeGreaterThan(0)
  })
})

describe('what is told of retired ones', () => {
  test('only those that role or direction used to lead to, and first', () => {
    const ids = planOf({ role: 'data-scientist', direction: 'data' }).excluded.map(
      (one) => one.certificationId,
    )
    expect(ids.slice(0, 2)).toEqual(['machine-learning-specialty', 'data-analytics-specialty'])
    expect(ids).not.toContain('alexa-skill-builder-specialty')
  })

  test('one that ends before the start is told with its last day', () => {
    const later = { role: 'network-engineer', direction: 'networking', awsYears: 5, startDate: '2027-02-01' }
    const { reason, consider } = leftOut(later, 'advanced-networking-specialty')
    expect(reason).toContain('Its last exam day is 2026-12-31, before your start on 2027-02-01.')
    expect(consider).toContain('security-specialty')
  })

  test('nothing is told to consider itself', () => {
    for (const role of ['sales', 'network-engineer', 'data-analyst', 'student']) {
      for (const { certificationId, consider } of planOf({ role, direction: role }).excluded) {
        expect(consider).not.toContain(certificationId)
      }
    }
  })
})
