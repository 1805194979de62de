import type { FileFinding } from '../../../domain/lab/types.ts'

/** What the editor holds: a value, or where it is no JSON. */
export type ReadText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly finding: FileFinding }

/** The name of the editor, and of the document in it. */
export const caseFile = 'Case or list of cases'

/** The line that an engine's message names, as most do. */
function lineIn(message: string): number | null {
  const line = /line (\d+)/.exec(message)?.[1]
  return line === undefined ? null : Number(line)
}

/** Reads the text of the editor as JSON. */
export function readText(text: string): ReadText {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, finding: { path: caseFile, line: lineIn(message), level: 'error', text: message } }
  }
}

const widest = 60

/** A value that fits into a line stands in one; a larger one has a line for each of its members. */
function write(value: unknown, indent: string): string {
  const oneLine = JSON.stringify(value, null, 1).replace(/\n */g, ' ')
  if (oneLine.length + indent.length <= widest || typeof value !== 'object' || value === null) return oneLine
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((each) => write(each, inner))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${write(each, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`
}

/** The text of an example, short enough to be read beside its answer. */
export const textOf = (input: object): string => write(input, '')
