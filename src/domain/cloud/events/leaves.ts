import type { Json, JsonObject, Scalar } from '../json.ts'

/** Which element of which list a value stands in, innermost first; null outside every list. */
export type Membership = {
  readonly list: readonly Json[]
  readonly index: number
  readonly outer: Membership | null
} | null

/** One value of an event at the end of a path. */
export type Leaf = { readonly value: Scalar; readonly membership: Membership }

/** The fields that a pattern asks about, step by step; `field` numbers those that end here. */
export type PathTree = { readonly steps: Map<string, PathTree>; field: number | null }

/** Leaves by the number of their field; a field without leaves is absent. */
export type Leaves = (Leaf[] | undefined)[]

/** Builds the tree of dotted paths; the place in the list numbers the field. @example buildPathTree(['a.b']).steps.has('a') // true */
export function buildPathTree(paths: readonly string[]): PathTree {
  const root: PathTree = { steps: new Map(), field: null }
  paths.forEach((path, field) => {
    let node = root
    for (const step of path.split('.')) {
      const next: PathTree = node.steps.get(step) ?? { steps: new Map(), field: null }
      node.steps.set(step, next)
      node = next
    }
    node.field = field
  })
  return root
}

/** A dot in a name of the event counts as a step, since the service joins names with dots. */
function follow(tree: PathTree, name: string): PathTree | undefined {
  const direct = tree.steps.get(name)
  if (direct !== undefined || !name.includes('.')) return direct
  let node: PathTree | undefined = tree
  for (const step of name.split('.')) node = node?.steps.get(step)
  return node
}

function addLeaf(field: number | null, leaf: Leaf, leaves: Leaves): void {
  if (field === null) return
  const known = leaves[field]
  if (known === undefined) leaves[field] = [leaf]
  else known.push(leaf)
}

function collectInto(tree: PathTree, value: Json, membership: Membership, leaves: Leaves): void {
  if (typeof value !== 'object' || value === null) {
    addLeaf(tree.field, { value, membership }, leaves)
  } else if (Array.isArray(value)) {
    collectFromList(tree, value as readonly Json[], membership, leaves)
  } else {
    collectLeaves(tree, value as JsonObject, leaves, membership)
  }
}

/** Values directly in a list stay free to combine with any element; what stands inside an element belongs to it. */
function collectFromList(tree: PathTree, list: readonly Json[], outer: Membership, leaves: Leaves): void {
  for (let index = 0; index < list.length; index++) {
    const element = list[index] ?? null
    const inElement = typeof element === 'object' && element !== null
    collectInto(tree, element, inElement ? { list, index, outer } : outer, leaves)
  }
}

/**
 * Collects the values of an event that a pattern asks about. Objects are no values, so a field that holds one is absent.
 *
 * @example collectLeaves(buildPathTree(['a']), { a: [1, 2] }, []) // adds two leaves for field 0
 */
export function collectLeaves(
  tree: PathTree,
  event: JsonObject,
  leaves: Leaves,
  membership: Membership = null,
): void {
  for (const name in event) {
    const next = follow(tree, name)
    if (next !== undefined) collectInto(next, event[name] as Json, membership, leaves)
  }
}
