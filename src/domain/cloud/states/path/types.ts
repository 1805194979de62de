import type { Json } from '../../json.ts'

/** A test on one element of a list; `root` is where `$` points. */
export type ElementTest = (element: Json, root: Json) => boolean

/** One step of a path. `names` and `indices` with more than one entry are unions. */
export type Step =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'indices'; readonly indices: readonly number[] }
  | {
      readonly kind: 'slice'
      readonly from: number | null
      readonly to: number | null
      readonly step: number
    }
  | { readonly kind: 'all' }
  | { readonly kind: 'filter'; readonly holds: ElementTest }
  | { readonly kind: 'descend' }
  | { readonly kind: 'function'; readonly name: PathFunction }

/** Functions that may end a path. */
export type PathFunction = 'length' | 'min' | 'max' | 'avg' | 'sum'

/** Where a path starts: the data (`$`), the context object (`$$`), a variable (`$name`), or the element of a filter (`@`). */
export type PathRoot =
  | { readonly kind: 'data' }
  | { readonly kind: 'context' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element' }

/** A path as read from its text. */
export type JsonPath = { readonly text: string; readonly root: PathRoot; readonly steps: readonly Step[] }
