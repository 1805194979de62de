import { describe, expect, test } from 'vitest'
import { tableReader } from '../adapters/content/read-table.ts'
import { reviewStandard, type StandardReview, type StandardTables } from './review-standard.ts'

const ratings = [
  'judge,round,i1,i2,i3',
  'A,1,0.5,0.9,0.4',
  'B,1,0.7,0.9,0.8',
  'A,2,0.6,0.9,0.5',
  'B,2,0.7,0.9,0.7',
].join('\n')
const scores = 'score,count\n0,10\n1,20\n2,40\n3,30'
const header = 'judge,passRate,lowestCut,highestCut,lowestFailRate,highestFailRate'
const expectations = `${header}\nB,0.8,1,3,0.1,0.8\nA,0.6,1,3,0.1,0.8`

const reviewOf = (tables: Partial<StandardTables>): StandardReview => {
  const reviewed = reviewStandard({ tables: tableReader }, { ratings, ...tables })
  if (!reviewed.ok) throw new Error(reviewed.error.code)
  return reviewed.value
}
const refusalOf = (tables: Partial<StandardTables>): unknown => {
  const reviewed = reviewStandard({ tables: tableReader }, { ratings, ...tables })
  return reviewed.ok ? null : reviewed.error
}

describe('the review of a panel', () => {
  test('gives each round its cut, and its standard error between judges', () => {
    const [first, last] = reviewOf({}).rounds
    expect(first?.cut).toBeCloseTo(2.1, 12)
    // Sums 1.8 and 2.4: the standard error of two judges is half their distance.
    expect(first?.standardError).toBeCloseTo(0.3, 12)
    expect([last?.round, last?.cut]).toEqual([2, expect.closeTo(2.15, 12)])
    expect(last?.standardError).toBeCloseTo(0.15, 12)
  })

  test('gives each judge the own cut, mean and spread', () => {
    const [judge] = reviewOf({}).rounds[0]?.judges ?? []
    expect(judge?.judge).toBe('A')
    expect(judge?.mean).toBeCloseTo(0.6, 12)
    expect(judge?.standardDeviation).toBeCloseTo(Math.sqrt(0.07), 12)
  })

  test('puts the most disputed item first, and none that is agreed on', () => {
    const [first] = reviewOf({}).rounds
    expect(first?.disputed.map(({ item }) => item)).toEqual(['i3', 'i1'])
    expect(first?.disputed[0]).toMatchObject({ lowest: 0.4, highest: 0.8 })
  })

  test('says what a round changed', () => {
    const [first, last] = reviewOf({}).rounds
    expect(first?.change).toBeNull()
    expect(last?.change?.cut).toBeCloseTo(0.05, 12)
    expect(last?.change?.spreadRatio).toBeCloseTo(0.5, 12)
    expect(last?.change?.meanShift).toBeCloseTo(0.05, 12)
  })

  test('has no spread ratio where judges agreed before', () => {
    const agreed = 'judge,round,i1\nA,1,0.5\nB,1,0.5\nA,2,0.4\nB,2,0.6'
    expect(reviewOf({ ratings: agreed }).rounds[1]?.change?.spreadRatio).toBeNull()
  })

  test('a single judge has neither error nor agreement', () => {
    const [round] = reviewOf({ ratings: 'judge,i1,i2\nA,0.5,0.7' }).rounds
    expect(round).toMatchObject({ round: 1, standardError: 0, disputed: [] })
    expect(round?.judges[0]?.agreement).toBeNull()
  })
})

describe('compromises beside a panel', () => {
  test('need scores of candidates', () => {
    expect(reviewOf({}).compromises).toBeNull()
    expect(reviewOf({ expectations }).compromises).toBeNull()
  })

  test('scores alone tell who reaches the cut', () => {
    const { compromises } = reviewOf({ scores })
    expect(compromises).toMatchObject({ candidates: 100, beuk: null, hofstee: null })
    // 70 % reach 2 points and 30 % reach 3; 2.15 lies on the line between.
    expect(compromises?.panel.passRate).toBeCloseTo(0.64, 12)
  })

  test('Beuk lies where the line through the means meets the scores, whatever the order of judges', () => {
    const { beuk } = reviewOf({ scores, expectations }).compromises ?? {}
    // sd(rate) / sd(cut) = 0.2 / 0.3; 0.7 + 2/3 (c - 2.15) = 0.7 - 0.4 (c - 2)
    expect(beuk?.cut).toBeCloseTo((2.15 * (2 / 3) + 0.8) / (2 / 3 + 0.4), 9)
  })

  test('Hofstee lies on both its lines', () => {
    const { hofstee } = reviewOf({ scores, expectations }).compromises ?? {}
    const met = hofstee as { cut: number; passRate: number }
    expect(1 - met.passRate).toBeCloseTo(0.8 - 0.35 * (met.cut - 1), 9)
  })

  test('Hofstee says why it comes to nothing', () => {
    const strict = `${header}\nA,0.6,2.5,3,0.1,0.2\nB,0.8,2.5,3,0.1,0.2`
    expect(reviewOf({ scores, expectations: strict }).compromises?.hofstee).toEqual({
      code: 'hofstee-no-crossing',
      failures: 'too-many',
    })
  })

  test('one kind of expectation is enough', () => {
    const rates = reviewOf({ scores, expectations: 'judge,passRate\nA,0.6\nB,0.8' }).compromises
    expect([rates?.beuk === null, rates?.hofstee]).toEqual([false, null])
  })
})

describe('a table that does not fit is refused at its place', () => {
  test.each([
    ['a rating above 1', { ratings: 'judge,i1\nA,1.2' }, 'ratings', 2],
    ['no judges', { ratings: 'i1\n0.5' }, 'ratings', 1],
    ['scores above the items', { scores: 'score,count\n3,5\n9,5' }, 'scores', 2],
    ['an empty table of scores', { scores: ' ' }, 'scores', 1],
    ['a judge without expectations', { scores, expectations: 'judge,passRate\nA,0.5' }, 'expectations', 1],
    ['an unknown judge', { scores, expectations: 'judge,passRate\nA,0.5\nZ,0.5' }, 'expectations', 3],
    ['a judge who stands twice', { scores, expectations: 'judge,passRate\nA,0.5\nA,0.5' }, 'expectations', 3],
    ['expectations of nothing', { scores, expectations: 'judge,mood\nA,1\nB,1' }, 'expectations', 1],
    ['expectations without names', { scores, expectations: 'passRate\n1' }, 'expectations', 1],
    ['a bound missing', { scores, expectations: 'judge,lowestCut\nA,1\nB,1' }, 'expectations', 1],
    [
      'bounds out of order',
      { scores, expectations: `${header}\nA,0.5,1,3,0,1\nB,0.5,3,1,0,1` },
      'expectations',
      3,
    ],
  ] as const)('%s', (_, tables, file, line) => {
    expect(refusalOf(tables)).toMatchObject({ code: 'table-malformed', file, line })
  })

  test('a judge who misses a round', () => {
    const left = 'judge,round,i1\nA,1,0.5\nB,1,0.5\nA,2,0.5'
    expect(refusalOf({ ratings: left })).toEqual({ code: 'judges-differ', round: 2 })
  })
})
