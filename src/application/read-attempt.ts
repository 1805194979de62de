import type {
  Attempt,
  AttemptMode,
  AttemptState,
  Feedback,
  RecordedResponse,
} from '../domain/attempt/types.ts'
import { presentForm } from '../domain/form/present-form.ts'
import type { Form, PresentedForm } from '../domain/form/types.ts'
import type { Pack, Response } from '../domain/item/types.ts'
import { toIso } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ClosingPorts, findAttempt } from './close-attempt.ts'
import type { Ports } from './ports.ts'
import { feedbackFor } from './record-response.ts'
import type { AttemptUnknown } from './submit-attempt.ts'

export type ResponseView = {
  readonly sequence: number
  readonly response: Response | null
  readonly flagged: boolean
  readonly struck: readonly string[]
  readonly savedAt: string
  readonly feedback?: Feedback
}

/** An attempt as its candidate may see it while it is open; nothing in it reveals a key that may not be shown yet. */
export type AttemptView = {
  readonly attemptId: string
  readonly examCode: string
  readonly title: string
  readonly mode: AttemptMode
  readonly state: AttemptState
  readonly serverTime: string
  readonly startedAt: string
  readonly deadline: string | null
  readonly timeMultiplier: number
  readonly form: PresentedForm
  readonly responses: Readonly<Record<string, ResponseView>>
  /** What has changed in the pack since the form was drawn; the form keeps what it was drawn with. */
  readonly moved: readonly string[]
  /** Of a growing form: how many items it takes, and whether it has ended. Absent on other forms. */
  readonly adaptive?: { readonly fewest: number; readonly most: number; readonly ended: boolean }
}

function movedSince(form: Form, pack: Pack | undefined): string[] {
  if (pack === undefined)
    return ['The pack of this form is no longer installed; the form keeps what it was drawn with.']
  if (pack.version === form.packVersion) return []
  const now = new Map(pack.items.map((item) => [item.id, item.hash]))
  const changed = form.items.filter(({ item }) => now.has(item.id) && now.get(item.id) !== item.hash).length
  const gone = form.items.filter(({ item }) => !now.has(item.id)).length
  const parts = [
    ...(changed > 0 ? [`${changed} of its items ${changed === 1 ? 'has' : 'have'} been edited`] : []),
    ...(gone > 0 ? [`${gone} of its items ${gone === 1 ? 'has' : 'have'} left the pool`] : []),
  ]
  const what = parts.length === 0 ? 'none of its items is affected' : parts.join(' and ')
  return [
    `The pack has changed since this form was drawn: ${what}. The form keeps the wording and keys it was drawn with.`,
  ]
}

function viewOf(attempt: Attempt, recorded: RecordedResponse): ResponseView {
  const place = attempt.form.items.find((item) => item.position === recorded.position)
  const feedback = place === undefined ? null : feedbackFor(attempt, place, recorded)
  const { sequence, response, flagged, struck, savedAt } = recorded
  return {
    sequence,
    response,
    flagged,
    struck,
    savedAt: toIso(savedAt),
    ...(feedback === null ? {} : { feedback }),
  }
}

/** A growing form has ended where every item placed is answered and none followed. */
function growthOf({ form }: Attempt, responses: readonly RecordedResponse[]): Pick<AttemptView, 'adaptive'> {
  if (form.adaptive === undefined) return {}
  const { fewest, most } = form.adaptive
  const answered = new Set(
    responses.flatMap(({ position, response }) => (response === null ? [] : [position])),
  )
  return { adaptive: { fewest, most, ended: form.items.every(({ position }) => answered.has(position)) } }
}

/** Shows an attempt that was just found or started. */
export function viewAttempt(
  ports: Pick<Ports, 'clock' | 'content'>,
  attempt: Attempt,
  responses: readonly RecordedResponse[],
): AttemptView {
  const pack = ports.content.packs().find((loaded) => loaded.pack.examCode === attempt.examCode)?.pack
  return {
    attemptId: attempt.attemptId,
    examCode: attempt.examCode,
    title: pack?.title ?? attempt.examCode,
    mode: attempt.mode,
    state: attempt.state,
    serverTime: toIso(ports.clock.now()),
    startedAt: toIso(attempt.startedAt),
    deadline: attempt.deadline === null ? null : toIso(attempt.deadline),
    timeMultiplier: attempt.timeMultiplier,
    form: presentForm(attempt.form),
    responses: Object.fromEntries(
      responses.map((recorded) => [recorded.position, viewOf(attempt, recorded)]),
    ),
    moved: movedSince(attempt.form, pack),
    ...growthOf(attempt, responses),
  }
}

/**
 * Reads an attempt of its owner, with what has been recorded so far.
 *
 * @returns the view, or `attempt-unknown`
 */
export async function readAttempt(
  ports: ClosingPorts,
  request: { readonly attemptId: string; readonly candidateId: string },
): Promise<Result<AttemptView, AttemptUnknown>> {
  const attempt = await findAttempt(ports, request.attemptId, request.candidateId)
  if (attempt === undefined) return fail({ code: 'attempt-unknown' })
  return ok(viewAttempt(ports, attempt, await ports.attempts.responses(attempt.attemptId)))
}
