import { wrapText } from '../wrap-text.ts'

/** Width of a mean character of a wide sans-serif face, as a share of its size; a narrower face leaves room. */
const meanCharacter = 0.58

/** The width that a text takes at a size, in user units, as an estimate. @example estimateWidth('abcd', 10) // 23.2 */
export const estimateWidth = (text: string, size: number): number => text.length * size * meanCharacter

const charactersIn = (width: number, size: number): number =>
  Math.max(1, Math.floor(width / (size * meanCharacter)))

/** Shortens a text to a number of characters, with an ellipsis. @example shorten('architecture', 6) // 'archi…' */
export const shorten = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1)).trimEnd()}…`

/** Where a text goes: its size and the room for it, in user units. */
export type Room = { readonly size: number; readonly width: number; readonly lines: number }

/** Breaks a text into at most `lines` lines that fit a width, the last one shortened where needed. */
export function fitText(text: string, { size, width, lines }: Room): readonly string[] {
  const characters = charactersIn(width, size)
  const wrapped = wrapText(text, characters)
  const kept =
    wrapped.length <= lines ? wrapped : [...wrapped.slice(0, lines - 1), wrapped.slice(lines - 1).join(' ')]
  return kept.map((line) => shorten(line, characters))
}
