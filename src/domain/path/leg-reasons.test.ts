import { describe, expect, test } from 'vitest'
import { planOf } from './path.fixture.ts'
import type { Leg } from './route.ts'

const legOf = (input: Parameters<typeof planOf>[0], id: string): Leg => {
  const leg = planOf(input).route.legs.find(({ certificationId }) => certificationId === id)
  if (leg === undefined) throw new Error(`${id} is not on the route`)
  return leg
}

describe('the reasons of a leg', () => {
  const plan = planOf({ direction: 'devops', stack: { serverless: 0.8, databases: 0.4 } })
  const [dva, saa, dop] = plan.route.legs as readonly [Leg, Leg, Leg]

  test('begin with its points by role, direction and stack', () => {
    expect(dva.reasons.slice(0, 2)).toEqual([
      'Role: web developer: +50 points. Writing, deploying and debugging applications is the content of the exam.',
      'Direction: automation and delivery: +24 points. One of the two customary steps before it.',
    ])
    expect(dva.reasons[2]).toContain('serverless at 0.8 covers 72 % of it')
    expect(dva.reasons[2]).toContain('databases at 0.4 covers 12 % of it')
  })

  test('say what it does for the legs after it', () => {
    expect(dva.reasons).toContain(
      'It is the foundation for DevOps Engineer - Professional later on this route.',
    )
    expect(dva.reasons.join(' ')).toContain('It saves 20 % of the hours of Solutions Architect - Associate')
    expect(dop.reasons.join(' ')).not.toContain('later on this route')
  })

  test('take the hours apart', () => {
    const hours = saa.reasons.find((reason) => reason.startsWith('Half of the people'))
    expect(hours).toContain('100 h × 1 (some background: 1 year on AWS, 4 in IT) × 0.9 (your stack)')
    expect(hours).toContain('less what you know by then from Developer - Associate (20 %).')
  })

  test('say what the hours give, and what a failed sitting costs', () => {
    const text = saa.reasons.join(' ')
    expect(text).toContain('give P(pass) 0.80, your floor.')
    expect(text).toContain('A failed sitting costs a wait of 14 days, more hours and US$150 again')
  })

  test('end with the fee, and whose voucher lowers it', () => {
    expect(dva.reasons.at(-1)).toBe('The fee is US$150.')
    expect(saa.reasons.at(-1)).toBe(
      'The fee is US$75 instead of US$150, with the 50 % voucher of the pass before.',
    )
    const given = legOf({ vouchers: [{ percent: 100, expiresOn: '2027-12-01' }] }, 'developer-associate')
    expect(given.reasons.at(-1)).toBe(
      'The fee is US$0 instead of US$150, with the 100 % voucher that you have.',
    )
  })

  test('say where more hours than the floor asks for are planned', () => {
    const network = {
      role: 'network-engineer',
      direction: 'networking',
      awsYears: 5,
      itYears: 12,
      hoursPerWeek: 20,
    }
    const ans = legOf({ ...network, stack: { networking: 1 } }, 'advanced-networking-specialty')
    expect(ans.passProbability).toBe(0.9)
    expect(ans.reasons.join(' ')).toContain('more than your floor of 0.80')
  })

  test('name what has been outgrown', () => {
    const architect = { role: 'solutions-architect', direction: 'architecture', awsYears: 6, itYears: 12 }
    const saaLeg = legOf({ ...architect, wants: ['SAA-C03'] }, 'solutions-architect-associate')
    const outgrown = saaLeg.contributions.find(({ kind }) => kind === 'outgrown')
    expect(outgrown?.label).toBe('6 years on AWS')
    expect(outgrown?.points).toBeCloseTo(-95 * 0.95, 9)
  })

  test('name what a Foundational one loses beside a higher one', () => {
    const aif = legOf(
      {
        direction: 'generative-ai',
        stack: { 'generative-ai': 1 },
        held: [{ certificationId: 'DVA-C02', earnedOn: '2026-01-05' }],
      },
      'ai-practitioner',
    )
    expect(aif.contributions.find(({ kind }) => kind === 'beside-higher')?.points).toBeLessThan(0)
    expect(aif.reasons.join(' ')).toContain('Beside a higher certification: -')
  })
})

describe('advice for a leg', () => {
  test('asks for more time in an English exam of non-native speakers, and not otherwise', () => {
    const advice = (input: Parameters<typeof planOf>[0]): string =>
      planOf(input).route.legs[0]!.advice.join(' ')
    expect(advice({ englishSecondLanguage: true })).toContain(
      'ask for 30 minutes more, once, before you book',
    )
    expect(advice({})).not.toContain('30 minutes')
    expect(advice({ englishSecondLanguage: true, language: 'ja' })).toContain(
      'English text of an item can be shown',
    )
  })

  test('puts Associate-level knowledge before a Specialty, by certification or by years', () => {
    const scs = legOf({ direction: 'security' }, 'security-specialty')
    expect(scs.advice[0]).toContain('advised before a Specialty. You bring')
    const experienced = legOf(
      {
        role: 'security-engineer',
        direction: 'security',
        awsYears: 5,
        itYears: 9,
        avoids: ['SAA-C03', 'SOA-C03', 'DVA-C02'],
      },
      'security-specialty',
    )
    expect(experienced.advice[0]).toContain('You bring 5 years on AWS instead; check yourself against')
  })

  test('an Associate needs none of it', () => {
    expect(legOf({}, 'developer-associate').advice.join(' ')).not.toContain('Associate-level')
  })
})

describe('what to read', () => {
  test('is listed by domain of the version that is sat, with its weight where known', () => {
    const { reading } = legOf({}, 'developer-associate')
    expect(reading.map(({ domain, weightPercent }) => [domain, weightPercent])).toEqual([
      [1, 30],
      [2, 26],
      [3, 22],
      [4, 22],
    ])
    const professional = legOf(
      { role: 'solutions-architect', direction: 'architecture', awsYears: 6 },
      'solutions-architect-professional',
    )
    expect(professional.reading.every(({ weightPercent }) => weightPercent === null)).toBe(true)
  })

  test('has documentation and white papers, each with an address', () => {
    const documents = legOf({}, 'developer-associate').reading.flatMap((one) => one.documents)
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(['documentation', 'white-paper']))
    expect(documents.every(({ url }) => url.startsWith('https://docs.aws.amazon.com/'))).toBe(true)
  })
})
