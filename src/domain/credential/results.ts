import type { Alignment } from './award.ts'

/** Kinds of result in the vocabulary of Open Badges 3.0 that are used here. */
export type ResultType = 'ScaledScore' | 'RawScore' | 'Percent'

/** One figure that an achievement may come with, and the range in which it lies. `id` is a URI. */
export type ResultDescription = {
  readonly id: string
  readonly name: string
  readonly resultType: ResultType
  readonly valueMin: number
  readonly valueMax: number
  /** Least value that the achievement asks for; null where it asks for none. */
  readonly requiredValue: number | null
  readonly alignment: Alignment | null
}

/** The figure that one person reached, under the description it belongs to. */
export type AchievedResult = { readonly resultDescription: string; readonly value: number }

/** Counts of one content domain of an exam. */
export type DomainCounts = {
  readonly number: number
  readonly name: string
  readonly correct: number
  readonly scored: number
}

/** The exam guide that a form follows. `url` null where no address is known. */
export type ExamGuide = { readonly examCode: string; readonly url: string | null; readonly owner: string }

/** Makes the URI of a thing that has a name within its achievement; the same name gives the same URI. */
export type UriOf = (name: string) => string

const lowestScaled = 100
const highestScaled = 1000

/** The framework that the results of an exam are aligned to, named as what it is: a guide of its owner. */
const frameworkOf = ({ examCode, owner }: ExamGuide): string => `Exam guide ${examCode} of ${owner}`

/**
 * The alignment to an exam guide as a whole; null where the guide has no known address.
 * @example alignmentToGuide({ examCode: 'X-1', url: null, owner: 'Vendor' }) // null
 */
export function alignmentToGuide(guide: ExamGuide): Alignment | null {
  if (guide.url === null) return null
  const targetFramework = frameworkOf(guide)
  return { targetName: targetFramework, targetUrl: guide.url, targetFramework, targetCode: guide.examCode }
}

/** The alignment to one content domain of an exam guide; null where the guide has no known address. */
export function alignmentToDomain(
  guide: ExamGuide,
  { number, name }: Pick<DomainCounts, 'number' | 'name'>,
): Alignment | null {
  if (guide.url === null) return null
  return {
    targetName: `Domain ${number}: ${name}`,
    targetUrl: guide.url,
    targetFramework: frameworkOf(guide),
    targetCode: `${guide.examCode} domain ${number}`,
  }
}

/**
 * Describes the results of an exam: the scaled score, then the count of each content domain with an item on the form.
 * A readiness record asks for no value; a programme's credential asks for the cut score.
 */
export function describeResults(
  guide: ExamGuide,
  domains: readonly DomainCounts[],
  options: { readonly uriOf: UriOf; readonly requiredScore: number | null },
): readonly ResultDescription[] {
  const { uriOf, requiredScore } = options
  const score: ResultDescription = {
    id: uriOf('scaled score'),
    name: 'Scaled score',
    resultType: 'ScaledScore',
    valueMin: lowestScaled,
    valueMax: highestScaled,
    requiredValue: requiredScore,
    alignment: null,
  }
  const counts = domains
    .filter(({ scored }) => scored > 0)
    .map(
      (domain): ResultDescription => ({
        id: uriOf(`domain ${domain.number} of ${domain.scored}`),
        name: `Domain ${domain.number}, ${domain.name}: scored items correct`,
        resultType: 'RawScore',
        valueMin: 0,
        valueMax: domain.scored,
        requiredValue: null,
        alignment: alignmentToDomain(guide, domain),
      }),
    )
  return [score, ...counts]
}

/**
 * The results of an exam, in the order of their descriptions; the scaled score is left out where there is none.
 *
 * @param scaledScore 100 to 1000, null where the form was too short for one
 */
export function resultsOf(
  scaledScore: number | null,
  domains: readonly DomainCounts[],
  uriOf: UriOf,
): readonly AchievedResult[] {
  const score = scaledScore === null ? [] : [{ resultDescription: uriOf('scaled score'), value: scaledScore }]
  const counts = domains
    .filter(({ scored }) => scored > 0)
    .map(({ number, scored, correct }) => ({
      resultDescription: uriOf(`domain ${number} of ${scored}`),
      value: correct,
    }))
  return [...score, ...counts]
}
