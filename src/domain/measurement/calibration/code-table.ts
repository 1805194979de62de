import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import type { ItemLayout } from './layout.ts'

/** A few items whose responses share one byte: the response to item i is digit i of the code, in that item's own radix. */
export type CodeGroup = {
  readonly items: readonly { readonly item: ItemLayout; readonly radix: number; readonly stride: number }[]
  /** Number of codes, at most 256. */
  readonly size: number
  /** First code of this group in the tables of all groups. */
  readonly offset: number
}

/** Responses as bytes, all persons of the first group of items, then of the next. */
export type CodedResponses = {
  readonly groups: readonly CodeGroup[]
  readonly codes: Uint8Array
  readonly size: number
}

type Rows = { readonly responses: ResponseMatrix; readonly persons: ArrayLike<number> }

function hasMissing({ responses: { items, cells }, persons }: Rows, item: number): boolean {
  for (let row = 0; row < persons.length; row++)
    if (cells[persons[row]! * items + item] === missing) return true
  return false
}

/** Packs items, in order, while the product of their radices fits a byte: 8 complete dichotomous items, 5 with gaps. */
function groupItems(rows: Rows, items: readonly ItemLayout[]): CodeGroup[] {
  const groups: { items: CodeGroup['items'][number][]; size: number; offset: number }[] = []
  for (const item of items) {
    const radix = item.categories + (hasMissing(rows, item.index) ? 1 : 0)
    const last = groups.at(-1)
    if (last && last.size * radix <= 256) {
      last.items.push({ item, radix, stride: last.size })
      last.size *= radix
    } else {
      groups.push({
        items: [{ item, radix, stride: 1 }],
        size: radix,
        offset: last ? last.offset + last.size : 0,
      })
    }
  }
  return groups
}

/** Codes the responses of the given persons to the given items. */
export function codeResponses(
  responses: ResponseMatrix,
  items: readonly ItemLayout[],
  persons: ArrayLike<number>,
): CodedResponses {
  const groups = groupItems({ responses, persons }, items)
  const codes = new Uint8Array(groups.length * persons.length)
  groups.forEach((group, place) => {
    for (let row = 0; row < persons.length; row++) {
      const from = persons[row]! * responses.items
      let code = 0
      for (const { item, stride } of group.items) {
        const cell = responses.cells[from + item.index]!
        code += stride * (cell === missing ? item.categories : cell)
      }
      codes[place * persons.length + row] = code
    }
  })
  const last = groups.at(-1)
  return { groups, codes, size: last ? last.offset + last.size : 0 }
}
