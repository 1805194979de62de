import { missing, type ResponseMatrix, type SparseResponses, toSparse } from '../model/response-matrix.ts'
import { makeByteTableKernel } from './byte-table-kernel.ts'
import type { Kernel, KernelData } from './kernel.ts'
import { sGridCells } from './s-grid-cells.ts'
import { makeSGridKernel } from './s-grid-kernel.ts'
import { makeSparseKernel } from './sparse-kernel.ts'
import type { KernelName } from './types.ts'

/** Share of answered cells below which a list of responses is less work than the byte table, which reads 5 cells at a time. */
const sparseBelow = 0.2

const isMatrix = (responses: ResponseMatrix | SparseResponses): responses is ResponseMatrix =>
  'cells' in responses

function isSparse({ persons, items, cells }: ResponseMatrix): boolean {
  let answered = 0
  for (let cell = 0; cell < cells.length; cell++) if (cells[cell] !== missing) answered++
  return answered < sparseBelow * persons * items
}

/**
 * Binds the named kernel to its data, or the fastest that serves them.
 * @throws RangeError for a named kernel that cannot serve the data
 */
export function chooseKernel(
  data: KernelData<ResponseMatrix | SparseResponses>,
  named: KernelName | undefined,
): Kernel {
  const { responses, persons, layout } = data
  if (!isMatrix(responses)) {
    if (named && named !== 'sparse') throw new RangeError('A list of responses needs the sparse kernel.')
    return makeSparseKernel({ ...data, responses })
  }
  if (named === 'sparse' || (!named && isSparse(responses))) {
    return makeSparseKernel({ ...data, responses: toSparse(responses) })
  }
  const cells =
    named === 'byte-table'
      ? undefined
      : sGridCells(responses, persons, { layout, always: named === 's-grid' })
  if (cells) return makeSGridKernel({ ...data, responses }, cells)
  if (named === 's-grid')
    throw new RangeError('The s-grid serves 1PL and 2PL items that are complete by form.')
  return makeByteTableKernel({ ...data, responses })
}
