import { retrievalMetrics } from '../../cloud/capacity/retrieval-metrics.ts'
import { type DeedScenario, judging, type Trust } from '../parts/deeds.ts'

/** A passage as a search sees it: how near its vector is, 0 to 1, whether it has the words of the question, whether its content fits, and whether it is in force. */
export type Passage = {
  readonly near: number
  readonly words: boolean
  readonly fits: boolean
  readonly current: boolean
}

/** A retriever over passages: how many it passes on, and what it does beside the vector search. */
export type RetrieverState = {
  readonly passages: readonly Passage[]
  readonly results: number
  readonly hybrid?: boolean
  readonly rerank?: boolean
  readonly filter?: boolean
}

/** What share of the right passages has to be passed on, or what share of those passed on has to be right. */
export type RetrieverNeed = { readonly metric: 'recallAtK' | 'precisionAtK'; readonly least: number }

/** A situation of a knowledge base. */
export type RetrieverScenario = DeedScenario<RetrieverState, RetrieverNeed>

/** What common words add to the score of a passage in hybrid search, and how many passages are reranked. */
const wordBonus = 0.3
const rerankedMost = 20

const isRight = ({ fits, current }: Passage): boolean => fits && current

/** Passages in the order in which a retriever finds them. */
export function foundBy({ passages, hybrid, rerank, filter }: RetrieverState): readonly Passage[] {
  const score = ({ near, words }: Passage): number => near + (hybrid && words ? wordBonus : 0)
  const found = passages
    .filter(({ current }) => !filter || current)
    .toSorted((left, right) => score(right) - score(left))
  if (!rerank) return found
  const first = found.slice(0, rerankedMost).toSorted((left, right) => Number(right.fits) - Number(left.fits))
  return [...first, ...found.slice(rerankedMost)]
}

/** A measure of what a retriever passes on, 0 to 1. */
export function scoreOf(state: RetrieverState, metric: RetrieverNeed['metric']): number {
  const name = (passage: Passage): string => `passage ${state.passages.indexOf(passage)}`
  const query = {
    ranked: foundBy(state).map(name),
    relevant: state.passages.filter(isRight).map(name),
  }
  return retrievalMetrics({ k: state.results, queries: [query] })[metric] ?? 0
}

/** Deeds after which the measure is high enough. */
export const judgeRetriever = judging<RetrieverState, RetrieverNeed>(
  (state, { metric, least }) => scoreOf(state, metric) >= least,
)

/** Beliefs about what brings the right passages to a model. */
export const retrieverTrusts: readonly Trust[] = [
  {
    id: 'temperature-finds',
    statement: 'A lower temperature of the model makes it find the right passages.',
    means: 'temperature',
  },
  {
    id: 'larger-model-finds',
    statement: 'A larger model answers correctly from passages that do not hold the answer.',
    means: 'model',
  },
  {
    id: 'more-is-better',
    statement: 'More search results bring any passage that is missing, and do no harm.',
    means: 'results',
  },
  {
    id: 'reranking-finds',
    statement:
      'A reranking model finds passages that the search did not return, and knows which are in force.',
    means: 'rerank',
  },
  {
    id: 'hybrid-for-all',
    statement: 'Hybrid search corrects whatever is wrong with the order of results.',
    means: 'hybrid',
  },
  {
    id: 'filter-for-all',
    statement: 'A metadata filter brings forward passages that stand too far down.',
    means: 'filter',
  },
]
