import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type RetrievalScenario, retrievalMetricModel } from './family.ts'

/** Walks down each ranking with a finger on every document. */
function byHand({ asks, run: { k, queries } }: RetrievalScenario): number[] {
  let sum = 0
  for (const { ranked, relevant } of queries) {
    let found = 0
    let first = 0
    for (const [index, id] of ranked.entries()) {
      if (!relevant.includes(id)) continue
      if (index < k) found++
      if (first === 0) first = index + 1
    }
    sum += asks === 'meanReciprocalRank' ? 1 / first : found / (asks === 'recallAtK' ? relevant.length : k)
  }
  return [Number((sum / queries.length).toFixed(2))]
}

tryFamily(retrievalMetricModel, { secondRoute: byHand, golden: [] })

describe('measures of a retriever', () => {
  test('recall at k never falls when k grows', () => {
    const scenario = {
      ...retrievalMetricModel.sample(seededRandom('growing'), {} as never),
      asks: 'recallAtK' as const,
    }
    const values = [1, 2, 3, 4, 5].map((k) =>
      Number(retrievalMetricModel.solve({ ...scenario, run: { ...scenario.run, k } }, {} as never)[0]),
    )
    expect(values).toEqual(values.toSorted((a, b) => a - b))
  })
})
