import type { ProfileInput } from '../../../domain/path/profile.ts'
import type { Direction, Role, ServiceArea } from '../../../domain/path/vocabulary.ts'
import { areas, fields, roles } from './vocabulary.ts'

/** A profile as the form holds it: every field present, empty text where nothing is said. */
export type Draft = {
  readonly role: Role
  /** Empty: the work of today. */
  readonly direction: Direction | ''
  readonly awsYears: number
  readonly itYears: number
  readonly stack: Readonly<Partial<Record<ServiceArea, number>>>
  readonly hoursPerWeek: number
  readonly startDate: string
  readonly deadline: string
  readonly budgetUsd: string
  readonly held: readonly { readonly certificationId: string; readonly earnedOn: string }[]
  readonly vouchers: readonly { readonly percent: number; readonly expiresOn: string }[]
  readonly language: string
  readonly englishSecondLanguage: boolean
  readonly passProbabilityFloor: number
  readonly wants: readonly string[]
  readonly avoids: readonly string[]
}

/** Where the form begins. */
export const firstDraft: Draft = {
  role: 'web-developer',
  direction: '',
  awsYears: 1,
  itYears: 4,
  stack: { serverless: 0.6, databases: 0.6 },
  hoursPerWeek: 6,
  startDate: '',
  deadline: '',
  budgetUsd: '',
  held: [],
  vouchers: [],
  language: 'en',
  englishSecondLanguage: false,
  passProbabilityFloor: 0.8,
  wants: [],
  avoids: [],
}

/** The profile that a draft stands for; what is not said is left to the planner's defaults, unfinished rows are left out. */
export function profileOf(draft: Draft): ProfileInput {
  const budget = Number.parseFloat(draft.budgetUsd)
  return {
    role: draft.role,
    direction: draft.direction === '' ? draft.role : draft.direction,
    awsYears: draft.awsYears,
    itYears: draft.itYears,
    stack: draft.stack,
    hoursPerWeek: draft.hoursPerWeek,
    ...(draft.startDate === '' ? {} : { startDate: draft.startDate }),
    ...(draft.deadline === '' ? {} : { deadline: draft.deadline }),
    ...(Number.isFinite(budget) ? { budgetUsd: budget } : {}),
    held: draft.held.filter(({ certificationId, earnedOn }) => certificationId !== '' && earnedOn !== ''),
    vouchers: draft.vouchers.filter(({ expiresOn }) => expiresOn !== ''),
    language: draft.language,
    englishSecondLanguage: draft.englishSecondLanguage,
    passProbabilityFloor: draft.passProbabilityFloor,
    wants: draft.wants,
    avoids: draft.avoids,
  }
}

/** The draft that a profile came from, to plan again. */
export function draftOf(profile: ProfileInput): Draft {
  const { budgetUsd, deadline, direction, role, ...rest } = profile
  const texts = {
    deadline: deadline ?? '',
    budgetUsd: budgetUsd == null ? '' : String(budgetUsd),
    startDate: '',
  }
  return parseDraft(
    JSON.stringify({ ...rest, role, direction: direction === role ? '' : direction, ...texts }),
  )
}

const isDirection = (value: unknown): value is Draft['direction'] =>
  value === '' || [...roles, ...fields].some((direction) => direction === value)

const isSameShape = (value: unknown, example: unknown): boolean =>
  Array.isArray(example) ? Array.isArray(value) : typeof value === typeof example && value !== null

function keepKnown(stored: Record<string, unknown>): Partial<Draft> {
  const known = Object.entries(firstDraft).filter(
    ([key, example]) => key in stored && isSameShape(stored[key], example),
  )
  return Object.fromEntries(known.map(([key]) => [key, stored[key]]))
}

/** Reads a stored draft; what is missing, misshapen or no longer in the vocabulary falls back to the first draft. */
export function parseDraft(stored: string | null): Draft {
  try {
    const draft: Draft = {
      ...firstDraft,
      ...keepKnown(JSON.parse(stored ?? '{}') as Record<string, unknown>),
    }
    const stack = Object.fromEntries(
      areas.flatMap((area) => (typeof draft.stack[area] === 'number' ? [[area, draft.stack[area]]] : [])),
    )
    return {
      ...draft,
      stack,
      role: roles.includes(draft.role) ? draft.role : firstDraft.role,
      direction: isDirection(draft.direction) ? draft.direction : '',
    }
  } catch {
    return firstDraft
  }
}
