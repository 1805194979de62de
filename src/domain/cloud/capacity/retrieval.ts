import { aNumber, aText, aWord, listOf, mapOf, optional, record, type Shape } from '../shape.ts'
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

/** A document: its vector, and attributes that a filter can ask about. */
export type VectorDocument = {
  readonly id: string
  readonly vector: readonly number[]
  readonly attributes?: Readonly<Record<string, string>>
}

/**
 * A search by vectors: the k best by cosine, dot product or Euclidean distance. A filter keeps documents with these
 * attributes, `before` the k best are taken (when absent) or `after`, which can leave fewer than k.
 */
export type VectorSearch = {
  readonly query: readonly number[]
  readonly documents: readonly VectorDocument[]
  readonly measure: 'cosine' | 'dot' | 'euclidean'
  readonly k: number
  readonly filter?: Readonly<Record<string, string>>
  readonly filterWhen?: 'before' | 'after'
}

/** Documents, best first; of equals the one with the smaller id. `score` grows with likeness; a distance counts negative. */
export type VectorRanking = { readonly ranked: readonly { readonly id: string; readonly score: number }[] }

/** The form of a search. */
export const vectorSearchShape: Shape<VectorSearch> = record<VectorSearch>({
  query: listOf(aNumber, 1),
  documents: listOf(
    record<VectorDocument>({ id: aText, vector: listOf(aNumber, 1), attributes: optional(mapOf(aText)) }),
  ),
  measure: aWord('cosine', 'dot', 'euclidean'),
  k: aNumber,
  filter: optional(mapOf(aText)),
  filterWhen: optional(aWord('before', 'after')),
})

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, index) => sum + value * right[index]!, 0)

const length = (vector: readonly number[]): number => Math.sqrt(dot(vector, vector))

const measures: Readonly<
  Record<VectorSearch['measure'], (query: readonly number[], vector: readonly number[]) => number>
> = {
  dot,
  cosine: (query, vector) => {
    const lengths = length(query) * length(vector)
    if (lengths === 0) throw new RangeError('A vector of zeros has no direction, so no cosine.')
    return dot(query, vector) / lengths
  },
  euclidean: (query, vector) => -length(query.map((value, index) => value - vector[index]!)),
}

/**
 * Ranks documents by vectors: cosine q.d / (|q| |d|), dot product q.d, or -|q - d|.
 *
 * @throws RangeError for vectors of different lengths, a cosine of zeros, or a k that is no whole number above 0
 * @see Manning, Raghavan, Schütze (2008), Introduction to information retrieval, section 6.3
 * @example rankByVector({ query: [1], documents: [{ id: 'a', vector: [2] }], measure: 'dot', k: 1 }).ranked[0]?.score // 2
 */
export function rankByVector(search: VectorSearch): VectorRanking {
  const { query, documents, measure, filter = {}, filterWhen = 'before' } = search
  const k = requireWhole('k', search.k, 1)
  const odd = documents.find(({ vector }) => vector.length !== query.length)
  if (odd !== undefined)
    throw new RangeError(
      `The vector of ${odd.id} has ${odd.vector.length} numbers, the query ${query.length}.`,
    )
  const keeps = ({ attributes = {} }: VectorDocument): boolean =>
    Object.entries(filter).every(([name, value]) => attributes[name] === value)
  const pool = filterWhen === 'before' ? documents.filter(keeps) : documents
  const best = pool
    .map((document) => ({ document, score: measures[measure](query, document.vector) }))
    .sort((left, right) => right.score - left.score || (left.document.id < right.document.id ? -1 : 1))
    .slice(0, k)
  return {
    ranked: best
      .filter(({ document }) => filterWhen === 'before' || keeps(document))
      .map(({ document, score }) => ({ id: document.id, score })),
  }
}
