import { type Command, InvalidArgumentError, Option } from 'commander'
import { listAttempts } from '../../application/list-attempts.ts'
import { readAttempt, viewAttempt } from '../../application/read-attempt.ts'
import { readReport } from '../../application/read-report.ts'
import { type DrawFrom, startAttempt } from '../../application/start-attempt.ts'
import { submitAttempt } from '../../application/submit-attempt.ts'
import type { AttemptMode } from '../../domain/attempt/types.ts'
import { formatDay } from '../../presentation/formats.ts'
import type { Cli } from './cli.ts'
import { addReadinessCommands } from './exam-readiness.ts'
import { reportText, reviewText } from './exam-view.ts'
import { parseResponse } from './parse-response.ts'
import { change, explain, explainStart, localCandidate, sit } from './sitting.ts'

type StartOptions = {
  readonly mode: AttemptMode
  readonly seed?: string
  readonly domains?: number[]
  readonly tasks?: string[]
  readonly items?: number
  readonly from?: DrawFrom[]
  readonly notInLast?: number
  readonly time?: number
  readonly untimed?: boolean
  readonly resume?: string
  readonly json?: boolean
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

function parseNumber(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('A number above 0 is expected.')
  return value
}

const parseNumbers = (text: string): number[] => list(text).map(parseNumber)

function addStartOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--mode <mode>', 'how it is sat')
        .choices(['exam', 'study', 'diagnostic', 'custom'])
        .default('exam'),
    )
    .option('--items <n>', 'number of items (not in exam mode)', parseNumber)
    .option('--domains <list>', 'only these domains, as 1,3', parseNumbers)
    .option('--tasks <list>', 'only these tasks, as 1.1,2.3', list)
    .option('--from <list>', 'only missed, unseen or flagged items', list)
    .option('--not-in-last <n>', 'no item of the last N attempts', parseNumber)
    .option('--time <factor>', 'factor on the standard time, as 1.5', parseNumber)
    .option('--untimed', 'practice without a clock')
    .option('--seed <text>', 'fixes which items are drawn')
    .option('--json', 'as JSON')
}

async function start(cli: Cli, examCode: string, options: StartOptions) {
  const { mode, seed, domains, tasks, items, from, untimed } = options
  const started = await startAttempt(await cli.ports(), {
    candidateId: localCandidate,
    examCode,
    mode,
    ...(seed === undefined ? {} : { seed }),
    ...(domains === undefined ? {} : { domains }),
    ...(tasks === undefined ? {} : { tasks }),
    ...(items === undefined ? {} : { items: Math.round(items) }),
    ...(from === undefined ? {} : { from }),
    ...(options.notInLast === undefined ? {} : { notInLastAttempts: options.notInLast }),
    ...(options.time === undefined ? {} : { timeMultiplier: options.time }),
    ...(untimed === undefined ? {} : { untimed }),
  })
  if (!started.ok) cli.fail(explainStart(started.error))
  return started.ok ? started.value : undefined
}

function addSit(command: Command, cli: Cli): void {
  addStartOptions(command.command('sit [exam]').description('start an attempt and sit it here, line by line'))
    .option('--resume <attempt>', 'go on with an open attempt')
    .action(async (exam: string | undefined, options: StartOptions) => {
      if (exam === undefined && options.resume === undefined) {
        return cli.fail({
          code: 'exam-missing',
          message: 'Name an exam, as "cairn exam sit SAA-C03", or --resume ATTEMPT.',
        })
      }
      const attemptId = options.resume ?? (await start(cli, exam ?? '', options))?.attemptId
      if (attemptId !== undefined) await sit(cli, await cli.ports(), attemptId)
    })
}

function addStart(command: Command, cli: Cli): void {
  addStartOptions(command.command('start <exam>').description('start an attempt and print its id')).action(
    async (exam: string, options: StartOptions) => {
      const attempt = await start(cli, exam, options)
      if (attempt === undefined) return
      if (options.json) cli.printJson(viewAttempt(await cli.ports(), attempt, []))
      else cli.print(attempt.attemptId)
    },
  )
}

function addAnswer(command: Command, cli: Cli): void {
  command
    .command('answer <attempt> <position> <letters...>')
    .description('record a response, as "answer ID 3 B" or "answer ID 4 A C"')
    .action(async (attemptId: string, position: string, letters: string[]) => {
      const ports = await cli.ports()
      const view = await readAttempt(ports, { attemptId, candidateId: localCandidate })
      if (!view.ok) return cli.fail(explain(view.error))
      const item = view.value.form.items[Number(position) - 1]
      if (item === undefined) return cli.fail(explain({ code: 'not-on-form' }))
      const response = parseResponse(item, letters.join(' '))
      if (response === undefined) return cli.fail(explain({ code: 'response-invalid' }))
      const recorded = await change(ports, view.value, item.position, { response })
      if (recorded.ok) cli.note(`Saved at ${new Date(recorded.value.recorded.savedAt).toISOString()}.`)
      else cli.fail(explain(recorded.error))
    })
}

function addSubmit(command: Command, cli: Cli): void {
  command
    .command('submit <attempt>')
    .description('close an attempt and print its report')
    .option('--json', 'as JSON')
    .action(async (attemptId: string, { json }: { json?: boolean }) => {
      const ports = await cli.ports()
      const submitted = await submitAttempt(ports, { attemptId, candidateId: localCandidate })
      if (!submitted.ok) return cli.fail(explain(submitted.error))
      await printReport(cli, attemptId, { json })
    })
}

async function printReport(
  cli: Cli,
  attemptId: string,
  options: { json?: boolean | undefined; items?: boolean },
): Promise<void> {
  const found = await readReport(await cli.ports(), { attemptId, candidateId: localCandidate })
  if (!found.ok) return cli.fail(explain(found.error))
  if (options.json) return cli.printJson({ report: found.value.report })
  cli.print(reportText(found.value))
  if (options.items) cli.print(`\n${reviewText(found.value)}`)
}

function addReport(command: Command, cli: Cli): void {
  command
    .command('report <attempt>')
    .description('the score report of a closed attempt')
    .option('--items', 'with every item, its key and rationales')
    .option('--json', 'as JSON')
    .action((attemptId: string, options: { json?: boolean; items?: boolean }) =>
      printReport(cli, attemptId, options),
    )
}

function addList(command: Command, cli: Cli): void {
  command
    .command('list')
    .description('attempts, newest first')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const attempts = await listAttempts(await cli.ports(), localCandidate)
      if (json) return cli.printJson({ attempts })
      for (const line of attempts) {
        const result =
          line.state === 'open'
            ? `open, ${line.answered} of ${line.items} answered`
            : `${line.correct} of ${line.scored} correct`
        const scaled = line.scaledScore === null ? '' : `, scaled ${line.scaledScore}`
        cli.print(
          `${line.attemptId}  ${formatDay(line.startedAt)}  ${line.examCode}  ${line.mode}  ${result}${scaled}`,
        )
      }
      if (attempts.length === 0) cli.note('No attempts yet. Start with: cairn exam sit CLF-C02 --mode custom')
    })
}

/** `cairn exam`: sit, start, answer, submit, report, list, diagnose, readiness, outcome. */
export function addExamCommands(command: Command, cli: Cli): void {
  addSit(command, cli)
  addStart(command, cli)
  addAnswer(command, cli)
  addSubmit(command, cli)
  addReport(command, cli)
  addList(command, cli)
  addReadinessCommands(command, cli)
}
