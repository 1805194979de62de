import { describe, expect, test } from 'vitest'
import { tryFamily } from '../family-kit.fixture.ts'
import { retrievalMetricModel } from './family.ts'
import { foundBy, type RetrieverNeed, type RetrieverState, scoreOf } from './solve.ts'

/** Counts right passages among those passed on. */
function byCounting(state: RetrieverState, { metric, least }: RetrieverNeed): boolean {
  const right = (passages: RetrieverState['passages']): number =>
    passages.filter(({ fits, current }) => fits && current).length
  const whole = metric === 'recallAtK' ? right(state.passages) : state.results
  return right(foundBy(state).slice(0, state.results)) >= least * whole
}

tryFamily(retrievalMetricModel, {
  secondRoute: ({ deeds, need }) =>
    deeds.filter(({ state }) => byCounting(state, need)).map(({ means }) => means),
  golden: [],
})

describe('measures of a retriever', () => {
  test('recall at k never falls when more results are passed on', () => {
    const passages = [0.9, 0.8, 0.7, 0.6].map((near, index) => ({
      ...{ near, words: false, fits: index % 2 === 1, current: true },
    }))
    const values = [1, 2, 3, 4].map((results) => scoreOf({ passages, results }, 'recallAtK'))
    expect(values).toEqual([0, 0.5, 0.5, 1])
  })
})
