const storageKey = 'cairn/exam'

/** The exam last chosen on this device; null when none was. */
export const rememberedExam = (): string | null => localStorage.getItem(storageKey)

/** Remembers the chosen exam on this device. */
export const rememberExam = (examCode: string): void => localStorage.setItem(storageKey, examCode)
