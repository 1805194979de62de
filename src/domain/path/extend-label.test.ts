import { describe, expect, test } from 'vitest'
import {
  expectedFee,
  extendLabel,
  firstFee,
  isOpen,
  ownPointsAt,
  renewalsAt,
  type Task,
  waysToPay,
} from './extend-label.ts'
import { type Label, type Step, startLabel } from './label.ts'
import { planningOf } from './path.fixture.ts'
import { type Planning, worthObjective } from './planning.ts'
import type { ProfileInput } from './profile.ts'

const taskOf = ({ problem }: Planning): Task => ({ problem, objective: worthObjective(problem) })

function stepFor(planning: Planning, id: string, label: Label = startLabel): Step {
  const candidate = planning.problem.candidates.find(({ certification }) => certification.id === id)!
  const outlook = planning.outlooksAt(candidate, label.mask)[0]!
  return { candidate, outlook, window: candidate.windows.at(-1)!, voucher: { kind: 'none', percent: 0 } }
}

function take(
  planning: Planning,
  id: string,
  label: Label = startLabel,
  change: Partial<Step> = {},
): Label | null {
  return extendLabel(label, { ...stepFor(planning, id, label), ...change }, taskOf(planning))
}

const dva = 'developer-associate'
const saa = 'solutions-architect-associate'
const dop = 'devops-engineer-professional'
const earned = { kind: 'earned', percent: 50 } as const

describe('one more leg', () => {
  const planning = planningOf({ direction: 'devops' })

  test('adds worth, and takes away hours, fees and waiting', () => {
    const step = stepFor(planning, dva)
    const label = take(planning, dva)!
    const { hour, usd, week } = planning.problem.costs
    const held = Math.max(step.outlook.expectedDays, step.window.opensOn)
    const expected =
      step.candidate.ownPoints -
      hour * step.outlook.expectedHours -
      usd * 150 * 1.25 -
      (week * step.candidate.ownPoints * held) / 700
    expect(label.gain).toBeCloseTo(expected, 9)
    expect(label.mask).toBe(step.candidate.bit)
    expect(label.latest).toBe(Math.ceil(step.outlook.days.p90))
  })

  test('waits for a window that opens later, on both calendars', () => {
    const step = stepFor(planning, dva)
    const late = { ...step.window, opensOn: 400 }
    expect(take(planning, dva, startLabel, { window: late })).toMatchObject({ expectedDay: 400, latest: 400 })
  })

  test('is refused where nine in ten would come after the last day of the window, the deadline or the voucher', () => {
    const step = stepFor(planning, dva)
    const closing = { ...step.window, closesOn: Math.ceil(step.outlook.days.p90) - 1 }
    expect(take(planning, dva, startLabel, { window: closing })).toBeNull()
    expect(
      take(planning, dva, startLabel, { window: { ...closing, closesOn: closing.closesOn + 1 } }),
    ).not.toBeNull()
    expect(take(planningOf({ deadline: '2026-12-20' }), dva)).toBeNull()
    const withVoucher = planningOf({ vouchers: [{ percent: 50, expiresOn: '2026-12-20' }] })
    expect(take(withVoucher, dva, startLabel, { voucher: { kind: 'held', percent: 50, bit: 1 } })).toBeNull()
  })

  test('is refused where the fees of first sittings pass the budget', () => {
    const poor = planningOf({ budgetUsd: 200 })
    const first = take(poor, dva)!
    expect(first.spentUsd).toBe(150)
    expect(take(poor, saa, first)).toBeNull()
    expect(take(planningOf({ budgetUsd: 225 }), saa, first, { voucher: earned })?.spentUsd).toBe(225)
  })

  test('with the voucher of the last pass comes a week later at the earliest', () => {
    const quick = planningOf({ hoursPerWeek: 80, awsYears: 5 })
    const first = take(quick, dva)!
    const second = take(quick, 'cloud-practitioner', first, { voucher: earned })!
    expect(second.expectedDay - first.expectedDay).toBeGreaterThanOrEqual(7)
    const dear = take(quick, 'cloud-practitioner', first)!
    expect(dear.expectedDay).toBeLessThan(second.expectedDay)
  })

  test('uses a voucher up', () => {
    const rich = planningOf({ vouchers: [{ percent: 100, expiresOn: '2028-01-01' }] })
    const label = take(rich, dva, startLabel, { voucher: { kind: 'held', percent: 100, bit: 1 } })!
    expect(label.used).toBe(1)
    expect(take(rich, dva)?.used).toBe(0)
  })
})

describe('what a leg is worth in its place', () => {
  const planning = planningOf({ direction: 'devops' })
  const find = (id: string) =>
    planning.problem.candidates.find(({ certification }) => certification.id === id)!

  test('nothing once a higher exam has covered it', () => {
    expect(ownPointsAt(find(dva), find(dop).bit)).toBe(0)
    expect(ownPointsAt(find(dva), find(saa).bit)).toBe(find(dva).ownPoints)
  })

  test('less for a Foundational one beside a higher one', () => {
    const aif = find('ai-practitioner')
    expect(ownPointsAt(aif, 0)).toBe(aif.ownPoints)
    expect(ownPointsAt(aif, find(saa).bit)).toBeCloseTo(aif.ownPoints * 0.4, 12)
  })

  test('a Professional is open only after its foundation', () => {
    expect(isOpen(find(dop), 0)).toBe(false)
    expect(isOpen(find(dop), find(dva).bit)).toBe(true)
    expect(isOpen(find(dva), find(dva).bit)).toBe(false)
  })

  test('a renewal counts in time, and only for the first that brings it', () => {
    const holder = planningOf({ held: [{ certificationId: 'CLF-C02', earnedOn: '2024-06-01' }] })
    const { candidates } = holder.problem
    const [one, other] = [dva, saa].map(
      (id) => candidates.find(({ certification }) => certification.id === id)!,
    )
    const points = renewalsAt(one!, 0, 100)
    expect(points).toBeGreaterThan(0)
    expect(renewalsAt(one!, 0, 191)).toBe(0)
    expect(renewalsAt(other!, one!.bit, 150)).toBe(0)
  })
})

describe('ways to pay', () => {
  const input: Partial<ProfileInput> = {
    vouchers: [
      { percent: 25, expiresOn: '2027-12-31' },
      { percent: 100, expiresOn: '2027-12-31' },
    ],
  }
  const planning = planningOf(input)
  const step = stepFor(planning, dva)
  const kinds = (label: Label, offer = step): readonly string[] =>
    waysToPay(label, offer, planning.problem).map(({ kind, percent }) => `${kind} ${percent}`)

  test('at first: what the person has, or in full', () => {
    expect(kinds(startLabel)).toEqual(['held 25', 'held 100', 'none 0'])
  })

  test('after a pass: its voucher, and only what saves more', () => {
    expect(kinds(take(planning, saa)!)).toEqual(['earned 50', 'held 100'])
  })

  test('all of them where that voucher comes with a wait, or would have run out', () => {
    const label = take(planning, saa)!
    const quick = { ...step, outlook: { ...step.outlook, expectedDays: 3 } }
    expect(kinds(label, quick)).toEqual(['earned 50', 'held 25', 'held 100', 'none 0'])
    const late = { ...step, window: { ...step.window, opensOn: label.latest + 400 } }
    expect(kinds(label, late)).toContain('none 0')
  })

  test('a used voucher is gone', () => {
    expect(kinds({ ...startLabel, used: 2 })).toEqual(['held 25', 'none 0'])
  })

  test('the voucher covers the first sitting, every further one is paid in full', () => {
    expect(firstFee({ feeUsd: 300 }, { percent: 50 })).toBe(150)
    expect(expectedFee({ feeUsd: 300 }, { percent: 50 }, { expectedSittings: 1.25 })).toBe(225)
  })
})
