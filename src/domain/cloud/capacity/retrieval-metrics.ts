import { aNumber, aText, listOf, record, type Shape } from '../shape.ts'
import { requireWhole } from './require-number.ts'

/** Answers of a retriever: for each query the ids it ranked, best first, and the ids that are relevant. */
export type RetrievalRun = {
  readonly k: number
  readonly queries: readonly { readonly ranked: readonly string[]; readonly relevant: readonly string[] }[]
}

/** Means over the queries, 0 to 1; queries without relevant documents are left out, and null says that none is left. */
export type RetrievalMetrics = {
  readonly recallAtK: number | null
  readonly precisionAtK: number | null
  readonly hitRateAtK: number | null
  readonly meanReciprocalRank: number | null
}

/** The form of a run. */
export const retrievalRunShape: Shape<RetrievalRun> = record<RetrievalRun>({
  k: aNumber,
  queries: listOf(
    record<RetrievalRun['queries'][number]>({ ranked: listOf(aText), relevant: listOf(aText) }),
    1,
  ),
})

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Recall@k (relevant among the first k / relevant), precision@k (relevant among the first k / k), the share of queries
 * with a hit among the first k, and the mean reciprocal rank of the first hit anywhere (0 without one).
 *
 * @throws RangeError when k is not a whole number above 0
 * @see Manning, Raghavan, Schütze (2008), Introduction to information retrieval, chapter 8; Voorhees (1999), The TREC-8
 * question answering track report (reciprocal rank)
 * @example retrievalMetrics({ k: 1, queries: [{ ranked: ['b', 'a'], relevant: ['a'] }] }).meanReciprocalRank // 0.5
 */
export function retrievalMetrics({ k, queries }: RetrievalRun): RetrievalMetrics {
  requireWhole('k', k, 1)
  const judged = queries
    .map(({ ranked, relevant }) => ({ ranked: [...new Set(ranked)], relevant: new Set(relevant) }))
    .filter(({ relevant }) => relevant.size > 0)
    .map(({ ranked, relevant }) => {
      const hits = ranked.slice(0, k).filter((id) => relevant.has(id)).length
      const first = ranked.findIndex((id) => relevant.has(id))
      return { hits, relevant: relevant.size, reciprocal: first === -1 ? 0 : 1 / (first + 1) }
    })
  return {
    recallAtK: mean(judged.map(({ hits, relevant }) => hits / relevant)),
    precisionAtK: mean(judged.map(({ hits }) => hits / k)),
    hitRateAtK: mean(judged.map(({ hits }) => Number(hits > 0))),
    meanReciprocalRank: mean(judged.map(({ reciprocal }) => reciprocal)),
  }
}
