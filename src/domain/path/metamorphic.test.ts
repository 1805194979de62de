import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '../kernel/calendar-date.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import { extendLabel } from './extend-label.ts'
import { type Label, type Step, startLabel } from './label.ts'
import type { Optimum } from './optimise.ts'
import { catalogue, model, profileOf, randomProfile, recorded } from './path.fixture.ts'
import { type Planning, preparePlanning, solve, worthObjective } from './planning.ts'
import type { Profile } from './profile.ts'
import { backgroundOf } from './study-hours.ts'
import { fields, roles, serviceAreas } from './vocabulary.ts'
import { walk } from './walk.ts'
import { worthOf } from './worth.ts'

type Planned = { readonly planning: Planning; readonly best: Optimum }

function plan(profile: Profile): Planned {
  const planning = preparePlanning({ catalogue, model, profile, asOf: recorded })
  return { planning, best: solve(planning)! }
}

const random = seededRandom('a thousand people')
const people: readonly Planned[] = Array.from({ length: 1000 }, () => plan(profileOf(randomProfile(random))))
const draw = seededRandom('what changes')
const pick = <T>(values: readonly T[]): T => values[draw.integer(values.length)]!
const slack = 1e-6

/** The same legs for another profile: same certifications, versions, preparation and payments; null where not possible. */
function transfer(steps: readonly Step[], { problem, outlooksAt }: Planning): readonly Step[] | null {
  let mask = 0
  const moved = steps.map((step) => {
    const id = step.candidate.certification.id
    const candidate = problem.candidates.find(({ certification }) => certification.id === id)
    const window = candidate?.windows.find(({ examCode }) => examCode === step.window.examCode)
    if (candidate === undefined || window === undefined || candidate.kind !== step.candidate.kind) return null
    if (candidate.openedBy !== -1 && (candidate.openedBy & mask) === 0) return null
    const outlook = outlooksAt(candidate, mask).find(
      ({ passProbability }) => passProbability === step.outlook.passProbability,
    )
    mask |= candidate.bit
    return outlook === undefined ? null : { ...step, candidate, window, outlook }
  })
  return moved.every((step) => step !== null) ? moved : null
}

/** What a route gains under a profile that it was not made for; null where it is not possible there. */
function gainUnder(steps: readonly Step[], planning: Planning): number | null {
  const moved = transfer(steps, planning)
  if (moved === null) return null
  const task = { problem: planning.problem, objective: worthObjective(planning.problem) }
  const end = moved.reduce<Label | null>(
    (label, step) => (label === null ? null : extendLabel(label, step, task)),
    startLabel,
  )
  return end?.gain ?? null
}

/** A change makes a plan that is at least as good, under the change, as the plan without it. True when they compare. */
function expectMoves(before: Planned, after: Planned): boolean {
  const kept = gainUnder(before.best.steps, after.planning)
  if (kept !== null) expect(after.best.gain).toBeGreaterThanOrEqual(kept - slack)
  const back = gainUnder(after.best.steps, before.planning)
  if (back !== null) expect(before.best.gain).toBeGreaterThanOrEqual(back - slack)
  return kept !== null && back !== null
}

const ids = ({ best }: Planned): readonly string[] =>
  best.steps.map(({ candidate }) => candidate.certification.id)

function changed(person: Planned, change: Partial<Profile>): Planned {
  return plan({ ...person.planning.profile, ...change })
}

describe('over 1,000 random profiles', () => {
  test('every leg keeps to its window, the floor, the deadline and the budget', () => {
    for (const { planning, best } of people) {
      const { profile, problem } = planning
      const legs = walk(best.steps, problem)
      for (const { step, passed } of legs) {
        expect(step.outlook.passProbability).toBeGreaterThanOrEqual(profile.passProbabilityFloor)
        expect(passed.p90).toBeLessThanOrEqual(Math.min(step.window.closesOn, problem.deadline))
        expect(passed.p10).toBeGreaterThanOrEqual(step.window.opensOn)
      }
      expect(legs.reduce((sum, { feeUsd }) => sum + feeUsd, 0)).toBeLessThanOrEqual(problem.budgetUsd)
    }
  })

  test('no Professional or Specialty without its foundation', () => {
    for (const { planning, best } of people) {
      const known = planning.profile.held.map(({ certificationId }) => certificationId)
      for (const { candidate } of best.steps) {
        const { id } = candidate.certification
        const foundation = model.certifications[id]?.foundation
        const years = planning.profile.awsYears >= (foundation?.awsYears ?? 0)
        const shown = foundation?.anyOf.some((below) => known.includes(below)) ?? true
        const covered = candidate.openedBy === -1
        expect(years || shown || covered).toBe(true)
        known.push(id)
      }
    }
  })

  test('more hours a week never lower the objective, and the same route never ends later', () => {
    for (const person of people) {
      const after = changed(person, {
        hoursPerWeek: Math.min(80, person.planning.profile.hoursPerWeek * 1.5),
      })
      expect(after.best.gain).toBeGreaterThanOrEqual(person.best.gain - slack)
      const kept = transfer(person.best.steps, after.planning)
      const [was, is] = [
        walk(person.best.steps, person.planning.problem),
        walk(kept ?? [], after.planning.problem),
      ]
      for (const [index, leg] of is.entries())
        expect(leg.passed.p90).toBeLessThanOrEqual(was[index]!.passed.p90)
    }
  }, 120_000)

  test('a longer deadline never lowers the objective, and none never less than one', () => {
    for (const person of people) {
      const { deadline, startDate } = person.planning.profile
      if (deadline === null) {
        const limited = changed(person, { deadline: addDays(startDate, 60 + draw.integer(400)) })
        expect(person.best.gain).toBeGreaterThanOrEqual(limited.best.gain - slack)
      } else {
        const longer = changed(person, { deadline: addDays(deadline, 60) })
        expect(longer.best.gain).toBeGreaterThanOrEqual(person.best.gain - slack)
      }
    }
  }, 120_000)

  test('a voucher never lowers the objective', () => {
    for (const person of people) {
      const { vouchers, startDate } = person.planning.profile
      const voucher = {
        percent: pick([25, 50, 75, 100]),
        expiresOn: addDays(startDate, 20 + draw.integer(400)),
      }
      const after = changed(person, { vouchers: [...vouchers, voucher] })
      expect(after.best.gain).toBeGreaterThanOrEqual(person.best.gain - slack)
    }
  }, 120_000)

  test('a larger budget and a lower floor never lower the objective', () => {
    for (const person of people) {
      const { budgetUsd, passProbabilityFloor } = person.planning.profile
      if (budgetUsd !== null) {
        const richer = changed(person, { budgetUsd: budgetUsd + 150 })
        expect(richer.best.gain).toBeGreaterThanOrEqual(person.best.gain - slack)
      }
      if (passProbabilityFloor === 0.8) {
        const bolder = changed(person, { passProbabilityFloor: 0.7 })
        expect(bolder.best.gain).toBeGreaterThanOrEqual(person.best.gain - slack)
      }
    }
  }, 120_000)

  test('holding a certification that has years to run never makes its own leg appear', () => {
    for (const person of people) {
      const { held } = person.planning.profile
      const { id } = pick(catalogue.certifications)
      const others = held.filter(({ certificationId }) => certificationId !== id)
      const earnedOn = addDays(recorded, -draw.integer(300))
      const after = changed(person, { held: [...others, { certificationId: id, earnedOn }] })
      expect(ids(after)).not.toContain(id)
    }
  }, 120_000)

  test('a certification that runs out may be renewed, and then the leg says that it is a renewal', () => {
    for (const person of people) {
      const { id } = pick(catalogue.certifications.filter((one) => one.id in model.certifications))
      const after = changed(person, { held: [{ certificationId: id, earnedOn: addDays(recorded, -800) }] })
      const own = after.best.steps.find(({ candidate }) => candidate.certification.id === id)
      if (own !== undefined) expect(own.candidate.kind).toBe('renewal')
    }
  }, 120_000)

  test('more weight of an area never lowers what is tied to it, nor the objective, and leaves the rest alone', () => {
    for (const person of people) {
      const { profile } = person.planning
      const area = pick(serviceAreas)
      const weight = Math.min(1, (profile.stack[area] ?? 0) + 0.3)
      const heavier: Profile = { ...profile, stack: { ...profile.stack, [area]: weight } }
      for (const id of Object.keys(model.certifications)) {
        const [was, is] = [worthOf(profile, model, id).points, worthOf(heavier, model, id).points]
        if (id in model.areas[area].shares) expect(is).toBeGreaterThanOrEqual(was)
        else expect(is).toBe(was)
      }
      expect(plan(heavier).best.gain).toBeGreaterThanOrEqual(person.best.gain - slack)
    }
  }, 120_000)

  test('more experience never needs more hours; where the objective falls, something was outgrown', () => {
    for (const person of people) {
      const { profile } = person.planning
      const older: Profile = { ...profile, awsYears: profile.awsYears + 1, itYears: profile.itYears + 1 }
      const outgrown = Object.values(model.certifications).filter((certification) => {
        const { tier } = catalogue.certifications.find(({ id }) => id === certification.id)!
        const hours = (who: Profile): number =>
          backgroundOf(who, model, { certification, tier, stackMatch: 0 }).medianHours
        expect(hours(older)).toBeLessThanOrEqual(hours(profile))
        return (
          worthOf(older, model, certification.id).points < worthOf(profile, model, certification.id).points
        )
      })
      const after = plan(older)
      const sharesFewer = person.best.steps.some(({ candidate }) =>
        [...candidate.helpers, ...candidate.heldHelpers].some(({ skill }) => skill.onlyNew),
      )
      if (outgrown.length === 0 && !sharesFewer) {
        expect(after.best.gain).toBeGreaterThanOrEqual(person.best.gain - slack)
      }
    }
  }, 120_000)

  test('another role, direction or start moves the plan towards what it favours', () => {
    const compared = people.map((person) => {
      const { startDate } = person.planning.profile
      return [
        expectMoves(person, changed(person, { role: pick(roles) })),
        expectMoves(person, changed(person, { direction: pick([...roles, ...fields]) })),
        expectMoves(person, changed(person, { startDate: addDays(startDate, 1 + draw.integer(60)) })),
      ]
    })
    for (const change of [0, 1, 2]) {
      expect(compared.filter((outcomes) => outcomes[change]).length).toBeGreaterThan(500)
    }
  }, 180_000)

  test('a route that starts after the last day of Advanced Networking never contains it', () => {
    for (const person of people) {
      const late = calendarDate('2027-01-01')
      const startDate = person.planning.profile.startDate > late ? person.planning.profile.startDate : late
      const deadline = addDays(startDate, 400)
      const after = changed(person, { startDate, deadline, wants: [] })
      expect(ids(after)).not.toContain('advanced-networking-specialty')
    }
  }, 120_000)
})
