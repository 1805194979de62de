import type { FieldTest } from './compile-field.ts'
import type { Leaf, Leaves, Membership } from './leaves.ts'

/** One field of a branch: its number in the path tree, and what is asked of it. Fields stand in the order of their paths. */
export type BranchField = FieldTest & { readonly field: number }

function elementOf(membership: Membership, list: unknown): number | null {
  for (let at = membership; at !== null; at = at.outer) if (at.list === list) return at.index
  return null
}

/** The elements of both together, or undefined when they lie in different elements of one list. */
function join(chosen: Membership, added: Membership): Membership | undefined {
  if (added === null || chosen === added) return chosen
  if (chosen === null) return added
  let joined: Membership = chosen
  for (let at: Membership = added; at !== null; at = at.outer) {
    const element = elementOf(chosen, at.list)
    if (element === null) joined = { list: at.list, index: at.index, outer: joined }
    else if (element !== at.index) return undefined
  }
  return joined
}

/** The memberships among which a field's value can be chosen, each once. */
function choicesOf({ field, accepts }: BranchField, leaves: Leaves): ReadonlySet<Membership> {
  const choices = new Set<Membership>()
  for (const { value, membership } of leaves[field] ?? []) if (accepts(value)) choices.add(membership)
  return choices
}

const isAbsent = (leaves: readonly Leaf[] | undefined, chosen: Membership): boolean =>
  leaves === undefined || leaves.every(({ membership }) => join(chosen, membership) === undefined)

function matchFrom(fields: readonly BranchField[], at: number, leaves: Leaves, chosen: Membership): boolean {
  const asked = fields[at]
  if (asked === undefined) return true
  if (asked.mayBeAbsent && isAbsent(leaves[asked.field], chosen) && matchFrom(fields, at + 1, leaves, chosen))
    return true
  for (const membership of choicesOf(asked, leaves)) {
    const joined = join(chosen, membership)
    if (joined !== undefined && matchFrom(fields, at + 1, leaves, joined)) return true
  }
  return false
}

const isHopeless = (asked: BranchField, leaves: Leaves): boolean =>
  !asked.mayBeAbsent && !leaves[asked.field]?.some(({ value }) => asked.accepts(value))

/**
 * Answers whether the leaves of an event satisfy every field of a branch at once, with no two chosen values from different
 * elements of the same list. A field may be absent when none of its values lies in the elements chosen so far.
 *
 * @param fields in the order of their paths, which is the order in which the service chooses
 * @see aws/event-ruler, README (JSON array matching)
 * @example matchBranch([], []) // true
 */
export const matchBranch = (fields: readonly BranchField[], leaves: Leaves): boolean =>
  !fields.some((asked) => isHopeless(asked, leaves)) && matchFrom(fields, 0, leaves, null)
