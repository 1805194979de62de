import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recoveryOutcome } from './recovery.ts'

/** Minutes of data lost when a failure comes at a minute: what the newest usable backup does not hold. */
function lossAt(minute: number, interval: number, delay: number): number {
  const newest = Math.floor((minute - delay) / interval) * interval
  return minute - newest
}

describe('recovery', () => {
  test('loses an interval, the backup and the copy at worst', () => {
    expect(recoveryOutcome({ intervalMinutes: 60 }).rpoMinutes).toBe(60)
    expect(recoveryOutcome({ intervalMinutes: 60, backupMinutes: 10, copyMinutes: 15 }).rpoMinutes).toBe(85)
    expect(recoveryOutcome({ intervalMinutes: 0, copyMinutes: 1 }).rpoMinutes).toBe(1)
  })

  test('takes its steps and the restore', () => {
    const plan = {
      intervalMinutes: 60,
      dataGb: 500,
      restoreGbPerHour: 250,
      steps: [
        { name: 'notice', minutes: 10 },
        { name: 'start instances', minutes: 20 },
      ],
    }
    expect(recoveryOutcome(plan)).toEqual({
      rpoMinutes: 60,
      rtoMinutes: 150,
      restoreMinutes: 120,
      meets: null,
    })
  })

  test('is held against its objectives, the exact value included', () => {
    const plan = { intervalMinutes: 60, steps: [{ name: 'switch', minutes: 5 }] }
    const meets = (rpoMinutes: number, rtoMinutes: number) =>
      recoveryOutcome({ ...plan, objective: { rpoMinutes, rtoMinutes } }).meets
    expect(meets(60, 5)).toEqual({ rpo: true, rto: true })
    expect(meets(59, 4)).toEqual({ rpo: false, rto: false })
  })

  test('from nothing, backwards or without a speed is refused', () => {
    expect(() => recoveryOutcome({ intervalMinutes: -1 })).toThrow(/intervalMinutes/)
    expect(() => recoveryOutcome({ intervalMinutes: 1, dataGb: 5 })).toThrow(/restoreGbPerHour is needed/)
    expect(() => recoveryOutcome({ intervalMinutes: 1, dataGb: 5, restoreGbPerHour: 0 })).toThrow(
      /restoreGbPerHour/,
    )
    expect(() => recoveryOutcome({ intervalMinutes: 1, steps: [{ name: 'wait', minutes: -2 }] })).toThrow(
      /wait/,
    )
  })

  test('never loses more than that, and almost that at the worst minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(200), fc.nat(100), (interval, backup, copy) => {
        const { rpoMinutes } = recoveryOutcome({
          intervalMinutes: interval,
          backupMinutes: backup,
          copyMinutes: copy,
        })
        const start = 10 * (interval + backup + copy)
        const losses = Array.from({ length: interval }, (_, minute) =>
          lossAt(start + minute, interval, backup + copy),
        )
        expect(Math.max(...losses)).toBe(rpoMinutes - 1)
      }),
    )
  })
})
