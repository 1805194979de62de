import { splitSix } from './arn.ts'
import { compileGlob, type GlobToken, type TextTest } from './glob.ts'

const star: GlobToken = { kind: 'star' }

/** Splits tokens at the first five colons of their texts. */
function splitTokens(tokens: readonly GlobToken[]): GlobToken[][] {
  const sections: GlobToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind !== 'text') {
      sections.at(-1)?.push(token)
      continue
    }
    const room = 6 - sections.length
    const pieces = token.text.split(':')
    const kept = pieces.length - 1 <= room ? pieces : [...pieces.slice(0, room), pieces.slice(room).join(':')]
    kept.forEach((piece, place) => {
      if (place > 0) sections.push([])
      if (piece !== '') sections.at(-1)?.push({ kind: 'text', text: piece })
    })
  }
  return sections
}

/** An incomplete ARN is completed with wildcards for the missing components. */
const complete = (sections: readonly GlobToken[][]): GlobToken[][] => [
  ...sections,
  ...Array.from({ length: 6 - sections.length }, () => [star]),
]

/** Before the fifth colon a wildcard stays in its component, save a star that ends it. */
function confine(section: readonly GlobToken[]): GlobToken[] {
  return section.map((token, place) => {
    if (token.kind === 'text' || (token.kind === 'star' && place === section.length - 1)) return token
    return { kind: token.kind === 'star' ? 'star-within' : 'one-within' }
  })
}

const isLoneStar = (tokens: readonly GlobToken[]): boolean =>
  tokens.length === 1 && tokens[0]?.kind === 'star'

/**
 * Compiles an entry of a Resource element. A wildcard covers slashes; a star that ends a component may also run over the
 * following colons; after the fifth colon every wildcard runs freely.
 *
 * @see IAM user guide, IAM JSON policy elements: Resource (using wildcards in resource ARNs); IAM identifiers (incomplete ARNs)
 * @example compileResourcePattern([{ kind: 'text', text: 'arn:aws:sqs' }])('arn:aws:sqs:eu-west-1:111111111111:jobs') // true
 */
export function compileResourcePattern(tokens: readonly GlobToken[]): TextTest {
  if (isLoneStar(tokens)) return () => true
  const sections = complete(splitTokens(tokens))
  return compileGlob(
    sections.flatMap((section, place) => [
      ...(place === 0 ? [] : [{ kind: 'text', text: ':' } as const]),
      ...(place < 5 ? confine(section) : section),
    ]),
  )
}

/**
 * The service all of whose resources a pattern covers, `*` for every service, or null. Such a pattern also covers a
 * request that names no single resource.
 *
 * @see IAM user guide, Policy evaluation logic (the example that lists all buckets through `arn:aws:s3:::*`)
 * @example coveredService('arn:aws:s3:::*') // 's3'
 */
export function coveredService(pattern: string): string | null {
  if (pattern === '*') return '*'
  const [, , service, region = '*', account = '*', resource = '*'] = splitSix(pattern)
  const open = [region, account].every((part) => part === '' || part === '*') && resource === '*'
  return open ? (service ?? '*') : null
}

/**
 * Compiles the value of an ARN operator: each of the six components is matched by itself.
 *
 * @returns a test that is false for a text that is no ARN
 * @see IAM user guide, IAM JSON policy elements: Condition operators (ARN condition operators)
 * @example compileArnTest([{ kind: 'text', text: 'arn:aws:sns:' }, { kind: 'star' }, { kind: 'text', text: ':1:t' }])('arn:aws:sns:eu-west-1:1:t') // true
 */
export function compileArnTest(tokens: readonly GlobToken[]): TextTest {
  const tests = complete(splitTokens(tokens)).map((section) => compileGlob(section))
  return (value) => {
    const parts = splitSix(value)
    return parts.length === 6 && parts[0] === 'arn' && tests.every((test, place) => test(parts[place] ?? ''))
  }
}
