/** Why a text cannot be read: what was expected, and the position of the character where it was missing. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText'
  readonly position: number

  constructor(expected: string, position: number) {
    super(`expected ${expected} at position ${position}`)
    this.position = position
  }
}

/** A text and how far it has been read. */
export type Scanner = { readonly text: string; at: number }

/** Starts to read a text. @example startScan('$.a').at // 0 */
export const startScan = (text: string): Scanner => ({ text, at: 0 })

/** True when nothing is left. @example atEnd(startScan('')) // true */
export const atEnd = (scan: Scanner): boolean => scan.at >= scan.text.length

/** True when the rest begins with a text. @example looksAt(startScan('$.a'), '$') // true */
export const looksAt = (scan: Scanner, text: string): boolean => scan.text.startsWith(text, scan.at)

/** Reads a text when the rest begins with it. @example accept(startScan('$.a'), '.') // false */
export function accept(scan: Scanner, text: string): boolean {
  if (!looksAt(scan, text)) return false
  scan.at += text.length
  return true
}

/**
 * Reads a text that must follow.
 * @throws UnreadableText when it does not
 * @example expect(startScan('(a'), '(') // undefined
 */
export function expect(scan: Scanner, text: string): void {
  if (!accept(scan, text)) throw new UnreadableText(`"${text}"`, scan.at)
}

/** Reads past spaces, tabs and line ends. @example skipSpace(startScan('  a')) // undefined */
export function skipSpace(scan: Scanner): void {
  while (/\s/.test(scan.text.charAt(scan.at))) scan.at++
}

/**
 * Reads what a sticky pattern matches here.
 * @throws UnreadableText when it matches nothing
 * @example readPattern(startScan('12a'), /\d+/y, 'a number') // '12'
 */
export function readPattern(scan: Scanner, pattern: RegExp, expected: string): string {
  pattern.lastIndex = scan.at
  const found = pattern.exec(scan.text)?.[0]
  if (found === undefined || found === '') throw new UnreadableText(expected, scan.at)
  scan.at += found.length
  return found
}

/**
 * Reads a text in quotes; a backslash escapes the quote and itself, and stands for itself elsewhere.
 * @throws UnreadableText when the quote does not close
 * @example readQuoted(startScan("'it\\'s'")) // "it's"
 */
export function readQuoted(scan: Scanner): string {
  const quote = scan.text.charAt(scan.at)
  if (quote !== "'" && quote !== '"') throw new UnreadableText('a text in quotes', scan.at)
  let read = ''
  for (let at = scan.at + 1; at < scan.text.length; at++) {
    const character = scan.text.charAt(at)
    if (character === quote) {
      scan.at = at + 1
      return read
    }
    const next = scan.text.charAt(at + 1)
    if (character === '\\' && (next === quote || next === '\\')) at++
    read += scan.text.charAt(at)
  }
  throw new UnreadableText('a closing quote', scan.text.length)
}
