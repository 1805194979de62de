import type { AttemptLine } from '../../../application/list-attempts.ts'
import type { PackSummary } from '../../../application/read-programme.ts'
import type { StartAttempt } from '../../../application/start-attempt.ts'
import type { Feedback } from '../../../domain/attempt/types.ts'
import type { PresentedItem } from '../../../domain/form/types.ts'
import type { Response } from '../../../domain/item/types.ts'

/** `GET /programme`: the installation, and what can be sat on it. */
export type Programme = {
  readonly name: string
  readonly version: string
  readonly today: string
  readonly independent: string
  readonly packs: readonly PackSummary[]
}

/** `GET /attempts` */
export type AttemptList = { readonly attempts: readonly AttemptLine[] }

/** `POST /attempts` */
export type StartRequest = Omit<StartAttempt, 'candidateId'>

/** `PUT /attempts/{id}/responses/{position}` */
export type SaveRequest = {
  readonly sequence: number
  readonly response: Response | null
  readonly flagged: boolean
  readonly struck: readonly string[]
  readonly clientToken: string
}

/** What the server answers once a response is durable. */
export type SaveAnswer = {
  readonly savedAt: string
  readonly sequence: number
  readonly remainingMs: number | null
  readonly feedback?: Feedback
  /** On a growing form: the item that the response led to, null where it ends. */
  readonly next?: PresentedItem | null
}
