import { describe, expect, test } from 'vitest'
import { model, profileOf } from './path.fixture.ts'
import { staysNonTechnical, worthOf } from './worth.ts'

const dva = 'developer-associate'
const saa = 'solutions-architect-associate'

describe('the worth of a certification to a profile', () => {
  test('is the sum of role, direction and stack', () => {
    const worth = worthOf(profileOf({ direction: 'devops', stack: { serverless: 0.5 } }), model, dva)
    const { role, direction } = worth
    const share = model.areas.serverless.shares[dva]!.value
    expect(role?.value).toBe(model.roles['web-developer'].values[dva]!.value)
    expect(direction?.value).toBe(model.fields.devops.values[dva]!.value)
    expect(worth.stackMatch).toBeCloseTo(0.5 * share, 12)
    expect(worth.points).toBeCloseTo(
      role!.value + direction!.value + worth.stackMatch * model.worth.stack.value,
      9,
    )
  })

  test('a role as direction counts its share', () => {
    const { direction } = worthOf(profileOf({ direction: 'devops-engineer' }), model, dva)
    const full = model.roles['devops-engineer'].values[dva]!.value
    expect(direction?.value).toBeCloseTo(full * model.worth.roleAsDirection.value, 12)
    expect(direction?.reason).toBe(model.roles['devops-engineer'].values[dva]!.reason)
  })

  test('a stack never covers more than all of the content', () => {
    const everything = Object.fromEntries(Object.keys(model.areas).map((area) => [area, 1]))
    const worth = worthOf(profileOf({ stack: everything }), model, saa)
    expect(worth.stackMatch).toBe(1)
    expect(worth.stackPoints).toBe(model.worth.stack.value)
    expect(worth.stackParts.length).toBeGreaterThan(5)
  })

  test('areas of weight 0 and areas without a share say nothing', () => {
    const { stackParts } = worthOf(profileOf({ stack: { serverless: 0, sap: 1 } }), model, dva)
    expect(stackParts).toEqual([])
  })

  test('what the tables do not name is worth nothing', () => {
    expect(worthOf(profileOf(), model, 'alexa-skill-builder-specialty').points).toBe(0)
  })
})

describe('what has been outgrown', () => {
  const architect = { role: 'solutions-architect', direction: 'architecture', itYears: 12 }

  test('the Associate, for an architect who may take the Professional', () => {
    const before = worthOf(profileOf({ ...architect, awsYears: 3 }), model, saa)
    const after = worthOf(profileOf({ ...architect, awsYears: 4 }), model, saa)
    expect(before.outgrownFactor).toBe(1)
    expect(after.outgrownFactor).toBe(model.certifications[saa]!.outgrown!.factor)
    expect(after.points).toBeCloseTo(before.points * after.outgrownFactor, 9)
  })

  test('not where the Professional is worth less to role and direction', () => {
    const security = profileOf({ role: 'security-engineer', direction: 'security', awsYears: 6 })
    expect(worthOf(security, model, saa).outgrownFactor).toBe(1)
  })

  test('Cloud Practitioner, for technical people only', () => {
    const [sales, developer] = ['sales', 'web-developer'].map((role) =>
      worthOf(profileOf({ role, direction: role, awsYears: 5 }), model, 'cloud-practitioner'),
    )
    expect(sales?.outgrownFactor).toBe(1)
    expect(developer?.outgrownFactor).toBeLessThan(1)
  })

  test('more stack never makes it so', () => {
    for (const area of ['migration', 'sap', 'networking'] as const) {
      const light = worthOf(profileOf({ ...architect, direction: 'security', awsYears: 6 }), model, saa)
      const heavy = worthOf(
        profileOf({ ...architect, direction: 'security', awsYears: 6, stack: { [area]: 1 } }),
        model,
        saa,
      )
      expect(heavy.points).toBeGreaterThanOrEqual(light.points)
    }
  })
})

describe('who stays non-technical', () => {
  const cases = [
    ['sales', 'business', 0, true],
    ['sales', 'business', 9, true],
    ['manager', 'finance', 3, true],
    ['manager', 'security', 0, true],
    ['manager', 'security', 2, false],
    ['sales', 'solutions-architect', 0, false],
    ['student', 'business', 0, false],
    ['web-developer', 'business', 0, false],
  ] as const

  test.each(cases)('a %s towards %s with %d years on AWS: %s', (role, direction, awsYears, expected) => {
    expect(staysNonTechnical(profileOf({ role, direction, awsYears }), model)).toBe(expected)
  })
})
