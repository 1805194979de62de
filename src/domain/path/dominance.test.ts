import { describe, expect, test } from 'vitest'
import { dominates, type Horizon, horizonOf } from './dominance.ts'
import { type Label, startLabel } from './label.ts'
import { planningOf } from './path.fixture.ts'

const open: Horizon = { lastClosing: Number.NEGATIVE_INFINITY, lastOpening: 0, voucherValidityDays: 365 }
const label: Label = { ...startLabel, mask: 1, gain: 10, expectedDay: 100, latest: 120, spentUsd: 150 }
const than = (change: Partial<Label>, horizon = open): boolean =>
  dominates({ ...label, ...change }, label, horizon)

describe('when one way to a set makes another pointless', () => {
  test('an equal one does', () => {
    expect(than({})).toBe(true)
  })

  test('one that is better in any respect and worse in none does', () => {
    expect(than({ gain: 11 })).toBe(true)
    expect(than({ expectedDay: 90, latest: 110, spentUsd: 100 })).toBe(true)
  })

  test.each([
    ['a smaller gain', { gain: 9 }],
    ['a later expected day', { expectedDay: 101 }],
    ['more money spent', { spentUsd: 151 }],
    ['a voucher gone', { used: 1 }],
  ])('%s does not', (_, change) => {
    expect(than(change)).toBe(false)
  })

  test('a later calendar matters while something ends that the other could still reach', () => {
    const ending = { ...open, lastClosing: 130 }
    expect(than({ latest: 121 }, ending)).toBe(false)
    expect(than({ latest: 121 }, { ...open, lastClosing: 119 })).toBe(true)
    expect(than({ latest: 121 })).toBe(true)
  })

  test('an earlier pass loses its voucher earlier, where a window opens after that', () => {
    const opening = { ...open, lastOpening: 480, voucherValidityDays: 365 }
    expect(than({ latest: 110 }, opening)).toBe(false)
    expect(than({ latest: 119 }, opening)).toBe(true)
    expect(than({ latest: 110 }, { ...opening, lastOpening: 475 })).toBe(true)
  })
})

describe('the days that still matter', () => {
  test('are those of the candidates that are left', () => {
    const planning = planningOf({ awsYears: 5, stack: { networking: 1 }, hoursPerWeek: 30 })
    const horizonAt = horizonOf(planning.problem, planning.outlooksAt)
    const bitOf = (id: string): number =>
      planning.problem.candidates.find(({ certification }) => certification.id === id)!.bit
    const ending = bitOf('advanced-networking-specialty') | bitOf('developer-associate')
    expect(horizonAt(0).lastClosing).toBeGreaterThan(0)
    expect(horizonAt(ending).lastClosing).toBeLessThan(horizonAt(0).lastClosing)
    expect(horizonAt(bitOf('machine-learning-engineer-associate')).lastOpening).toBe(8)
  })

  test('include the deadline and the last day of a voucher', () => {
    const planning = planningOf({
      deadline: '2027-11-23',
      vouchers: [{ percent: 50, expiresOn: '2028-11-22' }],
    })
    expect(horizonOf(planning.problem, planning.outlooksAt)(0).lastClosing).toBe(730)
  })
})
