import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AttemptView, ResponseView } from '../../../application/read-attempt.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { AttemptStore } from './attempt-store.ts'
import { memoryShelf } from './memory-shelf.fixture.ts'

const last = 3
const options = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase(), text: id }))
const itemAt = (position: number): PresentedItem => ({
  position,
  kind: 'multiple-choice',
  stem: `stem ${position}`,
  options,
})

/** A server in memory whose form grows to three items. */
class GrowingServer {
  readonly held = new Map<string, ResponseView>()
  items = [itemAt(1)]
  ended = false
  closed = false
  reachable = true

  view(): AttemptView {
    return {
      ...{ attemptId: 'g1', examCode: 'SAA-C03', title: 'Practice', mode: 'diagnostic' },
      ...{ serverTime: '2026-11-24T10:00:00.000Z', startedAt: '2026-11-24T09:00:00.000Z', deadline: null },
      ...{ timeMultiplier: 1, moved: [], state: this.closed ? 'closed' : 'open' },
      form: { formId: 'f1', items: this.items },
      responses: Object.fromEntries(this.held),
      adaptive: { fewest: 2, most: last, ended: this.ended },
    }
  }

  save(position: number, body: ResponseView): Response {
    const held = this.held.get(String(position))
    if (held?.response) return Response.json({ code: 'already-answered', ...held }, { status: 409 })
    const savedAt = '2026-11-24T10:00:01.000Z'
    this.held.set(String(position), { ...body, savedAt })
    if (body.response !== null && position < last) this.items = [...this.items, itemAt(position + 1)]
    if (body.response !== null && position === last) this.ended = true
    const next = this.items.find((item) => item.position === position + 1) ?? null
    return Response.json({ savedAt, sequence: body.sequence, remainingMs: null, next })
  }

  readonly fetch = async (path: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!this.reachable) throw new TypeError('fetch failed')
    const position = /responses\/(\d+)$/.exec(String(path))?.[1]
    if (position !== undefined) return this.save(Number(position), JSON.parse(String(init?.body)))
    if (init?.method === 'POST') this.closed = true
    return Response.json(init?.method === 'POST' ? { report: {} } : this.view())
  }
}

let server: GrowingServer
let store: AttemptStore
const open = (): AttemptStore => new AttemptStore({ value: server.view(), askedMs: 0, answeredMs: 0 })
const positions = (): number[] => store.read().items.map(({ position }) => position)
const answer = (position: number, id = 'a'): void => {
  store.change(position, { response: { selected: [id] } })
  store.check(position)
}
const shows = (count: number) => vi.waitFor(() => expect(positions()).toHaveLength(count))

beforeEach(() => {
  vi.stubGlobal('localStorage', memoryShelf())
  vi.stubGlobal('window', new EventTarget())
  server = new GrowingServer()
  vi.stubGlobal('fetch', server.fetch)
  store = open()
})

afterEach(() => {
  store.stop()
  vi.unstubAllGlobals()
})

describe('a form that grows on this page', () => {
  test('a choice is kept here until it is given; then the next item comes', async () => {
    store.change(1, { response: { selected: ['a'] } })
    store.change(1, { response: { selected: ['b'] } })
    expect(server.held.size).toBe(0)
    store.check(1)
    await shows(2)
    expect(server.held.get('1')?.response).toEqual({ selected: ['b'] })
  })

  test('what was given cannot be changed or given again', async () => {
    answer(1)
    store.change(1, { response: { selected: ['b'] } })
    store.check(1)
    await shows(2)
    expect(server.held.get('1')).toMatchObject({ sequence: 1, response: { selected: ['a'] } })
    expect(positions()).toEqual([1, 2])
  })

  test('ends where no item follows', async () => {
    for (const position of [1, 2, 3]) {
      answer(position)
      if (position < last) await shows(position + 1)
    }
    await vi.waitFor(() => expect(store.read().ended).toBe(true))
    expect(positions()).toEqual([1, 2, 3])
  })

  test('a flag is saved and brings no item', async () => {
    store.change(1, { flagged: true })
    await vi.waitFor(() => expect(server.held.get('1')).toMatchObject({ flagged: true, response: null }))
    expect(store.read()).toMatchObject({ ended: false })
    expect(positions()).toEqual([1])
  })

  test('an answer given while the line is cut waits, and the next item comes when it is back', async () => {
    server.reachable = false
    answer(1)
    await vi.waitFor(() => expect(store.read().save.kind).toBe('offline'))
    expect(positions()).toEqual([1])
    server.reachable = true
    window.dispatchEvent(new Event('online'))
    await shows(2)
  })

  test('where another window answered, its answer is shown and its next item taken over', async () => {
    server.save(1, { sequence: 1, response: { selected: ['b'] }, flagged: false, struck: [], savedAt: '' })
    answer(1)
    await shows(2)
    expect(store.read().notice).toMatch(/another window/)
  })

  test('opened again it shows the items so far, and whether it has ended', async () => {
    answer(1)
    await shows(2)
    store.stop()
    store = open()
    expect(positions()).toEqual([1, 2])
    server.ended = true
    store.stop()
    store = open()
    expect(store.read().ended).toBe(true)
  })
})
