import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areEnemies } from '../item/enemies.ts'
import { makeItem } from '../item/item.fixture.ts'
import type { Item, Pack } from '../item/types.ts'
import { type AssemblyRequest, assembleForm } from './assemble-form.ts'
import { makePack, makeRequest, sampleBlueprint } from './pool.fixture.ts'
import type { Form, FormItem } from './types.ts'

const pool300 = makePack(300)
const meanAngoff = (items: readonly Item[]): number =>
  items.reduce((sum, { angoff }) => sum + angoff, 0) / items.length

function draw(changes: Partial<AssemblyRequest> = {}): Form {
  const form = assembleForm(makeRequest({ pack: pool300, ...changes }))
  if (!form.ok) throw new Error(`pool too small: ${JSON.stringify(form.error)}`)
  return form.value
}

const ids = (form: Form): string[] => form.items.map(({ item }) => item.id)
const scoredOf = (form: Form): Item[] => form.items.flatMap(({ item, scored }) => (scored ? [item] : []))
const count = <T>(values: readonly T[], wanted: T): number =>
  values.filter((value) => value === wanted).length

describe('a whole form', () => {
  test('for any seed: exact domain quotas, no item twice, no enemies, positions from 1', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const form = draw({ seed })
        const domains = scoredOf(form).map(({ domain }) => domain)
        expect([1, 2, 3, 4].map((domain) => count(domains, domain))).toEqual([15, 13, 12, 10])
        expect(form.items).toHaveLength(65)
        expect(new Set(ids(form)).size).toBe(65)
        expect(form.items.map(({ position }) => position)).toEqual(
          Array.from({ length: 65 }, (_, place) => place + 1),
        )
        const items = form.items.map(({ item }) => item)
        expect(items.some((a) => items.some((b) => a !== b && areEnemies(a, b)))).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  test('spreads scored items over the tasks of a domain as evenly as whole numbers allow', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const tasks = scoredOf(draw({ seed })).map(({ task }) => task)
      for (const domain of sampleBlueprint.domains) {
        const counts = domain.tasks.map((task) => count(tasks, task))
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }
    }
  })

  test('is as difficult as the pool and has its share of multiple-response items', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const form = draw({ seed })
      expect(Math.abs(meanAngoff(scoredOf(form)) - meanAngoff(pool300.items))).toBeLessThan(0.005)
      expect(form.items.filter(({ item }) => item.kind === 'multiple-response')).toHaveLength(13)
    }
  })

  test('gives pretest items no place of their own', () => {
    const places = Array.from({ length: 60 }, (_, seed) =>
      draw({ seed: `pretest ${seed}` }).items.flatMap(({ position, scored }) => (scored ? [] : [position])),
    ).flat()
    expect(places).toHaveLength(60 * 15)
    const mean = places.reduce((a, b) => a + b, 0) / places.length
    expect(Math.abs(mean - 33)).toBeLessThan(2.5)
    expect(new Set(places).size).toBe(65)
  })

  test('is the same byte for byte from the same inputs', () => {
    const twice = [draw({ seed: 'same' }), draw({ seed: 'same' })].map((form) => JSON.stringify(form))
    expect(twice[0]).toBe(twice[1])
  })

  test('another seed gives another form', () => {
    expect(ids(draw({ seed: 'one' }))).not.toEqual(ids(draw({ seed: 'two' })))
  })

  test('is drawn within 100 ms from a pool of 300', () => {
    draw({ seed: 'warm' })
    const times = Array.from({ length: 5 }, (_, turn) => {
      const start = performance.now()
      draw({ seed: `timed ${turn}` })
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})

describe('items met before', () => {
  test('come last: a second form shares no item while the pool allows', () => {
    const first = draw({ seed: 'first' })
    const second = draw({ seed: 'second', avoid: { seenItemIds: ids(first) } })
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([])
  })

  test('are used evenly: forms in turn wear the pool down by the same measure', () => {
    const seenItemIds: string[] = []
    for (let turn = 0; turn < 9; turn++) {
      seenItemIds.push(...ids(draw({ seed: `turn ${turn}`, avoid: { seenItemIds: [...seenItemIds] } })))
    }
    const times = pool300.items.map(({ id }) => count(seenItemIds, id))
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(2)
  })
})

describe('a pool that is too small', () => {
  test('is refused with what is missing where', () => {
    const starved: Pack = {
      ...pool300,
      items: pool300.items.filter(({ domain, task }) => domain !== 2 || task === '2.1').slice(0, 200),
    }
    const domainTwo = starved.items.filter(({ domain }) => domain === 2).length
    const short: Pack = {
      ...starved,
      items: starved.items.filter(({ domain }, index) => domain !== 2 || index % 6 === 0),
    }
    const left = short.items.filter(({ domain }) => domain === 2).length
    expect(left).toBeLessThan(13)
    expect(domainTwo).toBeGreaterThan(left)
    const drawn = assembleForm(makeRequest({ pack: short }))
    expect(drawn).toMatchObject({ ok: false, error: { code: 'pool-too-small' } })
    expect(drawn.ok ? [] : drawn.error.missing).toContainEqual({ domain: 2, needed: 13, available: left })
  })

  test('counts enemies as what cannot stand together', () => {
    const quarrel = makePack(75).items.map((item) =>
      item.domain === 4
        ? {
            ...item,
            enemies: makePack(75)
              .items.filter((other) => other.domain === 4 && other.id !== item.id)
              .map(({ id }) => id),
          }
        : item,
    )
    const drawn = assembleForm(makeRequest({ pack: makePack(75, { items: quarrel }) }))
    expect(drawn.ok ? [] : drawn.error.missing).toEqual([{ domain: 4, needed: 10, available: 1 }])
  })

  test('says so when scored items suffice and pretest items do not', () => {
    const drawn = assembleForm(makeRequest({ pack: makePack(60) }))
    const missing = drawn.ok ? [] : drawn.error.missing
    expect(missing.length).toBeGreaterThan(0)
    for (const { needed, available } of missing) expect(available).toBeLessThan(needed)
  })

  test('is refused when it is empty', () => {
    const drawn = assembleForm(makeRequest({ pack: makePack(0) }))
    expect(drawn.ok ? [] : drawn.error.missing.map(({ available }) => available)).toEqual([0, 0, 0, 0])
  })

  test('75 items in proportion are enough for a form of 65', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f'])
      expect(draw({ seed, pack: makePack(78) }).items).toHaveLength(65)
  })
})

describe('a block', () => {
  test('holds as many scored items as asked, by the weights of the domains chosen', () => {
    const form = draw({ length: 10, filters: { domains: [1, 4] } })
    expect(form.items.every(({ scored }) => scored)).toBe(true)
    expect(
      [1, 2, 3, 4].map((domain) =>
        count(
          scoredOf(form).map((item) => item.domain),
          domain,
        ),
      ),
    ).toEqual([6, 0, 0, 4])
    expect(form.blueprint).toMatchObject({ scoredItems: 10, unscoredItems: 0, durationMinutes: 20 })
    expect(form.blueprint.domains.map(({ number }) => number)).toEqual([1, 4])
  })

  test('of five items takes ten minutes', () => {
    expect(draw({ length: 5 }).blueprint.durationMinutes).toBe(10)
  })

  test('keeps to the tasks chosen', () => {
    const form = draw({ length: 8, filters: { tasks: ['1.2', '3.4'] } })
    expect(new Set(form.items.map(({ item }) => item.task))).toEqual(new Set(['1.2', '3.4']))
  })

  test('keeps to the items named, whatever the weights say', () => {
    const itemIds = pool300.items
      .filter(({ domain, enemies }) => domain === 3 && enemies.length === 0)
      .slice(0, 7)
      .map(({ id }) => id)
    const form = draw({ length: 7, filters: { itemIds }, allowFewer: true })
    expect(ids(form).sort()).toEqual(itemIds.sort())
  })

  test('is refused where there are fewer items, unless fewer will do', () => {
    const itemIds = pool300.items.slice(2, 5).map(({ id }) => id)
    const asked = { pack: pool300, length: 10, filters: { itemIds } }
    expect(assembleForm(makeRequest(asked)).ok).toBe(false)
    expect(draw({ ...asked, allowFewer: true }).items).toHaveLength(3)
    expect(assembleForm(makeRequest({ ...asked, filters: { itemIds: [] }, allowFewer: true })).ok).toBe(false)
    expect(assembleForm(makeRequest({ pack: makePack(60), allowFewer: true })).ok).toBe(false)
  })
})

describe('kinds and case studies', () => {
  test('items of a kind that the exam version does not have stay out', () => {
    const blueprint = { ...sampleBlueprint, kinds: ['multiple-choice'] as const }
    const kinds = draw({ blueprint }).items.map(({ item }) => item.kind)
    expect(new Set(kinds)).toEqual(new Set(['multiple-choice']))
  })

  const study = (name: string, domains: readonly number[]): Item[] =>
    domains.map((domain, turn) =>
      makeItem({ id: `${name}-${turn}`, domain, task: `${domain}.1`, stimulusId: name }),
    )
  const sets = [study('alpha', [1, 1, 2]), study('beta', [2, 3, 3, 4]), study('gamma', [1, 4])]
  const stimuli = ['alpha', 'beta', 'gamma'].map((id) => ({ id, title: id, text: `Text of ${id}.` }))
  const pack = makePack(60, { items: [...makePack(60).items, ...sets.flat()], stimuli })

  test('a case study stands whole and together, with its stimulus', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const form = draw({ seed, pack, blueprint: { ...sampleBlueprint, scoredItems: 30, unscoredItems: 5 } })
      const used = [...new Set(form.items.flatMap(({ item }) => item.stimulusId ?? []))]
      expect(used.length).toBeGreaterThan(0)
      expect(form.stimuli.map(({ id }) => id).sort()).toEqual(used.sort())
      for (const name of used) {
        const places = form.items.flatMap(({ item, position }) =>
          item.stimulusId === name ? [position] : [],
        )
        expect(places).toHaveLength(sets.flat().filter(({ stimulusId }) => stimulusId === name).length)
        expect(places.at(-1)! - places[0]!).toBe(places.length - 1)
      }
    }
  })

  test('case studies fill a quota that single items cannot', () => {
    const scarce = {
      ...pack,
      items: pack.items.filter(({ domain, stimulusId }) => domain !== 4 || stimulusId !== null),
    }
    const blueprint = { ...sampleBlueprint, scoredItems: 10, unscoredItems: 0 }
    const domains = scoredOf(draw({ pack: scarce, blueprint })).map(({ domain }) => domain)
    expect(count(domains, 4)).toBe(2)
  })
})

describe('what the secret decides', () => {
  const bare = (form: Form) => form.items.map(({ item, position, scored }) => [item.id, position, scored])
  const dressed = (items: readonly FormItem[]) =>
    items.map(({ optionOrder, optionIds }) => [optionOrder, optionIds])

  test('option order and identifiers, and nothing else', () => {
    const one = draw({ secretSeed: 'ab'.repeat(32) })
    const two = draw({ secretSeed: 'cd'.repeat(32) })
    expect(bare(one)).toEqual(bare(two))
    expect(dressed(one.items)).not.toEqual(dressed(two.items))
    const shared = one.items
      .flatMap(({ optionIds }) => optionIds)
      .filter((id) => two.items.some(({ optionIds }) => optionIds.includes(id)))
    expect(shared).toEqual([])
  })
})
