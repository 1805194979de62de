import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { retrievalMetricModel } from './family.ts'
import { type RetrievalScenario, scoreOf } from './solve.ts'

/** Works with the ranks themselves, without lists of results. */
function byRanks({ need, k, relevant, candidates }: RetrievalScenario): string[] {
  const values = candidates.map(({ ranks }) =>
    ranks.reduce((sum, places, query) => {
      const within = places.filter((place) => place <= k).length
      if (need === 'meanReciprocalRank') return sum + 1 / (places[0] ?? Number.POSITIVE_INFINITY)
      return sum + within / (need === 'recallAtK' ? (relevant[query] ?? 1) : k)
    }, 0),
  )
  return [candidates[values.indexOf(Math.max(...values))]?.name ?? '']
}

tryFamily(retrievalMetricModel, { secondRoute: byRanks, golden: [] })

describe('measures of a retriever', () => {
  test('recall at k never falls when k grows', () => {
    const drawn = retrievalMetricModel.sample(seededRandom('growing'), {} as never)
    const values = [1, 2, 3, 4, 5].map((k) =>
      scoreOf(drawn.candidates[0]!, { ...drawn, need: 'recallAtK', k }),
    )
    expect(values).toEqual(values.toSorted((a, b) => a - b))
  })
})
