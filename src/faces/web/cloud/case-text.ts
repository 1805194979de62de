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

/** The text of an example. */
export const textOf = (input: object): string => JSON.stringify(input, null, 2)
