import { describe, expect, test } from 'vitest'
import { checkProfile, resolveId } from './check-profile.ts'
import { catalogue, recorded, someone } from './path.fixture.ts'
import type { ProfileInput } from './profile.ts'

const check = (input: Partial<ProfileInput>) =>
  checkProfile({ ...someone, ...input }, { catalogue, asOf: recorded })

function problemsOf(input: Partial<ProfileInput>): readonly string[] {
  const checked = check(input)
  return checked.ok ? [] : checked.error.problems.map(({ field, message }) => `${field}: ${message}`)
}

describe('a profile that is fit to plan with', () => {
  test('has every default filled in', () => {
    expect(check({})).toEqual({
      ok: true,
      value: {
        ...someone,
        stack: {},
        startDate: recorded,
        deadline: null,
        budgetUsd: null,
        held: [],
        language: 'en',
        englishSecondLanguage: false,
        vouchers: [],
        passProbabilityFloor: 0.8,
        wants: [],
        avoids: [],
      },
    })
  })

  test('has ids where codes, letters or former names were given, each wish once', () => {
    const checked = check({
      wants: ['SAA-C03', 'solutions-architect-associate'],
      avoids: ['SysOps Administrator - Associate'],
      held: [{ certificationId: 'CLF', earnedOn: '2025-01-01' }],
    })
    expect(checked).toMatchObject({
      value: {
        wants: ['solutions-architect-associate'],
        avoids: ['cloudops-engineer-associate'],
        held: [{ certificationId: 'cloud-practitioner' }],
      },
    })
  })

  test('may say nothing with null or undefined', () => {
    expect(problemsOf({ deadline: null, budgetUsd: null, language: undefined, held: undefined })).toEqual([])
    expect(check({ language: undefined })).toMatchObject({ value: { language: 'en' } })
  })
})

describe('a profile at fault', () => {
  const faults: readonly (readonly [Partial<ProfileInput>, string])[] = [
    [{ role: 'wizard' }, 'role: "wizard" is not a role. Choose one of: student,'],
    [{ direction: 'up' }, 'direction: "up" is not a direction.'],
    [{ awsYears: -1 }, 'awsYears: Give a number of years from 0 to 60; -1 is not one.'],
    [{ itYears: Number.NaN }, 'itYears: Give a number of years from 0 to 60; NaN is not one.'],
    [{ hoursPerWeek: 0 }, 'hoursPerWeek: Give a number of hours from 0.5 to 80; 0 is not one.'],
    [{ hoursPerWeek: 200 }, 'hoursPerWeek: Give a number of hours'],
    [{ stack: { cloud: 1 } }, 'stack: "cloud" is not a service area. Choose from: compute,'],
    [
      { stack: { serverless: 1.2 } },
      'stack.serverless: Give a number of weight from 0 to 1; 1.2 is not one.',
    ],
    [
      { startDate: '2026-11-22' },
      'startDate: Start on 2026-11-23 or later; 2026-11-22 is before the day of the plan.',
    ],
    [{ startDate: 'tomorrow' }, 'startDate: Write a day as YYYY-MM-DD; "tomorrow" is not one.'],
    [{ deadline: '2026-11-23' }, 'deadline: Set a deadline after the start on 2026-11-23;'],
    [{ deadline: '2027-02-30' }, 'deadline: Write a day as YYYY-MM-DD;'],
    [{ budgetUsd: -5 }, 'budgetUsd: Give a number of US dollars'],
    [{ passProbabilityFloor: 0.4 }, 'passProbabilityFloor: Give a number of probability from 0.5 to 0.99;'],
    [{ passProbabilityFloor: 1 }, 'passProbabilityFloor: Give a number of probability'],
    [
      { vouchers: [{ percent: 0, expiresOn: '2027-01-01' }] },
      'vouchers: Give a number of per cent from 1 to 100;',
    ],
    [{ vouchers: [{ percent: 50, expiresOn: 'soon' }] }, 'vouchers: Write a day as YYYY-MM-DD;'],
    [{ held: [{ certificationId: 'CCNA', earnedOn: '2025-01-01' }] }, 'held: "CCNA" names no certification'],
    [
      { held: [{ certificationId: 'SAA-C03', earnedOn: '2026-12-01' }] },
      'held: solutions-architect-associate cannot',
    ],
    [{ wants: ['DVA-C03'], avoids: ['DVA-C02'] }, 'avoids: developer-associate is both wanted and avoided;'],
  ]

  test.each(faults)('%j is told', (input, expected) => {
    const problems = problemsOf(input)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  test('is told every fault at once', () => {
    expect(problemsOf({ role: 'x', direction: 'y', awsYears: -1, wants: ['z'] })).toHaveLength(4)
  })

  test('naming one certification twice, or too many vouchers', () => {
    const held = ['2024-01-01', '2025-01-01'].map((earnedOn) => ({ certificationId: 'SAA-C03', earnedOn }))
    expect(problemsOf({ held })[0]).toContain('is named twice; give the latest pass only.')
    const vouchers = Array.from({ length: 13 }, () => ({ percent: 50, expiresOn: '2027-01-01' }))
    expect(problemsOf({ vouchers })[0]).toBe('vouchers: Give at most 12 vouchers.')
  })

  test('a near name is suggested', () => {
    expect(problemsOf({ wants: ['networking professional'] })[0]).toContain(
      'Perhaps advanced-networking-specialty',
    )
  })
})

describe('names of certifications', () => {
  test.each([
    ['DOP-C02', 'devops-engineer-professional'],
    ['ME1-C02', 'machine-learning-engineer-associate'],
    ['AWS Certified Developer - Associate', 'developer-associate'],
    ['security-specialty', 'security-specialty'],
  ])('%s is %s', (text, id) => {
    expect(resolveId(catalogue, text)).toBe(id)
  })

  test('one that fits several is none', () => {
    expect(resolveId(catalogue, 'Solutions Architect')).toBeNull()
  })
})
