import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { extendLabel } from './extend-label.ts'
import { type Label, startLabel } from './label.ts'
import { planningOf } from './path.fixture.ts'
import { solve, worthObjective } from './planning.ts'
import { datesOf, walk } from './walk.ts'

const planning = planningOf({ direction: 'devops', hoursPerWeek: 10 })
const { steps } = solve(planning)!
const legs = walk(steps, planning.problem)

describe('a route as it is walked', () => {
  test('each leg begins, on each calendar, when the one before is passed', () => {
    expect(legs[0]?.begins).toEqual({ p10: 0, p50: 0, p90: 0 })
    for (const [index, leg] of legs.slice(1).entries()) expect(leg.begins).toEqual(legs[index]?.passed)
  })

  test('agrees with the labels of the search on both of its calendars', () => {
    const task = { problem: planning.problem, objective: worthObjective(planning.problem) }
    let label: Label = startLabel
    for (const { step, passed, expectedDay } of legs) {
      label = extendLabel(label, step, task)!
      expect([passed.p90, expectedDay]).toEqual([label.latest, label.expectedDay])
    }
  })

  test('days of a quantile add over the legs', () => {
    const last = legs.at(-1)!
    const sum = legs.reduce((total, { step }) => total + step.outlook.days.p90, 0)
    expect(last.passed.p90 - sum).toBeGreaterThanOrEqual(0)
    expect(last.passed.p90 - sum).toBeLessThan(legs.length)
  })

  test('the days to expect lie between the quick and the slow ones', () => {
    for (const { expectedDay, passed } of legs) {
      expect(expectedDay).toBeGreaterThan(passed.p10)
      expect(expectedDay).toBeLessThan(passed.p90)
    }
  })

  test('no sitting before its window opens', () => {
    const eager = planningOf({ hoursPerWeek: 80, avoids: ['SAA-C03'] })
    const [dva] = walk(solve(eager)!.steps, eager.problem)
    expect(dva?.step.window.examCode).toBe('DVA-C03')
    expect(dva?.passed.p10).toBeGreaterThanOrEqual(8)
  })

  test('days become dates', () => {
    expect(datesOf({ p10: 0, p50: 8, p90: 38 }, calendarDate('2026-11-23'))).toEqual({
      p10: '2026-11-23',
      p50: '2026-12-01',
      p90: '2026-12-31',
    })
  })
})
