import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShape } from '../shape.ts'
import {
  type AlarmTrace,
  alarmTraceShape,
  type DataPoint,
  isBreaching,
  judgeRange,
  type MissingTreatment,
  simulateAlarm,
} from './alarm.ts'

const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const

/** The row's verdicts in the documented order of columns; the state before is one that no other rule gives. */
function rowOf(points: string, needed: number): string[] {
  const range = points.split(' ') as DataPoint[]
  return treatments.map((treatment) => {
    const judge = (current: 'OK' | 'ALARM') =>
      judgeRange(range, { periods: 3, needed, treatment, current }).state
    return judge('OK') === judge('ALARM') ? judge('OK') : 'retain'
  })
}

// Amazon CloudWatch user guide, How alarm state is evaluated when data is missing: both tables, range 5.
describe('the documented tables of missing data', () => {
  test.each([
    ['0 - X - X', ['OK', 'OK', 'OK', 'OK']],
    ['0 - - - -', ['OK', 'OK', 'OK', 'OK']],
    ['- - - - -', ['INSUFFICIENT_DATA', 'retain', 'ALARM', 'OK']],
    ['0 X X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['- - X - -', ['ALARM', 'retain', 'ALARM', 'OK']],
  ])('3 out of 3: %s', (points, expected) => {
    expect(rowOf(points, 3)).toEqual(expected)
  })

  test.each([
    ['0 - X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 0 X 0 X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 - X - -', ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - - 0', ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - X -', ['ALARM', 'retain', 'ALARM', 'OK']],
  ])('2 out of 3: %s', (points, expected) => {
    expect(rowOf(points, 2)).toEqual(expected)
  })

  test('a young breaching point alone raises no alarm', () => {
    expect(rowOf('- - - - X', 3)).toEqual(['INSUFFICIENT_DATA', 'retain', 'ALARM', 'OK'])
    expect(rowOf('- - - X -', 3)).toEqual(['INSUFFICIENT_DATA', 'retain', 'ALARM', 'OK'])
  })
})

describe('an alarm over time', () => {
  const alarm = { threshold: 3, comparison: 'above', evaluationPeriods: 3 } as const

  test('needs three breaching periods in a row for 3 out of 3', () => {
    const { states, trail } = simulateAlarm({ ...alarm, values: [2, 3, 4, 5, 6, 2, 3, 2, 5, 2] })
    expect(states.slice(2)).toEqual(['OK', 'OK', 'ALARM', 'OK', 'OK', 'OK', 'OK', 'OK'])
    expect(trail.map(({ at }) => at)).toEqual([1, 5, 6])
    expect(trail[1]?.text).toBe(
      'OK becomes ALARM (0 0 X X X): 3 of the newest 3 data points are breaching, 3 are needed.',
    )
  })

  test('needs no run for 2 out of 3', () => {
    const { states } = simulateAlarm({ ...alarm, datapointsToAlarm: 2, values: [4, 1, 4, 1, 1] })
    expect(states).toEqual(['INSUFFICIENT_DATA', 'OK', 'ALARM', 'OK', 'OK'])
  })

  test('keeps its state through a gap that it ignores, and turns on one that it counts as breaching', () => {
    const gap = { ...alarm, values: [1, 1, 1, null, null, null, null, null], initialState: 'OK' as const }
    expect(simulateAlarm({ ...gap, treatMissingData: 'ignore' }).states.at(-1)).toBe('OK')
    expect(simulateAlarm({ ...gap, treatMissingData: 'breaching' }).states.at(-1)).toBe('ALARM')
    expect(simulateAlarm(gap).states.at(-1)).toBe('INSUFFICIENT_DATA')
  })

  test.each([
    ['above', 3, false],
    ['at-or-above', 3, true],
    ['below', 3, false],
    ['at-or-below', 3, true],
    ['below', 2, true],
  ] as const)('compares with %s: %i', (comparison, value, expected) => {
    expect(isBreaching({ threshold: 3, comparison }, value)).toBe(expected)
  })

  test('has M from 1 to N and a range of at least N', () => {
    const values = [1]
    expect(() => simulateAlarm({ ...alarm, datapointsToAlarm: 4, values })).toThrow(RangeError)
    expect(() => simulateAlarm({ ...alarm, datapointsToAlarm: 0, values })).toThrow(RangeError)
    expect(() => simulateAlarm({ ...alarm, evaluationRange: 2, values })).toThrow(RangeError)
  })

  test('is refused with a value that is text or a treatment that does not exist', () => {
    const faulty = { ...alarm, values: [1, '2'], treatMissingData: 'skip' }
    const read = readShape(alarmTraceShape, faulty)
    expect(read.ok ? [] : read.error.faults.map(({ at }) => at)).toEqual(['treatMissingData', 'values[1]'])
  })
})

describe('properties of alarms', () => {
  const value = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null })
  const trace = fc.record({
    values: fc.array(value, { minLength: 1, maxLength: 20 }),
    evaluationPeriods: fc.integer({ min: 1, max: 5 }),
    treatMissingData: fc.constantFrom<MissingTreatment>(...treatments),
  })
  const alarmOf = (given: Omit<AlarmTrace, 'threshold' | 'comparison'>, threshold = 5): AlarmTrace => ({
    ...given,
    threshold,
    comparison: 'above',
  })

  test('without gaps the treatment of missing data never matters once N periods have passed', () => {
    fc.assert(
      fc.property(trace, (given) => {
        const full = { ...given, values: given.values.map((each) => each ?? 7) }
        const runs = treatments.map((treatMissingData) =>
          simulateAlarm(alarmOf({ ...full, treatMissingData })).states.slice(given.evaluationPeriods - 1),
        )
        for (const run of runs) expect(run).toEqual(runs[0])
      }),
    )
  })

  test('fewer data points to alarm never turn ALARM into OK', () => {
    fc.assert(
      fc.property(trace, (given) => {
        const strict = simulateAlarm(alarmOf({ ...given, treatMissingData: 'breaching' })).states
        const lax = simulateAlarm(
          alarmOf({ ...given, treatMissingData: 'breaching', datapointsToAlarm: 1 }),
        ).states
        for (const [period, state] of strict.entries())
          if (state === 'ALARM') expect(lax[period]).toBe('ALARM')
        expect(lax).toHaveLength(strict.length)
      }),
    )
  })

  test('breaching finds every alarm that notBreaching finds', () => {
    fc.assert(
      fc.property(trace, (given) => {
        const worst = simulateAlarm(alarmOf({ ...given, treatMissingData: 'breaching' })).states
        const best = simulateAlarm(alarmOf({ ...given, treatMissingData: 'notBreaching' })).states
        expect(best.every((state, period) => state !== 'ALARM' || worst[period] === 'ALARM')).toBe(true)
      }),
    )
  })
})
