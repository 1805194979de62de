import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinFamilies } from '../../src/application/join-families.ts'
import type { Exposure } from '../../src/application/ports.ts'
import { startAttempt } from '../../src/application/start-attempt.ts'
import { tryFamily } from '../../src/application/try-family.ts'
import { familyOfItem } from '../../src/domain/item/family-of-item.ts'
import type { Pack } from '../../src/domain/item/types.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { makeProduct, type Product, send } from '../support/product.ts'

let product: Product
beforeAll(() => {
  product = makeProduct()
})
afterAll(() => product.remove())

const packOf = (examCode: string): Pack =>
  product.ports.content.packs().find(({ pack }) => pack.examCode === examCode)?.pack as Pack

const met = (itemId: string): Exposure => ({
  itemId,
  attemptId: 'before',
  examCode: 'SAA-C03',
  startedAt: instant(0),
  correct: false,
  answered: true,
  flagged: false,
})

describe('families in attempts', () => {
  test('a form has one variant of a family at most, stored whole, and the variant can be drawn again', async () => {
    const started = await startAttempt(product.ports, {
      candidateId: 'ana',
      examCode: 'SAA-C03',
      mode: 'exam',
      seed: 'fixed',
    })
    if (!started.ok) throw new Error(started.error.code)
    const placed = started.value.form.items.filter(({ item }) => item.origin.by === 'family')
    const names = placed.map(({ item }) => familyOfItem(item.id) ?? '')
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names).size).toBe(names.length)
    for (const { item } of placed) {
      const family = familyOfItem(item.id) ?? ''
      const seed = item.id.slice(`family-${family}-`.length)
      const tried = tryFamily(product.ports, { family, seed, reveal: false })
      expect(tried.ok && tried.value.variants[0]?.presented.stem).toBe(item.stem)
    }
    const stored = await product.ports.attempts.find(started.value.attemptId, 'ana')
    expect(stored?.form).toEqual(started.value.form)
  })

  test('a family that was met counts as met under the variant that stands for it', () => {
    const pack = packOf('SAA-C03')
    const joined = joinFamilies(product.ports, {
      pack,
      exposures: [met('family-iam-which-request-old')],
      seed: 'a',
      exam: false,
    })
    const present = joined.pack.items.find(({ id }) => familyOfItem(id) === 'iam-which-request')
    expect(joined.exposures.map(({ itemId }) => itemId)).toEqual([present?.id])
    expect(joined.pack.items.length).toBeGreaterThan(pack.items.length)
  })

  test('the pool of a programme stays as its owner wrote it', () => {
    const pack: Pack = { ...packOf('SAA-C03'), purpose: 'programme' }
    const asked = { pack, exposures: [], seed: 'a', exam: true }
    expect(joinFamilies(product.ports, asked).pack).toBe(pack)
  })
})

describe('families over HTTP', () => {
  const get = (path: string) => send(product, 'GET', `/api/v1/families${path}`)

  test('a key is shown when it is asked for, and not before', async () => {
    const hidden = await get('/iam-abac?seed=3&count=2')
    expect(hidden.status).toBe(200)
    expect((hidden.json.variants as unknown as unknown[]).length).toBe(2)
    expect(JSON.stringify(hidden.json.variants)).not.toContain('"answer"')
    const shown = await get('/iam-abac?seed=3&reveal=true')
    expect(shown.json.variants).toMatchObject([{ itemId: 'family-iam-abac-3', answer: {}, beliefs: {} }])
  })

  test('the list tells placements, the measures tell yield; what is unknown is refused', async () => {
    const list = await get('?examCode=scs-c03')
    expect((list.json.families as unknown as { name: string }[]).map(({ name }) => name)).toContain(
      'procedure-order-security',
    )
    const measures = await get('/controls-match/measures?seeds=5')
    expect(measures.json).toMatchObject({ seeds: 5, exhausted: [] })
    expect([(await get('/no-such')).status, (await get('/iam-abac?seed=A%20B')).status]).toEqual([404, 422])
  })
})
