import {
  type RetrievalMetrics,
  type RetrievalRun,
  retrievalMetrics,
} from '../../cloud/capacity/retrieval-metrics.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** What is tried: the names of changes to a retriever. */
export type ChangeName = 'present' | 'hybrid' | 'rerank' | 'chunks' | 'embedding' | 'filter'

/** A configuration with the ranks, for each question, at which it returned relevant passages. */
export type Candidate = { readonly name: ChangeName; readonly ranks: readonly (readonly number[])[] }

/** The measure that the need of the users comes down to. */
export type Need = 'recallAtK' | 'precisionAtK' | 'meanReciprocalRank'

/** Configurations that answered the same questions with lists of `length` passages; `relevant` counts those that matter. */
export type RetrievalScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  readonly need: Need
  readonly k: number
  readonly length: number
  readonly relevant: readonly number[]
  readonly candidates: readonly Candidate[]
}

/** The lists of a candidate: relevant passages at their ranks, others between them, missing ones behind the end. */
function runOf({ ranks }: Candidate, { k, length, relevant }: RetrievalScenario): RetrievalRun {
  const queries = ranks.map((places, query) => ({
    ranked: Array.from({ length }, (_, index) => {
      const found = places.indexOf(index + 1)
      return found < 0 ? `other ${index}` : `relevant ${found}`
    }),
    relevant: Array.from({ length: relevant[query] ?? 0 }, (_, index) => `relevant ${index}`),
  }))
  return { k, queries }
}

type Measure = (candidate: Candidate, scenario: RetrievalScenario) => number

const by =
  (metric: keyof RetrievalMetrics): Measure =>
  (candidate, scenario) =>
    retrievalMetrics(runOf(candidate, scenario))[metric] ?? 0

/** The measure of the need, 0 to 1. */
export const scoreOf: Measure = (candidate, scenario) => by(scenario.need)(candidate, scenario)

const best =
  (measure: Measure) =>
  (scenario: RetrievalScenario): Answers => {
    const [first] = scenario.candidates.toSorted(
      (left, right) => measure(right, scenario) - measure(left, scenario),
    )
    return first === undefined ? [] : [first.name]
  }

/** The configuration with the highest value of the measure that the need asks for. */
export const solveRetrieval = best(scoreOf)

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Beliefs about what a list of results is worth. */
export const retrievalMisconceptions: readonly Misconception<RetrievalScenario>[] = [
  {
    id: 'precision-for-recall',
    statement:
      'The share of relevant results among those shown and the share of relevant passages that are shown tell the same.',
    solve: (scenario) => best(by(scenario.need === 'precisionAtK' ? 'recallAtK' : 'precisionAtK'))(scenario),
  },
  {
    id: 'hit-rate-instead',
    statement: 'A question counts fully when one relevant passage is among its results.',
    solve: best(
      (candidate, scenario) =>
        by('hitRateAtK')(candidate, scenario) + by('meanReciprocalRank')(candidate, scenario) / 100,
    ),
  },
  {
    id: 'rank-or-recall',
    statement:
      'The rank of the first hit and the number of hits tell the same, since both reward relevant results.',
    solve: (scenario) =>
      best(by(scenario.need === 'meanReciprocalRank' ? 'recallAtK' : 'meanReciprocalRank'))(scenario),
  },
  {
    id: 'cutoff-ignored',
    statement: 'Every relevant result in the list counts, wherever it stands.',
    solve: best((candidate, scenario) => by('recallAtK')(candidate, { ...scenario, k: scenario.length })),
  },
  {
    id: 'first-place-alone',
    statement: 'The retriever that most often has a relevant passage in the first place is the best one.',
    solve: best(
      (candidate, scenario) =>
        by('hitRateAtK')(candidate, { ...scenario, k: 1 }) - total(candidate.ranks.flat()) / 1000,
    ),
  },
  {
    id: 'mean-of-ranks',
    statement: 'The lowest mean rank of the relevant results marks the best retriever.',
    solve: best(({ ranks }) => -total(ranks.flat()) / Math.max(1, ranks.flat().length)),
  },
]

/** How much better the best configuration must be than the second, so that rounding decides nothing. */
const margin = 0.05

/** Whether one configuration is clearly best by the need. */
export function isClear(scenario: RetrievalScenario): boolean {
  const [first = 0, second = 0] = scenario.candidates
    .map((candidate) => scoreOf(candidate, scenario))
    .toSorted((left, right) => right - left)
  return first - second > margin && first < 1
}
