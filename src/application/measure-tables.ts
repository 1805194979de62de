import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { missing, type ResponseMatrix } from '../domain/measurement/model/response-matrix.ts'
import { faultAt, readParameters } from './equate-tables.ts'
import type { Ports, Table, TableFault } from './ports.ts'

/** Scored responses with the names of their items. */
export type NamedResponses = {
  readonly file: string
  readonly names: readonly string[]
  readonly responses: ResponseMatrix
}

const codes: Readonly<Record<string, number>> = { '0': 0, '1': 1, '': missing, NA: missing }

/** Bytes that double as rows come, so that a long file needs no list of cells. */
function growingBytes() {
  let bytes = new Uint8Array(4096)
  let length = 0
  return {
    append: (row: readonly number[]): void => {
      if (length + row.length > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, length + row.length))
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(row, length)
      length += row.length
    },
    take: (): Uint8Array => bytes.slice(0, length),
  }
}

/** Reads a table whose columns are items and whose cells are 0, 1 or empty (NA counts as empty). */
function toResponses(table: Table): Result<NamedResponses, TableFault> {
  const cells = growingBytes()
  let persons = 0
  for (const row of table.rows) {
    if (!row.ok) return row
    const scores = row.value.cells.map((cell) => codes[cell] ?? Number.NaN)
    const wrong = scores.findIndex(Number.isNaN)
    if (wrong !== -1) {
      const reason = `"${row.value.cells[wrong]}" (${table.columns[wrong]}) is neither 0 nor 1 nor empty; every column is an item`
      return fail(faultAt(table, row.value.line, wrong + 1, reason))
    }
    cells.append(scores)
    persons += 1
  }
  if (persons === 0) return fail(faultAt(table, 2, 1, 'there is no row below the header'))
  const responses = { persons, items: table.columns.length, cells: cells.take() }
  return ok({ file: table.file, names: table.columns, responses })
}

/** Reads scored responses from a file: a header of item names, a row for each person. */
export async function readResponses(
  ports: Pick<Ports, 'tables'>,
  file: string,
): Promise<Result<NamedResponses, TableFault>> {
  const table = await ports.tables.read(file)
  return table.ok ? toResponses(table.value) : table
}

/** Reads item parameters by name from a file; discriminations are given with the scaling constant `scale`. */
export async function readItemFile(
  ports: Pick<Ports, 'tables'>,
  file: string,
  scale: number,
): Promise<Result<ReadonlyMap<string, ItemParameters>, TableFault>> {
  const table = await ports.tables.read(file)
  return table.ok ? readParameters(table.value, scale) : table
}

/** Reads the texts of one named column, row by row. */
export async function readTextColumn(
  ports: Pick<Ports, 'tables'>,
  file: string,
  column: string,
): Promise<Result<{ readonly table: Table; readonly texts: readonly string[] }, TableFault>> {
  const table = await ports.tables.read(file)
  if (!table.ok) return table
  const at = table.value.columns.indexOf(column)
  if (at === -1) return fail(faultAt(table.value, 1, 1, `there is no column "${column}"`))
  const texts: string[] = []
  for (const row of table.value.rows) {
    if (!row.ok) return row
    const text = row.value.cells[at]!
    if (text === '') return fail(faultAt(table.value, row.value.line, at + 1, `${column} is empty`))
    texts.push(text)
  }
  return ok({ table: table.value, texts })
}

/** Reads the group of each person, one row for each row of responses. */
export async function readGroups(
  ports: Pick<Ports, 'tables'>,
  file: string,
  persons: number,
): Promise<Result<readonly string[], TableFault>> {
  const column = await readTextColumn(ports, file, 'group')
  if (!column.ok) return column
  const { table, texts } = column.value
  if (texts.length === persons) return ok(texts)
  return fail(
    faultAt(table, texts.length + 1, 1, `there are ${texts.length} groups for ${persons} rows of responses`),
  )
}
