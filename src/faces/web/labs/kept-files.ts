import type { Texts } from './lab-calls.ts'

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const nameOf = (labAttemptId: string): string => `cairn.lab.${labAttemptId}`

/** What was typed at an attempt and not yet checked; nothing where the browser keeps nothing. */
export function keptFiles(labAttemptId: string, shelf: Shelf = localStorage): Texts {
  try {
    const held: unknown = JSON.parse(shelf.getItem(nameOf(labAttemptId)) ?? '{}')
    return typeof held === 'object' && held !== null ? (held as Texts) : {}
  } catch {
    return {}
  }
}

/** Keeps what is typed, so that a reload loses nothing. */
export function keepFiles(labAttemptId: string, files: Texts, shelf: Shelf = localStorage): void {
  try {
    shelf.setItem(nameOf(labAttemptId), JSON.stringify(files))
  } catch {
    // A browser without room still has the text in its editor.
  }
}
