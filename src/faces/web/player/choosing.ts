import type { PresentedItem } from '../../../domain/form/types.ts'
import type { Response } from '../../../domain/item/types.ts'
import { isSelected } from './sheet.ts'

const words = [
  'no option',
  'one option',
  'two options',
  'three options',
  'four options',
  'five options',
] as const

/** How many options an item asks for, in words. @example instructionOf({ kind: 'multiple-response', select: 2 }) // 'Choose two options' */
export function instructionOf(item: Pick<PresentedItem, 'kind' | 'select'>): string {
  if (item.kind === 'matching') return 'Match each line with an option'
  if (item.kind === 'ordering')
    return item.select === undefined
      ? 'Put the options in order'
      : `Choose ${words[item.select] ?? `${item.select} options`} and put them in order`
  return `Choose ${words[item.kind === 'multiple-choice' ? 1 : (item.select ?? 1)] ?? `${item.select} options`}`
}

/** False when all that the item asks for is chosen and another option would be too many. */
export function canChoose(item: PresentedItem, response: Response | null, optionId: string): boolean {
  if (item.kind !== 'multiple-response' || item.select === undefined) return true
  const given = response !== null && 'selected' in response ? response.selected.length : 0
  return given < item.select || isSelected(response, optionId)
}

/** What is said to a choice beyond that. @example tooManyText({ kind: 'multiple-response', select: 2 }) // 'Choose two options, no more: take one back first.' */
export const tooManyText = (item: Pick<PresentedItem, 'kind' | 'select'>): string =>
  `${instructionOf(item)}, no more: take one back first.`

/** False when every place of an ordering item is taken. */
export const hasFreePlace = (item: PresentedItem, placed: number): boolean =>
  placed < (item.select ?? item.options.length)
