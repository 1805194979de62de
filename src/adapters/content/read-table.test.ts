import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { TableFault } from '../../application/ports.ts'
import { parseTable, tableReader } from './read-table.ts'

/** Columns and rows of a text, or the first fault in it. */
function read(
  text: string,
): { columns: readonly string[]; rows: readonly (readonly string[])[] } | TableFault {
  const table = parseTable('t.csv', text)
  if (!table.ok) return table.error
  const rows: (readonly string[])[] = []
  for (const row of table.value.rows) {
    if (!row.ok) return row.error
    rows.push(row.value.cells)
  }
  return { columns: table.value.columns, rows }
}

const fault = (line: number, column: number, reason: string) => ({
  code: 'table-malformed',
  file: 't.csv',
  line,
  column,
  reason: expect.stringContaining(reason),
})

describe('parseTable reads', () => {
  test.each([
    ['plain lines', 'a,b\n1,2\n3,4\n'],
    ['no newline at the end', 'a,b\n1,2\n3,4'],
    ['lines that end with CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['a byte-order mark', '\uFEFFa,b\n1,2\n3,4'],
    ['spaces around cells', ' a , b\n1 ,2\n3,\t4 \n'],
    ['quoted cells', '"a","b"\n"1",2\n3,"4"\n'],
    ['blank lines at the end', 'a,b\n1,2\n3,4\n\n \n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    })
  })

  test('commas, quotes and newlines within quotes', () => {
    expect(read('name,value\n"Stone, ""the"" cairn",1\n"two\r\nlines",2\n')).toEqual({
      columns: ['name', 'value'],
      rows: [
        ['Stone, "the" cairn', '1'],
        ['two\r\nlines', '2'],
      ],
    })
  })

  test('empty cells', () => {
    expect(read('a,b,c\n,,\n1,,3')).toEqual({
      columns: ['a', 'b', 'c'],
      rows: [
        ['', '', ''],
        ['1', '', '3'],
      ],
    })
  })

  test('a header alone', () => {
    expect(read('a,b\n')).toEqual({ columns: ['a', 'b'], rows: [] })
  })

  test('rows as often as they are asked for, with their lines', () => {
    const table = parseTable('t.csv', 'a\n"x\ny"\nz')
    if (!table.ok) throw new Error(table.error.code)
    const lines = () => [...table.value.rows].map((row) => row.ok && row.value.line)
    expect(lines()).toEqual([2, 4])
    expect(lines()).toEqual([2, 4])
  })

  test('back whatever was quoted', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\uFEFF', ''))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = ['a,b', ...rows.map((row) => row.map(quote).join(','))].join('\n')
        expect(read(text)).toEqual({ columns: ['a', 'b'], rows })
      }),
    )
  })
})

describe('parseTable names the place of', () => {
  test.each([
    ['an empty file', '', fault(1, 1, 'empty')],
    ['a file of blank lines', '\n\n', fault(1, 1, 'empty')],
    ['a column without a name', 'a,,c\n', fault(1, 2, 'no name')],
    ['a name that is taken', 'a,b,a\n', fault(1, 3, '"a" is taken')],
    ['a row that is too short', 'a,b\n1,2\n3\n', fault(3, 2, 'has 1 cells, the header 2')],
    ['a row that is too long', 'a,b\n1,2,3\n', fault(2, 3, 'has 3 cells, the header 2')],
    ['a blank line between rows', 'a,b\n1,2\n\n3,4\n', fault(3, 2, 'has 1 cells')],
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', fault(3, 2, 'never closed')],
    ['a quote within a plain cell', 'a,b\n1,2"x\n', fault(2, 2, 'not quoted')],
    ['text after a closing quote', 'a,b\n"1"x,2\n', fault(2, 1, 'follows a closing quote')],
    ['a flaw below a cell of two lines', 'a,b\n"1\n2",3\n"4,5\n', fault(4, 1, 'never closed')],
    ['a flaw in the header', '"a,b\n', fault(1, 1, 'never closed')],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('the first flaw only: nothing is read after it', () => {
    const table = parseTable('t.csv', 'a\n"x\n1\n2')
    if (!table.ok) throw new Error(table.error.code)
    expect([...table.value.rows]).toHaveLength(1)
  })
})

describe('tableReader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('reads a file', async () => {
    const file = join(folder, 'two.csv')
    writeFileSync(file, 'a,b\n1,2\n')
    expect(await tableReader.read(file)).toMatchObject({ ok: true, value: { file, columns: ['a', 'b'] } })
  })

  test('says why a file cannot be read', async () => {
    const absent = join(folder, 'absent.csv')
    expect(await tableReader.read(absent)).toEqual({
      ok: false,
      error: { code: 'table-unreadable', file: absent, reason: 'there is no such file' },
    })
    expect(await tableReader.read(folder)).toMatchObject({
      ok: false,
      error: { code: 'table-unreadable', reason: 'it is a folder' },
    })
  })
})
