import { aNumber, aText, aWord, listOf, mapOf, optional, record, type Shape } from '../shape.ts'
import { requireWhole } from './require-number.ts'

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
