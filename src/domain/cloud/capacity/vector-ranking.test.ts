import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankByVector, type VectorSearch } from './vector-ranking.ts'

const documents = [
  { id: 'long', vector: [3, 3], attributes: { year: '2024' } },
  { id: 'near', vector: [1, 0.1], attributes: { year: '2025' } },
  { id: 'far', vector: [-1, 0], attributes: { year: '2025' } },
]
const search: VectorSearch = { query: [1, 0], documents, measure: 'cosine', k: 2 }

const idsOf = (given: Partial<VectorSearch>) =>
  rankByVector({ ...search, ...given }).ranked.map(({ id }) => id)

describe('documents by their vectors', () => {
  test('are ranked by direction, by length too, or by distance', () => {
    expect(idsOf({ measure: 'cosine' })).toEqual(['near', 'long'])
    expect(idsOf({ measure: 'dot' })).toEqual(['long', 'near'])
    expect(idsOf({ measure: 'euclidean' })).toEqual(['near', 'far'])
  })

  test('have the scores of the definitions', () => {
    expect(rankByVector({ ...search, k: 1 }).ranked[0]?.score).toBeCloseTo(1 / Math.sqrt(1.01), 12)
    expect(rankByVector({ ...search, measure: 'dot', k: 1 }).ranked[0]?.score).toBe(3)
    expect(rankByVector({ ...search, measure: 'euclidean', k: 1 }).ranked[0]?.score).toBeCloseTo(-0.1, 12)
  })

  test('are filtered before the best are taken, unless asked otherwise', () => {
    const filter = { year: '2025' }
    expect(idsOf({ filter })).toEqual(['near', 'far'])
    expect(idsOf({ filter, filterWhen: 'after' })).toEqual(['near'])
    expect(idsOf({ filter: { year: '1999' } })).toEqual([])
  })

  test('of equal score stand by id', () => {
    const twins = [
      { id: 'b', vector: [2, 0] },
      { id: 'a', vector: [1, 0] },
    ]
    expect(idsOf({ documents: twins })).toEqual(['a', 'b'])
  })

  test('that cannot be compared are refused', () => {
    expect(() => idsOf({ query: [1] })).toThrow(/The vector of long has 2 numbers, the query 1/)
    expect(() => idsOf({ query: [0, 0] })).toThrow(/no direction/)
    expect(() => idsOf({ k: 0 })).toThrow(/k/)
  })

  test('of length 1 are ranked alike by cosine, dot product and distance', () => {
    const angle = fc.integer({ min: 0, max: 3599 }).map((tenths) => (tenths / 1800) * Math.PI)
    const vectorAt = (radians: number) => [Math.cos(radians), Math.sin(radians)]
    fc.assert(
      fc.property(angle, fc.uniqueArray(angle, { minLength: 2, maxLength: 6 }), (query, angles) => {
        const distances = angles.map((one) => Math.cos(one - query))
        fc.pre(
          distances.every((one, index) =>
            distances.every((other, place) => place === index || Math.abs(one - other) > 1e-9),
          ),
        )
        const list = angles.map((one, index) => ({ id: `d${index}`, vector: vectorAt(one) }))
        const ranked = (measure: VectorSearch['measure']) =>
          rankByVector({ query: vectorAt(query), documents: list, measure, k: list.length }).ranked.map(
            ({ id }) => id,
          )
        expect(ranked('dot')).toEqual(ranked('cosine'))
        expect(ranked('euclidean')).toEqual(ranked('cosine'))
      }),
    )
  })
})
