import { feedbackOn } from '../domain/attempt/report.ts'
import { type RespondRefusal, remainingMilliseconds, respond } from '../domain/attempt/respond.ts'
import type { Attempt, Feedback, RecordedResponse } from '../domain/attempt/types.ts'
import { isAdaptive } from '../domain/form/adaptive-form.ts'
import { presentItem } from '../domain/form/present-form.ts'
import type { FormItem, PresentedItem } from '../domain/form/types.ts'
import { checkResponse, type ResponseInvalid } from '../domain/item/check-response.ts'
import type { Response } from '../domain/item/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { chooseNext } from './choose-next.ts'
import { type ClosingPorts, findAttempt } from './close-attempt.ts'
import type { Ports, RecordFailure } from './ports.ts'

export type RecordResponse = {
  readonly candidateId: string
  readonly attemptId: string
  readonly position: number
  readonly sequence: number
  readonly response: Response | null
  readonly flagged: boolean
  readonly struck: readonly string[]
  readonly clientToken: string
  readonly bodyHash: string
}

export type Recorded = {
  readonly recorded: RecordedResponse
  /** Milliseconds left; null where the attempt has no clock. */
  readonly remainingMs: number | null
  /** In study mode, once the position is answered. */
  readonly feedback: Feedback | null
  /** On a growing form: the item that this response led to, null where it ends here. Absent on other forms. */
  readonly next?: PresentedItem | null
}

export type RecordRefusal =
  | RespondRefusal
  | RecordFailure
  | ResponseInvalid
  | { readonly code: 'not-on-form' }

function checkAgainst(place: FormItem, request: RecordResponse): Result<Response | null, ResponseInvalid> {
  const presented = presentItem(place, [])
  const foreign = request.struck.find((id) => !place.optionIds.includes(id))
  if (foreign !== undefined) return fail({ code: 'response-invalid', reason: 'not-an-option', id: foreign })
  return request.response === null ? ok(null) : checkResponse(presented, request.response)
}

/** The feedback that a study-mode position carries once it is answered; null otherwise. */
export function feedbackFor(attempt: Attempt, place: FormItem, recorded: RecordedResponse): Feedback | null {
  if (attempt.mode !== 'study' || recorded.response === null) return null
  return feedbackOn(place, recorded.response)
}

/** The item behind a position of a growing form as it now stands; null where there is none. */
async function readNext(ports: ClosingPorts, request: RecordResponse): Promise<PresentedItem | null> {
  const attempt = await ports.attempts.find(request.attemptId, request.candidateId)
  const place = attempt?.form.items.find(({ position }) => position === request.position + 1)
  return attempt === undefined || place === undefined ? null : presentItem(place, attempt.form.stimuli)
}

/**
 * Records what a candidate gave for one position; resolves only once it is durable. On a growing form the item that the response
 * leads to is placed in the same transaction.
 * A repeated token with the same body gives the same answer again, whatever has happened since.
 *
 * @returns what was recorded, or one of `RecordRefusal`
 */
export async function recordResponse(
  ports: ClosingPorts & Pick<Ports, 'secrets'>,
  request: RecordResponse,
): Promise<Result<Recorded, RecordRefusal>> {
  const { attemptId, candidateId, position, clientToken, bodyHash } = request
  const attempt = await findAttempt(ports, attemptId, candidateId)
  if (attempt === undefined) return fail({ code: 'attempt-unknown' })
  const place = attempt.form.items.find((item) => item.position === position)
  if (place === undefined) return fail({ code: 'not-on-form' })
  const response = checkAgainst(place, request)
  if (!response.ok) return response
  const now = ports.clock.now()
  const { sequence, flagged, struck } = request
  const final = isAdaptive(attempt.form)
  const next = await chooseNext(ports, attempt, { place, response: response.value })
  const recorded = await ports.attempts.record<RespondRefusal>(
    {
      ...{ attemptId, candidateId, position, clientToken, bodyHash, now },
      ...(next === null ? {} : { place: next }),
    },
    (context) =>
      respond({ ...context, final }, { position, sequence, response: response.value, flagged, struck }, now),
  )
  if (!recorded.ok) return recorded
  return ok({
    recorded: recorded.value,
    remainingMs: remainingMilliseconds(attempt.deadline, now),
    feedback: feedbackFor(attempt, place, recorded.value),
    ...(final ? { next: await readNext(ports, request) } : {}),
  })
}
