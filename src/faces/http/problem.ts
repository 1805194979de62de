import type { Context } from 'hono'
import { CairnError } from '../../domain/kernel/cairn-error.ts'

/** HTTP status and title of every refusal that reaches this face. */
const table: Readonly<Record<string, readonly [status: number, title: string]>> = {
  'request-invalid': [400, 'The request does not have the form that this call expects'],
  'foreign-host': [403, 'This server answers only on its own address'],
  'foreign-origin': [403, 'Another site may not use this server'],
  'dispute-unknown': [404, 'There is no such dispute'],
  'dispute-exists': [409, 'You have disputed this item already'],
  'dispute-decided': [409, 'The dispute has been decided'],
  'dispute-unowned': [409, 'Nobody answers for the dispute yet'],
  'item-changed-since': [409, 'The item has another content by now'],
  'proposed-key-invalid': [422, 'The proposed key does not fit the item'],
  'key-invalid': [422, 'That cannot be the new key of the item'],
  'nothing-to-review': [404, 'No item is in that state'],
  'sheet-refused': [422, 'The sheet cannot be taken'],
  'solver-name-invalid': [422, 'That cannot be the name of a solver'],
  'not-found': [404, 'There is nothing at this address'],
  'attempt-unknown': [404, 'There is no such attempt'],
  'credential-unknown': [404, 'There is no such record'],
  'offer-unknown': [404, 'There is no such offer'],
  'exam-unknown': [404, 'There is no pack for this exam'],
  'certification-unknown': [404, 'There is no such certification'],
  'item-unknown': [404, 'The pool has no such item'],
  'item-not-held': [409, 'The item is not held'],
  'outcome-unknown': [404, 'There is no such reported outcome'],
  'saved-route-unknown': [404, 'There is no such saved route'],
  'family-unknown': [404, 'There is no such family of items'],
  'lab-unknown': [404, 'There is no such lab'],
  'lab-attempt-unknown': [404, 'There is no such attempt at a lab'],
  'no-more-hints': [409, 'There are no more hints'],
  'not-on-form': [404, 'The form has no item at this position'],
  superseded: [409, 'A newer response stands for this position'],
  'already-answered': [409, 'This position has been answered'],
  'attempt-open': [409, 'An attempt at this exam is open'],
  'nothing-new': [409, 'Nothing new has been answered since the last calibration'],
  'already-held': [409, 'A record for this stands already'],
  'credential-revoked': [409, 'The record is revoked'],
  'credential-suspended': [409, 'The record is suspended'],
  'credential-not-suspended': [409, 'The record is not suspended'],
  'credential-changed': [409, 'The record was changed meanwhile'],
  'origin-differs': [409, 'The record was issued under another origin'],
  'renewal-not-newer': [409, 'The record is valid as long already'],
  'offer-used': [410, 'The offer has been used, or its time has run out'],
  'not-submitted': [409, 'The attempt has not been submitted yet'],
  'attempt-closed': [410, 'The attempt is closed'],
  'request-too-large': [413, 'The request is too large'],
  'token-reused': [422, 'This client token was used for another request'],
  'response-invalid': [422, 'The response does not fit the item'],
  'seed-invalid': [422, 'This is no seed'],
  'outcome-invalid': [422, 'The outcome cannot be kept as it is'],
  'no-responses': [422, 'There are no responses to calibrate'],
  'item-never-varies': [422, 'An item is answered alike by everybody'],
  'too-few-responses': [422, 'Too few exams have been sat to calibrate'],
  'not-an-exam': [422, 'Only an attempt in exam mode earns a record'],
  'cut-score-not-reached': [422, 'The exam was not passed'],
  'does-not-renew': [422, 'This exam does not renew this record'],
  'name-not-allowed': [422, 'A record may not have this name'],
  'origin-missing': [422, 'This needs a public origin'],
  'pool-too-small': [422, 'The pool has too few items for this form'],
  'table-malformed': [422, 'A table does not have the form that it needs'],
  'table-unreadable': [422, 'A table cannot be read'],
  'judges-differ': [422, 'The rounds do not have the same judges'],
  'no-route': [422, 'No route fits this profile'],
  'certification-retired': [422, 'A wanted certification is retired'],
  'profile-invalid': [422, 'The profile cannot be planned'],
  'retake-too-soon': [429, 'The next attempt has to wait'],
  internal: [500, 'Something went wrong on the server'],
  'store-unavailable': [503, 'The store does not answer'],
  'store-busy': [503, 'The store is busy'],
  'calibration-stopped': [503, 'The calibration was stopped'],
}

/** What to do next, for each refusal whose title does not say it. */
const nextSteps: Readonly<Record<string, string>> = {
  'request-invalid': 'Compare the request with /api/openapi.json; `problems` says where it differs.',
  'foreign-host': 'Open the address that the server printed when it started.',
  'foreign-origin': 'Open the address that the server printed when it started.',
  'dispute-exists': 'See /disputes for how it stands.',
  'dispute-unowned': 'Take it over first.',
  'item-changed-since': 'The item was mended since; decide without a new key.',
  'proposed-key-invalid': 'Choose as many options as the item asks for, and others than its key.',
  'key-invalid':
    'Name as many options as the item asks for, and others than its key; only an accepted dispute changes a key.',
  'nothing-to-review': 'Choose another state or another pack.',
  'sheet-refused': '`problems` says which item and why; nothing was stored.',
  'solver-name-invalid': 'Use lower-case letters, digits and hyphens, at most 41.',
  'attempt-unknown': 'See /history for the attempts of this installation.',
  'credential-unknown': 'See /records for the records of this installation.',
  'offer-unknown': 'Make a new offer.',
  'already-held': '`credentialId` names it; renew it by a newer exam instead.',
  'credential-revoked': 'A revocation is final; sit the exam anew for a new record.',
  'credential-suspended': 'End the suspension first.',
  'credential-not-suspended': 'There is nothing to end.',
  'credential-changed': 'Read it again, then decide anew.',
  'origin-differs': 'Start with the origin with which `id` begins; without one where it is a URN.',
  'renewal-not-newer': 'Renew it by an exam that was closed later.',
  'offer-used': 'Make a new offer.',
  'not-an-exam': 'Sit a whole form in exam mode and close it.',
  'cut-score-not-reached': 'The credential is given on a pass only.',
  'does-not-renew': '`renews` lists what this exam renews.',
  'name-not-allowed': 'Give the pack a title without `word`.',
  'origin-missing': 'Start with --origin https://…, behind a proxy that answers for that host.',
  'exam-unknown': 'Choose one of `known`.',
  'certification-unknown': 'Look at `didYouMean`, or at /programme for all of them.',
  'family-unknown': 'Choose one of `known`.',
  'lab-unknown': 'Choose one of `known`.',
  'lab-attempt-unknown': 'See /labs to begin one.',
  'no-more-hints': 'All of them stand in `hints`.',
  'seed-invalid': 'Write lower-case letters and digits, at most 40.',
  'table-malformed': 'Mend the place that `file`, `line` and `column` name, as `reason` says.',
  'table-unreadable': 'Send the table as text.',
  'judges-differ': 'Every judge rates in every round; `round` names the first that differs.',
  superseded: 'Take what stands, and send a higher sequence to change it.',
  'already-answered': 'Go on to the next item; in study mode a shown key cannot be unseen.',
  'item-unknown': 'Take an id from the list of items.',
  'item-not-held': 'Nothing is to be released; see its state in the list of items.',
  'attempt-open': 'Submit it first: this page tells keys.',
  'nothing-new': 'Calibrate again after more exams have been sat.',
  'too-few-responses':
    'An item needs 30 first attempts under exam conditions; until then its parameters are the judged ones.',
  'outcome-invalid': 'Give a day that has passed, as 2026-11-24, and a score from 100 to 1000 or none.',
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
