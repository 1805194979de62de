import type { IamCase } from '../../cloud/iam/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { Answer, Answers, RenderedOption } from '../types.ts'
import { isAllowed } from './ask.ts'

/** A request that can be chosen: words that stand as an option, why it ends as it does, and the case for the model. */
export type Candidate = {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly asked: IamCase
}

/** A scenario whose options are requests. */
export type CandidateScenario = { readonly candidates: readonly Candidate[] }

/** Candidates in random order, named `a`, `b`, `c`, … @example named([], seededRandom('1')) // [] */
export const named = (
  candidates: readonly Omit<Candidate, 'id'>[],
  random: SeededRandom,
): readonly Candidate[] =>
  shuffle(candidates, random).map((candidate, index) => ({ ...candidate, id: 'abcdefgh'[index] ?? '' }))

/** What a belief makes of a case. */
export type Ablation = (asked: IamCase) => IamCase

/** Candidates that are allowed when their cases are seen through a belief. @example allowedUnder((asked) => asked)({ candidates: [] }) // [] */
export const allowedUnder =
  (ablate: Ablation) =>
  ({ candidates }: CandidateScenario): Answers =>
    candidates.filter(({ asked }) => isAllowed(ablate(asked))).map(({ id }) => id)

/** Candidates that are denied when their cases are seen through a belief. @example deniedUnder((asked) => asked)({ candidates: [] }) // [] */
export const deniedUnder =
  (ablate: Ablation) =>
  ({ candidates }: CandidateScenario): Answers =>
    candidates.filter(({ asked }) => !isAllowed(ablate(asked))).map(({ id }) => id)

/** The case as it is. */
export const asItIs: Ablation = (asked) => asked

/** Words of a candidate as an option. @throws RangeError for an answer that is no candidate */
export function optionFor({ candidates }: CandidateScenario, answer: Answer): RenderedOption {
  const candidate = candidates.find(({ id }) => id === answer)
  if (candidate === undefined) throw new RangeError(`There is no candidate ${answer}.`)
  return { text: candidate.text, rationale: candidate.why }
}
