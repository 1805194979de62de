import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../facts.fixture.ts'
import { readShape } from '../shape.ts'
import { simulateQueue } from './queue.ts'
import { type QueueRun, queueRunShape, type SentMessage } from './queue-types.ts'

const run = (given: Partial<QueueRun>) => simulateQueue({ messages: [], seconds: 10, ...given }, values)
const one: SentMessage = { id: 'a', at: 0 }
const at = (...seconds: number[]): SentMessage[] =>
  seconds.map((second, index) => ({ id: `m${index}`, at: second }))
const stateOf = (given: Partial<QueueRun>, id = 'a') =>
  run(given).messages.find((message) => message.id === id)

describe('visibility', () => {
  test('long enough: one receive, one deletion', () => {
    expect(stateOf({ messages: [one] })).toEqual({
      id: 'a',
      state: 'deleted',
      at: 10,
      receives: 1,
      processed: 1,
    })
  })

  test('shorter than the processing: a second consumer repeats the work', () => {
    const outcome = run({ messages: [one], seconds: 40, consumers: 2, until: 75 })
    expect(outcome).toMatchObject({ receives: 3, duplicates: 1, counts: { 'in-flight': 1 } })
    expect(outcome.trail).toContainEqual({ at: 30, text: 'a is received (2) and is invisible until 60.' })
    expect(outcome.trail).toContainEqual({
      at: 40,
      text: 'a is not deleted: its receipt handle is out of date.',
    })
  })

  test('exactly the processing time is enough', () => {
    expect(run({ messages: [one], seconds: 30, consumers: 2 }).receives).toBe(1)
  })

  test('must cover a whole batch that is processed one after another', () => {
    const batch = { messages: at(0, 0, 0, 0), batch: 4, consumers: 2 }
    expect(run(batch).duplicates).toBe(1)
    expect(run({ ...batch, deleteAfter: 'batch', until: 60 }).duplicates).toBe(3)
    expect(run({ ...batch, visibilityTimeout: 40 }).duplicates).toBe(0)
  })

  test('of a late but only receiver still lets it delete in a standard queue, and not in a FIFO queue', () => {
    const late = { messages: [one], seconds: 40, until: 45 }
    expect(stateOf(late)?.state).toBe('deleted')
    expect(stateOf({ ...late, fifo: true })?.state).toBe('in-flight')
    expect(stateOf({ ...late, fifo: true })?.receives).toBe(2)
  })
})

describe('a message that fails', () => {
  const poison = { ...one, failures: 99 }

  test('comes back after its visibility timeout until it succeeds', () => {
    expect(stateOf({ messages: [{ ...one, failures: 2 }] })).toMatchObject({
      state: 'deleted',
      at: 70,
      receives: 3,
    })
  })

  test('moves to the dead-letter queue when it would be received once too often', () => {
    expect(stateOf({ messages: [poison], maxReceiveCount: 3 })).toEqual({
      id: 'a',
      state: 'dead-lettered',
      at: 90,
      receives: 3,
      processed: 0,
    })
    expect(stateOf({ messages: [poison], maxReceiveCount: 1 })).toMatchObject({ at: 30, receives: 1 })
  })

  test('stays until the end of its retention when there is no dead-letter queue', () => {
    expect(stateOf({ messages: [poison], retention: 100 })).toMatchObject({
      state: 'expired',
      at: 100,
      receives: 4,
    })
  })

  // Amazon SQS developer guide, Dead-letter queues: one day in the queue, four days of retention, gone after three more.
  test('keeps its age as a dead letter of a standard queue', () => {
    const day = 86_400
    const given = {
      messages: [poison],
      maxReceiveCount: 2,
      visibilityTimeout: 43_200,
      deadLetterRetention: 4 * day,
      until: 10 * day,
    }
    expect(
      run(given)
        .trail.filter(({ text }) => /dead-letter|gone/.test(text))
        .map((entry) => entry.at / day),
    ).toEqual([1, 4])
    expect(stateOf({ ...given, fifo: true })?.at).toBe(5 * day)
  })
})

describe('time in the queue', () => {
  test('begins after a delay, of the queue or of the message', () => {
    expect(stateOf({ messages: [one], delay: 60 })?.at).toBe(70)
    expect(stateOf({ messages: [{ ...one, delay: 5 }], delay: 60 })?.at).toBe(15)
  })

  test('ends with the retention period even if nobody consumes', () => {
    expect(run({ messages: at(0, 50), consumers: 0, retention: 60 })).toMatchObject({
      counts: { expired: 2 },
      endedAt: 110,
    })
    expect(run({ messages: [one], consumers: 0, until: 10 }).counts.queued).toBe(1)
  })
})

describe('a FIFO queue', () => {
  const grouped = (...groups: string[]): SentMessage[] =>
    groups.map((group, index) => ({ id: `${group}${index}`, at: 0, group }))

  test('processes a group one by one and groups side by side', () => {
    const five = { fifo: true, consumers: 5 }
    expect(run({ ...five, messages: grouped('a', 'a', 'a') }).endedAt).toBe(30)
    expect(run({ ...five, messages: grouped('a', 'b', 'c') }).endedAt).toBe(10)
    expect(run({ consumers: 5, messages: grouped('a', 'a', 'a') }).endedAt).toBe(10)
  })

  test('holds a group back behind a failing message, and only that group', () => {
    const [bad, after, other] = grouped('a', 'a', 'b')
    const messages = [{ ...bad!, failures: 9 }, after!, other!]
    const outcome = run({ fifo: true, messages, maxReceiveCount: 2, consumers: 2 })
    expect(outcome.messages.map(({ id, state, at: when }) => [id, state, when])).toEqual([
      ['a0', 'dead-lettered', 60],
      ['a1', 'deleted', 70],
      ['b2', 'deleted', 10],
    ])
  })

  test('forgets a deduplication ID after five minutes, also when the message is long deleted', () => {
    const sent = [0, 120, 299, 300, 599].map((second, index) => ({
      id: `m${index}`,
      at: second,
      deduplicationId: 'order-7',
    }))
    const states = (fifo: boolean) => run({ fifo, messages: sent }).messages.map(({ state }) => state)
    expect(states(true)).toEqual(['deleted', 'deduplicated', 'deduplicated', 'deleted', 'deduplicated'])
    expect(states(false)).toEqual(['deleted', 'deleted', 'deleted', 'deleted', 'deleted'])
  })

  test('knows no delay of a single message', () => {
    expect(() => run({ fifo: true, messages: [{ ...one, delay: 5 }] })).toThrow(/delay of the queue/)
  })
})

describe('a run outside the limits of the service', () => {
  test.each<[string, Partial<QueueRun>]>([
    ['visibilityTimeout', { visibilityTimeout: 43_201 }],
    ['retention', { retention: 59 }],
    ['deadLetterRetention', { deadLetterRetention: 1_209_601 }],
    ['delay', { delay: 901 }],
    ['batch', { batch: 11 }],
    ['maxReceiveCount', { maxReceiveCount: 0 }],
    ['seconds', { seconds: 0 }],
    ['consumers', { consumers: 1.5 }],
    ['failures', { messages: [{ ...one, failures: -1 }] }],
    ['id of its own', { messages: [one, one] }],
  ])('is refused: %s', (words, given) => {
    expect(() => run(given)).toThrow(words)
  })

  test('has a form', () => {
    expect(readShape(queueRunShape, { messages: [{ id: 'a', at: '0' }], seconds: 1 }).ok).toBe(false)
    expect(readShape(queueRunShape, { messages: [one], seconds: 1, deleteAfter: 'message' }).ok).toBe(true)
  })
})

describe('properties of queues', () => {
  const runs = fc.record({
    fifo: fc.boolean(),
    visibilityTimeout: fc.integer({ min: 1, max: 60 }),
    retention: fc.integer({ min: 60, max: 600 }),
    maxReceiveCount: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    consumers: fc.nat(3),
    batch: fc.integer({ min: 1, max: 5 }),
    seconds: fc.integer({ min: 1, max: 40 }),
    until: fc.option(fc.nat(900), { nil: undefined }),
    sent: fc.array(
      fc.record({
        at: fc.nat(200),
        group: fc.constantFrom('x', 'y'),
        deduplicationId: fc.constantFrom('1', '2', '3'),
        failures: fc.nat(3),
      }),
      { maxLength: 12 },
    ),
  })
  function runOf(given: {
    sent: Omit<SentMessage, 'id'>[]
    maxReceiveCount: number | undefined
    until: number | undefined
    fifo: boolean
    visibilityTimeout: number
    retention: number
    consumers: number
    batch: number
    seconds: number
  }): QueueRun {
    const { sent, maxReceiveCount, until, ...rest } = given
    return {
      ...rest,
      ...(maxReceiveCount === undefined ? {} : { maxReceiveCount }),
      ...(until === undefined ? {} : { until }),
      messages: sent.map((message, index) => ({ ...message, id: `m${index}` })),
    }
  }

  test('no message is lost or made: sent = deleted + queued + in flight + dead + expired + deduplicated', () => {
    fc.assert(
      fc.property(runs, (given) => {
        const queue = runOf(given)
        const { counts } = simulateQueue(queue, values)
        const due = queue.messages.filter((message) => message.at <= (queue.until ?? Number.MAX_VALUE)).length
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(due)
      }),
    )
  })

  test('no message is received more often than allowed', () => {
    fc.assert(
      fc.property(runs, (given) => {
        const queue = runOf({ ...given, maxReceiveCount: 2 })
        for (const { receives } of simulateQueue(queue, values).messages)
          expect(receives).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('a FIFO group is processed in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('x', 'y'), { maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        (groups, consumers) => {
          const messages = groups.map((group, index) => ({ id: `m${index}`, at: index, group }))
          const outcome = simulateQueue({ fifo: true, messages, seconds: 7, consumers }, values)
          for (const group of ['x', 'y']) {
            const times = outcome.messages
              .filter((_, index) => groups[index] === group)
              .map((message) => message.at)
            expect(times).toEqual([...times].sort((left, right) => left - right))
          }
        },
      ),
    )
  })

  test('with a timeout as long as the batch takes nothing is done twice', () => {
    fc.assert(
      fc.property(runs, (given) => {
        const enough = { ...runOf(given), visibilityTimeout: given.batch * given.seconds }
        expect(simulateQueue(enough, values).duplicates).toBe(0)
      }),
    )
  })
})
