import type { GuardInvalid } from './types.ts'

/** Thrown inside the reader alone; `readGuard` turns it into a value. */
export class GuardSyntaxError extends Error {
  readonly invalid: GuardInvalid
  constructor(invalid: GuardInvalid) {
    super(invalid.text)
    this.invalid = invalid
  }
}

const blank = /(?:\s|#[^\n]*)*/y
const word = /[A-Za-z_][\w-]*/y

/** Reads a text of rules from left to right. */
export class Scanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Where reading stands, for `back`. */
  get at(): number {
    return this.#at
  }

  back(at: number): void {
    this.#at = at
  }

  /** Passes over white space and comments. */
  space(): void {
    blank.lastIndex = this.#at
    blank.exec(this.#text)
    this.#at = blank.lastIndex
  }

  get done(): boolean {
    this.space()
    return this.#at >= this.#text.length
  }

  /** Whether `text` stands next, right here. */
  sees(text: string): boolean {
    return this.#text.startsWith(text, this.#at)
  }

  /** Takes `text` after white space if it stands there. */
  take(text: string): boolean {
    this.space()
    return this.takeHere(text)
  }

  /** Takes `text` if it stands right here. */
  takeHere(text: string): boolean {
    if (!this.sees(text)) return false
    this.#at += text.length
    return true
  }

  expect(text: string, where: string): void {
    if (!this.take(text)) this.fail(`"${text}" is missing ${where}`)
  }

  /** Takes what a sticky expression matches right here. */
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found === null) return null
    this.#at = pattern.lastIndex
    return found[0]
  }

  /** Takes a word after white space. */
  word(): string | null {
    this.space()
    return this.match(word)
  }

  /** Takes one of some words, in small or capital letters, if it stands next as a whole word. */
  keyword(...words: readonly string[]): boolean {
    const start = this.#at
    const found = this.word()
    if (found !== null && words.includes(found.toLowerCase()) && !this.sees('.') && !this.sees('::'))
      return true
    this.#at = start
    return false
  }

  /** Takes a text up to `end`, which is passed over. */
  until(end: string, what: string): string {
    const stop = this.#text.indexOf(end, this.#at)
    if (stop < 0) this.fail(`${what} does not end`)
    const text = this.#text.slice(this.#at, stop)
    this.#at = stop + end.length
    return text
  }

  /** Takes a text in quotes, or null where none begins. */
  quoted(): string | null {
    const quote = ['"', "'"].find((mark) => this.sees(mark))
    if (quote === undefined) return null
    this.#at += 1
    let text = ''
    while (!this.sees(quote)) {
      const next = this.#text[this.#at]
      if (next === undefined) return this.fail('a text in quotes does not end')
      const escaped = next === '\\' && this.#text[this.#at + 1] === quote
      text += escaped ? quote : next
      this.#at += escaped ? 2 : 1
    }
    this.#at += 1
    return text
  }

  /** Takes the source of a regular expression between slashes, or null where none begins. */
  slashed(): string | null {
    if (!this.takeHere('/')) return null
    let source = ''
    while (!this.sees('/')) {
      const next = this.#text[this.#at]
      if (next === undefined) return this.fail('a regular expression does not end')
      const escaped = next === '\\' && this.#text[this.#at + 1] === '/'
      source += escaped ? '/' : next
      this.#at += escaped ? 2 : 1
    }
    this.#at += 1
    return source
  }

  /** The line on which reading stands, from 1. */
  get line(): number {
    return this.#text.slice(0, this.#at).split('\n').length
  }

  fail(text: string): never {
    throw new GuardSyntaxError({ line: this.line, text })
  }
}
