/** A line of an explanation: when it happens, in the model's unit of time, and what in words. */
export type TrailEntry = { readonly at: number; readonly text: string }

/** The steps that led to an answer, in order. */
export type Trail = readonly TrailEntry[]

/** Counted things in words. @example countOf(2, 'message') // '2 messages' */
export const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
