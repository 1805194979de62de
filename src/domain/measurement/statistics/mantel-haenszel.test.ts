import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { responseMatrix } from '../model/response-matrix.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { differentialFunctioning, mantelHaenszel } from './mantel-haenszel.ts'

const table = (
  referenceCorrect: number,
  referenceWrong: number,
  focalCorrect: number,
  focalWrong: number,
) => ({
  referenceCorrect,
  referenceWrong,
  focalCorrect,
  focalWrong,
})

describe('mantelHaenszel', () => {
  test('of one table is its odds ratio with the variance of Woolf', () => {
    const { oddsRatio, low, high } = mantelHaenszel([table(30, 10, 20, 20)])
    expect(oddsRatio).toBeCloseTo(3, 14)
    const error = Math.sqrt(1 / 30 + 1 / 10 + 1 / 20 + 1 / 20)
    expect(low).toBeCloseTo(3 * Math.exp(-1.959963984540054 * error), 12)
    expect(high).toBeCloseTo(3 * Math.exp(1.959963984540054 * error), 12)
  })

  test('is turned round when the groups change places', () => {
    const there = mantelHaenszel([table(30, 10, 20, 20), table(12, 15, 9, 14)])
    const back = mantelHaenszel([table(20, 20, 30, 10), table(9, 14, 12, 15)])
    expect(back.oddsRatio).toBeCloseTo(1 / there.oddsRatio, 13)
    expect(back.delta).toBeCloseTo(-there.delta, 13)
    expect(back.chiSquare).toBeCloseTo(there.chiSquare, 13)
  })

  test.each([
    ['A', [table(60, 40, 55, 45)]],
    ['A', [table(3, 1, 1, 3)]],
    ['B', [table(700, 300, 590, 410)]],
    ['C', [table(800, 200, 500, 500)]],
    ['B', [table(34, 16, 22, 28)]],
  ])('classifies as %s', (expected, tables) => {
    expect(mantelHaenszel(tables).class).toBe(expected)
  })

  test('compares nothing in strata of one person or one group', () => {
    expect(mantelHaenszel([table(1, 0, 0, 0), table(5, 5, 0, 0)])).toMatchObject({
      oddsRatio: Number.NaN,
      class: 'A',
    })
    expect(mantelHaenszel([])).toMatchObject({ chiSquare: Number.NaN, class: 'A' })
  })
})

describe('differentialFunctioning', () => {
  const items = simulateItems({ model: '2pl' }, 20, seededRandom('dif items'))
  const reference = simulatePeople({}, 1500, seededRandom('dif reference'))
  const focal = simulatePeople({ mean: -0.5 }, 1500, seededRandom('dif focal'))
  const harder = items.map((item, index) => (index === 7 ? { ...item, b: item.b + 0.9 } : item))
  const first = simulateOccasion({ people: reference, items }, seededRandom('dif first')).responses
  const second = simulateOccasion({ people: focal, items: harder }, seededRandom('dif second')).responses
  const cells = Uint8Array.from([...first.cells, ...second.cells])
  const groups = Array.from({ length: 3000 }, (_, person) => (person < 1500 ? 0 : 1))
  const findings = differentialFunctioning({ persons: 3000, items: 20, cells }, groups)

  test('finds the one item that is harder for the focal group, though that group is less able', () => {
    expect(findings[7]!.class).toBe('C')
    expect(findings[7]!.delta).toBeLessThan(-1.5)
    expect(findings.filter(({ class: difClass }) => difClass === 'C')).toHaveLength(1)
  })

  test('leaves most other items alone', () => {
    expect(findings.filter(({ class: difClass }) => difClass === 'A').length).toBeGreaterThanOrEqual(17)
  })

  test('leaves out persons with a missing answer', () => {
    const rows = [
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
      [1, 0],
      [0, 1],
    ]
    const full = differentialFunctioning(responseMatrix(rows), [0, 0, 0, 1, 1, 1])
    const withGap = differentialFunctioning(responseMatrix([...rows, [1, null]]), [0, 0, 0, 1, 1, 1, 1])
    expect(withGap).toEqual(full)
  })

  test('refuses persons without a group', () => {
    expect(() => differentialFunctioning(responseMatrix([[1], [0]]), [1])).toThrow(RangeError)
  })
})
