import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkStore } from '../../src/application/check-store.ts'
import type { AttemptView } from '../../src/application/read-attempt.ts'
import type { ScoreReport } from '../../src/domain/attempt/types.ts'
import type { PresentedItem } from '../../src/domain/form/types.ts'
import { makeProduct, type Product, type Reply, realContent, send } from '../support/product.ts'

let product: Product
beforeAll(() => {
  product = makeProduct()
})
afterAll(() => product.remove())

const start = async (body: Record<string, unknown> = {}): Promise<AttemptView> =>
  (await send(product, 'POST', '/api/v1/attempts', { examCode: 'SAA-C03', mode: 'diagnostic', ...body }))
    .json as unknown as AttemptView

let token = 0
const put = (view: AttemptView, position: number, body: Record<string, unknown>): Promise<Reply> =>
  send(product, 'PUT', `/api/v1/attempts/${view.attemptId}/responses/${position}`, {
    ...{ sequence: 1, clientToken: `d${++token}` },
    ...body,
  })

/** A response that is right or wrong, by the key in the pack: the test knows what the server does not tell. */
function respond({ stem, options, select = 1 }: PresentedItem, right: boolean): { selected: string[] } {
  const item = realContent
    .packs()
    .flatMap(({ pack }) => pack.items)
    .find((candidate) => candidate.stem === stem)
  const keys = new Set(item?.options.filter(({ key }) => key === true).map(({ text }) => text))
  const ids = options.filter(({ text }) => keys.has(text) === right).map(({ id }) => id)
  return { selected: ids.slice(0, select) }
}

type Walked = { readonly items: readonly PresentedItem[]; readonly last: Reply }

/** Answers until no further item comes. */
async function walk(view: AttemptView, isRight: (position: number) => boolean): Promise<Walked> {
  const items: PresentedItem[] = []
  let item: PresentedItem | null | undefined = view.form.items[0]
  let last: Reply | undefined
  while (item) {
    items.push(item)
    last = await put(view, item.position, { response: respond(item, isRight(item.position)) })
    item = (last.json as { next?: PresentedItem | null }).next
  }
  return { items, last: last as Reply }
}

/** Does something on a store that nobody has sat anything on, so that no item was met and none rests. */
async function onFreshProduct<T>(work: () => Promise<T>): Promise<T> {
  const before = product
  product = makeProduct()
  try {
    return await work()
  } finally {
    await product.remove()
    product = before
  }
}

const read = async (view: AttemptView): Promise<AttemptView> =>
  (await send(product, 'GET', `/api/v1/attempts/${view.attemptId}`)).json as unknown as AttemptView

const submit = async (view: AttemptView): Promise<ScoreReport> =>
  (await send(product, 'POST', `/api/v1/attempts/${view.attemptId}/submission`, {})).json
    .report as unknown as ScoreReport

describe('a diagnostic over HTTP', () => {
  test('starts with one item and no clock, and gives the next with each answer until it knows enough', async () => {
    const view = await start()
    expect(view.form.items).toHaveLength(1)
    expect(view).toMatchObject({ deadline: null, adaptive: { fewest: 15, most: 30, ended: false } })
    const { items, last } = await walk(view, () => true)
    expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1))
    expect(items.length).toBeGreaterThanOrEqual(15)
    expect(items.length).toBeLessThanOrEqual(30)
    expect(last.json.next).toBeNull()
    const ended = await read(view)
    expect(ended.form.items.map(({ stem }) => stem)).toEqual(items.map(({ stem }) => stem))
    expect(ended.adaptive?.ended).toBe(true)
  })

  test('whoever is right stands above the cut, whoever is wrong below, each with an interval', async () => {
    const able = await start()
    await walk(able, () => true)
    const unable = await start()
    await walk(unable, () => false)
    const [high, low] = [await submit(able), await submit(unable)]
    expect(high.scaledScore).toBeGreaterThan(high.cutScore)
    expect(low.scaledScore).toBeLessThan(low.cutScore)
    for (const report of [high, low]) {
      expect(report.scaledScoreLow).toBeLessThan(report.scaledScore as number)
      expect(report.decision).toBeNull()
      expect(report.diagnostic?.reason).toBe('classification')
      expect(report.focus?.length).toBe(5)
      expect(report.scale).toMatch(/judgement only/)
    }
    expect(high.diagnostic?.aboveStandard).toBeGreaterThan(0.95)
    expect(low.readiness?.probability).toBeLessThan(0.25)
  })

  test('the same seed and answers give the same items, and options in another order', async () => {
    const isRight = (position: number): boolean => position % 3 !== 0
    const one = await onFreshProduct(async () => walk(await start({ seed: 'fixed' }), isRight))
    const two = await onFreshProduct(async () => walk(await start({ seed: 'fixed' }), isRight))
    expect(two.items.map(({ stem }) => stem)).toEqual(one.items.map(({ stem }) => stem))
    expect(two.items[0]?.options.map(({ id }) => id)).not.toEqual(one.items[0]?.options.map(({ id }) => id))
  })

  test('an answer is final, a repeated request is answered again with the same next item, nobody skips ahead', async () => {
    const view = await start()
    const [first] = view.form.items as [PresentedItem]
    const body = { response: respond(first, true), clientToken: 'once' }
    const [answered, again] = [await put(view, 1, body), await put(view, 1, body)]
    expect(again.json.next).toEqual(answered.json.next)
    const changed = await put(view, 1, { sequence: 2, response: respond(first, false) })
    expect([changed.status, changed.json.code]).toEqual([409, 'already-answered'])
    expect((await put(view, 3, { response: respond(first, true) })).status).toBe(404)
    expect((await read(view)).form.items).toHaveLength(2)
  })

  test('two windows that answer at once get one answer in and one next item', async () => {
    const view = await start()
    const [first] = view.form.items as [PresentedItem]
    const replies = await Promise.all([
      put(view, 1, { response: respond(first, true) }),
      put(view, 1, { response: respond(first, false) }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await read(view)).form.items).toHaveLength(2)
  })

  test('a flag is kept without answering', async () => {
    const view = await start()
    const flagged = await put(view, 1, { response: null, flagged: true })
    expect(flagged.json.next).toBeNull()
    expect((await read(view)).adaptive?.ended).toBe(false)
    const [first] = view.form.items as [PresentedItem]
    const answered = await put(view, 1, { sequence: 2, response: respond(first, true) })
    expect(answered.json.next).toMatchObject({ position: 2 })
  })

  test('ended early it says so, and shows no chance that it does not know', async () => {
    const view = await start({ seed: 'early' })
    await put(view, 1, { response: respond(view.form.items[0] as PresentedItem, true) })
    const report = await submit(view)
    expect(report.rawScore).toMatchObject({ correct: 1, scored: 2 })
    expect(report.scaledScore).toBeNull()
    expect(report.diagnostic).toMatchObject({ reason: 'submitted', answered: 1 })
  })

  test('items met before come last', async () => {
    const [one, two] = await onFreshProduct(async () => [
      await walk(await start(), () => true),
      await walk(await start(), () => true),
    ])
    const met = new Set(one?.items.map(({ stem }) => stem))
    expect(two?.items.filter(({ stem }) => met.has(stem))).toEqual([])
  })

  test('with a scope of its own it is a fixed block', async () => {
    const view = await start({ domains: [1], items: 5 })
    expect(view.form.items).toHaveLength(5)
    expect(view.adaptive).toBeUndefined()
  })

  test('what is stored replays: events, responses and reports of growing forms agree', async () => {
    const { attempts, findings } = await checkStore(product.ports)
    expect(attempts).toBeGreaterThan(6)
    expect(findings).toEqual([])
  })
})
