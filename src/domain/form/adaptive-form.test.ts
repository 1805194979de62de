import { describe, expect, test } from 'vitest'
import { areEnemies } from '../item/enemies.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import { probabilityCorrect } from '../measurement/model/probability.ts'
import {
  type AdaptiveForm,
  beginAdaptiveForm,
  growForm,
  isAdaptive,
  nextStep,
  placeItem,
  whyEnded,
} from './adaptive-form.ts'
import { judgeItems, makeBank } from './item-bank.ts'
import { makePack, makeRequest, sampleBlueprint } from './pool.fixture.ts'

const pack = makePack(200)
const bank = makeBank(pack, null)
const judged = judgeItems(pack.items)

function begin(changes: Partial<Parameters<typeof beginAdaptiveForm>[0]> = {}): AdaptiveForm {
  const begun = beginAdaptiveForm({ ...makeRequest({ pack }), bank, resting: new Set(), ...changes })
  if (!begun.ok) throw new Error(begun.error.code)
  return begun.value
}

type Sat = { readonly form: AdaptiveForm; readonly correct: readonly boolean[]; readonly reason: string }

/** Sits a whole form as somebody of an ability would. */
function sit(form: AdaptiveForm, theta: number, seed: string): Sat {
  const random = seededRandom(seed)
  const correct: boolean[] = []
  let grown = form
  for (;;) {
    const step = nextStep(grown, correct, pack.items)
    if (step.kind === 'end') return { form: grown, correct, reason: step.reason }
    grown = growForm(grown, placeItem(grown, step.item, `secret ${grown.items.length}`))
    correct.push(random.next() < probabilityCorrect(theta, judged.get(step.item.id)!.parameters))
  }
}

describe('a form that grows', () => {
  test('has 15 to 30 items, every domain, no item twice, no enemies together', () => {
    for (const theta of [-2, 0, 2]) {
      const { form } = sit(begin(), theta, `at ${theta}`)
      const items = form.items.map(({ item }) => item)
      expect(items.length).toBeGreaterThanOrEqual(15)
      expect(items.length).toBeLessThanOrEqual(30)
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      expect(new Set(items.map(({ domain }) => domain)).size).toBe(sampleBlueprint.domains.length)
      expect(items.some((one, index) => items.slice(index + 1).some((other) => areEnemies(one, other)))).toBe(
        false,
      )
    }
  })

  test('domains come in proportion to their weights', () => {
    const { form } = sit(begin(), 0, 'close to the cut')
    for (const { number, weightPercent } of sampleBlueprint.domains) {
      const share = form.items.filter(({ item }) => item.domain === number).length / form.items.length
      expect(Math.abs(share - (weightPercent ?? 0) / 100)).toBeLessThan(0.08)
    }
  })

  test('ends early where the side of the standard is plain, and late where it is not', () => {
    const far = sit(begin(), 3, 'strong')
    expect(far.reason).toBe('classification')
    expect(far.form.items.length).toBeLessThan(20)
    const close = ['a', 'b', 'c'].map((seed) => sit(begin(), 0, seed).form.items.length)
    expect(Math.max(...close)).toBe(30)
  })

  test('the same seed and answers give the same items; another seed gives others', () => {
    const ids = (seed: string) =>
      sit(begin({ seed }), 0.2, 'one person').form.items.map(({ item }) => item.id)
    expect(ids('one')).toEqual(ids('one'))
    expect(ids('two')).not.toEqual(ids('one'))
  })

  test('the reason of the end can be told from the form alone', () => {
    const { form, correct, reason } = sit(begin(), 1.5, 'able')
    expect(whyEnded(form, correct)).toBe(reason)
    expect(whyEnded(form, correct.slice(0, 10))).toBeNull()
  })

  test('carries the parameters that each item had when the form was begun', () => {
    const { form } = sit(begin(), 0, 'parameters')
    expect(form.measurement.estimates.map(({ parameters }) => parameters.b)).toEqual(
      form.items.map(({ item }) => expect.closeTo(judged.get(item.id)!.parameters.b, 5)),
    )
  })

  test('items met before and items that rest are left out while others serve', () => {
    const met = pack.items.filter((_, index) => index % 2 === 1).map(({ id }) => id)
    const fresh = sit(begin({ avoid: { seenItemIds: met } }), 0, 'met').form
    expect(fresh.items.some(({ item }) => met.includes(item.id))).toBe(false)
    const resting = new Set(pack.items.filter((_, index) => index % 2 === 0).map(({ id }) => id))
    const rested = sit(begin({ resting }), 0, 'rested').form
    expect(rested.items.some(({ item }) => resting.has(item.id))).toBe(false)
  })

  test('an item that was edited or left the pack is passed over', () => {
    const form = begin()
    const step = nextStep(form, [], pack.items)
    if (step.kind === 'end') throw new Error('no first item')
    const edited = pack.items.map((item) => (item.id === step.item.id ? { ...item, hash: 'edited' } : item))
    expect(nextStep(form, [], edited)).not.toMatchObject({ item: { id: step.item.id } })
    expect(nextStep(form, [], [])).toMatchObject({ kind: 'end' })
  })

  test('a pool below sixty items, or without a domain, is too small', () => {
    const small = beginAdaptiveForm({ ...makeRequest({ pack: makePack(50) }), bank, resting: new Set() })
    expect(small).toMatchObject({ ok: false, error: { code: 'pool-too-small' } })
    const lacking = { ...pack, items: pack.items.filter(({ domain }) => domain !== 4) }
    expect(beginAdaptiveForm({ ...makeRequest({ pack: lacking }), bank, resting: new Set() })).toMatchObject({
      error: { missing: [{ domain: 4, needed: 2, available: 0 }] },
    })
  })

  test('answers are one for each item, and items join behind the last', () => {
    const { form } = sit(begin(), 0, 'whole')
    expect(() => nextStep(form, [true], pack.items)).toThrow(RangeError)
    expect(() => growForm(form, form.items[0]!)).toThrow(RangeError)
    expect(isAdaptive(form)).toBe(true)
  })
})
