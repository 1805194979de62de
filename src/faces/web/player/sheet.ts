import type { AttemptView, ResponseView } from '../../../application/read-attempt.ts'
import type { Feedback } from '../../../domain/attempt/types.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import type { Response } from '../../../domain/item/types.ts'
import type { PositionChange } from './outbox.ts'

/** All that the page knows of one position. `sequence` is the last one the server is known to hold. */
export type PositionState = PositionChange & { readonly sequence: number; readonly feedback: Feedback | null }

/** The answer sheet: what is given for each position; positions never touched are absent. */
export type Sheet = ReadonlyMap<number, PositionState>

const untouched: PositionState = { response: null, flagged: false, struck: [], sequence: 0, feedback: null }

/** The state of a position, touched or not. */
export const positionOf = (sheet: Sheet, position: number): PositionState => sheet.get(position) ?? untouched

/** A sheet in which some facts of one position are replaced. */
export const withPosition = (sheet: Sheet, position: number, change: Partial<PositionState>): Sheet =>
  new Map(sheet).set(position, { ...positionOf(sheet, position), ...change })

/** A sheet that takes over what the server holds for a position. */
export const adopt = (sheet: Sheet, position: number, held: ResponseView): Sheet =>
  withPosition(sheet, position, {
    response: held.response,
    flagged: held.flagged,
    struck: held.struck,
    sequence: held.sequence,
    feedback: held.feedback ?? null,
  })

/** The sheet of an attempt as the server holds it, under the changes that still wait on this device. */
export function sheetOf(
  responses: AttemptView['responses'],
  waiting: ReadonlyMap<number, PositionChange & { readonly sequence: number }>,
): Sheet {
  let sheet: Sheet = new Map()
  for (const [position, held] of Object.entries(responses)) sheet = adopt(sheet, Number(position), held)
  for (const [position, { response, flagged, struck, sequence }] of waiting) {
    const known = positionOf(sheet, position)
    if (sequence > known.sequence) sheet = withPosition(sheet, position, { response, flagged, struck })
  }
  return sheet
}

const selectedOf = (response: Response | null): readonly string[] =>
  response !== null && 'selected' in response ? response.selected : []

/** The option ids in order, for an ordering item. */
export const orderedOf = (response: Response | null): readonly string[] =>
  response !== null && 'ordered' in response ? response.ordered : []

/** The option id by prompt id, for a matching item. */
export const matchedOf = (response: Response | null): Readonly<Record<string, string>> =>
  response !== null && 'matched' in response ? response.matched : {}

/** True when the option belongs to the response. */
export const isSelected = (response: Response | null, optionId: string): boolean =>
  selectedOf(response).includes(optionId)

/** The response after an option is chosen: one replaces the other, or several are ticked and unticked. */
export function chooseOption(
  item: PresentedItem,
  response: Response | null,
  optionId: string,
): Response | null {
  if (item.kind === 'multiple-choice') return { selected: [optionId] }
  const before = selectedOf(response)
  const after = before.includes(optionId) ? before.filter((id) => id !== optionId) : [...before, optionId]
  return after.length === 0 ? null : { selected: after }
}

/** The response after an option is put at a place (from 0), or taken out with null. */
export function placeOption(
  response: Response | null,
  optionId: string,
  place: number | null,
): Response | null {
  const others = orderedOf(response).filter((id) => id !== optionId)
  const after = place === null ? others : others.toSpliced(place, 0, optionId)
  return after.length === 0 ? null : { ordered: after }
}

/** The response after a prompt is matched with an option, or with none. */
export function matchPrompt(
  response: Response | null,
  promptId: string,
  optionId: string | null,
): Response | null {
  const { [promptId]: _, ...others } = matchedOf(response)
  const after = optionId === null ? others : { ...others, [promptId]: optionId }
  return Object.keys(after).length === 0 ? null : { matched: after }
}

/** The struck options after one is struck out or restored. */
export const toggleStruck = (struck: readonly string[], optionId: string): readonly string[] =>
  struck.includes(optionId) ? struck.filter((id) => id !== optionId) : [...struck, optionId]

/** How many choices make an item complete. */
function choicesNeeded(item: PresentedItem): number {
  if (item.kind === 'multiple-choice') return 1
  if (item.kind === 'matching') return item.prompts?.length ?? 0
  return item.select ?? item.options.length
}

/** True when the response holds as many choices as the item asks for; a partly filled item is incomplete. */
export function isComplete(item: PresentedItem, response: Response | null): boolean {
  if (response === null) return false
  const given =
    selectedOf(response).length + orderedOf(response).length + Object.keys(matchedOf(response)).length
  return given === choicesNeeded(item)
}

/** The filters of the review screen. */
export type ReviewFilter = 'all' | 'incomplete' | 'flagged'

/** The items that a filter lets through. */
export function filterItems(
  items: readonly PresentedItem[],
  sheet: Sheet,
  filter: ReviewFilter,
): readonly PresentedItem[] {
  return items.filter((item) => {
    const state = positionOf(sheet, item.position)
    if (filter === 'flagged') return state.flagged
    return filter === 'all' || !isComplete(item, state.response)
  })
}
