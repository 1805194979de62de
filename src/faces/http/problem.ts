import type { Context } from 'hono'
import { CairnError } from '../../domain/kernel/cairn-error.ts'

/** HTTP status and title of every refusal that reaches this face. */
const table: Readonly<Record<string, readonly [status: number, title: string]>> = {
  'request-invalid': [400, 'The request does not have the form that this call expects'],
  'foreign-host': [403, 'This server answers only on its own address'],
  'foreign-origin': [403, 'Another site may not use this server'],
  'not-found': [404, 'There is nothing at this address'],
  'attempt-unknown': [404, 'There is no such attempt'],
  'exam-unknown': [404, 'There is no pack for this exam'],
  'certification-unknown': [404, 'There is no such certification'],
  'saved-route-unknown': [404, 'There is no such saved route'],
  'not-on-form': [404, 'The form has no item at this position'],
  superseded: [409, 'A newer response stands for this position'],
  'already-answered': [409, 'This position has been answered'],
  'not-submitted': [409, 'The attempt has not been submitted yet'],
  'attempt-closed': [410, 'The attempt is closed'],
  'request-too-large': [413, 'The request is too large'],
  'token-reused': [422, 'This client token was used for another request'],
  'response-invalid': [422, 'The response does not fit the item'],
  'pool-too-small': [422, 'The pool has too few items for this form'],
  'no-route': [422, 'No route fits this profile'],
  'certification-retired': [422, 'A wanted certification is retired'],
  'profile-invalid': [422, 'The profile cannot be planned'],
  'retake-too-soon': [429, 'The next attempt has to wait'],
  internal: [500, 'Something went wrong on the server'],
  'store-unavailable': [503, 'The store does not answer'],
  'store-busy': [503, 'The store is busy'],
}

/** What to do next, for each refusal whose title does not say it. */
const nextSteps: Readonly<Record<string, string>> = {
  'request-invalid': 'Compare the request with /api/openapi.json; `problems` says where it differs.',
  'foreign-host': 'Open the address that the server printed when it started.',
  'foreign-origin': 'Open the address that the server printed when it started.',
  'attempt-unknown': 'See /history for the attempts of this installation.',
  'exam-unknown': 'Choose one of `known`.',
  'certification-unknown': 'Look at `didYouMean`, or at /programme for all of them.',
  superseded: 'Take what stands, and send a higher sequence to change it.',
  'already-answered': 'Go on to the next item; in study mode a shown key cannot be unseen.',
  'not-submitted': 'Submit the attempt first.',
  'attempt-closed': 'Read its report.',
  'token-reused': 'Send a fresh client token with every new response.',
  'response-invalid': 'Use the option and prompt identifiers of this form.',
  'pool-too-small': '`missing` says what is short; ask for fewer items or more domains.',
  'no-route': 'Give it more hours a week, a later deadline or a larger budget.',
  'certification-retired': 'Look at `consider` for living routes.',
  'retake-too-soon': 'Wait as long as Retry-After says, or practise meanwhile.',
  internal: 'Nothing that was acknowledged is lost. Try again; if it happens again, report it with the time.',
  'store-unavailable': 'Nothing that was acknowledged is lost. Try again in a moment.',
  'store-busy': 'Nothing that was acknowledged is lost. Try again in a moment.',
}

/** A refusal of a use case: its code and its facts. */
export type Refusal = { readonly code: string }

const known = new Set(Object.keys(table))

/** Codes of this face's table, for the test that holds it against the refusals of the product. */
export const knownCodes = (): ReadonlySet<string> => known

/** Answers with an RFC 9457 problem: stable code, facts, and the next step. */
export function problem(c: Context, refusal: Refusal): Response {
  const { code, ...facts } = refusal
  const [status, title] = table[code] ?? [500, 'Something went wrong on the server']
  const seconds = (facts as { retryAfterSeconds?: number }).retryAfterSeconds
  const body = { type: `/problems/${code}`, title, status, detail: nextSteps[code] ?? title, code, ...facts }
  return c.body(JSON.stringify(body), status as 400, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
  })
}

/** Answers a thrown error without telling more than its code; the cause goes to the log. */
export function problemOf(c: Context, error: unknown, log: (text: string) => void): Response {
  const code = error instanceof CairnError && known.has(error.code) ? error.code : 'internal'
  log(
    `${c.req.method} ${c.req.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
  return problem(c, { code })
}
