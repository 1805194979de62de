import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { catalogue, legIds, model, planOf, recorded, someone } from './path.fixture.ts'
import { planRoute } from './plan-route.ts'
import type { ProfileInput } from './profile.ts'

const clf = 'cloud-practitioner'
const aif = 'ai-practitioner'
const saa = 'solutions-architect-associate'
const dva = 'developer-associate'
const soa = 'cloudops-engineer-associate'
const dea = 'data-engineer-associate'
const mla = 'machine-learning-engineer-associate'
const sap = 'solutions-architect-professional'
const dop = 'devops-engineer-professional'
const aip = 'generative-ai-developer-professional'
const scs = 'security-specialty'
const ans = 'advanced-networking-specialty'

type Person = readonly [name: string, profile: Partial<ProfileInput>, legs: readonly string[]]

/** What the route must come out as, as of 2026-11-23. */
const people: readonly Person[] = [
  ['someone in sales', { role: 'sales', direction: 'business', awsYears: 0, itYears: 2 }, [clf]],
  [
    'someone in sales where AI is sold',
    { role: 'sales', direction: 'business', awsYears: 0, itYears: 2, stack: { 'generative-ai': 0.6 } },
    [clf, aif],
  ],
  [
    'a manager without hands-on work who leads AI',
    { role: 'manager', direction: 'generative-ai', awsYears: 0, itYears: 8, stack: { security: 1 } },
    [clf, aif],
  ],
  ['a web developer moving to cloud-native', {}, [dva, saa]],
  ['a web developer towards automation and delivery', { direction: 'devops' }, [dva, saa, dop]],
  ['a web developer towards compliance and security', { direction: 'security' }, [dva, saa, scs]],
  [
    'a newcomer to infrastructure',
    { role: 'student', direction: 'architecture', awsYears: 0, itYears: 0 },
    [saa],
  ],
  ['a developer new to infrastructure', { direction: 'architecture', awsYears: 0, itYears: 2 }, [saa, dva]],
  [
    'a system administrator',
    { role: 'system-administrator', direction: 'operations', awsYears: 1, itYears: 6 },
    [soa, saa, dop],
  ],
  [
    'an experienced architect',
    { role: 'solutions-architect', direction: 'architecture', awsYears: 6, itYears: 12 },
    [sap, scs],
  ],
  [
    'a solutions architect on the vendor’s own route',
    { role: 'solutions-architect', direction: 'architecture', awsYears: 1, itYears: 3, hoursPerWeek: 10 },
    [clf, aif, saa, sap, scs],
  ],
  [
    'a database administrator',
    { role: 'database-administrator', direction: 'data', itYears: 10, stack: { databases: 1 } },
    [dea, saa],
  ],
  [
    'a data analyst',
    { role: 'data-analyst', direction: 'data', itYears: 5, stack: { analytics: 1 } },
    [dea, saa],
  ],
  [
    'an SAP consultant',
    { role: 'sap-consultant', direction: 'sap', itYears: 8, stack: { sap: 1 } },
    [saa, sap, soa],
  ],
  [
    'a network engineer with time before the last day',
    {
      role: 'network-engineer',
      direction: 'networking',
      awsYears: 5,
      itYears: 12,
      stack: { networking: 1 },
      hoursPerWeek: 20,
    },
    [ans, saa, sap, soa, scs],
  ],
  [
    'a network engineer without that time',
    {
      role: 'network-engineer',
      direction: 'networking',
      awsYears: 5,
      itYears: 12,
      stack: { networking: 1 },
      hoursPerWeek: 10,
    },
    [saa, sap, soa, scs],
  ],
  [
    'a machine-learning engineer',
    {
      role: 'ml-engineer',
      direction: 'machine-learning',
      awsYears: 2,
      itYears: 5,
      stack: { 'machine-learning': 1 },
    },
    [aif, mla, dea, aip],
  ],
]

describe('what the route comes out as', () => {
  test.each(people)('%s', (_, profile, legs) => {
    expect(legIds(planOf(profile))).toEqual(legs)
  })

  test('nobody without foundation goes straight to a Professional', () => {
    for (const role of [
      'solutions-architect',
      'application-architect',
      'devops-engineer',
      'prompt-engineer',
    ]) {
      const plan = planOf({ role, direction: role, awsYears: 0.5, itYears: 3, hoursPerWeek: 15 })
      const first = plan.route.legs.findIndex(({ tier }) => tier === 'professional')
      const before = plan.route.legs.slice(0, first)
      if (first >= 0) expect(before.some(({ tier }) => tier === 'associate')).toBe(true)
    }
  })

  test('a stack heavy in machine learning brings in its certification, and more of it moves it up', () => {
    const place = (weight: number): number =>
      legIds(planOf({ stack: weight === 0 ? {} : { 'machine-learning': weight } })).indexOf(mla)
    expect(place(0)).toBe(-1)
    expect(place(1)).toBeGreaterThan(0)
    const strong = planOf({
      role: 'data-scientist',
      direction: 'cloud-developer',
      stack: { 'machine-learning': 1 },
    })
    expect(legIds(strong).indexOf(mla)).toBeLessThanOrEqual(1)
  })

  test('a stack heavy in security brings in its certification', () => {
    expect(legIds(planOf())).not.toContain(scs)
    expect(legIds(planOf({ stack: { security: 1 } }))).toContain(scs)
  })
})

describe('the version that is sat', () => {
  test('DVA-C03 where DVA-C02 cannot be passed by its last day, and the leg says that it turns', () => {
    const [leg] = planOf().route.legs
    expect(leg?.examCode).toBe('DVA-C03')
    expect(leg?.examDate.p10 ?? '').toMatch(/^2027/)
    expect(leg?.versionNote).toContain('DVA-C02 ends on 2026-11-30')
    expect(leg?.versionNote).toContain('so you sit DVA-C03, from 2026-12-01')
  })

  test('a version that turns before its leg begins is told as such', () => {
    const plan = planOf({ direction: 'architecture', awsYears: 0, itYears: 2 })
    const leg = plan.route.legs.find(({ certificationId }) => certificationId === dva)
    expect(leg?.versionNote).toContain('DVA-C02 ends on 2026-11-30, before this leg begins: you sit DVA-C03')
  })

  test('DVA-C02 for who can still pass it in the last week', () => {
    const ready = {
      awsYears: 4,
      hoursPerWeek: 60,
      stack: { serverless: 1 },
      held: [
        { certificationId: 'SOA-C02', earnedOn: '2025-06-01' },
        { certificationId: 'SAA-C03', earnedOn: '2025-01-10' },
      ],
    }
    const [leg] = planOf(ready).route.legs
    expect(leg?.examCode).toBe('DVA-C02')
    expect(leg?.examDate.p90 ?? '9').toMatch(/^2026-11-(2\d|30)$/)
    expect(leg?.versionNote).toContain('after that it is DVA-C03')
  })

  test('Advanced Networking is passed before its last day with nine chances in ten, or not planned', () => {
    for (const hoursPerWeek of [5, 10, 15, 20, 25, 30, 40]) {
      const network = { role: 'network-engineer', direction: 'networking', awsYears: 5, itYears: 12 }
      const plan = planOf({ ...network, stack: { networking: 1 }, hoursPerWeek })
      const leg = plan.route.legs.find(({ certificationId }) => certificationId === ans)
      if (leg === undefined) {
        const left = plan.excluded.find(({ certificationId }) => certificationId === ans)
        expect(left?.reason).toContain('2026-12-31')
        expect(left?.consider).toContain(saa)
      } else {
        expect(leg.examDate.p90 <= '2026-12-31').toBe(true)
      }
    }
  })

  test('an English candidate waits for the general release of the new machine-learning version', () => {
    const engineer = { role: 'ml-engineer', direction: 'machine-learning', awsYears: 3, hoursPerWeek: 30 }
    const leg = planOf(engineer).route.legs.find(({ certificationId }) => certificationId === mla)
    expect(leg?.examCode).toBe('MLA-C02')
    expect(leg?.examDate.p10 && leg.examDate.p10 >= '2027-01-14').toBe(true)
    const japanese = planOf({ ...engineer, language: 'ja', hoursPerWeek: 40 }).route.legs
    expect(japanese.find(({ certificationId }) => certificationId === mla)?.examCode).toBe('MLA-C01')
  })

  test('an exam language that is withdrawn is not planned in', () => {
    const plan = planOf({ role: 'sales', direction: 'business', language: 'de', hoursPerWeek: 20 })
    expect(legIds(plan)).not.toContain(aif)
    expect(plan.excluded.find(({ certificationId }) => certificationId === aif)?.reason).toContain('German')
  })
})

describe('retired certifications', () => {
  const retired = [
    ['database-administrator', 'data', 'database-specialty', dea],
    ['data-analyst', 'data', 'data-analytics-specialty', dea],
    ['sap-consultant', 'sap', 'sap-on-aws-specialty', sap],
  ] as const

  test.each(retired)(
    'a %s is told that the Specialty is retired and where to go',
    (role, direction, id, instead) => {
      const left = planOf({ role, direction }).excluded.find(({ certificationId }) => certificationId === id)
      expect(left?.reason).toMatch(/^It is retired: the last exam day was 2024-04-/)
      expect(left?.consider).toContain(instead)
    },
  )

  test('asking for one is refused with what to consider', () => {
    const planned = planRoute({
      catalogue,
      model,
      profile: { ...someone, wants: ['Machine Learning - Specialty'] },
      asOf: recorded,
    })
    expect(planned).toMatchObject({
      ok: false,
      error: {
        code: 'certification-retired',
        certificationId: 'machine-learning-specialty',
        consider: [mla, aip],
      },
    })
  })

  test('before its last day it could still be planned', () => {
    const plan = planOf({ wants: [ans], awsYears: 5, hoursPerWeek: 30 }, calendarDate('2026-06-01'))
    expect(legIds(plan)).toContain(ans)
  })
})

describe('what a profile asks for', () => {
  test('a wanted certification is on the route with its foundation', () => {
    const plan = planOf({ wants: ['SAP-C03'], awsYears: 1 })
    expect(legIds(plan).indexOf(saa)).toBeLessThan(legIds(plan).indexOf(sap))
    expect(plan.route.legs.find(({ certificationId }) => certificationId === sap)?.reasons[0]).toBe(
      'You asked for it.',
    )
  })

  test('a beta is planned only where it is asked for', () => {
    const business = { role: 'manager', direction: 'business', awsYears: 0, itYears: 5 }
    expect(legIds(planOf(business))).not.toContain('ai-business-strategist')
    const [leg] = planOf({ ...business, wants: ['AIB-C01'] }).route.legs.filter(
      ({ examCode }) => examCode === 'AIB-C01',
    )
    expect(leg?.feeUsd).toBe(50)
    expect(leg?.versionNote).toContain('beta')
  })

  test('what is avoided is not on the route', () => {
    const plan = planOf({ avoids: [saa] })
    expect(legIds(plan)).not.toContain(saa)
    expect(plan.excluded).toContainEqual(
      expect.objectContaining({ certificationId: saa, reason: 'You asked to leave it out.' }),
    )
  })

  test('a profile with nothing worth its cost is refused with the reasons', () => {
    const everything = Object.keys(model.certifications).filter((id) => id !== dva)
    const planned = planRoute({
      catalogue,
      model,
      profile: { ...someone, avoids: everything, deadline: '2026-12-10' },
      asOf: recorded,
    })
    expect(planned.ok).toBe(false)
    if (planned.ok || planned.error.code !== 'no-route') throw new Error('expected no-route')
    const left = planned.error.excluded.find(({ certificationId }) => certificationId === dva)
    expect(left?.reason).toContain('before your deadline on 2026-12-10')
  })

  test('a faulty profile is refused with every fault', () => {
    const planned = planRoute({
      catalogue,
      model,
      profile: { ...someone, role: 'wizard', hoursPerWeek: 0, startDate: '2026-01-01' },
      asOf: recorded,
    })
    if (planned.ok || planned.error.code !== 'profile-invalid') throw new Error('expected profile-invalid')
    expect(planned.error.problems.map(({ field }) => field)).toEqual(['role', 'hoursPerWeek', 'startDate'])
  })
})

describe('what every plan holds', () => {
  const plan = planOf({ direction: 'devops', stack: { serverless: 0.8 }, englishSecondLanguage: true })
  const { legs, totals } = plan.route

  test('a proof', () => {
    expect(plan.proof.optimal).toBe(true)
    expect(plan.proof.statesExplored).toBeGreaterThan(0)
    expect(plan.asOf).toBe(recorded)
  })

  test('hours and days by quantile, in order, and a booking day before the exam', () => {
    for (const { hours, examDate, bookBy, startDate } of legs) {
      expect(hours.p10).toBeLessThan(hours.p50)
      expect(hours.p50).toBeLessThan(hours.p90)
      expect([startDate, examDate.p10, examDate.p50, examDate.p90]).toEqual(
        [startDate, examDate.p10, examDate.p50, examDate.p90].sort(),
      )
      expect(bookBy >= startDate && bookBy < examDate.p50).toBe(true)
    }
  })

  test('the first fee in full, each next one at half with the voucher of the pass before', () => {
    expect(legs.map(({ feeUsd, voucherUsed }) => [feeUsd, voucherUsed])).toEqual([
      [150, false],
      [75, true],
      [150, true],
    ])
    expect(totals.feeUsd).toBe(375)
    expect(totals.expectedFeeUsd).toBeCloseTo(375 + 0.25 * (150 + 150 + 300), 9)
  })

  test('terms that add up to the objective', () => {
    for (const { contributions, gain } of legs) {
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(gain, 9)
    }
    expect(totals.worth - totals.cost).toBeCloseTo(totals.objective, 9)
    expect(totals.objective).toBeCloseTo(
      legs.reduce((sum, { gain }) => sum + gain, 0),
      9,
    )
  })

  test('reasons tied to the profile, with their numbers and sources', () => {
    const [first] = legs
    expect(first?.reasons.join(' ')).toContain('Role: web developer: +50 points.')
    expect(first?.reasons.join(' ')).toContain('Direction: automation and delivery: +24 points.')
    expect(first?.reasons.join(' ')).toContain('Stack: serverless: +28.8 points.')
    expect(first?.reasons.join(' ')).toContain('1 year on AWS, 4 in IT')
    expect(first?.sources.map(({ id }) => id)).toContain('A11')
  })

  test('for whom, what it validates, what to read by domain, what to practise, and the foundation advised', () => {
    for (const leg of legs) {
      expect(leg.forWhom.length).toBeGreaterThan(20)
      expect(leg.validates.length).toBeGreaterThan(20)
      expect(leg.practice.length).toBeGreaterThan(0)
      expect(leg.reading.every(({ documents }) => documents.length > 0)).toBe(true)
      expect(leg.advice.join(' ')).toContain('ask for 30 minutes more, once, before you book')
    }
    expect(legs.at(-1)?.advice[0]).toBe(
      'Associate-level knowledge is advised before a Professional. You bring Developer - Associate.',
    )
  })

  test('DevOps Engineer renews Developer on the way', () => {
    expect(legs.at(-1)?.renews).toEqual([dva])
  })

  test('every certification that can be sat is on the route or left out with a reason', () => {
    const told = [...legIds(plan), ...plan.excluded.map(({ certificationId }) => certificationId)]
    expect(new Set(told)).toEqual(new Set(Object.keys(model.certifications)))
    for (const { reason } of plan.excluded) expect(reason.length).toBeGreaterThan(20)
  })
})

describe('renewing what is held', () => {
  const architect = {
    role: 'solutions-architect',
    direction: 'architecture',
    awsYears: 3,
    itYears: 8,
    hoursPerWeek: 10,
  }

  test('a higher exam that renews a held one before its expiry gains by it', () => {
    const plan = planOf({ ...architect, held: [{ certificationId: saa, earnedOn: '2024-09-01' }] })
    const leg = plan.route.legs.find(({ certificationId }) => certificationId === sap)
    expect(leg?.renews).toContain(saa)
    expect(leg?.contributions.find(({ kind }) => kind === 'renewal')?.points).toBeGreaterThan(20)
    const entry = plan.renewals.find(({ certificationId }) => certificationId === saa)
    expect(entry?.renewedBy).toMatchObject({ certificationId: sap, insteadOf: '2027-09-01' })
  })

  test('one that runs out is renewed by its own exam where nothing higher is in reach', () => {
    const plan = planOf({
      role: 'system-administrator',
      direction: 'operations',
      itYears: 6,
      awsYears: 2,
      avoids: [dop],
      held: [{ certificationId: soa, earnedOn: '2024-03-01' }],
    })
    const leg = plan.route.legs.find(({ certificationId }) => certificationId === soa)
    expect(leg?.kind).toBe('renewal')
    expect(leg && leg.examDate.p90 <= '2027-03-01').toBe(true)
    expect(leg?.renews).toEqual([soa])
  })

  test('one held for a short while is left alone', () => {
    const plan = planOf({ held: [{ certificationId: dva, earnedOn: '2026-06-01' }] })
    expect(legIds(plan)).not.toContain(dva)
    expect(plan.excluded.find(({ certificationId }) => certificationId === dva)?.reason).toContain(
      'You hold it until 2029-06-01',
    )
  })

  test('one that a held higher one renews is left out', () => {
    const plan = planOf({ held: [{ certificationId: dop, earnedOn: '2026-02-01' }] })
    expect(plan.excluded.find(({ certificationId }) => certificationId === dva)?.reason).toBe(
      'DevOps Engineer - Professional, which you hold, says more and renews it.',
    )
  })
})
