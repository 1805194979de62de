import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/domain/kernel/seeded-random.ts'
import { call, startServer, type TestServer, temporaryFolder } from '../support/server.ts'

const rounds = 20
const { folder, remove } = temporaryFolder()
const random = seededRandom('kill -9')

type Item = {
  readonly position: number
  readonly options: readonly { readonly id: string }[]
  readonly select?: number
}

/** What the server has acknowledged, by position. */
type Acknowledged = Map<number, { readonly sequence: number; readonly selected: readonly string[] }>

function choose(item: Item): string[] {
  const start = random.integer(item.options.length)
  return Array.from(
    { length: item.select ?? 1 },
    (_, step) => item.options[(start + step) % item.options.length]?.id ?? '',
  )
}

/** Answers positions at random, several at a time, until the server is gone; remembers what was acknowledged. */
async function answerUntilGone(
  address: string,
  attemptId: string,
  items: readonly Item[],
  acknowledged: Acknowledged,
): Promise<void> {
  const busy = new Set<number>()
  const worker = async (): Promise<void> => {
    for (;;) {
      const item = items[random.integer(items.length)] as Item
      if (busy.has(item.position)) continue
      busy.add(item.position)
      const sequence = (acknowledged.get(item.position)?.sequence ?? 0) + 1
      const selected = choose(item)
      const path = `/api/v1/attempts/${attemptId}/responses/${item.position}`
      const body = { sequence, response: { selected }, clientToken: randomUUID() }
      const answer = await call(address, 'PUT', path, body).catch(() => undefined)
      if (answer === undefined) return
      // A write that was cut off unanswered may stand: its sequence is then refused, and the next one is free.
      const stands =
        answer.status === 200
          ? { sequence, selected }
          : (answer.body as { sequence?: number; response?: { selected: string[] } })
      if (answer.status === 409)
        acknowledged.set(item.position, {
          sequence: stands.sequence ?? 0,
          selected: answer.body.response ? (answer.body.response as { selected: string[] }).selected : [],
        })
      if (answer.status === 200) acknowledged.set(item.position, { sequence, selected })
      busy.delete(item.position)
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
}

describe('kill -9 in the middle of an exam', () => {
  let server: TestServer | undefined
  afterAll(async () => {
    await server?.kill()
    remove()
  })

  test(`no acknowledged response is lost in ${rounds} rounds`, { timeout: 180_000 }, async () => {
    server = await startServer(folder)
    const started = await call(server.address, 'POST', '/api/v1/attempts', {
      examCode: 'SAA-C03',
      mode: 'exam',
    })
    expect(started.status).toBe(201)
    const attemptId = String(started.body.attemptId)
    const { items } = started.body.form as { items: Item[] }
    const acknowledged: Acknowledged = new Map()
    let total = 0
    for (let round = 0; round < rounds; round++) {
      const answering = answerUntilGone(server.address, attemptId, items, acknowledged)
      await new Promise((resolve) => setTimeout(resolve, 40 + random.integer(160)))
      await server.kill()
      await answering
      server = await startServer(folder)
      const { body } = await call(server.address, 'GET', `/api/v1/attempts/${attemptId}`)
      const responses = body.responses as Record<
        string,
        { sequence: number; response: { selected: string[] } }
      >
      for (const [position, { sequence, selected }] of acknowledged) {
        const stands = responses[position]
        expect(stands?.sequence).toBeGreaterThanOrEqual(sequence)
        if (stands?.sequence === sequence) expect(stands.response.selected).toEqual(selected)
        total += 1
      }
    }
    expect(total).toBeGreaterThan(rounds)
    const checked = await call(server.address, 'POST', `/api/v1/attempts/${attemptId}/submission`, {})
    expect(checked.status).toBe(200)
  })
})
