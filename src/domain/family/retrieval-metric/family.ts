import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderRetrieval } from './render.ts'
import {
  type Candidate,
  type ChangeName,
  isClear,
  type RetrievalScenario,
  retrievalMisconceptions,
  solveRetrieval,
} from './solve.ts'

/** Passages in a list of results. */
const length = 10
const changes: readonly ChangeName[] = ['hybrid', 'rerank', 'chunks', 'embedding', 'filter']

/** Ranks from which a manner of retrieving finds passages, and how many of a question's `count` it finds. */
type Manner = {
  readonly ranks: readonly number[]
  readonly found: (random: SeededRandom, count: number) => number
}

/** Manners that differ in what they are good at, so that measures disagree about them. */
const manners: readonly Manner[] = [
  { ranks: [1, 1, 2, 7, 8, 9, 10], found: (random) => between(random, 1, 2) },
  { ranks: [4, 5, 6, 7, 8, 9, 10], found: (_, count) => count },
  { ranks: [2, 3, 4, 5, 6], found: (random, count) => Math.min(count, between(random, 2, 3)) },
  { ranks: [1, 2, 3], found: () => 1 },
  { ranks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], found: (random, count) => between(random, 1, count) },
  { ranks: [1, 3, 4, 6, 8, 10], found: (random, count) => Math.max(1, count - between(random, 0, 1)) },
]

function drawCandidate(
  random: SeededRandom,
  name: ChangeName,
  { ranks, found }: Manner,
  relevant: readonly number[],
): Candidate {
  const places = relevant.map((count) => {
    const drawn = new Set(pickSome(random, ranks, found(random, count)).slice(0, count))
    return [...drawn].toSorted((left, right) => left - right)
  })
  return { name, ranks: places }
}

function sample(random: SeededRandom): RetrievalScenario {
  const relevant = Array.from({ length: 3 }, () => between(random, 1, 4))
  const names: readonly ChangeName[] = ['present', ...pickSome(random, changes, 4)]
  const order = pickSome(random, manners, names.length)
  return {
    setting: drawSetting(random),
    rendering: random.integer(4),
    style: random.integer(2),
    need: pick(random, ['recallAtK', 'recallAtK', 'meanReciprocalRank', 'precisionAtK']),
    k: between(random, 3, 5),
    ...{ length, relevant },
    candidates: names.flatMap((name, index) => {
      const manner = order[index]
      return manner === undefined ? [] : [drawCandidate(random, name, manner, relevant)]
    }),
  }
}

/** The retriever that serves a need best, by recall at k, precision at k or mean reciprocal rank. */
export const retrievalMetricModel: FamilyModel<RetrievalScenario> = {
  name: 'retrieval-metric',
  title: 'Recall at k and reciprocal rank of a retriever',
  kind: 'multiple-choice',
  placements: placedIn('AIP-C01 5.1', 'AIF-C01 3.4', 'MLA-C02 2.3'),
  cognitive: 'analyse',
  services: ['bedrock'],
  references: [
    documentation(
      'Evaluate the performance of RAG sources using Amazon Bedrock evaluations',
      'bedrock/latest/userguide/evaluation-kb.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveRetrieval,
  misconceptions: retrievalMisconceptions,
  render: renderRetrieval,
  constraints: isClear,
  features: ({ rendering, need, k }) => ({ rendering, k, rank: Number(need === 'meanReciprocalRank') }),
  angoff: ({ rank = 0, k = 3, rendering }) => 0.64 - 0.08 * rank - 0.02 * (k - 3) + 0.02 * rendering,
}

export const retrievalMetric = familyOf(retrievalMetricModel)
