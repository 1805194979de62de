import { rawCutOf } from '../form/raw-cut.ts'
import type { BlueprintDomain, FormItem } from '../form/types.ts'
import { keyOf, scoreResponse } from '../item/score-response.ts'
import type { Response } from '../item/types.ts'
import { type Instant, toIso } from '../kernel/instant.ts'
import { estimateByTwoLines, type ScaledEstimate } from '../measurement/two-line-scale.ts'
import type {
  Attempt,
  AttemptMode,
  ClosingReason,
  DomainBand,
  DomainResult,
  Feedback,
  RecordedResponse,
  ReviewedItem,
  ScoreReport,
} from './types.ts'

/** Fewest scored items on which a domain, or a whole form, is given more than its counts. */
export const fewestItemsForAnEstimate = 12

/** How and when an attempt closed, and what the candidate had met before it. */
export type Closing = {
  readonly at: Instant
  readonly by: ClosingReason
  /** Item ids that stood on earlier attempts of the same candidate. */
  readonly seenBefore: ReadonlySet<string>
}

type Scored = {
  readonly place: FormItem
  readonly recorded: RecordedResponse | undefined
  readonly correct: boolean
}

/**
 * What a candidate may be told about a position once it is answered or closed: the key, and why for every option.
 * @example feedbackOn(place, null).correct // false
 */
export function feedbackOn(place: FormItem, response: Response | null): Feedback {
  const { item, optionOrder, optionIds } = place
  return {
    correct: scoreResponse(place, response).correct,
    key: keyOf(place),
    rationales: optionOrder.map((index, presented) => ({
      optionId: optionIds[presented] ?? '',
      text: item.options[index]?.rationale ?? '',
      inKey:
        item.kind === 'matching'
          ? item.prompts.some((prompt) => prompt.option === index)
          : Boolean(item.options[index]?.key),
    })),
    references: item.references,
  }
}

const countCorrect = (entries: readonly Scored[]): number => entries.filter((entry) => entry.correct).length

/** At or above the sum of the domain's Angoff values: what a minimally qualified candidate would be expected to score. */
function bandOf(entries: readonly Scored[]): DomainBand {
  if (entries.length < fewestItemsForAnEstimate) return 'too few items'
  const expected = entries.reduce((sum, { place }) => sum + place.item.angoff, 0)
  return countCorrect(entries) >= expected ? 'meets competencies' : 'needs improvement'
}

function domainResult(domain: BlueprintDomain, scored: readonly Scored[]): DomainResult {
  const entries = scored.filter(({ place }) => place.item.domain === domain.number)
  const { number, name, weightPercent } = domain
  return {
    number,
    name,
    weightPercent,
    correct: countCorrect(entries),
    scored: entries.length,
    band: bandOf(entries),
  }
}

const reviewedItem = ({ place, recorded }: Scored, seenBefore: ReadonlySet<string>): ReviewedItem => ({
  position: place.position,
  itemId: place.item.id,
  kind: place.item.kind,
  domain: place.item.domain,
  task: place.item.task,
  scored: place.scored,
  response: recorded?.response ?? null,
  flagged: recorded?.flagged ?? false,
  feedback: feedbackOn(place, recorded?.response ?? null),
  origin: place.item.origin,
  seenBefore: seenBefore.has(place.item.id),
})

const unscaled: Partial<Record<AttemptMode, string>> = {
  study:
    'No scaled score: in study mode the key is shown after each item, so counts are all that can be said.',
}

const tooShort = `No scaled score: fewer than ${fewestItemsForAnEstimate} scored items say too little; the counts are facts.`

const approximate =
  "Scaled score on Cairn's own forms, not the vendor's scale: an approximation by two straight lines through the form's " +
  'Angoff cut, with a 95 % binomial interval.'

type Scaling = {
  readonly estimate: ScaledEstimate | null
  readonly rawCut: number | null
  readonly scale: string
}

function scaleOf(attempt: Attempt, correct: number, scored: readonly Scored[]): Scaling {
  const nothing = unscaled[attempt.mode] ?? (scored.length < fewestItemsForAnEstimate ? tooShort : undefined)
  if (nothing !== undefined) return { estimate: null, rawCut: null, scale: nothing }
  const rawCut = rawCutOf(attempt.form)
  const { cutScore } = attempt.form.blueprint
  return {
    estimate: estimateByTwoLines(correct, { maximum: scored.length, rawCut, cutScore }),
    rawCut,
    scale: approximate,
  }
}

function decide(attempt: Attempt, estimate: ScaledEstimate | null): ScoreReport['decision'] {
  if (attempt.form.purpose !== 'programme' || attempt.mode !== 'exam' || estimate === null) return null
  return estimate.score >= attempt.form.blueprint.cutScore ? 'pass' : 'fail'
}

function scoreAll(attempt: Attempt, responses: readonly RecordedResponse[]): readonly Scored[] {
  const byPosition = new Map(responses.map((recorded) => [recorded.position, recorded]))
  return attempt.form.items.map((place) => {
    const recorded = byPosition.get(place.position)
    return { place, recorded, correct: scoreResponse(place, recorded?.response ?? null).correct }
  })
}

/**
 * The score report of an attempt: a pure function of the stored form, the recorded responses and the closing.
 * Pretest items count nowhere but in the review. A practice report carries no decision.
 *
 * @param responses the latest recorded response of each position; a missing one is not correct
 * @example scoreReport(attempt, [], { at: instant(0), by: 'time-out', seenBefore: new Set() }).rawScore.correct // 0
 */
export function scoreReport(
  attempt: Attempt,
  responses: readonly RecordedResponse[],
  closing: Closing,
): ScoreReport {
  const all = scoreAll(attempt, responses)
  const scored = all.filter(({ place }) => place.scored)
  const correct = countCorrect(scored)
  const { estimate, rawCut, scale } = scaleOf(attempt, correct, scored)
  const { blueprint, purpose } = attempt.form
  return {
    attemptId: attempt.attemptId,
    examCode: attempt.examCode,
    mode: attempt.mode,
    closedAt: toIso(closing.at),
    closedBy: closing.by,
    purpose,
    scaledScore: estimate?.score ?? null,
    scaledScoreSe: estimate?.standardError ?? null,
    scaledScoreLow: estimate?.low ?? null,
    scaledScoreHigh: estimate?.high ?? null,
    cutScore: blueprint.cutScore,
    decision: decide(attempt, estimate),
    rawScore: { correct, scored: scored.length, cut: rawCut },
    unanswered: all.filter(({ recorded }) => (recorded?.response ?? null) === null).length,
    minutesUsed: Math.round((closing.at - attempt.startedAt) / 6_000) / 10,
    domains: blueprint.domains.map((domain) => domainResult(domain, scored)),
    readiness: null,
    scale,
    assumes: blueprint.assumes,
    seenBefore:
      all.filter(({ place }) => closing.seenBefore.has(place.item.id)).length / Math.max(1, all.length),
    items: all.map((entry) => reviewedItem(entry, closing.seenBefore)),
  }
}
