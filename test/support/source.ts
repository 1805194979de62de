import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A node of the syntax tree, as far as these checks look into it. */
export type Node = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export type SourceFile = {
  /** Path from the project's folder, with `/`. */
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly tree: Node
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** The nodes directly below a node. */
export const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** Calls `visit` for a node and everything below it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}

export function parse(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return { path, text, lines: text.split('\n').length - 1, tree: program as unknown as Node }
}

/** Every TypeScript file below a folder of the project, declarations left out. */
export function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => {
      const file = join(root, folder, name)
      return parse(relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8'))
    })
}

export type Import = { readonly from: string; readonly target: string; readonly typeOnly: boolean }

const resolved = (from: string, specifier: string): string =>
  specifier.startsWith('.')
    ? relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/')
    : specifier

/** True for `import type …`, and for imports whose every name is marked `type`. */
function isTypeOnly(node: Node): boolean {
  const kind = node.importKind ?? node.exportKind
  const names = (node.specifiers as Node[] | undefined) ?? []
  return (
    kind === 'type' ||
    (names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === 'type'))
  )
}

/** Static, dynamic and re-exporting imports of a file; a relative target is a path from the project's folder. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = []
  walk(file.tree, (node) => {
    const source = node.source as (Node & { value?: unknown }) | undefined | null
    if (isNode(source) && typeof source.value === 'string') {
      found.push({ from: file.path, target: resolved(file.path, source.value), typeOnly: isTypeOnly(node) })
    }
  })
  return found
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const branchTypes = new Set([
  'IfStatement',
  'ConditionalExpression',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'CatchClause',
])

const isBranch = (node: Node): boolean =>
  branchTypes.has(node.type) ||
  node.type === 'LogicalExpression' ||
  (node.type === 'SwitchCase' && node.test !== null)

export type MeasuredFunction = {
  readonly place: string
  readonly lines: number
  /** 1 + branches + logical operators, functions inside counted on their own. */
  readonly complexity: number
  readonly parameters: number
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function complexityOf(node: Node): number {
  let branches = 0
  const count = (inner: Node): void => {
    if (isBranch(inner)) branches += 1
    for (const child of childrenOf(inner)) if (!functionTypes.has(child.type)) count(child)
  }
  for (const child of childrenOf(node)) if (!functionTypes.has(child.type)) count(child)
  return branches + 1
}

/** Length, complexity and parameters of every function in a file. */
export function functionsOf(file: SourceFile): MeasuredFunction[] {
  const found: MeasuredFunction[] = []
  walk(file.tree, (node) => {
    if (!functionTypes.has(node.type) || node.body === null) return
    const first = lineAt(file.text, node.start)
    found.push({
      place: `${file.path}:${first}`,
      lines: lineAt(file.text, node.end) - first + 1,
      complexity: complexityOf(node),
      parameters: (node.params as unknown[]).length,
    })
  })
  return found
}
