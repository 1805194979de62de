import { describe, expect, test } from 'vitest'
import { familyOfItem } from '../item/family-of-item.ts'
import { makeItem } from '../item/item.fixture.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { familyOf } from './compose-draft.ts'
import { hashItem, shippedFacts } from './family-kit.fixture.ts'
import { countByFamily, drawForPool, seenByFamily, variantSeed } from './join-pool.ts'
import { families, familyNamed } from './registry.ts'
import { sumModel } from './sum-model.fixture.ts'

const family = familyOf(sumModel)
const written = ['a', 'b'].map((id) => makeItem({ id, task: '1.1' }))

const join = (changes: Partial<Parameters<typeof drawForPool>[0]> = {}) =>
  drawForPool({
    examCode: 'SAA-C03',
    families: [family],
    written,
    seed: 'form',
    day: calendarDate('2026-12-01'),
    facts: shippedFacts(),
    hashItem,
    ...changes,
  })

describe('families in a pool', () => {
  test('each family of the exam gives one variant, which follows from the seed of the form', () => {
    const [item, ...more] = join()
    expect(more).toEqual([])
    expect(item?.id).toBe(`family-test-sum-${variantSeed('form', 'test-sum')}`)
    expect(join()).toEqual([item])
    expect(join({ seed: 'another' })).not.toEqual([item])
  })

  test('a family of another exam, or before its first day, gives none', () => {
    expect(join({ examCode: 'CLF-C02' })).toEqual([])
    expect(join({ day: calendarDate('2026-11-23') })).toEqual([])
  })

  test('a family of the last form comes again where its task has three items and families, and else waits', () => {
    const metBefore = new Set(['test-sum'])
    expect(join({ metBefore })).toHaveLength(1)
    expect(join({ metBefore, written: written.slice(1) })).toEqual([])
    expect(join({ metBefore, written: written.map((item) => ({ ...item, task: '1.2' })) })).toEqual([])
  })

  test('no more families stand in the pool than asked for, which ones follows from the seed, those met last come last', () => {
    const some = families.filter(({ placements }) =>
      placements.some(({ examCode }) => examCode === 'SAA-C03'),
    )
    const namesOf = (seed: string, metBefore = new Set<string>()): (string | null)[] =>
      join({ families: some, most: 5, seed, metBefore }).map(({ id }) => familyOfItem(id))
    expect(namesOf('a')).toHaveLength(5)
    expect(namesOf('a')).toEqual(namesOf('a'))
    expect(namesOf('a')).not.toEqual(namesOf('b'))
    const met = new Set(namesOf('a').flatMap((name) => name ?? []))
    expect(namesOf('a', met).filter((name) => name !== null && met.has(name))).toEqual([])
  })

  test('what was met counts by family', () => {
    const pool = [{ id: 'family-test-sum-new' }, { id: 'a' }]
    expect(countByFamily(['family-test-sum-old', 'a', 'family-other-x'], pool)).toEqual([
      'family-test-sum-new',
      'a',
      'family-other-x',
    ])
    expect([...seenByFamily(pool, new Set(['family-test-sum-old']))]).toEqual([
      'family-test-sum-old',
      'family-test-sum-new',
    ])
    expect([...seenByFamily(pool, new Set(['b']))]).toEqual(['b'])
  })
})

describe('the registry', () => {
  test('names are unique and found again in the ids of items', () => {
    const names = families.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.map((name) => familyOfItem(`family-${name}-1x2y`))).toEqual(names)
    expect(familyOfItem('saa-c03-0001')).toBeNull()
    expect(familyNamed(names[0] ?? '')).toBe(families[0])
  })

  test('a family has one placement in an exam', () => {
    const twice = families.filter(
      ({ placements }) => new Set(placements.map(({ examCode }) => examCode)).size < placements.length,
    )
    expect(twice.map(({ name }) => name)).toEqual([])
  })
})
