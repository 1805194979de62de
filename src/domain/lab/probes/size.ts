import type { Probe } from '../grade.ts'

/** Removes what a policy editor does not count: white space outside texts. */
const packed = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Counts the characters of `value`: a text as it is, a document without white space between its parts. */
export const sizeProbe: Probe = ({ value }) => {
  const length = packed(value ?? '').length
  return { answer: length, because: `It has ${length} characters.` }
}

/** Gives back `value`: a setting that is its own answer. */
export const valueProbe: Probe = ({ value }) => ({
  answer: value ?? null,
  because: `It is ${JSON.stringify(value ?? null)}.`,
})
