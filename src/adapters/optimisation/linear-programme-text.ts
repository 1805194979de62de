import type { LinearProgramme, LinearRow } from '../../domain/form/parallel/linear-programme.ts'

type Terms = LinearRow['terms']

/** Terms on a line: the reader of the solver takes lines of limited length. */
const termsPerLine = 8

/** Names say nothing: the reader takes some words at the beginning of a name, `inf` among them, for keywords. */
const columnName = (column: number): string => `x${column}`

function sum(terms: Terms): string {
  const written = terms.map(
    ([column, coefficient]) =>
      `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${columnName(column)}`,
  )
  const lines: string[] = []
  for (let from = 0; from < written.length; from += termsPerLine)
    lines.push(written.slice(from, from + termsPerLine).join(' '))
  return lines.join('\n  ') || `0 ${columnName(0)}`
}

function rowLines({ terms, low, high }: LinearRow, index: number): string[] {
  if (low === high) return [` r${index}: ${sum(terms)} = ${low}`]
  return [
    ...(Number.isFinite(low) ? [` r${index}l: ${sum(terms)} >= ${low}`] : []),
    ...(Number.isFinite(high) ? [` r${index}h: ${sum(terms)} <= ${high}`] : []),
  ]
}

/** Writes a linear programme in the CPLEX LP format, with opaque names: columns x0, x1, …, rows r0, r1, … */
export function writeLinearProgramme({ objective, columns, rows }: LinearProgramme): string {
  const whole = columns.flatMap(({ whole }, column) => (whole ? [columnName(column)] : []))
  const bounds = columns.map(({ low, high }, column) =>
    Number.isFinite(high)
      ? ` ${low} <= ${columnName(column)} <= ${high}`
      : ` ${columnName(column)} >= ${low}`,
  )
  return [
    'Maximize',
    ` o: ${sum(objective)}`,
    'Subject To',
    ...rows.flatMap(rowLines),
    'Bounds',
    ...bounds,
    ...(whole.length > 0 ? ['General', ...whole.map((name) => ` ${name}`)] : []),
    'End',
    '',
  ].join('\n')
}
