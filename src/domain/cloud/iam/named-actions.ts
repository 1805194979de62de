import { compileGlob, type GlobToken } from './glob.ts'

/** An action, or a pattern of actions, and where it stands in a case. */
export type NamedAction = { readonly at: string; readonly pattern: string }

const tokenOf = (piece: string): GlobToken => {
  if (piece === '*') return { kind: 'star' }
  return piece === '?' ? { kind: 'one' } : { kind: 'text', text: piece }
}

/**
 * The names that a pattern of actions stands for; neither knows upper and lower case.
 *
 * @see IAM user guide, IAM JSON policy elements: Action
 * @example expandAction('Get*', ['getobject', 'putobject']) // ['getobject']
 */
export function expandAction(pattern: string, names: Iterable<string>): readonly string[] {
  const pieces = pattern
    .toLowerCase()
    .split(/([*?])/)
    .filter((piece) => piece !== '')
  const matches = compileGlob(pieces.map(tokenOf))
  return [...names].filter((name) => matches(name.toLowerCase()))
}

const textsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function actionsOf(statement: Readonly<Record<string, unknown>>, at: string): readonly NamedAction[] {
  return (['Action', 'NotAction'] as const).flatMap((element) =>
    textsOf(statement[element]).flatMap((pattern) =>
      typeof pattern === 'string' ? [{ at: `${at}.${element}`, pattern }] : [],
    ),
  )
}

/** Deepest nesting that is looked into; policies in a case lie far above it. */
const mostDepth = 12

function walk(value: unknown, at: string, depth: number): readonly NamedAction[] {
  if (typeof value !== 'object' || value === null || depth > mostDepth) return []
  if (Array.isArray(value)) return value.flatMap((each, index) => walk(each, `${at}[${index}]`, depth + 1))
  const held = value as Readonly<Record<string, unknown>>
  if ('Effect' in held) return actionsOf(held, at)
  return Object.entries(held).flatMap(([name, each]) =>
    walk(each, at === '' ? name : `${at}.${name}`, depth + 1),
  )
}

/**
 * Every action that a case names: the one requested, and those of all statements in its policies.
 *
 * @example namedActions({ action: 's3:GetObject' }) // [{ at: 'action', pattern: 's3:GetObject' }]
 */
export function namedActions(value: unknown): readonly NamedAction[] {
  const action = typeof value === 'object' && value !== null && 'action' in value ? value.action : undefined
  const requested = typeof action === 'string' ? [{ at: 'action', pattern: action }] : []
  return [...requested, ...walk(value, '', 0)]
}
