import { addDays, daysBetween } from '../kernel/calendar-date.ts'
import type { Optimum } from './optimise.ts'
import { type Planning, preparePlanning, solve } from './planning.ts'
import type { Profile } from './profile.ts'
import { fields, isRole, serviceAreas } from './vocabulary.ts'
import { dollars, namesOf, plain, probability } from './words.ts'

/** One changed input: how large the change is against what is usual for that input, and how it reads. */
export type Change = { readonly size: number; readonly text: string; readonly profile: Profile }

/** What was found, and what it took to find it. */
export type Flip = { readonly text: string; readonly statesExplored: number }

const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value))

/** Doubling the hours is a change of size 0.7: nothing is more in the person's own hands. */
function hoursChanges(profile: Profile): readonly Change[] {
  const { hoursPerWeek } = profile
  return [0.75, 1.25, 0.5, 1.5, 2]
    .map((factor) => clamp(Math.round(hoursPerWeek * factor), 1, 60))
    .filter((hours) => hours !== hoursPerWeek)
    .map((hours) => ({
      size: 0.7 * Math.abs(Math.log2(hours / hoursPerWeek)),
      text: `${plain(hours)} hours a week instead of ${plain(hoursPerWeek)}`,
      profile: { ...profile, hoursPerWeek: hours },
    }))
}

/** A year of experience is a change of size 0.4. */
function experienceChanges(profile: Profile): readonly Change[] {
  return [1, -1, 2, 3]
    .map((years) => profile.awsYears + years)
    .filter((awsYears) => awsYears >= 0)
    .map((awsYears) => ({
      size: 0.4 * Math.abs(awsYears - profile.awsYears),
      text: `${plain(awsYears)} years on AWS instead of ${plain(profile.awsYears)}`,
      profile: { ...profile, awsYears, itYears: Math.max(profile.itYears, awsYears) },
    }))
}

/** A whole service area more or less is a change of size 1.5: the stack is the organisation's. */
function stackChanges({ profile, model }: Planning): readonly Change[] {
  return serviceAreas.flatMap((area) => {
    const weight = profile.stack[area] ?? 0
    return [0.3, -0.3, 0.6]
      .map((step) => Number(clamp(weight + step, 0, 1).toFixed(2)))
      .filter((next) => next !== weight)
      .map((next) => ({
        size: 1.5 * Math.abs(next - weight),
        text: `${model.areas[area].name} at ${plain(next, 2)} in your stack instead of ${plain(weight, 2)}`,
        profile: { ...profile, stack: { ...profile.stack, [area]: next } },
      }))
  })
}

/** Half a year is a change of size 0.5. */
function deadlineChanges(profile: Profile): readonly Change[] {
  const { deadline, startDate } = profile
  if (deadline === null) return []
  return [30, -30, 90, -90, 180]
    .map((days) => addDays(deadline, days))
    .filter((day) => daysBetween(startDate, day) > 7)
    .map((day) => ({
      size: Math.abs(daysBetween(deadline, day)) / 360,
      text: `a deadline on ${day} instead of ${deadline}`,
      profile: { ...profile, deadline: day },
    }))
}

/** A fee of 300 US dollars is a change of size 0.6. */
function budgetChanges(profile: Profile): readonly Change[] {
  const { budgetUsd } = profile
  if (budgetUsd === null) return []
  return [50, 100, 150, 300, -50, -100]
    .map((step) => budgetUsd + step)
    .filter((budget) => budget > 0)
    .map((budget) => ({
      size: Math.abs(budget - budgetUsd) / 500,
      text: `a budget of ${dollars(budget)} instead of ${dollars(budgetUsd)}`,
      profile: { ...profile, budgetUsd: budget },
    }))
}

function floorChanges(profile: Profile): readonly Change[] {
  const floor = profile.passProbabilityFloor
  return [-0.1, 0.1]
    .map((step) => Number(clamp(floor + step, 0.5, 0.99).toFixed(2)))
    .filter((next) => next !== floor)
    .map((next) => ({
      size: 0.5,
      text: `a floor of ${probability(next)} on P(pass) instead of ${probability(floor)}`,
      profile: { ...profile, passProbabilityFloor: next },
    }))
}

/** Another direction is a large change. */
function directionChanges({ profile, model }: Planning): readonly Change[] {
  const { direction } = profile
  const now = isRole(direction) ? model.roles[direction].name : model.fields[direction].name
  return fields
    .filter((field) => field !== direction)
    .map((field) => ({
      size: 1.2,
      text: `${model.fields[field].name} as direction instead of ${now}`,
      profile: { ...profile, direction: field },
    }))
}

/**
 * Lists changes of one input at a time, smallest first; of equal size, in the order of the inputs.
 *
 * @example smallChanges(planning).every(({ size }) => size > 0) // true
 */
export function smallChanges(planning: Planning): readonly Change[] {
  const { profile } = planning
  return [
    ...hoursChanges(profile),
    ...experienceChanges(profile),
    ...deadlineChanges(profile),
    ...budgetChanges(profile),
    ...floorChanges(profile),
    ...stackChanges(planning),
    ...directionChanges(planning),
  ].sort((one, other) => one.size - other.size)
}

const idsOf = (optimum: Optimum | null): readonly string[] =>
  (optimum?.steps ?? []).map(({ candidate }) => candidate.certification.id)

function differs(before: readonly string[], after: readonly string[]): boolean {
  const same = before.length === after.length && before.every((id) => after.includes(id))
  return !same || before[0] !== after[0]
}

function outcome({ catalogue }: Planning, before: readonly string[], after: readonly string[]): string {
  if (after.length === 0) return 'nothing would be worth its cost'
  const added = after.filter((id) => !before.includes(id))
  const dropped = before.filter((id) => !after.includes(id))
  const newFirst = after[0] === before[0] ? undefined : after[0]
  const others = added.filter((id) => id !== newFirst)
  const names = (ids: readonly string[]): string => namesOf(catalogue, ids)
  return [
    ...(newFirst === undefined
      ? []
      : [`${names([newFirst])} would ${added.includes(newFirst) ? 'come in as' : 'become'} the first step`]),
    ...(others.length > 0 ? [`${names(others)} would come in`] : []),
    ...(dropped.length > 0 ? [`${names(dropped)} would drop out`] : []),
  ].join(', ')
}

/**
 * Finds the smallest change of one input that changes the first leg or the set of legs, by planning again for each.
 *
 * @example findFlip(planning, optimum).text.startsWith('With ') // true
 */
export function findFlip(planning: Planning, best: Optimum): Flip {
  const before = idsOf(best)
  const changes = smallChanges(planning)
  let statesExplored = 0
  for (const { text, profile } of changes) {
    const found = solve(preparePlanning({ ...planning, profile }))
    statesExplored += found?.statesExplored ?? 0
    const after = idsOf(found)
    if (differs(before, after))
      return { text: `With ${text}, ${outcome(planning, before, after)}.`, statesExplored }
  }
  return {
    text: `None of ${changes.length} small changes of a single input (hours, experience, deadline, budget, floor, stack, direction) changes the first step or the set.`,
    statesExplored,
  }
}
