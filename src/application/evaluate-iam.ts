import { decideRequest } from '../domain/cloud/iam/decide.ts'
import { readCase } from '../domain/cloud/iam/read-case.ts'
import { compileSituation } from '../domain/cloud/iam/situation.ts'
import type { ActionCatalogue, IamDecision, PolicyFinding } from '../domain/cloud/iam/types.ts'

/** The answer to one case: a decision with what can never match in its documents, or why there is none. */
export type IamAnswer =
  | (IamDecision & { readonly id?: string | number; readonly warnings?: readonly PolicyFinding[] })
  | {
      readonly id?: string | number
      readonly invalid: string
      readonly findings?: readonly PolicyFinding[]
    }

type Identified = { readonly id?: string | number }

function identify(value: unknown): Identified {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? { id } : {}
}

const nameIgnored = (at: string): PolicyFinding => ({
  level: 'warning',
  at,
  text: 'is not a member of a case and was ignored',
})

const describe = ({ at, text }: PolicyFinding): string => `${at}: ${text}`

function evaluateCase(value: unknown, catalogue: ActionCatalogue | undefined): IamAnswer {
  const identified = identify(value)
  const read = readCase(value)
  if (!read.ok) return { ...identified, invalid: read.error.faults.join('; ') }
  const { case: asked, ignored } = read.value
  const situation = compileSituation(asked)
  if (!situation.ok) {
    const { findings } = situation.error
    const errors = findings.filter(({ level }) => level === 'error')
    return { ...identified, invalid: errors.map(describe).join('; '), findings }
  }
  const decided = decideRequest(situation.value, asked, catalogue)
  if (!decided.ok) return { ...identified, invalid: decided.error.text }
  const warnings = [...ignored.map(nameIgnored), ...situation.value.warnings]
  return { ...identified, ...decided.value, ...(warnings.length === 0 ? {} : { warnings }) }
}

/** The cases of an input: a list, an object with `cases`, or one case. */
function casesOf(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) return input
  if (typeof input === 'object' && input !== null && 'cases' in input && Array.isArray(input.cases))
    return input.cases
  return [input]
}

/**
 * Evaluates cases of IAM: one answer per case, in order; a case that cannot be decided gives its reason and stops no other.
 */
export const evaluateIam = (input: unknown, catalogue?: ActionCatalogue): readonly IamAnswer[] =>
  casesOf(input).map((value) => evaluateCase(value, catalogue))
