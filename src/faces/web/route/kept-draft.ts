import type { Draft } from './draft.ts'

const storageKey = 'cairn/profile'

/** The draft kept on this device, as text; null where there is none. */
export const keptDraft = (): string | null => localStorage.getItem(storageKey)

/** Keeps a draft on this device. */
export const keepDraft = (draft: Draft): void => localStorage.setItem(storageKey, JSON.stringify(draft))
