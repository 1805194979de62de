import { fail, ok, type Result } from '../kernel/result.ts'
import type { Response, ScorableKind } from './types.ts'

/** The part of a presented item that a response is checked against. */
export type ResponseFrame = {
  readonly kind: ScorableKind
  readonly select?: number
  readonly options: readonly { readonly id: string }[]
  readonly prompts?: readonly { readonly id: string }[]
}

/** Why a response cannot be taken; `id` is the offending option or prompt identifier where there is one. */
export type ResponseInvalid = {
  readonly code: 'response-invalid'
  readonly reason: 'wrong-shape' | 'not-an-option' | 'not-a-prompt' | 'given-twice' | 'too-many'
  readonly id?: string
}

const refuse = (reason: ResponseInvalid['reason'], id?: string) =>
  fail<ResponseInvalid>({ code: 'response-invalid', reason, ...(id === undefined ? {} : { id }) })

const firstRepeated = (ids: readonly string[]): string | undefined =>
  ids.find((id, place) => ids.indexOf(id) < place)

/** How many options a complete response holds. */
const asked = (frame: ResponseFrame): number =>
  frame.select ?? (frame.kind === 'ordering' ? frame.options.length : 1)

function checkIds(frame: ResponseFrame, ids: readonly string[]): Result<readonly string[], ResponseInvalid> {
  const foreign = ids.find((id) => !frame.options.some((option) => option.id === id))
  if (foreign !== undefined) return refuse('not-an-option', foreign)
  const repeated = firstRepeated(ids)
  if (repeated !== undefined) return refuse('given-twice', repeated)
  return ids.length > asked(frame) ? refuse('too-many') : ok([...ids])
}

function checkPairs(
  frame: ResponseFrame,
  pairs: Readonly<Record<string, string>>,
): Result<Response, ResponseInvalid> {
  for (const [promptId, optionId] of Object.entries(pairs)) {
    if (!frame.prompts?.some((prompt) => prompt.id === promptId)) return refuse('not-a-prompt', promptId)
    if (!frame.options.some((option) => option.id === optionId)) return refuse('not-an-option', optionId)
  }
  return ok({ matched: { ...pairs } })
}

/**
 * Checks that a response fits the item as presented, and copies only what belongs to it.
 * Fewer selections than asked are taken; `isComplete` tells them apart.
 *
 * @returns the response, or `response-invalid` with its reason
 * @example checkResponse({ kind: 'multiple-choice', options: [{ id: 'a' }] }, { selected: ['a'] }) // { ok: true, value: { selected: ['a'] } }
 */
export function checkResponse(frame: ResponseFrame, response: Response): Result<Response, ResponseInvalid> {
  if (frame.kind === 'matching') {
    return 'matched' in response ? checkPairs(frame, response.matched) : refuse('wrong-shape')
  }
  if (frame.kind === 'ordering') {
    if (!('ordered' in response)) return refuse('wrong-shape')
    const ordered = checkIds(frame, response.ordered)
    return ordered.ok ? ok({ ordered: ordered.value }) : ordered
  }
  if (!('selected' in response)) return refuse('wrong-shape')
  const selected = checkIds(frame, response.selected)
  return selected.ok ? ok({ selected: selected.value }) : selected
}

/**
 * True when a checked response leaves nothing open: as many options as asked, or every prompt matched.
 * @example isComplete({ kind: 'multiple-choice', options: [{ id: 'a' }] }, { selected: [] }) // false
 */
export function isComplete(frame: ResponseFrame, response: Response | null): boolean {
  if (response === null) return false
  if ('matched' in response) return Object.keys(response.matched).length === (frame.prompts?.length ?? 0)
  const given = 'ordered' in response ? response.ordered : response.selected
  return given.length === asked(frame)
}
