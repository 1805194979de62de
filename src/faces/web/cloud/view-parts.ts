import type { Fact } from '../parts/facts.tsx'

/** A verdict: a glyph, a word, and the look of both. */
export type Verdict = { readonly word: string; readonly look: string; readonly glyph: string }

/** A list that shows how an answer came about. */
export type Trail = { readonly title: string; readonly lines: readonly string[] }

/** An answer as a person reads it. */
export type AnswerView = {
  readonly verdict: Verdict
  readonly reason: string
  readonly facts: readonly Fact[]
  readonly trails: readonly Trail[]
}

export const good = (word: string): Verdict => ({ word, look: 'mark-well', glyph: '✓' })
export const bad = (word: string): Verdict => ({ word, look: 'mark-problem', glyph: '✕' })
export const mild = (word: string): Verdict => ({ word, look: 'mark-attention', glyph: '○' })

/** A name of the answer in words. @example wordsOf('readUnits') // 'read units' */
export const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Members that a view tells elsewhere. */
const apart = new Set(['id', 'trail'])

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

function leavesOf(value: unknown, path: readonly string[]): readonly Fact[] {
  const plain = typeof value !== 'object' || value === null
  if (plain) return [{ name: capital(path.join(', ')), value: value === null ? 'none' : String(value) }]
  if (isList(value) && value.every((each) => typeof each !== 'object'))
    return [{ name: capital(path.join(', ')), value: value.length === 0 ? 'none' : value.join(', ') }]
  return Object.entries(value).flatMap(([name, inner]) => {
    const step = isList(value) ? String(Number(name) + 1) : wordsOf(name)
    return leavesOf(inner, [...path, step])
  })
}

/** Every figure of an answer with its name in words. @example factsOf({ total: { readUnits: 3 } }) // [{ name: 'Total, read units', value: '3' }] */
export const factsOf = (answer: object): readonly Fact[] =>
  Object.entries(answer)
    .filter(([name]) => !apart.has(name))
    .flatMap(([name, value]) => leavesOf(value, [wordsOf(name)]))

/** Trails that have something to tell. */
export const told = (trails: readonly Trail[]): readonly Trail[] =>
  trails.filter(({ lines }) => lines.length > 0)
