import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { type AttemptEvent, replay } from './replay.ts'

const responded = (number: number, position: number, selected: string): AttemptEvent => ({
  kind: 'responded',
  number,
  at: instant(number),
  recorded: {
    position,
    sequence: number,
    response: { selected: [selected] },
    flagged: false,
    struck: [],
    savedAt: instant(number),
  },
})

describe('replay', () => {
  test('the latest response of each position stands, in the order of positions', () => {
    const events = [responded(2, 7, 'a'), responded(3, 1, 'b'), responded(4, 7, 'c')]
    const { responses, closing } = replay([{ kind: 'started', number: 1, at: instant(0) }, ...events])
    expect(responses.map(({ position, sequence }) => [position, sequence])).toEqual([
      [1, 3],
      [7, 4],
    ])
    expect(closing).toBeNull()
  })

  test('a closing is told with its moment and reason', () => {
    expect(replay([{ kind: 'closed', number: 1, at: instant(8), by: 'time-out' }]).closing).toEqual({
      at: 8,
      by: 'time-out',
    })
  })
})
