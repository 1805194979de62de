import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { memoryShelf } from './memory-shelf.fixture.ts'
import { openOutbox, type PositionChange, type Shelf } from './outbox.ts'

const select = (...selected: string[]): PositionChange => ({
  response: { selected },
  flagged: false,
  struck: [],
})

let shelf: Shelf
let tokens: number
const newToken = (): string => `token-${++tokens}`
const open = (attemptId = 'a1') => openOutbox(shelf, attemptId, newToken)

beforeEach(() => {
  shelf = memoryShelf()
  tokens = 0
})

describe('keeping changes', () => {
  test('the first change follows the last sequence known', () => {
    const outbox = open()
    outbox.put(3, select('x'), 4)
    expect(outbox.next()).toMatchObject({
      position: 3,
      sequence: 5,
      clientToken: 'token-1',
      response: { selected: ['x'] },
    })
  })

  test('a change not yet attempted takes the newer content under the same token', () => {
    const outbox = open()
    outbox.put(1, select('x'), 0)
    outbox.put(1, select('y'), 0)
    expect([...outbox.newest().values()]).toHaveLength(1)
    expect(outbox.next()).toMatchObject({
      sequence: 1,
      clientToken: 'token-1',
      response: { selected: ['y'] },
    })
  })

  test('an attempted change stays as it was sent and is followed by another', () => {
    const outbox = open()
    outbox.put(1, select('x'), 0)
    outbox.markAttempted('token-1')
    outbox.put(1, select('y'), 0)
    expect(outbox.next()).toMatchObject({ sequence: 1, response: { selected: ['x'] } })
    outbox.remove('token-1')
    expect(outbox.next()).toMatchObject({
      sequence: 2,
      clientToken: 'token-2',
      response: { selected: ['y'] },
    })
  })

  test('an entry leaves only when it is removed', () => {
    const outbox = open()
    outbox.put(1, select('x'), 0)
    outbox.markAttempted('token-1')
    expect(outbox.next()).not.toBeNull()
    outbox.remove('token-1')
    expect(outbox.next()).toBeNull()
    expect(shelf.length).toBe(0)
  })

  test('dropping a position leaves the others', () => {
    const outbox = open()
    outbox.put(1, select('x'), 0)
    outbox.markAttempted('token-1')
    outbox.put(1, select('y'), 0)
    outbox.put(2, select('z'), 0)
    outbox.dropPosition(1)
    expect([...outbox.newest().keys()]).toEqual([2])
  })
})

describe('a closed attempt', () => {
  test('leaves nothing behind', () => {
    const outbox = open()
    outbox.put(1, select('x'), 0)
    outbox.put(2, select('y'), 0)
    outbox.clear()
    expect(outbox.next()).toBeNull()
    expect(shelf.length).toBe(0)
  })
})

describe('outliving the page', () => {
  test('a reload finds what was kept, attempted or not, in order', () => {
    const before = open()
    before.put(7, select('x'), 0)
    before.put(2, select('y'), 1)
    before.markAttempted('token-1')
    const after = open()
    expect(after.next()).toMatchObject({ position: 2, sequence: 2, attempted: false })
    after.remove('token-2')
    expect(after.next()).toMatchObject({ position: 7, attempted: true, clientToken: 'token-1' })
  })

  test('another attempt and foreign or broken entries are left alone', () => {
    open('a2').put(1, select('x'), 0)
    shelf.setItem('cairn/theme', 'dark')
    shelf.setItem('cairn/outbox/a1/broken', '{"position":')
    shelf.setItem('cairn/outbox/a1/odd', '"text"')
    expect(open('a1').next()).toBeNull()
    expect(open('a2').next()).not.toBeNull()
  })

  test('two tabs keep both entries', () => {
    const one = open()
    const two = open()
    one.put(1, select('x'), 0)
    two.put(1, select('y'), 0)
    expect(shelf.length).toBe(2)
  })

  test('a shelf that refuses to write still sends from memory', () => {
    const full: Shelf = {
      ...memoryShelf(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const outbox = openOutbox(full, 'a1', newToken)
    outbox.put(1, select('x'), 0)
    expect(outbox.next()).toMatchObject({ position: 1 })
  })
})

describe('any sequence of changes, attempts and reloads', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('put' as const),
      position: fc.integer({ min: 1, max: 3 }),
      option: fc.constantFrom('x', 'y', 'z'),
    }),
    fc.record({ kind: fc.constant('attempt' as const) }),
    fc.record({ kind: fc.constant('acknowledge' as const) }),
    fc.record({ kind: fc.constant('reload' as const) }),
  )

  test('the last change of each position is acknowledged or still kept, and sequences rise', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        shelf = memoryShelf()
        let outbox = open()
        const acknowledged = new Map<number, { sequence: number; response: unknown }>()
        const wanted = new Map<number, unknown>()
        for (const action of steps) {
          const next = outbox.next()
          if (action.kind === 'put') {
            const change = select(action.option)
            wanted.set(action.position, change.response)
            outbox.put(action.position, change, acknowledged.get(action.position)?.sequence ?? 0)
          } else if (action.kind === 'reload') outbox = open()
          else if (next !== null) {
            outbox.markAttempted(next.clientToken)
            if (action.kind === 'acknowledge') {
              expect(next.sequence).toBe((acknowledged.get(next.position)?.sequence ?? 0) + 1)
              acknowledged.set(next.position, next)
              outbox.remove(next.clientToken)
            }
          }
        }
        for (const [position, response] of wanted) {
          const last = outbox.newest().get(position) ?? acknowledged.get(position)
          expect(last?.response).toEqual(response)
        }
      }),
    )
  })
})
