import { styleText } from 'node:util'
import { orUnknown } from '../../presentation/formats.ts'
import { wrapText } from '../../presentation/wrap-text.ts'

/** Lines of a page in the terminal. */
export type Lines = readonly string[]

const labelWidth = 15
const textWidth = 96

/** A label and its text, continued below the text. */
export const field = (label: string, text: string): Lines =>
  wrapText(text, textWidth).map((line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth)}${line}`)

/** A field that is left out where there is nothing to say. */
export const fieldIfAny = (label: string, text: string | null): Lines =>
  text === null || text === '' ? [] : field(label, text)

/** A heading above lines, left out where there are none. */
export const section = (title: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : ['', styleText('bold', title), ...lines]

/** Texts as a list with dashes. */
export const bullets = (texts: readonly string[]): Lines =>
  texts.flatMap((text) =>
    wrapText(text, textWidth).map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`),
  )

/** Text with a hanging indent. */
export const indented = (indent: number, text: string): Lines =>
  wrapText(text, textWidth).map((line) => `${' '.repeat(indent)}${line}`)

/** A number, or "unknown". */
export const count = (value: number | null): string => orUnknown(value, String)
