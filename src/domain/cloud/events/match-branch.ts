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

/** The places among which a field's value can be chosen; values of one place follow each other, so each stands once. */
function choicesOf({ field, accepts }: BranchField, leaves: Leaves): readonly Membership[] {
  const choices: Membership[] = []
  for (const { value, membership } of leaves[field] ?? [])
    if ((choices.length === 0 || choices.at(-1) !== membership) && accepts(value)) choices.push(membership)
  return choices
}

const isAbsent = (leaves: readonly Leaf[] | undefined, chosen: Membership): boolean =>
  leaves === undefined || leaves.every(({ membership }) => join(chosen, membership) === undefined)

type Asked = {
  readonly choices: readonly Membership[]
  readonly mayBeAbsent: boolean
  readonly leaves: Leaf[] | undefined
}

function matchFrom(asked: readonly Asked[], at: number, chosen: Membership): boolean {
  const field = asked[at]
  if (field === undefined) return true
  if (field.mayBeAbsent && isAbsent(field.leaves, chosen) && matchFrom(asked, at + 1, chosen)) return true
  for (const membership of field.choices) {
    const joined = join(chosen, membership)
    if (joined !== undefined && matchFrom(asked, at + 1, joined)) return true
  }
  return false
}

/**
 * Answers whether the leaves of an event satisfy every field of a branch at once, with no two chosen values from different
 * elements of the same list. A field may be absent when none of its values lies in the elements chosen so far.
 *
 * @param fields in the order of their paths, which is the order in which the service chooses
 * @see aws/event-ruler, README (JSON array matching)
 * @example matchBranch([], []) // true
 */
export function matchBranch(fields: readonly BranchField[], leaves: Leaves): boolean {
  const asked: Asked[] = []
  for (const field of fields) {
    const choices = choicesOf(field, leaves)
    if (choices.length === 0 && !field.mayBeAbsent) return false
    asked.push({ choices, mayBeAbsent: field.mayBeAbsent, leaves: leaves[field.field] })
  }
  return matchFrom(asked, 0, null)
}
