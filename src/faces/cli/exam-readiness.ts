import type { Command } from 'commander'
import { type ReadinessView, readReadiness } from '../../application/read-readiness.ts'
import { reportOutcome } from '../../application/report-outcome.ts'
import { startAttempt } from '../../application/start-attempt.ts'
import { formatDay, formatPercent } from '../../presentation/formats.ts'
import { recordText } from '../../presentation/readiness-text.ts'
import { formatChance, readinessText } from '../../presentation/report-text.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { diagnose } from './diagnosing.ts'
import { wrap } from './exam-view.ts'
import { numberThat } from './measure-options.ts'
import { explainStart, localCandidate } from './sitting.ts'

type DiagnoseOptions = { readonly seed?: string; readonly resume?: string }

/** `diagnose` joins `exam`. */
function addDiagnose(command: Command, cli: Cli): void {
  command
    .command('diagnose [exam]')
    .description('15 to 30 items, each chosen by the answers before it: ability, readiness, what to work on')
    .option('--seed <text>', 'fixes how items are chosen')
    .option('--resume <attempt>', 'go on with an open diagnostic')
    .action(async (examCode: string | undefined, { seed, resume }: DiagnoseOptions) => {
      const ports = await cli.ports()
      if (resume !== undefined) return diagnose(cli, ports, resume)
      if (examCode === undefined)
        return cli.fail({ code: 'exam-missing', message: 'Name an exam, as "cairn exam diagnose SAA-C03".' })
      const started = await startAttempt(ports, {
        ...{ candidateId: localCandidate, examCode, mode: 'diagnostic' },
        ...(seed === undefined ? {} : { seed }),
      })
      if (!started.ok) return cli.fail(explainStart(started.error))
      await diagnose(cli, ports, started.value.attemptId)
    })
}

function fanLines({ fan }: ReadinessView): string[] {
  return fan
    .filter(({ days }) => days % 14 === 0)
    .map(({ on, probability, low, high }) =>
      probability === null || low === null || high === null
        ? `  ${formatDay(on)}  too wide to show`
        : `  ${formatDay(on)}  ${formatChance(probability)} (${formatChance(low)} to ${formatChance(high)})`,
    )
}

function readinessLines(view: ReadinessView): string {
  return [
    `${view.examCode}, ${view.title}, as of ${formatDay(view.asOf)}`,
    wrap(readinessText(view.readiness)),
    '',
    'If sat on',
    ...fanLines(view),
    '',
    'How often such statements came true',
    wrap(recordText(view.record), '  '),
    ...view.record.record.bins.map(
      ({ stated, observed, count }) =>
        `  said ${formatPercent(stated).padStart(4)}  came true ${formatPercent(observed).padStart(4)}  of ${count}`,
    ),
  ].join('\n')
}

function addReadiness(command: Command, cli: Cli): void {
  command
    .command('readiness <exam>')
    .description('the chance of reaching the cut today and later, and how often such statements came true')
    .option('--json', 'as JSON')
    .action(async (examCode: string, { json }: { readonly json?: boolean }) => {
      const view = await readReadiness(await cli.ports(), { candidateId: localCandidate, examCode })
      if (!view.ok) return cli.fail(explainStart(view.error))
      if (json) cli.printJson(view.value)
      else cli.print(readinessLines(view.value))
    })
}

type OutcomeOptions = {
  readonly taken: string
  readonly passed?: boolean
  readonly failed?: boolean
  readonly score?: number
  readonly json?: boolean
}

const reasons: Readonly<Record<string, string>> = {
  'day-unreadable': 'Give the day as YYYY-MM-DD.',
  'day-to-come': 'That day is still to come. Report the outcome once it is there.',
  'score-out-of-range':
    'A scaled score is a whole number from 100 to 1000; leave it out if you do not want to tell it.',
}

function explainOutcome(refusal: { readonly code: string; readonly reason?: string }): CliRefusal {
  return { ...refusal, message: reasons[refusal.reason ?? ''] ?? refusal.code }
}

function addOutcome(command: Command, cli: Cli): void {
  command
    .command('outcome <exam>')
    .description('report the outcome of a real exam, so that readiness can be held against it')
    .requiredOption('--taken <day>', 'day of the exam, YYYY-MM-DD')
    .option('--passed', 'it was passed')
    .option('--failed', 'it was not passed')
    .option(
      '--score <n>',
      'scaled score, if you want to tell it',
      numberThat((value) => Number.isInteger(value), 'a whole number'),
    )
    .option('--json', 'as JSON')
    .action(async (examCode: string, { taken, passed, failed, score, json }: OutcomeOptions) => {
      if (Boolean(passed) === Boolean(failed))
        return cli.fail({ code: 'outcome-missing', message: 'Say either --passed or --failed.' })
      const kept = await reportOutcome(await cli.ports(), {
        ...{ candidateId: localCandidate, examCode, takenOn: taken, passed: passed === true },
        ...(score === undefined ? {} : { scaledScore: score }),
      })
      if (!kept.ok) {
        return cli.fail(
          kept.error.code === 'exam-unknown' ? explainStart(kept.error) : explainOutcome(kept.error),
        )
      }
      if (json) cli.printJson(kept.value)
      else cli.print(`Kept: ${kept.value.examCode} on ${formatDay(kept.value.takenOn)}.`)
    })
}

/** Of `cairn exam`: diagnose, readiness, outcome. */
export function addReadinessCommands(command: Command, cli: Cli): void {
  addDiagnose(command, cli)
  addReadiness(command, cli)
  addOutcome(command, cli)
}
