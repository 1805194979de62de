import type { SheetItem } from '../../../domain/item/review-sheet.ts'

/** What a reviewer has filled in so far; letters. */
export type Solution = {
  readonly answer: readonly string[]
  readonly alternatives: readonly string[]
  readonly reason: string
}

export const emptySolution: Solution = { answer: [], alternatives: [], reason: '' }

/** Letters that a full answer has. @example lettersAsked({ kind: 'multiple-choice', options: {} }) // 1 */
export function lettersAsked(item: Pick<SheetItem, 'kind' | 'select' | 'prompts' | 'options'>): number {
  if (item.kind === 'matching') return item.prompts?.length ?? 0
  return item.select ?? (item.kind === 'ordering' ? Object.keys(item.options).length : 1)
}

const full = (answer: readonly string[]): readonly string[] => answer.filter((letter) => letter !== '')

/** True when nothing is missing. @example isComplete(item, emptySolution) // false */
export const isComplete = (item: SheetItem, { answer, reason }: Solution): boolean =>
  full(answer).length === lettersAsked(item) && reason.trim() !== ''

/**
 * The answer after a letter was pressed: a choice is replaced, one of several is toggled, the next place of an order is taken.
 * @example press(multipleChoice, ['A'], 'B') // ['B']
 */
export function press(item: SheetItem, answer: readonly string[], letter: string): readonly string[] {
  if (item.kind === 'multiple-choice') return [letter]
  if (answer.includes(letter)) return answer.filter((other) => other !== letter)
  return answer.length < lettersAsked(item) ? [...answer, letter] : answer
}

/** The answer of a matching item with a letter at one prompt. @example match([], 1, 'B') // ['', 'B'] */
export function match(answer: readonly string[], prompt: number, letter: string): readonly string[] {
  const length = Math.max(answer.length, prompt + 1)
  return Array.from({ length }, (_, index) => (index === prompt ? letter : (answer[index] ?? '')))
}
