import type { Ports } from '../../application/ports.ts'
import { type AttemptView, readAttempt } from '../../application/read-attempt.ts'
import { readReport } from '../../application/read-report.ts'
import { submitAttempt } from '../../application/submit-attempt.ts'
import type { PresentedItem } from '../../domain/form/types.ts'
import type { Cli } from './cli.ts'
import { itemText, reportText } from './exam-view.ts'
import { parseResponse } from './parse-response.ts'
import { change, explain, localCandidate } from './sitting.ts'

const help = `Letters answer, and an answer is final: the next item depends on it. "submit" ends early with what is known,
"q" leaves (continue with: cairn exam diagnose --resume ID).`

type Diagnosis = { readonly cli: Cli; readonly ports: Ports; readonly attemptId: string }

async function look({ cli, ports, attemptId }: Diagnosis): Promise<AttemptView | undefined> {
  const view = await readAttempt(ports, { attemptId, candidateId: localCandidate })
  if (!view.ok) cli.fail(explain(view.error))
  return view.ok ? view.value : undefined
}

/** The item that waits for an answer: the last one, while it has none. */
function waiting({ form, responses }: AttemptView): PresentedItem | undefined {
  const last = form.items.at(-1)
  return last === undefined || responses[last.position]?.response ? undefined : last
}

async function conclude({ cli, ports, attemptId }: Diagnosis): Promise<void> {
  const submitted = await submitAttempt(ports, { attemptId, candidateId: localCandidate })
  if (!submitted.ok) return cli.fail(explain(submitted.error))
  const report = await readReport(ports, { attemptId, candidateId: localCandidate })
  if (!report.ok) return cli.fail(explain(report.error))
  cli.print(`\n${reportText(report.value)}\n\nReview every item with: cairn exam report ${attemptId} --items`)
}

/** Takes one line: an answer to the item, or nothing it understands. */
async function answer(
  { cli, ports }: Diagnosis,
  view: AttemptView,
  item: PresentedItem,
  line: string,
): Promise<void> {
  const response = parseResponse(item, line)
  if (response === undefined) return cli.note(help)
  const recorded = await change(ports, view, item.position, { response })
  cli.note(recorded.ok ? 'Saved.' : (explain(recorded.error).message ?? recorded.error.code))
}

/** Sits a diagnostic line by line, from a terminal or from piped text; it ends by itself. */
export async function diagnose(cli: Cli, ports: Ports, attemptId: string): Promise<void> {
  const diagnosis: Diagnosis = { cli, ports, attemptId }
  let view = await look(diagnosis)
  if (view === undefined) return
  cli.note(`Diagnostic ${attemptId}. ${help}`)
  let item = waiting(view)
  if (item !== undefined) cli.print(`\n${itemText(view, item)}`)
  const lines = item === undefined ? [] : cli.lines()
  for await (const line of lines) {
    if (line.trim() === 'q') return
    if (line.trim() === 'submit') return conclude(diagnosis)
    if (item !== undefined && line.trim() !== '') await answer(diagnosis, view, item, line)
    view = await look(diagnosis)
    if (view === undefined) return
    item = waiting(view)
    if (item === undefined) break
    cli.print(`\n${itemText(view, item)}`)
  }
  if (item === undefined) return conclude(diagnosis)
  cli.note(`The diagnostic is open. Continue with: cairn exam diagnose --resume ${attemptId}`)
}
