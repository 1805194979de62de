import { createHash, randomUUID } from 'node:crypto'
import type { Ports } from '../../application/ports.ts'
import { type AttemptView, readAttempt } from '../../application/read-attempt.ts'
import { readReport } from '../../application/read-report.ts'
import { type Recorded, type RecordRefusal, recordResponse } from '../../application/record-response.ts'
import type { StartRefusal } from '../../application/start-attempt.ts'
import { submitAttempt } from '../../application/submit-attempt.ts'
import type { PresentedItem } from '../../domain/form/types.ts'
import type { Response } from '../../domain/item/types.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { feedbackText, itemText, reportText, responseText, timeText } from './exam-view.ts'
import { parseResponse } from './parse-response.ts'

/** The one candidate of local mode; the same as the HTTP face's. */
export const localCandidate = 'local'

type Change = {
  readonly response?: Response | null
  readonly flagged?: boolean
  readonly struck?: readonly string[]
}

/** Records a change at one position on top of what stands there. */
export function change(
  ports: Ports,
  view: AttemptView,
  position: number,
  changed: Change,
): Promise<Result<Recorded, RecordRefusal>> {
  const stands = view.responses[position]
  const next = {
    sequence: (stands?.sequence ?? 0) + 1,
    response: changed.response === undefined ? (stands?.response ?? null) : changed.response,
    flagged: changed.flagged ?? stands?.flagged ?? false,
    struck: changed.struck ?? stands?.struck ?? [],
  }
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([position, next]))
    .digest('hex')
  return recordResponse(ports, {
    candidateId: localCandidate,
    attemptId: view.attemptId,
    position,
    clientToken: randomUUID(),
    bodyHash,
    ...next,
  })
}

const advice: Readonly<Record<string, string>> = {
  'attempt-unknown': 'There is no such attempt. See: cairn exam list',
  'attempt-closed': 'The attempt is closed. Read it with: cairn exam report',
  'not-submitted': 'The attempt is still open. Submit it with: cairn exam submit',
  'not-on-form': 'The form has no item at this position.',
  superseded: 'Another window recorded something newer for this item. Look at it again.',
  'already-answered': 'In study mode an item is answered once; its key has been shown.',
  'response-invalid':
    'The response does not fit the item. Use the letters shown beside the options, as many as asked.',
}

/** A refusal with the next step in words. */
export const explain = (refusal: { readonly code: string }): CliRefusal => ({
  ...refusal,
  message: advice[refusal.code] ?? refusal.code,
})

/** Why an attempt was not started, with the next step. */
export function explainStart(refusal: StartRefusal): CliRefusal {
  if (refusal.code === 'exam-unknown')
    return {
      ...refusal,
      message: `There is no pack for ${refusal.examCode}. Packs here: ${refusal.known.join(', ')}.`,
    }
  if (refusal.code === 'retake-too-soon')
    return {
      ...refusal,
      message: `The next attempt has to wait ${Math.ceil(refusal.retryAfterSeconds / 3600)} hours.`,
    }
  const missing = refusal.missing.map(
    ({ domain, needed, available }) => `domain ${domain}: ${needed} needed, ${available} there`,
  )
  return {
    ...refusal,
    message: `The pool has too few items (${missing.join('; ') || 'nothing fits'}). Ask for fewer items or more domains.`,
  }
}

const help = `Letters answer. n next, p previous, g 12 go to item 12, f flag, x B strike out B, clear,
r review list, submit, q leave (the clock runs on; continue with: cairn exam sit --resume ID)`

type Sitting = { readonly cli: Cli; readonly ports: Ports; readonly attemptId: string; position: number }

type Step = 'go-on' | 'leave'

async function look(sitting: Sitting): Promise<AttemptView | undefined> {
  const view = await readAttempt(sitting.ports, { attemptId: sitting.attemptId, candidateId: localCandidate })
  if (!view.ok) sitting.cli.fail(explain(view.error))
  return view.ok ? view.value : undefined
}

const itemAt = (view: AttemptView, position: number): PresentedItem =>
  view.form.items[position - 1] as PresentedItem

function show({ cli, ports, position }: Sitting, view: AttemptView): void {
  cli.print(`\n${timeText(view, ports.clock.now())}\n${itemText(view, itemAt(view, position))}`)
}

function showReviewList({ cli }: Sitting, view: AttemptView): void {
  for (const item of view.form.items) {
    const given = view.responses[item.position]
    const answer = given?.response ? responseText(item, given.response) : 'no response'
    cli.print(
      `${String(item.position).padStart(4)}  ${answer.padEnd(14)} ${given?.flagged ? 'flagged' : ''}`.trimEnd(),
    )
  }
}

async function submit({ cli, ports, attemptId }: Sitting): Promise<Step> {
  const submitted = await submitAttempt(ports, { attemptId, candidateId: localCandidate })
  const report = submitted.ok
    ? await readReport(ports, { attemptId, candidateId: localCandidate })
    : submitted
  if (report.ok)
    cli.print(
      `\n${reportText(report.value)}\n\nReview every item with: cairn exam report ${attemptId} --items`,
    )
  else cli.fail(explain(report.error))
  return 'leave'
}

async function record(sitting: Sitting, view: AttemptView, changed: Change): Promise<boolean> {
  const recorded = await change(sitting.ports, view, sitting.position, changed)
  if (!recorded.ok) {
    sitting.cli.note(explain(recorded.error).message ?? recorded.error.code)
    return false
  }
  const { feedback } = recorded.value
  sitting.cli.note('Saved.')
  if (feedback !== null) sitting.cli.print(feedbackText(itemAt(view, sitting.position), feedback))
  return true
}

function move(sitting: Sitting, view: AttemptView, to: number): void {
  sitting.position = Math.min(Math.max(1, to), view.form.items.length)
}

async function strike(sitting: Sitting, view: AttemptView, label: string): Promise<void> {
  const option = itemAt(view, sitting.position).options.find(
    (candidate) => candidate.label === label.toUpperCase(),
  )
  if (option === undefined) return sitting.cli.note(`There is no option ${label}.`)
  const struck = view.responses[sitting.position]?.struck ?? []
  const next = struck.includes(option.id) ? struck.filter((id) => id !== option.id) : [...struck, option.id]
  await record(sitting, view, { struck: next })
}

async function answer(sitting: Sitting, view: AttemptView, text: string): Promise<void> {
  const response = parseResponse(itemAt(view, sitting.position), text)
  if (response === undefined) return sitting.cli.note(help)
  if (await record(sitting, view, { response })) move(sitting, view, sitting.position + 1)
}

type Command = (sitting: Sitting, view: AttemptView, argument: string) => Promise<unknown> | unknown

const commands: Readonly<Record<string, Command>> = {
  n: (sitting, view) => move(sitting, view, sitting.position + 1),
  p: (sitting, view) => move(sitting, view, sitting.position - 1),
  g: (sitting, view, argument) => move(sitting, view, Number(argument) || sitting.position),
  f: (sitting, view) =>
    record(sitting, view, { flagged: !(view.responses[sitting.position]?.flagged ?? false) }),
  x: strike,
  clear: (sitting, view) => record(sitting, view, { response: null }),
  r: showReviewList,
  '?': ({ cli }) => cli.note(help),
}

async function step(sitting: Sitting, view: AttemptView, line: string): Promise<Step> {
  const [word = '', argument = ''] = line.trim().split(/\s+/)
  if (word === 'submit') return submit(sitting)
  if (word === 'q') return 'leave'
  const command = commands[word]
  if (command) await command(sitting, view, argument)
  else if (word !== '') await answer(sitting, view, line)
  return 'go-on'
}

/** Sits an attempt line by line, from a terminal or from piped text; what is answered is saved at once. */
export async function sit(cli: Cli, ports: Ports, attemptId: string): Promise<void> {
  const sitting: Sitting = { cli, ports, attemptId, position: 1 }
  const first = await look(sitting)
  if (first === undefined) return
  cli.note(`Attempt ${attemptId}. ${help}`)
  show(sitting, first)
  for await (const line of cli.lines()) {
    const view = await look(sitting)
    if (view === undefined || view.state === 'closed') {
      if (view) await submit(sitting)
      return
    }
    if ((await step(sitting, view, line)) === 'leave') return
    const next = await look(sitting)
    if (next) show(sitting, next)
  }
  cli.note(
    `The attempt is open and everything answered is saved. Continue with: cairn exam sit --resume ${attemptId}`,
  )
}
