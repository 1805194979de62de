import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AttemptView, ResponseView } from '../../../application/read-attempt.ts'
import type { AttemptMode } from '../../../domain/attempt/types.ts'
import { AttemptStore } from './attempt-store.ts'
import { memoryShelf } from './memory-shelf.fixture.ts'
import { positionOf } from './sheet.ts'

type Held = ResponseView & { clientToken: string }

const feedback = { correct: true, key: { selected: ['a'] }, rationales: [], references: [] }
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase(), text: id }))

/** A server in memory that keeps the contract of the attempt calls; `reachable` cuts the line. */
class AttemptServer {
  readonly held = new Map<string, Held>()
  readonly mode: AttemptMode
  reachable = true
  closed = false
  saves = 0

  constructor(mode: AttemptMode = 'exam') {
    this.mode = mode
  }

  view(): AttemptView {
    const items = [1, 2, 3].map((position) => ({
      position,
      kind: 'multiple-choice' as const,
      stem: '',
      options,
    }))
    return {
      attemptId: 'a1',
      examCode: 'SAA-C03',
      title: 'Practice',
      mode: this.mode,
      state: this.closed ? 'closed' : 'open',
      serverTime: '2026-11-24T10:00:00.000Z',
      startedAt: '2026-11-24T09:00:00.000Z',
      deadline: '2026-11-24T11:00:00.000Z',
      timeMultiplier: 1,
      form: { formId: 'f1', items },
      responses: Object.fromEntries(this.held),
      moved: [],
    }
  }

  save(position: string, body: Omit<Held, 'savedAt'>): Response {
    if (this.closed)
      return Response.json({ code: 'attempt-closed', detail: 'Read its report.' }, { status: 410 })
    const present = this.held.get(position)
    if (
      present !== undefined &&
      present.clientToken !== body.clientToken &&
      body.sequence <= present.sequence
    ) {
      return Response.json({ code: 'superseded', ...present }, { status: 409 })
    }
    const told = this.mode === 'study' && body.response !== null ? { feedback } : {}
    this.held.set(position, { ...body, savedAt: '2026-11-24T10:00:01.000Z', ...told })
    this.saves++
    return Response.json({
      savedAt: '2026-11-24T10:00:01.000Z',
      sequence: body.sequence,
      remainingMs: 3_599_000,
      ...told,
    })
  }

  readonly fetch = async (path: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!this.reachable) throw new TypeError('fetch failed')
    const position = /responses\/(\d+)$/.exec(String(path))?.[1]
    if (position !== undefined) return this.save(position, JSON.parse(String(init?.body)) as Held)
    if (init?.method === 'POST') this.closed = true
    return Response.json(init?.method === 'POST' ? { report: {} } : this.view())
  }
}

const stores: AttemptStore[] = []
let server: AttemptServer

function open(): AttemptStore {
  const store = new AttemptStore({
    value: server.view(),
    askedMs: performance.now(),
    answeredMs: performance.now(),
  })
  stores.push(store)
  return store
}

const select = (id: string) => ({ response: { selected: [id] } })
const given = (store: AttemptStore, position: number) => positionOf(store.read().sheet, position)
const saved = (store: AttemptStore) =>
  vi.waitFor(() => expect(store.read().save.kind).toBe('saved'), { timeout: 3_000 })

function serveWith(mode: AttemptMode): void {
  server = new AttemptServer(mode)
  vi.stubGlobal('fetch', server.fetch)
}

beforeEach(() => {
  vi.stubGlobal('localStorage', memoryShelf())
  vi.stubGlobal('window', new EventTarget())
  serveWith('exam')
})

afterEach(() => {
  for (const store of stores.splice(0)) store.stop()
  vi.unstubAllGlobals()
})

describe('an exam on this page', () => {
  test('shows a choice at once and saves it', async () => {
    const store = open()
    store.change(1, select('b'))
    expect(given(store, 1).response).toEqual({ selected: ['b'] })
    await saved(store)
    expect(server.held.get('1')).toMatchObject({ sequence: 1, response: { selected: ['b'] }, flagged: false })
  })

  test('tells its listeners until they leave', async () => {
    const store = open()
    const listener = vi.fn()
    const leave = store.subscribe(listener)
    store.change(1, { flagged: true })
    expect(listener).toHaveBeenCalled()
    leave()
    const calls = listener.mock.calls.length
    store.change(1, { flagged: false })
    expect(listener).toHaveBeenCalledTimes(calls)
    await saved(store)
  })

  test('takes the time left from the last answer of the server', async () => {
    const store = open()
    store.change(1, select('a'))
    await saved(store)
    expect(Math.abs((store.remaining() ?? 0) - 3_599_000)).toBeLessThan(500)
  })

  test('keeps answers while the line is cut, and sends them when it is back', async () => {
    const store = open()
    server.reachable = false
    store.change(1, select('a'))
    store.change(2, select('b'))
    await vi.waitFor(() => expect(store.read().save).toEqual({ kind: 'offline', waiting: 2 }))
    server.reachable = true
    window.dispatchEvent(new Event('online'))
    await saved(store)
    expect([...server.held.keys()].sort()).toEqual(['1', '2'])
  })

  test('a reload shows and sends what an earlier page kept', async () => {
    server.reachable = false
    const before = open()
    before.change(1, select('c'))
    await vi.waitFor(() => expect(before.read().save.kind).toBe('offline'))
    before.stop()
    server.reachable = true
    const after = open()
    expect(given(after, 1).response).toEqual({ selected: ['c'] })
    await saved(after)
    await vi.waitFor(() => expect(server.held.get('1')?.response).toEqual({ selected: ['c'] }))
    expect(localStorage.length).toBe(0)
  })
})

describe('two windows', () => {
  test('the second follows what the first saves', async () => {
    const [first, second] = [open(), open()]
    first.change(1, select('a'))
    await vi.waitFor(() =>
      expect(given(second, 1)).toMatchObject({ response: { selected: ['a'] }, sequence: 1 }),
    )
  })

  test('a stale answer gives way to the winner, says so, and can be given again', async () => {
    const store = open()
    server.held.set('1', {
      sequence: 3,
      response: { selected: ['d'] },
      flagged: true,
      struck: [],
      savedAt: '',
      clientToken: 'other',
    })
    store.change(1, select('a'))
    await vi.waitFor(() => expect(store.read().notice).toContain('another window'))
    expect(given(store, 1)).toMatchObject({ response: { selected: ['d'] }, flagged: true, sequence: 3 })
    store.change(1, select('a'))
    await vi.waitFor(() =>
      expect(server.held.get('1')).toMatchObject({ sequence: 4, response: { selected: ['a'] } }),
    )
    store.dismissNotice()
    expect(store.read().notice).toBeNull()
  })
})

describe('the end', () => {
  test('a submission waits for what is on its way', async () => {
    const store = open()
    store.change(2, select('b'))
    expect(await store.submit('delivered')).toBeNull()
    expect(server.held.get('2')?.response).toEqual({ selected: ['b'] })
    expect(store.read()).toMatchObject({ closed: true, late: 0 })
  })

  test('when time is up nothing is waited for, and what came too late is counted', async () => {
    const store = open()
    server.reachable = false
    store.change(1, select('a'))
    await vi.waitFor(() => expect(store.read().save.kind).toBe('offline'))
    expect(await store.submit('time-up')).toMatchObject({ code: 'no-answer' })
    server.reachable = true
    server.closed = true
    expect(await store.submit('time-up')).toBeNull()
    await vi.waitFor(() => expect(store.read()).toMatchObject({ closed: true, late: 1 }))
    expect(localStorage.length).toBe(0)
  })

  test('an answer to an attempt closed elsewhere ends this page too', async () => {
    const store = open()
    server.closed = true
    store.change(1, select('a'))
    await vi.waitFor(() => expect(store.read()).toMatchObject({ closed: true, late: 1 }))
    store.change(2, select('a'))
    expect(given(store, 2).response).toBeNull()
  })

  test('a closing is noticed on refresh', async () => {
    const store = open()
    server.closed = true
    await store.refresh()
    expect(store.read().closed).toBe(true)
  })
})

describe('study', () => {
  beforeEach(() => serveWith('study'))

  test('keeps a choice here until it is checked, then shows the key and takes no other', async () => {
    const store = open()
    store.change(1, select('b'))
    store.change(1, select('a'))
    expect(server.saves).toBe(0)
    store.check(1)
    await vi.waitFor(() => expect(given(store, 1).feedback).toEqual(feedback))
    expect(server.held.get('1')?.response).toEqual({ selected: ['a'] })
    store.change(1, select('c'))
    expect(given(store, 1).response).toEqual({ selected: ['a'] })
  })

  test('a flag is saved without giving the choice away', async () => {
    const store = open()
    store.change(1, select('b'))
    store.change(1, { flagged: true })
    await vi.waitFor(() => expect(server.held.get('1')).toMatchObject({ flagged: true, response: null }))
    expect(given(store, 1).response).toEqual({ selected: ['b'] })
  })
})
