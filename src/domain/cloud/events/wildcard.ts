import { compileGlob, type GlobToken } from '../iam/glob.ts'
import type { Json } from '../json.ts'
import type { ReportFault, ValueTest } from './types.ts'

const never: ValueTest = () => false
const star: GlobToken = { kind: 'star' }

/** The characters and stars of a wildcard, or what is wrong with it. */
function readTokens(wildcard: string): readonly GlobToken[] | string {
  const tokens: GlobToken[] = []
  for (let at = 0; at < wildcard.length; at++) {
    const own = wildcard.charAt(at)
    const next = wildcard.charAt(at + 1)
    if (own === '*' && next === '*') return `"${wildcard}" has two stars in a row: one is enough`
    if (own === '\\' && next !== '*' && next !== '\\')
      return `"${wildcard}" has a backslash that escapes neither a star nor a backslash`
    if (own === '\\') at++
    tokens.push(own === '*' ? star : { kind: 'text', text: own === '\\' ? next : own })
  }
  return tokens
}

/** A place is the number of tokens read; a star that follows may also stand for nothing. */
function withEmptyStars(places: ReadonlySet<number>, tokens: readonly GlobToken[]): Set<number> {
  const all = new Set(places)
  for (const place of places) if (tokens[place]?.kind === 'star') all.add(place + 1)
  return all
}

function advance(places: ReadonlySet<number>, tokens: readonly GlobToken[], read: string): Set<number> {
  const next = new Set<number>()
  for (const place of places) {
    const token = tokens[place]
    if (place > 0 && tokens[place - 1]?.kind === 'star') next.add(place)
    if (token?.kind === 'text' && token.text === read) next.add(place + 1)
  }
  return withEmptyStars(next, tokens)
}

const mostSetsOfPlaces = 5_000

/**
 * How many places of a wildcard one value can hold open at the same time: the measure by which the service calls a pattern
 * too complex. Infinity when it cannot be told in reasonable time.
 *
 * @param tokens the characters and stars of the wildcard
 * @see aws/event-ruler, README (machine complexity)
 * @example wildcardComplexity([{ kind: 'star' }]) // 2
 */
export function wildcardComplexity(tokens: readonly GlobToken[]): number {
  const quoted = [...tokens, { kind: 'text', text: '"' } as const]
  const characters = new Set(quoted.map((token) => (token.kind === 'text' ? token.text : '')))
  const pending = [withEmptyStars(new Set([0]), quoted)]
  const seen = new Set<string>()
  let most = 0
  for (let places = pending.pop(); places !== undefined; places = pending.pop()) {
    most = Math.max(most, places.size)
    for (const read of characters) {
      const next = advance(places, quoted, read)
      const name = [...next].sort((left, right) => left - right).join()
      if (next.size === 0 || seen.has(name)) continue
      if (seen.size >= mostSetsOfPlaces) return Number.POSITIVE_INFINITY
      seen.add(name)
      pending.push(next)
    }
  }
  return most
}

/**
 * Compiles the operand of `wildcard`: a star stands for any text, `\*` for a star, `\\` for a backslash.
 *
 * @param mostComplexity largest complexity that the service accepts
 * @param report takes the fault when the operand is refused; the test then never holds
 * @see Amazon EventBridge user guide, Comparison operators (matching using wildcards)
 * @example compileWildcard('dir/*.png', 10, () => {})('dir/a.png') // true
 */
export function compileWildcard(
  operand: Json | undefined,
  mostComplexity: number,
  report: ReportFault,
): ValueTest {
  const tokens = typeof operand === 'string' ? readTokens(operand) : 'takes a text'
  if (typeof tokens === 'string') {
    report(tokens)
    return never
  }
  if (wildcardComplexity(tokens) > mostComplexity) {
    report('is too complex: use fewer stars, or fewer repetitions of the same characters after a star')
    return never
  }
  const matches = compileGlob(tokens)
  return (value) => typeof value === 'string' && matches(value)
}
