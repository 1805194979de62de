import { matchCase } from '../domain/cloud/events/match-case.ts'
import { casesOf, type Identified, identify } from './cloud-cases.ts'

/** The answer to one case: whether it matches, or why the service would not accept it. */
export type MatchAnswer = Identified & ({ readonly match: boolean } | { readonly invalid: string })

function answer(asked: unknown): MatchAnswer {
  const matched = matchCase(asked)
  return { ...identify(asked), ...(matched.ok ? { match: matched.value } : { invalid: matched.error.text }) }
}

/** Matches events against patterns, and messages against filter policies: one answer per case, in order. */
export const matchEvents = (input: unknown): readonly MatchAnswer[] => casesOf(input).map(answer)
