import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { responseMatrix } from '../model/response-matrix.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { findDrift } from './find-drift.ts'
import { rmse } from './simulated.fixture.ts'

const bankItems = simulateItems({ model: '2pl' }, 24, seededRandom('drift bank'))
const known = (item: number) => ({
  parameters: bankItems[item]!,
  standardErrors: { a: 0.05, b: 0.05, c: 0, d: 0 },
  covarianceAB: 0,
})
const bank = bankItems.map((_, item) => (item < 12 ? known(item) : null))
const people = simulatePeople({ mean: 0.6, sd: 1.1 }, 2000, seededRandom('drift people'))
const reportOf = (items: typeof bankItems, seed: string) => {
  const { responses } = simulateOccasion({ people, items }, seededRandom(seed))
  const report = findDrift(responses, { items: { model: '2pl' } }, bank)
  if (!report.ok) throw new Error(report.error.code)
  return report.value
}

describe('findDrift', () => {
  test('leaves anchors alone that behave as the bank says, in a group that differs', () => {
    const { anchors, calibration } = reportOf(bankItems, 'steady')
    expect(anchors.map(({ item }) => item)).toEqual([...Array(12).keys()])
    expect(anchors.filter(({ drifted }) => drifted)).toHaveLength(0)
    expect(calibration.groups[0]!.mean).toBeCloseTo(0.6, 0)
  })

  test('finds the anchors that became easier, and keeps them from pulling the scale', () => {
    const leaked = bankItems.map((item, index) =>
      index === 2 || index === 7 ? { ...item, b: item.b - 1 } : item,
    )
    const { anchors, calibration } = reportOf(leaked, 'leaked')
    expect(anchors.filter(({ drifted }) => drifted).map(({ item }) => item)).toEqual([2, 7])
    expect(anchors[2]!.changeB).toBeLessThan(-0.7)
    expect(calibration.items[2]!.parameters.b).toBeCloseTo(leaked[2]!.b, 0)
    const fresh = calibration.items.slice(12).map(({ parameters }) => parameters.b)
    expect(
      rmse(
        fresh,
        bankItems.slice(12).map(({ b }) => b),
      ),
    ).toBeLessThan(0.2)
  })

  test('passes a refusal on', () => {
    expect(findDrift(responseMatrix([[null]]), { items: { model: '2pl' } }, [null])).toEqual({
      ok: false,
      error: { code: 'no-responses' },
    })
  })
})
