import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Problem } from '../api/client.ts'
import type { SaveAnswer } from '../api/types.ts'
import { memoryShelf } from './memory-shelf.fixture.ts'
import { type Outbox, type OutboxEntry, openOutbox } from './outbox.ts'
import { isPassing, retryDelayMs, type SaveState, startSender } from './sender.ts'

const problem = (status: number, code: string, facts: Record<string, unknown> = {}): Problem => ({
  status,
  code,
  title: code,
  detail: code,
  facts,
})
const refuse = (status: number, code: string, facts = {}): Answer<SaveAnswer> => ({
  ok: false,
  error: problem(status, code, facts),
})

type Held = { sequence: number; clientToken: string; response: unknown }

/** Compare-and-set on the sequence, idempotent by token, as the server's contract says. */
function serverOf(held: Map<number, Held>) {
  return (entry: OutboxEntry): Answer<SaveAnswer> => {
    const present = held.get(entry.position)
    const answer: Answer<SaveAnswer> = {
      ok: true,
      value: { savedAt: '2026-11-24T10:00:00Z', sequence: entry.sequence, remainingMs: null },
    }
    if (present?.clientToken === entry.clientToken) return answer
    if (present !== undefined && entry.sequence <= present.sequence) return refuse(409, 'superseded', present)
    held.set(entry.position, {
      sequence: entry.sequence,
      clientToken: entry.clientToken,
      response: entry.response,
    })
    return answer
  }
}

function setUp(send: (entry: OutboxEntry) => Promise<Answer<SaveAnswer>>) {
  let tokens = 0
  const outbox: Outbox = openOutbox(memoryShelf(), 'a1', () => `t${++tokens}`)
  const states: SaveState[] = []
  const saved: OutboxEntry[] = []
  const refused: Problem[] = []
  const sender = startSender({
    outbox,
    send,
    onSaved: (entry) => saved.push(entry),
    onRefused: async (_, error) => void refused.push(error),
    onState: (state) => states.push(state),
  })
  return { outbox, sender, states, saved, refused }
}

const select = (...selected: string[]) => ({ response: { selected }, flagged: false, struck: [] })

describe('which problems pass by themselves', () => {
  test('no answer, a busy server and an ill server do; a refusal does not', () => {
    expect([0, 408, 429, 500, 503].every((status) => isPassing(problem(status, 'x')))).toBe(true)
    expect([400, 404, 409, 410, 422].some((status) => isPassing(problem(status, 'x')))).toBe(false)
  })

  test('pauses double up to ten seconds', () => {
    expect([1, 2, 3, 9].map(retryDelayMs)).toEqual([500, 1_000, 2_000, 10_000])
  })
})

describe('sending', () => {
  test('says saving, then saved, and empties the outbox', async () => {
    const { outbox, sender, states, saved } = setUp(async (entry) => serverOf(new Map())(entry))
    outbox.put(1, select('x'), 0)
    await sender.flush()
    expect(states.map((state) => state.kind)).toEqual(['saving', 'saved'])
    expect(saved).toHaveLength(1)
    expect(outbox.next()).toBeNull()
  })

  test('while the server is silent, says how many answers wait here, and a flush tries at once', async () => {
    let reachable = false
    const server = serverOf(new Map())
    const { outbox, sender, states } = setUp(async (entry) =>
      reachable ? server(entry) : refuse(0, 'no-answer'),
    )
    outbox.put(1, select('x'), 0)
    outbox.put(2, select('y'), 0)
    const done = sender.flush()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(states.at(-1)).toEqual({ kind: 'offline', waiting: 2 })
    expect(outbox.next()).not.toBeNull()
    reachable = true
    void sender.flush()
    await done
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })

  test('a change made while its predecessor is under way goes out after it', async () => {
    const held = new Map<number, Held>()
    const server = serverOf(held)
    const parts = setUp(async (entry) => {
      if (entry.sequence === 1) parts.outbox.put(1, select('y'), 0)
      return server(entry)
    })
    parts.outbox.put(1, select('x'), 0)
    await parts.sender.flush()
    expect(parts.saved.map((entry) => entry.sequence)).toEqual([1, 2])
    expect(held.get(1)?.response).toEqual({ selected: ['y'] })
  })

  test('a refusal gives up that position, hands over the problem and goes on with the next', async () => {
    const server = serverOf(
      new Map([[1, { sequence: 5, clientToken: 'other-tab', response: { selected: ['w'] } }]]),
    )
    const { outbox, sender, saved, refused } = setUp(async (entry) => server(entry))
    outbox.put(1, select('x'), 0)
    outbox.put(2, select('y'), 0)
    await sender.flush()
    expect(refused.map((error) => error.code)).toEqual(['superseded'])
    expect(refused[0]?.facts).toMatchObject({ sequence: 5, response: { selected: ['w'] } })
    expect(saved.map((entry) => entry.position)).toEqual([2])
  })

  test('a stopped sender sends nothing more and forgets nothing', async () => {
    const { outbox, sender } = setUp(async () => refuse(0, 'no-answer'))
    outbox.put(1, select('x'), 0)
    const done = sender.flush()
    await new Promise((resolve) => setTimeout(resolve, 5))
    sender.stop()
    await done
    expect(outbox.next()).not.toBeNull()
  })
})

describe('a network that loses questions and answers', () => {
  test('ends with the last change of every position on the server', async () => {
    const changes = fc.array(
      fc.record({ position: fc.integer({ min: 1, max: 3 }), option: fc.constantFrom('x', 'y', 'z') }),
      { maxLength: 12 },
    )
    const losses = fc.array(fc.constantFrom('question', 'answer', 'none'), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(changes, losses, async (wanted, faults) => {
        const held = new Map<number, Held>()
        const server = serverOf(held)
        const pending = [...faults]
        const { outbox, sender, refused } = setUp(async (entry) => {
          const fault = pending.shift() ?? 'none'
          if (fault === 'question') return refuse(0, 'no-answer')
          const answer = server(entry)
          return fault === 'answer' ? refuse(0, 'no-answer') : answer
        })
        for (const { position, option } of wanted) {
          outbox.put(position, select(option), held.get(position)?.sequence ?? 0)
          void sender.flush()
          await Promise.resolve()
        }
        const nudge = setInterval(() => void sender.flush(), 0)
        await sender.flush()
        clearInterval(nudge)
        expect(refused).toEqual([])
        for (const [position, change] of new Map(wanted.map((change) => [change.position, change.option]))) {
          expect(held.get(position)?.response).toEqual({ selected: [change] })
        }
      }),
      { numRuns: 60 },
    )
  })
})
