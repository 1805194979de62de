import type { Problem } from './client.ts'

type Missing = {
  readonly domain?: number
  readonly task?: string
  readonly needed: number
  readonly available: number
}

const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' && value !== null && 'needed' in value && 'available' in value

const placeOf = ({ domain, task }: Missing): string =>
  task !== undefined ? `Task ${task}` : domain !== undefined ? `Domain ${domain}` : 'The pool'

/** The message of a fault of a profile, or of a request's field. */
function faultText(fault: unknown): readonly string[] {
  const { message, problem } = Object(fault) as Readonly<Record<string, unknown>>
  const text = message ?? problem
  return typeof text === 'string' ? [text] : []
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What a problem's own facts say beyond its next step, a line each. */
export function factLines({ facts }: Problem): readonly string[] {
  const missing = listOf(facts.missing).filter(isMissing)
  const faults = typeof facts.message === 'string' ? [] : listOf(facts.problems)
  return [
    ...missing.map((line) => `${placeOf(line)} needs ${line.needed} items and has ${line.available}.`),
    ...faults.flatMap(faultText),
  ]
}

/** Next steps for codes whose detail speaks to whoever calls the API, not to whoever reads the page. */
const nextSteps: Readonly<Record<string, string>> = {
  'attempt-unknown': 'It may have been deleted. History lists the attempts of this installation.',
  'certification-unknown': 'The programme page lists all of them, retired ones too.',
  'exam-unknown': 'The exams page lists what can be sat here.',
  'pool-too-small': 'Ask for fewer items, or for more domains.',
  'request-invalid': 'Correct what is named below, then try again.',
  'saved-route-unknown': 'It may have been deleted. The route page lists those that are saved.',
}

/** What to do next about a problem, in words for a page. */
export function nextStepOf({ code, detail, facts }: Problem): string {
  if (typeof facts.message === 'string') return facts.message
  return nextSteps[code] ?? detail
}
