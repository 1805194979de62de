import { describe, expect, test } from 'vitest'
import { catalogue, model, profileOf } from './path.fixture.ts'
import { backgroundOf, bandOf, shareLeft, skillsHelping } from './study-hours.ts'

const tierOf = (id: string) => catalogue.certifications.find((one) => one.id === id)!.tier
const hoursFor = (id: string, input: Parameters<typeof profileOf>[0], stackMatch = 0) =>
  backgroundOf(profileOf(input), model, {
    certification: model.certifications[id]!,
    tier: tierOf(id),
    stackMatch,
  })

describe('the experience band', () => {
  const cases = [
    ['associate', 0, 0, 'new'],
    ['associate', 0, 1, 'some'],
    ['associate', 0.5, 0, 'some'],
    ['associate', 3, 3, 'experienced'],
    ['professional', 3, 10, 'some'],
    ['professional', 4, 4, 'experienced'],
    ['foundational', 1, 1, 'experienced'],
    ['specialty', 0, 2, 'new'],
  ] as const

  test.each(cases)('for %s with %d years on AWS and %d in IT is %s', (tier, awsYears, itYears, id) => {
    expect(bandOf(profileOf({ awsYears, itYears }), model, tier).id).toBe(id)
  })

  test('a model without a band for everyone is an error of the model', () => {
    const gap = { ...model, experience: model.experience.slice(0, 1) }
    expect(() => bandOf(profileOf({ awsYears: 0, itYears: 0 }), gap, 'associate')).toThrow(RangeError)
  })

  test('the multipliers are those of the facts', () => {
    expect(model.experience.map(({ multiplier }) => multiplier)).toEqual([0.6, 1, 1.6])
  })
})

describe('median hours by background', () => {
  test('multiply the table by band, audience and stack', () => {
    const background = hoursFor('developer-associate', { awsYears: 0, itYears: 0 }, 0.5)
    const { median } = model.certifications['developer-associate']!.hours
    expect(background.medianHours).toBeCloseTo(
      median * 1.6 * model.hours.audience.value * (1 - 0.5 * model.hours.stack.value),
      9,
    )
  })

  test('CloudOps asks for the most hours of the Associate exams, and says why', () => {
    const associates = catalogue.certifications.filter(({ tier }) => tier === 'associate')
    const medians = associates.map(({ id }) => model.certifications[id]!.hours.median)
    const { median, reason } = model.certifications['cloudops-engineer-associate']!.hours
    expect(median).toBe(Math.max(...medians))
    expect(medians.filter((other) => other === median)).toHaveLength(1)
    expect(reason).toContain('most technical of the Associate exams')
  })

  test('a role outside the audience gets no discount', () => {
    const [inside, outside] = ['network-engineer', 'web-developer'].map((role) =>
      hoursFor('advanced-networking-specialty', { role }),
    )
    expect(inside?.audienceFactor).toBe(model.hours.audience.value)
    expect(outside?.audienceFactor).toBe(1)
  })
})

describe('shared skills', () => {
  test('Cloud Practitioner shortens an Associate for newcomers only', () => {
    const knows = (band: 'new' | 'some'): readonly string[] =>
      skillsHelping(model, 'solutions-architect-associate', { id: band }).map((skill) => skill.knows)
    expect(knows('new')).toContain('cloud-practitioner')
    expect(knows('some')).not.toContain('cloud-practitioner')
    expect(knows('some')).toContain('developer-associate')
  })

  test('multiply what is left, down to the least share', () => {
    expect(shareLeft([], 0.4)).toBe(1)
    expect(shareLeft([0.2, 0.5], 0.3)).toBeCloseTo(0.4, 12)
    expect(shareLeft([0.5, 0.5, 0.5], 0.4)).toBe(0.4)
  })
})
