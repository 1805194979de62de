import { logOnePlusExp } from '../model/logistic.ts'
import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { type CodeGroup, type CodedResponses, codeResponses } from './code-table.ts'
import type { Kernel, NodeModel, Persons } from './kernel.ts'
import type { ItemLayout, Layout } from './layout.ts'

/** Distance of two points of the s-grid; the error of cubic interpolation falls with its fourth power. */
const spacing = 0.06
const negligible = -41
const cellLimit = 16

/** Persons of one group who answered exactly the same items. */
type Cell = {
  readonly items: readonly ItemLayout[]
  readonly group: number
  readonly coded: CodedResponses
  readonly weights: Float64Array
}

function patternOf({ items, cells }: ResponseMatrix, person: number): string {
  const answered = new Uint16Array(items)
  for (let item = 0; item < items; item++) answered[item] = cells[person * items + item] === missing ? 0 : 1
  return answered.join('')
}

/** Persons by group and set of answered items, in order of appearance; undefined when there are too many such sets. */
function gatherCells(responses: ResponseMatrix, persons: Persons): Map<string, number[]> | undefined {
  const cells = new Map<string, number[]>()
  for (let person = 0; person < persons.count; person++) {
    const key = `${persons.groups[person]} ${patternOf(responses, person)}`
    const members = cells.get(key)
    if (members) members.push(person)
    else cells.set(key, [person])
    if (cells.size > cellLimit) return undefined
  }
  return cells
}
