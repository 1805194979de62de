import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttemptView } from '../../src/application/read-attempt.ts'
import type { Item } from '../../src/domain/item/types.ts'
import { makeProduct, type Product, realContent, send } from '../support/product.ts'

let product: Product
beforeAll(() => {
  product = makeProduct()
})
afterAll(() => product.remove())

const pack = () => realContent.packs().find((loaded) => loaded.pack.examCode === 'SAA-C03')?.pack
const poolItems = () => pack()?.items ?? []
const itemOf = (stem: string) => poolItems().find((item) => item.stem === stem)

/** Items on the form of an attempt, with their keys; those of computed-key families stand there alone. */
const itemsOn = async (view: AttemptView): Promise<readonly Item[]> =>
  (await product.ports.attempts.find(view.attemptId, 'local'))?.form.items.map(({ item }) => item) ?? []

const start = async (body: Record<string, unknown>): Promise<{ view: AttemptView; text: string }> => {
  const reply = await send(product, 'POST', '/api/v1/attempts', body)
  return { view: reply.json as unknown as AttemptView, text: reply.text }
}

let token = 0
const put = (view: AttemptView, position: number, sequence: number, selected: readonly string[]) =>
  send(product, 'PUT', `/api/v1/attempts/${view.attemptId}/responses/${position}`, {
    sequence,
    response: { selected },
    clientToken: `t${String(++token).padStart(6, '0')}`,
  })

/** What must not be seen before it may: of every item of the pool and of the form, and the names of the fields that would carry it. */
function secretsOf(onForm: readonly Item[]): string[] {
  const texts = [...poolItems(), ...onForm].flatMap((item) => [
    item.id,
    item.hash,
    ...item.options.flatMap(({ rationale, misconception }) => [rationale, misconception ?? rationale]),
    ...item.references.map(({ url }) => url),
  ])
  const fields = [
    '"key"',
    '"inKey"',
    'rationale',
    'misconception',
    'angoff',
    'optionOrder',
    '"scored"',
    '"correct"',
    'cognitive',
    '"task"',
  ]
  return [...texts, ...fields]
}

const found = (bytes: string, onForm: readonly Item[]): string[] =>
  secretsOf(onForm).filter(
    (secret) => bytes.includes(JSON.stringify(secret).slice(1, -1)) || bytes.includes(secret),
  )

describe('every byte sent during an exam', () => {
  test('holds no key, rationale, reference, item id or author order, in any answer of the server', async () => {
    const { view, text } = await start({ examCode: 'SAA-C03', mode: 'exam' })
    let bytes = text
    for (const item of view.form.items) {
      bytes += (
        await put(
          view,
          item.position,
          1,
          item.options.slice(0, item.select ?? 1).map(({ id }) => id),
        )
      ).text
    }
    const paths = [`/api/v1/attempts/${view.attemptId}`, `/api/v1/attempts/${view.attemptId}/report`]
    for (const path of paths) bytes += (await send(product, 'GET', path)).text
    expect(view.form.items).toHaveLength(65)
    expect(found(bytes, await itemsOn(view))).toEqual([])
  })

  test('a diagnostic tells nothing either: no key, no difficulty, no item id, in any answer until it closes', async () => {
    const { view, text } = await start({ examCode: 'SAA-C03', mode: 'diagnostic' })
    let bytes = text
    let item: AttemptView['form']['items'][number] | null | undefined = view.form.items[0]
    let given = 0
    while (item) {
      const answered: Awaited<ReturnType<typeof put>> = await put(
        view,
        item.position,
        1,
        item.options.slice(0, item.select ?? 1).map(({ id }) => id),
      )
      bytes += answered.text
      item = (answered.json as { next?: typeof item }).next
      given += 1
    }
    const paths = ['', '/report'].map((path) => `/api/v1/attempts/${view.attemptId}${path}`)
    for (const path of paths) bytes += (await send(product, 'GET', path)).text
    expect(given).toBeGreaterThanOrEqual(15)
    expect(found(bytes, await itemsOn(view))).toEqual([])
    const traces = ['estimate', 'discrimination', 'difficulty', 'resting', 'ability', 'parameters']
    expect(traces.filter((trace) => bytes.includes(`"${trace}`))).toEqual([])
  })

  test('in a diagnostic a right answer and a wrong one are answered alike but for the item that follows', async () => {
    const shapes = new Set<string>()
    for (const place of [0, 1, 2, 3]) {
      const { view } = await start({ examCode: 'CLF-C02', mode: 'diagnostic', seed: 'one item' })
      const [first] = view.form.items
      const id = first?.options[place]?.id ?? ''
      const { json } = await put(view, 1, 1, [id])
      shapes.add(Object.keys(json).sort().join())
    }
    expect([...shapes]).toEqual(['next,remainingMs,savedAt,sequence'])
  })

  test('the scan would notice: the report after closing holds what it looks for', async () => {
    const { view } = await start({ examCode: 'SAA-C03', mode: 'custom', items: 5 })
    const { text } = await send(product, 'POST', `/api/v1/attempts/${view.attemptId}/submission`, {})
    expect(found(text, await itemsOn(view)).length).toBeGreaterThan(20)
  })

  test('study mode tells of the answered item only', async () => {
    const { view, text } = await start({ examCode: 'SAA-C03', mode: 'study', items: 5 })
    const [first] = view.form.items
    const answered = await put(
      view,
      1,
      1,
      (first?.options ?? []).slice(0, first?.select ?? 1).map(({ id }) => id),
    )
    const bytes =
      text + answered.text + (await send(product, 'GET', `/api/v1/attempts/${view.attemptId}`)).text
    const [, ...unanswered] = await itemsOn(view)
    const others = unanswered.flatMap(({ options }) => options.map(({ rationale }) => rationale))
    expect(others.length).toBeGreaterThan(12)
    expect(others.filter((rationale) => bytes.includes(JSON.stringify(rationale).slice(1, -1)))).toEqual([])
  })

  test('the answer to a right response is as long as that to a wrong one', async () => {
    const { view } = await start({ examCode: 'SAA-C03', mode: 'exam' })
    for (const item of view.form.items.filter(({ kind }) => kind === 'multiple-choice').slice(0, 20)) {
      const lengths = []
      for (const [index, { id }] of item.options.entries())
        lengths.push((await put(view, item.position, index + 1, [id])).text.length)
      expect(new Set(lengths).size).toBe(1)
    }
  })
})

describe('order and identifiers of options', () => {
  test('say nothing of author order or key: over many forms every place is as likely (chi-square, 3 degrees, 0.01 %)', async () => {
    const keyPlaces = [0, 0, 0, 0]
    const firstPlaces = [0, 0, 0, 0]
    const idLengths = new Set<number>()
    for (let form = 0; form < 30; form++) {
      const { view } = await start({ examCode: 'SAA-C03', mode: 'custom', items: 60, seed: 'same items' })
      for (const { kind, stem, options } of view.form.items) {
        const item = itemOf(stem)
        if (kind !== 'multiple-choice' || item === undefined) continue
        const keyText = item.options.find(({ key }) => key === true)?.text
        const keyPlace = options.findIndex(({ text }) => text === keyText)
        const firstPlace = options.findIndex(({ text }) => text === item.options[0]?.text)
        keyPlaces[keyPlace] = (keyPlaces[keyPlace] ?? 0) + 1
        firstPlaces[firstPlace] = (firstPlaces[firstPlace] ?? 0) + 1
        for (const { id } of options) idLengths.add(id.length)
      }
    }
    const chiSquare = (counts: readonly number[]): number => {
      const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
      return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    }
    expect(firstPlaces.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(600)
    expect(chiSquare(keyPlaces)).toBeLessThan(21.11)
    expect(chiSquare(firstPlaces)).toBeLessThan(21.11)
    expect(idLengths.size).toBe(1)
  })
})
