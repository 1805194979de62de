import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestFirst } from './best-first.ts'

describe('the best-first queue', () => {
  test('gives entries by rank, highest first, whatever the order they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (ranks) => {
        const queue = bestFirst<number>()
        for (const rank of ranks) queue.add(rank, rank)
        const taken = ranks.map(() => queue.take()?.rank)
        expect(taken).toEqual([...ranks].sort((one, other) => other - one))
        expect(queue.take()).toBeUndefined()
      }),
    )
  })

  test('of equal ranks the one added last comes first', () => {
    const queue = bestFirst<string>()
    for (const name of ['first', 'second', 'third']) queue.add(name, 1)
    expect([queue.take(), queue.take(), queue.take()].map((taken) => taken?.entry)).toEqual([
      'third',
      'second',
      'first',
    ])
  })

  test('entries may be added between takings', () => {
    const queue = bestFirst<string>()
    queue.add('low', 1)
    queue.add('high', 3)
    expect(queue.take()?.entry).toBe('high')
    queue.add('middle', 2)
    expect(queue.take()?.entry).toBe('middle')
    expect(queue.take()?.entry).toBe('low')
  })
})
