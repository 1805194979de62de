import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { chainEntry, emptyLog, findBreak, type LogEntry, type LogHead } from './issuance-log.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function logOf(count: number): LogEntry[] {
  let head: LogHead = emptyLog
  return Array.from({ length: count }, (_, index) => {
    const entry = chainEntry(
      head,
      { at: instant(index), event: 'issued', subject: sha256(String(index)) },
      sha256,
    )
    head = entry
    return entry
  })
}

describe('the log of all issuing', () => {
  test('counts from 1 and chains each entry to the one before', () => {
    const [first, second] = logOf(2)
    expect([first?.sequence, first?.previous]).toEqual([1, emptyLog.hash])
    expect([second?.sequence, second?.previous]).toEqual([2, first?.hash])
  })

  test('holds where nothing was touched', () => {
    expect(findBreak([], sha256)).toBeNull()
    expect(findBreak(logOf(20), sha256)).toBeNull()
  })

  test('holds from any head on', () => {
    const log = logOf(6)
    expect(findBreak(log.slice(3), sha256, log[2])).toBeNull()
    expect(findBreak(log.slice(3), sha256, log[1])?.sequence).toBe(4)
  })

  test('breaks where an entry is changed, taken out, put in twice or moved', () => {
    const log = logOf(5)
    const changed = log.map((entry) =>
      entry.sequence === 3 ? { ...entry, subject: sha256('other') } : entry,
    )
    expect(findBreak(changed, sha256)?.sequence).toBe(3)
    expect(findBreak(log.toSpliced(1, 1), sha256)?.sequence).toBe(3)
    expect(findBreak([...log.slice(0, 2), ...log.slice(1)], sha256)?.sequence).toBe(2)
    expect(findBreak(log.toReversed(), sha256)?.sequence).toBe(5)
  })

  test('breaks behind a forged entry that hashes well by itself', () => {
    const log = logOf(4)
    const forged = chainEntry(log[1] as LogEntry, { at: instant(9), event: 'revoked', subject: 'x' }, sha256)
    expect(findBreak([...log.slice(0, 2), forged, ...log.slice(3)], sha256)?.sequence).toBe(4)
  })
})
