import type { PackSummary } from '../../../application/read-programme.ts'
import type { StartRequest } from '../api/types.ts'

/** Ways to sit an exam, as the start page offers them. */
export type WayId = 'exam' | 'diagnostic' | 'block' | 'study' | 'custom'

/** Ways that never have a clock. */
export const hasNoClock = (way: WayId): boolean => way === 'study' || way === 'diagnostic'

/** What a candidate has chosen on the start page. `multiplier` null means no clock. */
export type StartChoice = {
  readonly way: WayId
  readonly multiplier: number | null
  readonly items: number
  readonly domains: readonly number[]
  readonly tasks: readonly string[]
  readonly from: readonly ('missed' | 'unseen' | 'flagged')[]
  readonly notInLastAttempts: number
}

/** Where the start page begins. */
export const firstChoice: StartChoice = {
  way: 'exam',
  multiplier: 1,
  items: 20,
  domains: [],
  tasks: [],
  from: [],
  notInLastAttempts: 0,
}

/** Time multipliers on offer; null is no clock at all, for practice. */
export const multipliers: readonly { readonly value: number | null; readonly name: string }[] = [
  { value: 1, name: 'Standard time' },
  { value: 1.25, name: '1.25 times the time' },
  { value: 1.5, name: '1.5 times the time' },
  { value: 2, name: 'Double time' },
  { value: null, name: 'No clock' },
]

const itemsOfTenMinutes = 7

function scopeOf({ items, domains, tasks, from, notInLastAttempts }: StartChoice): Partial<StartRequest> {
  return {
    items,
    ...(domains.length > 0 ? { domains } : {}),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(from.length > 0 ? { from } : {}),
    ...(notInLastAttempts > 0 ? { notInLastAttempts } : {}),
  }
}

const clockOf = ({ multiplier }: StartChoice): Partial<StartRequest> =>
  multiplier === null ? { untimed: true } : multiplier === 1 ? {} : { timeMultiplier: multiplier }

/** The call that a choice stands for. Study and the diagnostic have no clock; the full exam and the diagnostic have no scope. */
export function startRequestOf(examCode: string, choice: StartChoice): StartRequest {
  if (choice.way === 'exam') return { examCode, mode: 'exam', ...clockOf(choice) }
  if (choice.way === 'diagnostic') return { examCode, mode: 'diagnostic' }
  if (choice.way === 'block')
    return { examCode, mode: 'custom', items: itemsOfTenMinutes, ...clockOf(choice) }
  if (choice.way === 'study') return { examCode, mode: 'study', ...scopeOf(choice) }
  return { examCode, mode: 'custom', ...scopeOf(choice), ...clockOf(choice) }
}

/** How many pool items the chosen domains and tasks leave; what was met before is not known here. */
export function itemsInScope(pack: PackSummary, { domains, tasks }: StartChoice): number {
  const inDomain = pack.domains.filter((domain) => domains.length === 0 || domains.includes(domain.number))
  if (tasks.length === 0)
    return domains.length === 0 ? pack.poolSize : inDomain.reduce((sum, domain) => sum + domain.poolSize, 0)
  return inDomain
    .flatMap((domain) => domain.tasks)
    .reduce((sum, task) => sum + (tasks.includes(task.number) ? task.poolSize : 0), 0)
}

/** A list with a value added or taken out. */
export const toggled = <T>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value]

/** Minutes on the clock for the full form under a multiplier; null without a clock or without a full form. */
export const minutesOf = (pack: PackSummary, multiplier: number | null): number | null =>
  pack.fullForm === null || multiplier === null ? null : Math.round(pack.fullForm.minutes * multiplier)
