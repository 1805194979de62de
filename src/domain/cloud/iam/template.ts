import type { GlobToken } from './glob.ts'

/** A policy variable: its key in lower case and the default that stands in for an absent value. */
export type Variable = { readonly kind: 'variable'; readonly key: string; readonly fallback: string | null }

/** One piece of a string of a policy. */
export type TemplatePart = GlobToken | Variable

const pieces = /\$\{([^{}]*)\}|\*|\?|[^$*?]+|\$/g
const variableBody = /^\s*([^\s,'{}][^,'{}]*?)\s*(?:,\s*'([^']*)'\s*)?$/
const text = (value: string): TemplatePart => ({ kind: 'text', text: value })

function readVariable(whole: string, body: string): TemplatePart {
  if (body === '*' || body === '?' || body === '$') return text(body)
  const [, key, fallback] = variableBody.exec(body) ?? []
  return key === undefined
    ? text(whole)
    : { kind: 'variable', key: key.toLowerCase(), fallback: fallback ?? null }
}

function readPiece([whole, body]: RegExpMatchArray, variables: boolean): TemplatePart[] {
  if (body !== undefined) {
    return variables ? [readVariable(whole, body)] : [text('${'), ...readTemplate(body, false), text('}')]
  }
  if (whole === '*') return [{ kind: 'star' }]
  return whole === '?' ? [{ kind: 'one' }] : [text(whole)]
}

/**
 * Takes a string of a policy apart into text, wildcards and variables. `${*}`, `${?}` and `${$}` are the characters
 * themselves. Without `variables` (policy version 2008-10-17, or none) everything but wildcards is text.
 *
 * @see IAM user guide, IAM policy elements: Variables and tags
 * @example readTemplate("${aws:username, 'x'}", true) // [{ kind: 'variable', key: 'aws:username', fallback: 'x' }]
 */
export const readTemplate = (value: string, variables: boolean): TemplatePart[] =>
  [...value.matchAll(pieces)].flatMap((match) => readPiece(match, variables))

/** True when no part waits for a request. @example isFixed([{ kind: 'star' }]) // true */
export const isFixed = (parts: readonly TemplatePart[]): parts is readonly GlobToken[] =>
  parts.every((part) => part.kind !== 'variable')

/**
 * Puts values in the place of variables; a value is taken literally, whatever characters it holds.
 *
 * @param lookup gives the value of a single-valued key, or undefined
 * @returns the tokens, or null when a variable has neither value nor default
 * @see IAM user guide, IAM policy elements: Variables and tags (policy variables with no value)
 * @example fillTemplate([{ kind: 'variable', key: 'a', fallback: null }], () => undefined) // null
 */
export function fillTemplate(
  parts: readonly TemplatePart[],
  lookup: (key: string) => string | undefined,
): GlobToken[] | null {
  const filled: GlobToken[] = []
  for (const part of parts) {
    if (part.kind !== 'variable') {
      filled.push(part)
      continue
    }
    const value = lookup(part.key) ?? part.fallback
    if (value === null) return null
    filled.push({ kind: 'text', text: value })
  }
  return filled
}

/** The string that the parts spell, wildcards as the characters they are. @example spell([{ kind: 'star' }]) // '*' */
export const spell = (tokens: readonly GlobToken[]): string =>
  tokens
    .map((token) => (token.kind === 'text' ? token.text : token.kind.startsWith('star') ? '*' : '?'))
    .join('')
