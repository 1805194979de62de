import type { Command } from 'commander'
import { readMeasurement } from '../../application/read-measurement.ts'
import { type RecalibrationRefusal, recalibrateItems } from '../../application/recalibrate-items.ts'
import { type ReleaseRefusal, releaseItem } from '../../application/release-item.ts'
import { formatCount, formatMoment } from '../../presentation/formats.ts'
import { familyText, gateName, gateText, linkText, stateText } from '../../presentation/measurement-text.ts'
import type { Cli, CliRefusal } from './cli.ts'

function explain(refusal: RecalibrationRefusal): CliRefusal {
  switch (refusal.code) {
    case 'exam-unknown':
      return {
        ...refusal,
        message: `There is no pack for ${refusal.examCode}. Packs here: ${refusal.known.join(', ')}.`,
      }
    case 'too-few-responses':
      return {
        ...refusal,
        message: `${refusal.examCode}: no item has ${refusal.needed} first attempts under exam conditions yet (${formatCount(refusal.attempts, 'attempt')} count). Its items keep their judged values.`,
      }
    case 'nothing-new':
      return { ...refusal, message: `${refusal.examCode}: nothing new since version ${refusal.version}.` }
    default:
      return {
        ...refusal,
        message: 'The responses could not be calibrated. Look at them with: cairn measure items EXAM',
      }
  }
}

function explainRelease(refusal: ReleaseRefusal): CliRefusal {
  if (refusal.code === 'exam-unknown') return explain(refusal)
  const message =
    refusal.code === 'item-unknown'
      ? `The pool has no item ${refusal.itemId}. See: cairn measure items EXAM`
      : `${refusal.itemId} is not held. See its state with: cairn measure items EXAM`
  return { ...refusal, message }
}

function addRecalibrate(command: Command, cli: Cli): void {
  command
    .command('recalibrate [exam]')
    .description(
      'calibrate the pool of an exam (or of all) from the exams that were sat here; old reports stay as they are',
    )
    .option('--json', 'write JSON')
    .action(async (examCode: string | undefined, { json }: { readonly json?: boolean }) => {
      const ports = await cli.ports()
      const codes =
        examCode === undefined ? ports.content.packs().map(({ pack }) => pack.examCode) : [examCode]
      const runs: unknown[] = []
      for (const code of codes) {
        const run = await recalibrateItems(ports, code)
        // Asked for all, a pool without responses is nothing to fail about.
        if (!run.ok && examCode === undefined) cli.note(explain(run.error).message ?? run.error.code)
        else if (!run.ok) return cli.fail(explain(run.error))
        else runs.push(run.value)
        if (run.ok && !json)
          cli.print(
            `${code}: version ${run.value.version}, ${formatCount(run.value.items.length, 'item')} from ${formatCount(run.value.attempts.exam, 'exam')}, ${linkText(run.value)}`,
          )
      }
      if (json) cli.printJson({ runs })
    })
}

function addItems(command: Command, cli: Cli): void {
  command
    .command('items <exam>')
    .description('the items of a pool with their parameters, state and gates')
    .option('--json', 'write JSON')
    .action(async (examCode: string, { json }: { readonly json?: boolean }) => {
      const view = await readMeasurement(await cli.ports(), examCode)
      if (!view.ok) return cli.fail(explain(view.error))
      if (json) return cli.printJson({ version: view.value.version, items: view.value.items })
      cli.print(`${view.value.examCode}, parameters of version ${view.value.version}`)
      for (const item of view.value.items) {
        const figures = `a ${item.discrimination.toFixed(2)}  b ${item.difficulty.toFixed(2)} ± ${item.difficultyError.toFixed(2)}`
        const reasons = item.reasons.map(gateText).join('; ')
        cli.print(
          `${item.itemId.padEnd(16)} ${stateText(item.state).padEnd(12)} ${String(item.responses).padStart(5)}  ${figures}  ${reasons}`.trimEnd(),
        )
      }
    })
}

function addRuns(command: Command, cli: Cli): void {
  command
    .command('runs <exam>')
    .description('calibrations of a pool, newest first, with what drifted')
    .option('--json', 'write JSON')
    .action(async (examCode: string, { json }: { readonly json?: boolean }) => {
      const view = await readMeasurement(await cli.ports(), examCode)
      if (!view.ok) return cli.fail(explain(view.error))
      if (json) return cli.printJson({ runs: view.value.runs })
      for (const run of view.value.runs) {
        const drifted = run.drifts.filter((drift) => drift.drifted).map(({ itemId }) => itemId)
        cli.print(
          `version ${run.version}  ${formatMoment(run.at)}  ${formatCount(run.attempts.exam, 'exam')}  ${linkText(run)}${drifted.length > 0 ? `  drifted: ${drifted.join(', ')}` : ''}`,
        )
        for (const family of run.families ?? []) cli.print(`  ${familyText(family)}`)
      }
      if (view.value.runs.length === 0) cli.note('Not calibrated yet. Start with: cairn measure recalibrate')
    })
}

const leastReason = 10

function addRelease(command: Command, cli: Cli): void {
  command
    .command('release <exam> <item>')
    .description(
      'put an item that the gates hold back into the pool, until it is edited or another gate holds it',
    )
    .requiredOption('--reason <text>', 'why it is sound as it is; shown on its page')
    .option('--json', 'write JSON')
    .action(async (examCode: string, itemId: string, options: { reason: string; json?: boolean }) => {
      const reason = options.reason.trim()
      if (reason.length < leastReason)
        return cli.fail({
          code: 'reason-missing',
          message: 'Say in a sentence why the item is sound as it is: --reason "..."',
        })
      const released = await releaseItem(await cli.ports(), { examCode, itemId, reason })
      if (!released.ok) return cli.fail(explainRelease(released.error))
      if (options.json) return cli.printJson(released.value)
      cli.print(`${itemId} is back in the pool; looked at: ${released.value.gates.map(gateName).join(', ')}.`)
    })
}

/** Of `cairn measure`, what works on the pools of this installation. */
export function addBankCommands(command: Command, cli: Cli): void {
  addRecalibrate(command, cli)
  addItems(command, cli)
  addRuns(command, cli)
  addRelease(command, cli)
}
