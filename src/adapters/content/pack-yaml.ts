import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'

/** One entry of a list file: its value or its fault, and the lines on which its parts begin. */
export type YamlEntry = {
  readonly line: number
  readonly value: unknown
  readonly fault: { readonly line: number; readonly message: string } | null
  /** Lines by path, such as `stem`, `options.2` or `options.2.text`. */
  readonly lines: Readonly<Record<string, number>>
}

type Chunk = { readonly firstLine: number; readonly text: string }

/**
 * Cuts a list file before each `- ` in the first column, so that a fault in one entry leaves its neighbours whole.
 * What stands before the first entry must be empty or a comment.
 */
function cutEntries(text: string): { chunks: Chunk[]; strayLine: number | null } {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, index) => (/^-(\s|$)/.test(line) ? [index] : []))
  const head = lines.slice(0, starts[0] ?? lines.length)
  const stray = head.findIndex((line) => !/^\s*(#.*|---.*)?$/.test(line))
  const chunks = starts.map((start, turn) => ({
    firstLine: start + 1,
    text: lines.slice(start, starts[turn + 1]).join('\n'),
  }))
  return { chunks, strayLine: stray === -1 ? null : stray + 1 }
}

function collectLines(
  node: unknown,
  path: string,
  lineOf: (node: Node) => number,
  lines: Record<string, number>,
): void {
  const enter = (key: string, child: unknown, at: Node): void => {
    const name = path === '' ? key : `${path}.${key}`
    lines[name] = lineOf(at)
    collectLines(child, name, lineOf, lines)
  }
  if (isMap(node)) {
    for (const { key, value } of node.items) if (isScalar(key)) enter(String(key.value), value, key)
  } else if (isSeq(node)) {
    node.items.forEach((child, index) => {
      enter(String(index), child, child as Node)
    })
  }
}

/** Entries are read one by one, so an alias cannot reach an anchor of a neighbour; where its first one stands, or null. */
function findAlias(document: ReturnType<typeof parseDocument>): number | null {
  let at: number | null = null
  visit(document, {
    Alias: (_key, alias) => {
      at = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return at
}

const aliasAdvice = 'An alias (*name) is not taken here; write the value out'

function parseEntry({ firstLine, text }: Chunk): YamlEntry {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const lineAt = (offset: number): number => firstLine + Math.max(1, counter.linePos(offset).line) - 1
  const faulty = (offset: number, message: string): YamlEntry => ({
    line: firstLine,
    value: null,
    fault: { line: lineAt(offset), message },
    lines: {},
  })
  const [error] = document.errors
  if (error) return faulty(error.pos[0], error.message.split(' at line ')[0] ?? error.message)
  const alias = findAlias(document)
  if (alias !== null) return faulty(alias, aliasAdvice)
  const entry = isSeq(document.contents) ? document.contents.items[0] : null
  const lines: Record<string, number> = {}
  collectLines(entry, '', (node) => lineAt(node.range?.[0] ?? 0), lines)
  return { line: firstLine, value: (document.toJS() as unknown[])[0], fault: null, lines }
}

/**
 * Parses a file that is a list, entry by entry. Lines count from 1.
 * Text before the first entry is returned as one entry with a fault.
 */
export function parseListFile(text: string): YamlEntry[] {
  const { chunks, strayLine } = cutEntries(text)
  const message = 'The file must be a list: begin each entry with "- " in the first column'
  const stray =
    strayLine === null
      ? []
      : [{ line: strayLine, value: null, fault: { line: strayLine, message }, lines: {} }]
  return [...stray, ...chunks.map(parseEntry)]
}

/** The line of a path, or of its nearest ancestor that is written. */
export function lineOf(entry: YamlEntry, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = entry.lines[path.slice(0, length).join('.')]
    if (line !== undefined) return line
  }
  return entry.line
}
