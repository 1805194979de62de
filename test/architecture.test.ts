import { describe, expect, test } from 'vitest'
import {
  functionsOf,
  type Import,
  importsOf,
  isNode,
  type Node,
  parse,
  type SourceFile,
  sourcesBelow,
  walk,
} from './support/source.ts'

const all = sourcesBelow('src')
const tests = sourcesBelow('test')
const isTest = (file: SourceFile): boolean => /\.(test|fixture)\.tsx?$/.test(file.path)
const product = all.filter((file) => !isTest(file))

/** Pure packages that the domain may use. */
const purePackages = new Set(['ts-fsrs', 'jsonata', 'ipaddr.js'])

/** Rooms of the domain from the bottom; a room may import its own row's neighbours to the left of it, and every row below. */
const domainRows = [
  ['kernel'],
  ['catalogue', 'item', 'measurement', 'cloud'],
  ['family', 'form', 'path', 'study', 'lab', 'credential'],
  ['attempt'],
] as const

const rowOf = (room: string): number =>
  domainRows.findIndex((row) => (row as readonly string[]).includes(room))

const segment = (path: string, index: number): string => path.split('/')[index] ?? ''
const isPackage = (target: string): boolean => !target.startsWith('src/') && !target.startsWith('test/')

function domainRule({ from, target }: Import): string | null {
  if (isPackage(target))
    return purePackages.has(target) ? null : 'the domain uses no package outside the list of pure ones'
  if (!target.startsWith('src/domain/')) return 'the domain imports the domain only'
  const [own, other] = [segment(from, 2), segment(target, 2)]
  if (rowOf(own) < 0) return `"${own}" is not a room of the domain`
  if (own === other || rowOf(other) < rowOf(own)) return null
  return `${own} stands below or beside ${other}`
}

function applicationRule({ target }: Import): string | null {
  if (target.startsWith('src/domain/') || target.startsWith('src/application/')) return null
  return 'a use case imports the domain and other use cases only'
}

function presentationRule({ target, typeOnly }: Import): string | null {
  if (target.startsWith('src/presentation/')) return null
  if (target.startsWith('src/domain/'))
    return typeOnly ? null : 'presentation imports types of the domain only'
  return 'presentation imports nothing else'
}

function adapterRule({ from, target }: Import): string | null {
  if (isPackage(target)) return null
  if (
    ['src/domain/', 'src/application/ports.ts', 'src/presentation/'].some((allowed) =>
      target.startsWith(allowed),
    )
  )
    return null
  if (target.startsWith('src/adapters/') && segment(target, 2) === segment(from, 2)) return null
  return 'an adapter imports the domain, the ports, presentation and itself'
}

/** Values of the kernel are vocabulary (days, results), not rules, so faces may use them. */
function faceRule({ from, target, typeOnly }: Import): string | null {
  if (isPackage(target)) return null
  if (target.startsWith('src/application/') || target.startsWith('src/presentation/')) return null
  if (target.startsWith('src/domain/kernel/')) return null
  if (target.startsWith('src/domain/')) return typeOnly ? null : 'a face imports types of the domain only'
  if (target.startsWith('src/faces/') && segment(target, 2) === segment(from, 2)) return null
  return 'a face imports use cases, presentation and itself'
}

const rules: readonly (readonly [string, (edge: Import) => string | null])[] = [
  ['src/domain/', domainRule],
  ['src/application/', applicationRule],
  ['src/presentation/', presentationRule],
  ['src/adapters/', adapterRule],
  ['src/faces/', faceRule],
]

function brokenRules(files: readonly SourceFile[]): string[] {
  return files.flatMap(importsOf).flatMap((edge) => {
    const rule = rules.find(([folder]) => edge.from.startsWith(folder))?.[1]
    const why = rule?.(edge) ?? null
    return why === null ? [] : [`${edge.from} → ${edge.target}: ${why}`]
  })
}

/** Types that carry keys: they never reach a face. */
const keyTypes = new Set(['Form', 'FormItem', 'Item', 'Option', 'PlacedItem'])

function keysInFaces(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.path.startsWith('src/faces/'))
    .flatMap((file) => {
      const found: string[] = []
      walk(file.tree, (node) => {
        if (node.type !== 'ImportDeclaration') return
        const source = (node.source as Node & { value: string }).value
        if (!/domain\/(form|item)\//.test(source)) return
        for (const name of node.specifiers as (Node & { imported?: { name?: string } })[]) {
          if (keyTypes.has(name.imported?.name ?? ''))
            found.push(`${file.path} imports ${name.imported?.name}, which carries keys`)
        }
      })
      return found
    })
}

/** Files of one cycle of run-time imports, or nothing. */
function findCycle(files: readonly SourceFile[]): string[] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ target }) => target),
    ]),
  )
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return []
    for (const next of edges.get(path) ?? []) {
      const cycle = edges.has(next) ? visit(next, [...trail, path]) : []
      if (cycle.length > 0) return cycle
    }
    done.add(path)
    return []
  }
  for (const path of edges.keys()) {
    const cycle = visit(path, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

const impureGlobals = new Set([
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
  'localStorage',
])

/** The name of an identifier that is used as a value: not a member's name, not a key, not a parameter of that name. */
function impureUses(file: SourceFile): string[] {
  const found: string[] = []
  const isMember = (node: unknown, object: string, property: string): boolean =>
    isNode(node) &&
    node.type === 'MemberExpression' &&
    (node.object as { name?: string }).name === object &&
    (node.property as { name?: string }).name === property
  walk(file.tree, (node) => {
    if (isMember(node, 'Math', 'random') || isMember(node, 'Date', 'now'))
      found.push(`${file.path}: clock or randomness`)
    if (
      node.type === 'NewExpression' &&
      (node.callee as { name?: string }).name === 'Date' &&
      (node.arguments as unknown[]).length === 0
    ) {
      found.push(`${file.path}: new Date() without an argument`)
    }
    const callee =
      node.type === 'CallExpression' || node.type === 'MemberExpression'
        ? (node.callee ?? node.object)
        : undefined
    const name = isNode(callee) && callee.type === 'Identifier' ? String(callee.name) : ''
    if (impureGlobals.has(name)) found.push(`${file.path}: ${name}`)
  })
  return found
}

const mostLines = 400
const mostFunctionLines = 60
const mostComplexity = 12
const mostParameters = 4

function tooLarge(files: readonly SourceFile[]): string[] {
  const long = files
    .filter((file) => file.lines > mostLines)
    .map((file) => `${file.path} has ${file.lines} lines`)
  const functions = files
    .flatMap(functionsOf)
    .flatMap(({ place, lines, complexity, parameters }) => [
      ...(lines > mostFunctionLines ? [`${place} is ${lines} lines long`] : []),
      ...(complexity > mostComplexity ? [`${place} has complexity ${complexity}`] : []),
      ...(parameters > mostParameters ? [`${place} takes ${parameters} parameters`] : []),
    ])
  return [...long, ...functions]
}

/** Calls `test('…')` and `describe('…')` with a fixed title, by file. */
function titlesOf(file: SourceFile): string[] {
  const titles: string[] = []
  walk(file.tree, (node) => {
    if (node.type !== 'CallExpression' || (node.callee as { name?: string }).name !== 'test') return
    const [title] = node.arguments as (Node & { value?: unknown })[]
    if (typeof title?.value === 'string') titles.push(title.value)
  })
  return titles
}

/** A test without an expectation cannot fail on what it is about. */
function testsWithoutExpectation(file: SourceFile): string[] {
  const found: string[] = []
  walk(file.tree, (node) => {
    if (node.type !== 'CallExpression' || (node.callee as { name?: string }).name !== 'test') return
    const body = file.text.slice(node.start, node.end)
    if (!/\b(expect\w*|assert\w*)\s*[(.]/.test(body))
      found.push(`${file.path}: ${body.slice(0, 80).split('\n')[0]}`)
  })
  return found
}

const duplicatesIn = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

describe('the house', () => {
  test('every ring imports only what it may', () => {
    expect(brokenRules(product)).toEqual([])
  })

  test('a forbidden import of each ring is noticed', () => {
    const breaches = [
      ['src/domain/item/x.ts', "import { a } from '../form/types.ts'"],
      ['src/domain/item/x.ts', "import { readFileSync } from 'node:fs'"],
      ['src/domain/path/x.ts', "import { ok } from '../form/types.ts'"],
      ['src/application/x.ts', "import { z } from 'zod'"],
      ['src/application/x.ts', "const a = await import('../adapters/store/sqlite.ts')"],
      ['src/presentation/x.ts', "import { respond } from '../domain/attempt/respond.ts'"],
      ['src/adapters/store/x.ts', "import { a } from '../content/load-packs.ts'"],
      ['src/faces/cli/x.ts', "export { makeApp } from '../http/app.ts'"],
      ['src/faces/http/x.ts', "import { scoreReport } from '../../domain/attempt/report.ts'"],
    ] as const
    const noticed = breaches.filter(([path, text]) => brokenRules([parse(path, text)]).length === 1)
    expect(noticed).toHaveLength(breaches.length)
  })

  test('types that carry keys do not reach a face', () => {
    expect(keysInFaces(product)).toEqual([])
    expect(
      keysInFaces([parse('src/faces/web/x.ts', "import type { Form } from '../../domain/form/types.ts'")]),
    ).toHaveLength(1)
  })

  test('there are no import cycles', () => {
    expect(findCycle(product)).toEqual([])
    const a = parse('src/domain/kernel/a.ts', "import { b } from './b.ts'")
    const b = parse('src/domain/kernel/b.ts', "import { a } from './a.ts'")
    expect(findCycle([a, b])).toHaveLength(3)
  })

  test('the domain reads no clock, no chance and no outside', () => {
    expect(product.filter((file) => file.path.startsWith('src/domain/')).flatMap(impureUses)).toEqual([])
    const impure = [
      'Math.random()',
      'Date.now()',
      'new Date()',
      'process.env',
      'fetch("x")',
      'setTimeout(f, 1)',
    ]
    expect(impure.filter((text) => impureUses(parse('src/domain/kernel/x.ts', text)).length > 0)).toEqual(
      impure,
    )
  })

  test('files and functions keep to their sizes', () => {
    expect(tooLarge(product)).toEqual([])
    const long = parse('src/x.ts', `function f() {\n${'a()\n'.repeat(401)}}\n`)
    expect(tooLarge([long])).toHaveLength(2)
    const branched = parse('src/x.ts', `function f(a, b, c, d, e) { ${'if (a) b();'.repeat(12)} }\n`)
    expect(tooLarge([branched])).toHaveLength(2)
  })

  test('only main.ts constructs adapters', () => {
    const importers = product
      .flatMap(importsOf)
      .filter(({ from, target }) => target.startsWith('src/adapters/') && !from.startsWith('src/adapters/'))
    expect([...new Set(importers.map(({ from }) => from))]).toEqual(['src/main.ts'])
  })

  test('titles of tests are unique within their file, and every test expects something', () => {
    const files = [...all.filter(isTest), ...tests]
    expect(
      files.flatMap((file) => duplicatesIn(titlesOf(file)).map((title) => `${file.path}: ${title}`)),
    ).toEqual([])
    expect(files.flatMap(testsWithoutExpectation)).toEqual([])
    expect(testsWithoutExpectation(parse('x.test.ts', "test('a', () => { f() })"))).toHaveLength(1)
  })
})
