/** One piece of a pattern: text that matches itself, any text, or any one character; the `-within` forms stop at a colon. */
export type GlobToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'star' | 'star-within' | 'one' | 'one-within' }

/** Answers whether a whole text matches. */
export type TextTest = (value: string) => boolean

const isText = (token: GlobToken): token is { kind: 'text'; text: string } => token.kind === 'text'

/** The texts between the stars, so that `a*b` gives `['a', 'b']`. */
function chunksOf(tokens: readonly GlobToken[]): string[] {
  const chunks = ['']
  for (const token of tokens) {
    if (isText(token)) chunks[chunks.length - 1] += token.text
    else chunks.push('')
  }
  return chunks
}

/** Leftmost search finds a match whenever one exists, since an unbounded star takes whatever is left. */
function testChunks(chunks: readonly string[]): TextTest {
  const first = chunks[0] ?? ''
  const last = chunks.at(-1) ?? ''
  const middle = chunks.slice(1, -1)
  return (value) => {
    if (value.length < first.length + last.length || !value.startsWith(first) || !value.endsWith(last))
      return false
    let from = first.length
    for (const chunk of middle) {
      const found = value.indexOf(chunk, from)
      if (found < 0) return false
      from = found + chunk.length
    }
    return from <= value.length - last.length
  }
}

type Step = { readonly repeats: boolean; readonly accepts: (character: string) => boolean }

function stepsOf(token: GlobToken): Step[] {
  if (isText(token)) {
    return token.text.split('').map((own) => ({ repeats: false, accepts: (character) => character === own }))
  }
  const within = token.kind.endsWith('-within')
  return [{ repeats: token.kind.startsWith('star'), accepts: (character) => !within || character !== ':' }]
}

/** Walks all readings at once, so that no pattern takes more than pattern length times value length. */
function testSteps(steps: readonly Step[]): TextTest {
  const skipStars = (reached: boolean[]): boolean[] => {
    steps.forEach((step, place) => {
      if (step.repeats && reached[place]) reached[place + 1] = true
    })
    return reached
  }
  return (value) => {
    let reached = skipStars([true])
    for (const character of value.split('')) {
      const next: boolean[] = []
      steps.forEach((step, place) => {
        if (reached[place] && step.accepts(character)) next[step.repeats ? place : place + 1] = true
      })
      reached = skipStars(next)
    }
    return reached[steps.length] === true
  }
}

/**
 * Compiles a pattern of texts and wildcards; matching is anchored at both ends, case-sensitive, and linear in the product
 * of both lengths for every pattern.
 *
 * @see IAM user guide, IAM JSON policy elements: Resource (wildcards in ARN segments)
 * @example compileGlob([{ kind: 'text', text: 'a' }, { kind: 'star' }])('abc') // true
 */
export function compileGlob(tokens: readonly GlobToken[]): TextTest {
  if (tokens.every((token) => isText(token))) {
    const text = chunksOf(tokens)[0]
    return (value) => value === text
  }
  if (tokens.every((token) => isText(token) || token.kind === 'star')) return testChunks(chunksOf(tokens))
  return testSteps(tokens.flatMap(stepsOf))
}
