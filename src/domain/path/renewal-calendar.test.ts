import { describe, expect, test } from 'vitest'
import { model, planOf } from './path.fixture.ts'

describe('the renewal calendar', () => {
  const plan = planOf({
    direction: 'devops',
    held: [
      { certificationId: 'CLF-C02', earnedOn: '2024-06-01' },
      { certificationId: 'MLS-C01', earnedOn: '2025-02-01' },
      { certificationId: 'BDS-C00', earnedOn: '2019-02-01' },
    ],
  })
  const find = (id: string) => plan.renewals.find(({ certificationId }) => certificationId === id)

  test('lists everything active and planned, soonest expiry first, and nothing lapsed', () => {
    const days = plan.renewals.map(({ expiresOn }) => expiresOn)
    expect(days).toEqual([...days].sort())
    expect(plan.renewals.map(({ certificationId }) => certificationId).sort()).toEqual([
      'cloud-practitioner',
      'developer-associate',
      'devops-engineer-professional',
      'machine-learning-specialty',
      'solutions-architect-associate',
    ])
  })

  test('a leg moves the expiry of what it renews, from its exam day', () => {
    const [dva] = plan.route.legs
    const last = plan.route.legs.findLast(({ tier }) => tier !== 'specialty')!
    expect(find('cloud-practitioner')?.renewedBy?.insteadOf).toBe('2027-06-01')
    expect(find('cloud-practitioner')?.renewedBy?.on).toBe(dva?.examDate.p50)
    expect(find('developer-associate')?.expiresOn.slice(0, 4)).toBe(
      String(Number(last.examDate.p50.slice(0, 4)) + 3),
    )
  })

  test('a planned one runs out three years after the planned exam', () => {
    const saa = plan.route.legs.find(
      ({ certificationId }) => certificationId === 'solutions-architect-associate',
    )!
    expect(find('solutions-architect-associate')).toMatchObject({
      planned: true,
      earnedOn: saa.examDate.p50,
      expiresOn: `${Number(saa.examDate.p50.slice(0, 4)) + 3}${saa.examDate.p50.slice(4)}`,
      renewedBy: null,
    })
  })

  test('ways to renew are in words; a retired one has none', () => {
    expect(find('developer-associate')?.ways).toEqual(
      expect.arrayContaining([
        'Pass its own current exam: 3 years from the exam day.',
        'Pass DevOps Engineer - Professional: 3 years from the exam day.',
      ]),
    )
    expect(find('cloud-practitioner')?.ways).toContain('Pass any associate exam: 3 years from the exam day.')
    expect(find('machine-learning-specialty')?.ways).toEqual([
      'It cannot be renewed: it runs out on 2028-02-01.',
    ])
  })

  test('an unknown way is called unknown', () => {
    const strategist = planOf({ role: 'manager', direction: 'business', awsYears: 0, wants: ['AIB-C01'] })
    const entry = strategist.renewals.find(
      ({ certificationId }) => certificationId === 'ai-business-strategist',
    )
    expect(entry?.ways).toEqual(['How it is renewed is unknown.'])
  })

  test('reminders come a year, half a year and three months before, none in the past', () => {
    const reminders = find('machine-learning-specialty')?.reminders ?? []
    expect(reminders.map(({ on }) => on)).toEqual(['2027-02-01', '2027-08-05', '2027-11-03'])
    expect(reminders).toHaveLength(model.calendar.reminderDays.length)
    const late = planOf({ held: [{ certificationId: 'MLS-C01', earnedOn: '2024-03-01' }] })
    expect(late.renewals[0]?.reminders.map(({ on }) => on)).toEqual(['2026-12-01'])
  })
})
