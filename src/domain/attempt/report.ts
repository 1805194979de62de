import { isAdaptive } from '../form/adaptive-form.ts'
import { countStates, fewestItemsForAnEstimate } from '../form/measure-form.ts'
import type { BlueprintDomain, Form, FormItem } from '../form/types.ts'
import { keyOf, scoreResponse } from '../item/score-response.ts'
import type { Response } from '../item/types.ts'
import { type Instant, toIso } from '../kernel/instant.ts'
import {
  abilityOnForm,
  convertOnForm,
  estimateDomains,
  type FormScore,
  type ScoredPlace,
  scaleOnForm,
  tableOf,
} from './estimate-score.ts'
import { rankTasks } from './rank-tasks.ts'
import { diagnosticOf } from './read-diagnostic.ts'
import { scaleText } from './scale-text.ts'
import type {
  Attempt,
  ClosingReason,
  DomainBand,
  DomainResult,
  Feedback,
  Readiness,
  RecordedResponse,
  ReportMeasurement,
  ReviewedItem,
  ScaledEstimate,
  ScoreReport,
} from './types.ts'

/** How and when an attempt closed, what the candidate had met before it, and what all attempts together predict. */
export type Closing = {
  readonly at: Instant
  readonly by: ClosingReason
  /** Item ids that stood on earlier attempts of the same candidate. */
  readonly seenBefore: ReadonlySet<string>
  /** A fact of the moment, from every attempt of the candidate: no part of the form or its responses. */
  readonly readiness?: Readiness | null
}

type Scored = ScoredPlace & { readonly recorded: RecordedResponse | undefined }

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

function domainResult(
  domain: BlueprintDomain,
  scored: readonly Scored[],
  estimates: ReadonlyMap<number, ScaledEstimate>,
): DomainResult {
  const entries = scored.filter(({ place }) => place.item.domain === domain.number)
  const { number, name, weightPercent } = domain
  return {
    number,
    name,
    weightPercent,
    correct: countCorrect(entries),
    scored: entries.length,
    band: bandOf(entries),
    estimate: estimates.get(number) ?? null,
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

/** True where the mode and the number of scored items allow more than counts. */
const isScaled = ({ mode, form }: Attempt, scored: readonly Scored[]): boolean =>
  mode !== 'study' && form.measurement !== undefined && scored.length >= fewestItemsForAnEstimate

function scoreOf(attempt: Attempt, scored: readonly Scored[]): FormScore | null {
  if (!isScaled(attempt, scored)) return null
  const { form } = attempt
  return isAdaptive(form)
    ? scaleOnForm(form, abilityOnForm(form, scored))
    : convertOnForm(form, countCorrect(scored))
}

function decide(attempt: Attempt, score: FormScore | null): ScoreReport['decision'] {
  if (attempt.form.purpose !== 'programme' || attempt.mode !== 'exam' || score === null) return null
  return score.score >= attempt.form.blueprint.cutScore ? 'pass' : 'fail'
}

function measurementOf({ items, measurement }: Form): ReportMeasurement | undefined {
  if (measurement === undefined) return undefined
  const { version, estimates, conversion, decisions } = measurement
  const { accuracy, consistency, reliability, standardErrorRaw } = decisions ?? {}
  return {
    parametersVersion: version,
    states: countStates(estimates.filter((_, index) => items[index]?.scored)),
    conversionHash: conversion?.hash ?? null,
    decisions:
      accuracy === undefined ||
      consistency === undefined ||
      reliability === undefined ||
      standardErrorRaw === undefined
        ? null
        : { accuracy, consistency, reliability, standardErrorRaw },
  }
}

/** What a report says beside its counts and scores, of a form that was measured. */
function beyondScores(attempt: Attempt, scored: readonly Scored[]): Partial<ScoreReport> {
  const { form } = attempt
  const measurement = measurementOf(form)
  if (measurement === undefined) return {}
  const ability = abilityOnForm(form, scored)
  const diagnostic = isAdaptive(form) ? diagnosticOf(form, scored, ability) : undefined
  return {
    measurement,
    focus: rankTasks(form, scored, ability).slice(0, tasksShown),
    ...(diagnostic === undefined ? {} : { diagnostic }),
  }
}

const tasksShown = 5

function scoreAll(attempt: Attempt, responses: readonly RecordedResponse[]): readonly Scored[] {
  const byPosition = new Map(responses.map((recorded) => [recorded.position, recorded]))
  return attempt.form.items.map((place) => {
    const recorded = byPosition.get(place.position)
    const response = recorded?.response ?? null
    return { place, recorded, correct: scoreResponse(place, response).correct, answered: response !== null }
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
  const score = scoreOf(attempt, scored)
  const rawCut = score === null ? null : (tableOf(attempt.form)?.rawCut ?? null)
  const estimates = isScaled(attempt, scored) ? estimateDomains(attempt.form, scored) : new Map()
  const { blueprint, purpose } = attempt.form
  return {
    attemptId: attempt.attemptId,
    examCode: attempt.examCode,
    mode: attempt.mode,
    closedAt: toIso(closing.at),
    closedBy: closing.by,
    purpose,
    scaledScore: score?.score ?? null,
    scaledScoreSe: score?.standardError ?? null,
    scaledScoreLow: score?.low ?? null,
    scaledScoreHigh: score?.high ?? null,
    cutScore: blueprint.cutScore,
    decision: decide(attempt, score),
    rawScore: { correct, scored: scored.length, cut: rawCut },
    unanswered: all.filter(({ answered }) => !answered).length,
    minutesUsed: Math.round((closing.at - attempt.startedAt) / 6_000) / 10,
    domains: blueprint.domains.map((domain) => domainResult(domain, scored, estimates)),
    readiness: closing.readiness ?? null,
    scale: scaleText(attempt, scored.length),
    assumes: blueprint.assumes,
    seenBefore:
      all.filter(({ place }) => closing.seenBefore.has(place.item.id)).length / Math.max(1, all.length),
    ...beyondScores(attempt, scored),
    items: all.map((entry) => reviewedItem(entry, closing.seenBefore)),
  }
}
