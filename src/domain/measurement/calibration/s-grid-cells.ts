import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import type { Persons } from './kernel.ts'
import type { ItemLayout, Layout } from './layout.ts'

/** Sets of answered items beyond which the s-grid does not pay. */
const cellLimit = 16
/** Grid points for each item with a discrimination near 1. */
const pointsPerItem = 17

/** Persons of one group who answered exactly the same items. */
export type Cell = {
  readonly items: readonly ItemLayout[]
  readonly group: number
  readonly members: readonly number[]
}

const isComplete = ({ cells }: ResponseMatrix): boolean => !cells.includes(missing)

function answeredItems({ items, cells }: ResponseMatrix, person: number): number[] {
  return Array.from({ length: items }, (_, item) => item).filter(
    (item) => cells[person * items + item] !== missing,
  )
}

/** Persons by group and set of answered items, in order of appearance; undefined when there are too many such sets. */
function gatherCells(responses: ResponseMatrix, persons: Persons, layout: Layout): Cell[] | undefined {
  const complete = isComplete(responses)
  const members = new Map<string, number[]>()
  for (let person = 0; person < persons.count; person++) {
    const key = `${persons.groups[person]} ${complete ? '' : answeredItems(responses, person).join(' ')}`
    const known = members.get(key)
    if (known) known.push(person)
    else if (members.size === cellLimit) return undefined
    else members.set(key, [person])
  }
  return [...members.values()].map((people) => ({
    items: answeredItems(responses, people[0]!).map((item) => layout.items[item]!),
    group: persons.groups[people[0]!]!,
    members: people,
  }))
}

const isLogistic = ({ setup }: ItemLayout): boolean =>
  setup.fixed
    ? !('steps' in setup.fixed) && setup.fixed.c === 0 && setup.fixed.d === 1
    : (setup.model === '1pl' || setup.model === '2pl') && (setup.c ?? 0) === 0 && (setup.d ?? 1) === 1

/**
 * The cells of data that the s-grid serves: only 1PL and 2PL items, answered complete by form. Undefined for other data, and
 * (unless `always`) for data with fewer persons than the grid would have points, where the byte table is as fast.
 */
export function sGridCells(
  responses: ResponseMatrix,
  persons: Persons,
  { layout, always }: { readonly layout: Layout; readonly always: boolean },
): Cell[] | undefined {
  if (!layout.items.every(isLogistic)) return undefined
  const cells = gatherCells(responses, persons, layout)
  const pays = (cell: Cell): boolean => cell.members.length >= 2 * pointsPerItem * cell.items.length
  return cells && (always || cells.every(pays)) ? cells : undefined
}
