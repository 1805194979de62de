import { describe, expect, test, vi } from 'vitest'
import { everyNight, untilNight } from './nightly.ts'

const at = (text: string): number => Date.parse(text)

describe('the night', () => {
  test('is at three in the morning, UTC, always ahead', () => {
    expect(untilNight(at('2026-11-24T02:59:00Z'))).toBe(60_000)
    expect(untilNight(at('2026-11-24T03:00:00Z'))).toBe(86_400_000)
    expect(untilNight(at('2026-11-24T12:00:00Z'))).toBe(15 * 3_600_000)
  })

  test('work is done once a night until it is stopped', async () => {
    vi.useFakeTimers({ now: at('2026-11-24T02:00:00Z') })
    let done = 0
    const stop = everyNight(async () => void done++, Date.now)
    await vi.advanceTimersByTimeAsync(3 * 86_400_000)
    expect(done).toBe(3)
    stop()
    await vi.advanceTimersByTimeAsync(2 * 86_400_000)
    expect(done).toBe(3)
    vi.useRealTimers()
  })
})
