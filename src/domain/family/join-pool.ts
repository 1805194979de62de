import type { CloudFacts } from '../cloud/cloud-facts.ts'
import { familyOfItem } from '../item/family-of-item.ts'
import type { Item } from '../item/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import { seededRandom, shuffle } from '../kernel/seeded-random.ts'
import { drawVariant } from './draw-variant.ts'
import { isAlive } from './make-item.ts'
import type { Family, HashItem } from './types.ts'

/** Written items and families that a task must have before a family may come twice in a row. */
export const unitsForRepeat = 3

/** What the families of one exam are drawn from. `metBefore` are the families on the candidate's newest form. */
export type JoinRequest = {
  readonly examCode: string
  readonly families: readonly Family[]
  readonly written: readonly Item[]
  readonly seed: string
  readonly day: CalendarDate
  readonly facts: CloudFacts
  readonly hashItem: HashItem
  /** Names of families that may stand on the form only where their task has enough else. */
  readonly metBefore?: ReadonlySet<string>
  /** Most families that may stand in the pool, those of the last form last; all where absent. */
  readonly most?: number
}

/** The seed of a family's variant on the form of a seed: lower-case letters and digits. @example variantSeed('form', 'a') === variantSeed('form', 'a') // true */
export const variantSeed = (formSeed: string, family: string): string =>
  seededRandom(`${formSeed}/${family}`)
    .integer(2 ** 32)
    .toString(36)

const placeKey = ({ domain, task }: Pick<Item, 'domain' | 'task'>): string => task ?? `domain ${domain}`

/** Written items and families by task, or by domain where tasks are unknown. */
function countUnits({ examCode, families, written }: JoinRequest): ReadonlyMap<string, number> {
  const placed = families.flatMap(({ placements }) => placements.filter((each) => each.examCode === examCode))
  const counts = new Map<string, number>()
  for (const unit of [...written, ...placed])
    counts.set(placeKey(unit), (counts.get(placeKey(unit)) ?? 0) + 1)
  return counts
}

/**
 * Draws one variant of every living family placed in an exam, so that a form has at most one of each. A family met on the
 * form before is left out where its task has fewer than three written items and families.
 *
 * @example drawForPool({ examCode: 'SAA-C03', families: [], written: [], seed: 'a', day, facts, hashItem }) // []
 */
export function drawForPool(request: JoinRequest): readonly Item[] {
  const { examCode, families, day, facts, hashItem, seed, metBefore = new Set<string>() } = request
  const units = countUnits(request)
  const mayStand = (family: Family): boolean => {
    const placement = family.placements.find((each) => each.examCode === examCode)
    if (placement === undefined || !isAlive(family, facts, day)) return false
    return !metBefore.has(family.name) || (units.get(placeKey(placement)) ?? 0) >= unitsForRepeat
  }
  const drawnFrom = shuffle(families.filter(mayStand), seededRandom(`${seed}/families`)).sort(
    (a, b) => Number(metBefore.has(a.name)) - Number(metBefore.has(b.name)),
  )
  return drawnFrom.slice(0, request.most).flatMap((family) => {
    const drawn = drawVariant({ family, examCode, seed: variantSeed(seed, family.name), facts, hashItem })
    return drawn.ok ? [drawn.value.item] : []
  })
}

/**
 * Item ids by which exposure is counted: the variant in the pool stands for every variant of its family that was met.
 * @example countByFamily(['family-a-1', 'b-1'], [{ id: 'family-a-2' }]) // ['family-a-2', 'b-1']
 */
export function countByFamily(met: readonly string[], pool: readonly Pick<Item, 'id'>[]): readonly string[] {
  const present = new Map(
    pool.flatMap(({ id }) => {
      const name = familyOfItem(id)
      return name === null ? [] : [[name, id] as const]
    }),
  )
  return met.map((id) => present.get(familyOfItem(id) ?? '') ?? id)
}

/**
 * What was met before, counted by family: an item of a family of which any variant was met counts as met.
 * @example seenByFamily([{ id: 'family-a-2' }], new Set(['family-a-1'])).has('family-a-2') // true
 */
export function seenByFamily(
  items: readonly Pick<Item, 'id'>[],
  met: ReadonlySet<string>,
): ReadonlySet<string> {
  const families = new Set([...met].flatMap((id) => familyOfItem(id) ?? []))
  const siblings = items.filter(({ id }) => families.has(familyOfItem(id) ?? ''))
  return new Set([...met, ...siblings.map(({ id }) => id)])
}
