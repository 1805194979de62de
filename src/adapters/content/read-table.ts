import { readFile } from 'node:fs/promises'
import type { Table, TableFault, TableReader, TableRow } from '../../application/ports.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'

type ParsedRecord = { readonly cells: string[]; readonly end: number; readonly lines: number }
type Flaw = { readonly offset: number; readonly column: number; readonly reason: string }

/** The quoted cell that begins at `start`; `""` inside stands for one quote. */
function readQuoted(
  text: string,
  start: number,
): { readonly cell: string; readonly end: number } | undefined {
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return undefined
    if (text[quote + 1] !== '"') {
      return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 }
    }
    from = quote + 2
  }
}

const isEnd = (text: string, at: number): boolean =>
  at >= text.length || text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n')

function readPlain(text: string, start: number): { readonly cell: string; readonly end: number } | undefined {
  let end = start
  while (!isEnd(text, end) && text[end] !== ',') end++
  const cell = text.slice(start, end)
  return cell.includes('"') ? undefined : { cell: cell.trim(), end }
}

const afterLine = (text: string, at: number): number => at + (text[at] === '\r' ? 2 : 1)

type Cell = { readonly cell: string; readonly end: number }

/** The next cell, or why it is none. */
function readCell(text: string, at: number): Cell | string {
  const quoted = text[at] === '"'
  const found = quoted ? readQuoted(text, at) : readPlain(text, at)
  if (!found) return quoted ? 'a quote is never closed' : 'a quote stands inside a cell that is not quoted'
  return isEnd(text, found.end) || text[found.end] === ',' ? found : 'text follows a closing quote'
}

/** A record with quotes, cell by cell; it may run over several lines. */
function readQuotedRecord(text: string, start: number): ParsedRecord | Flaw {
  const cells: string[] = []
  for (let at = start; ; ) {
    const found = readCell(text, at)
    if (typeof found === 'string') return { offset: at, column: cells.length + 1, reason: found }
    cells.push(found.cell)
    if (isEnd(text, found.end)) {
      return {
        cells,
        end: afterLine(text, found.end),
        lines: text.slice(start, found.end).split('\n').length,
      }
    }
    at = found.end + 1
  }
}

function readRecord(text: string, start: number): ParsedRecord | Flaw {
  const newline = text.indexOf('\n', start)
  const end = newline === -1 ? text.length : newline
  const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end)
  if (line.includes('"')) return readQuotedRecord(text, start)
  return { cells: line.split(',').map((cell) => cell.trim()), end: end + 1, lines: 1 }
}

type Source = { readonly file: string; readonly text: string }

type Place = { readonly line: number; readonly column: number }

const malformed = (file: string, place: Place, reason: string): { ok: false; error: TableFault } =>
  fail({ code: 'table-malformed', file, ...place, reason })

function* readRecords({ file, text }: Source): Generator<Result<TableRow, TableFault>> {
  let line = 1
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, at)
    if ('reason' in record) {
      const within = text.slice(at, record.offset).split('\n').length - 1
      yield malformed(file, { line: line + within, column: record.column }, record.reason)
      return
    }
    yield ok({ line, cells: record.cells })
    line += record.lines
    at = record.end
  }
}

function* readRows(source: Source, columns: number): Generator<Result<TableRow, TableFault>> {
  let header = true
  for (const record of readRecords(source)) {
    if (record.ok && !header && record.value.cells.length !== columns) {
      const { line, cells } = record.value
      const reason = `the row has ${cells.length} cells, the header ${columns}`
      yield malformed(source.file, { line, column: Math.min(cells.length, columns) + 1 }, reason)
      return
    }
    if (!header) yield record
    header = false
  }
}

function checkHeader(file: string, columns: readonly string[]): Result<readonly string[], TableFault> {
  const unnamed = columns.indexOf('')
  if (unnamed !== -1) return malformed(file, { line: 1, column: unnamed + 1 }, 'the column has no name')
  const repeated = columns.findIndex((name, index) => columns.indexOf(name) < index)
  if (repeated !== -1)
    return malformed(
      file,
      { line: 1, column: repeated + 1 },
      `the name "${columns[repeated]}" is taken by an earlier column`,
    )
  return ok(columns)
}

/**
 * Reads text as comma-separated values (RFC 4180: cells may be quoted, lines end with LF or CRLF; a byte-order mark and blank
 * lines at the end are passed over, spaces around a plain cell are dropped).
 */
export function parseTable(file: string, content: string): Result<Table, TableFault> {
  const text = content.replace(/^\uFEFF/, '').trimEnd()
  const source = { file, text }
  const header = readRecords(source).next()
  if (header.done)
    return malformed(file, { line: 1, column: 1 }, 'the file is empty; its first row names the columns')
  if (!header.value.ok) return header.value
  const columns = checkHeader(file, header.value.value.cells)
  if (!columns.ok) return columns
  const width = columns.value.length
  return ok({ file, columns: columns.value, rows: { [Symbol.iterator]: () => readRows(source, width) } })
}

const reasons: Readonly<{ [code: string]: string }> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by this user',
}

/** Reads tables from the file system, and from text. */
export const tableReader: TableReader = {
  parse: parseTable,
  read: async (file) => {
    try {
      return parseTable(file, await readFile(file, 'utf8'))
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      return fail({
        code: 'table-unreadable',
        file,
        reason: reasons[code] ?? String((error as Error).message),
      })
    }
  },
}
