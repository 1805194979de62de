import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** A fault in a catalogue file; `text` says what, why and what to do. Lines count from 1. */
export type Problem = { readonly file: string; readonly line: number; readonly text: string }

/** Keys and indexes that lead from the top of a file to a value. */
export type Path = readonly PropertyKey[]

/** A parsed file that still knows where each value stands. */
export type LocatedYaml = {
  readonly file: string
  readonly value: unknown
  readonly problems: readonly Problem[]
  readonly problemAt: (path: Path, text: string) => Problem
}

/** A file as read: its value when it has the right shape, else what is wrong with it. */
export type Read<T> = {
  readonly yaml: LocatedYaml
  readonly value: T | null
  readonly problems: readonly Problem[]
}

type Step = { readonly node: unknown; readonly offset: number }

const offsetOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0

function stepInto(node: unknown, key: PropertyKey): Step | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    return pair === undefined ? null : { node: pair.value, offset: offsetOf(pair.key) }
  }
  const item = isSeq(node) ? node.items[Number(key)] : undefined
  return item === undefined ? null : { node: item, offset: offsetOf(item) }
}

/** The offset of the value at a path, or of its deepest ancestor that is written. */
function offsetAt(contents: unknown, path: Path): number {
  let here: Step = { node: contents, offset: offsetOf(contents) }
  for (const key of path) {
    const next = stepInto(here.node, key)
    if (next === null) break
    here = next
  }
  return here.offset
}

/** Parses YAML and keeps the lines; a syntax error is a problem, and the value is then null. */
export function parseLocated(file: string, text: string): LocatedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  const problems = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    text: `is not valid YAML: ${error.message.split(' at line ')[0]}. Correct the indentation, quotes or brackets here.`,
  }))
  return {
    file,
    value: problems.length > 0 ? null : document.toJS(),
    problems,
    problemAt: (path, problem) => ({ file, line: lineAt(offsetAt(document.contents, path)), text: problem }),
  }
}

/** Reads and parses one file of the catalogue folder. */
export function readLocated(folder: string, file: string): LocatedYaml {
  try {
    return parseLocated(file, readFileSync(join(folder, file), 'utf8'))
  } catch (cause) {
    const text = `cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}). Create it or restore it.`
    return { ...parseLocated(file, ''), value: null, problems: [{ file, line: 1, text }] }
  }
}
