import { type Command, InvalidArgumentError } from 'commander'
import { checkLab } from '../../application/check-lab.ts'
import { listLabs } from '../../application/list-labs.ts'
import { proveLab } from '../../application/prove-lab.ts'
import { replayLab } from '../../application/replay-lab.ts'
import { startLab } from '../../application/start-lab.ts'
import { takeLabHint } from '../../application/take-lab-hint.ts'
import { labsNotice } from '../../presentation/lab-text.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { wrap } from './exam-view.ts'
import { readLabFolder, writeLabFolder } from './lab-folder.ts'
import { labLine, labReportText, proofText } from './lab-view.ts'
import { localCandidate } from './sitting.ts'

type Json = { readonly json?: boolean }

const json = ['--json', 'as JSON'] as const

type LabRefusal = { readonly code: string; readonly known?: readonly string[] }

const messages: Readonly<Record<string, string>> = {
  'lab-attempt-unknown':
    'This attempt is not in the data folder in use. Start the lab again, or name the folder with --data.',
  'no-more-hints': 'There are no more hints; they stand in --json and on the page of the attempt.',
}

const explain = (refusal: LabRefusal): CliRefusal => ({
  ...refusal,
  message:
    refusal.known === undefined
      ? (messages[refusal.code] ?? refusal.code)
      : `There is no lab of this name. Labs here: ${refusal.known.join(', ')}.`,
})

async function list(cli: Cli, options: Json): Promise<void> {
  const labs = await listLabs(await cli.ports(), localCandidate)
  if (options.json) return cli.printJson({ notice: labsNotice, labs })
  cli.note(wrap(labsNotice))
  for (const lab of labs) cli.print(labLine(lab))
  if (labs.length > 0) cli.note(`Begin with: cairn lab start ${labs[0]?.id}`)
}

async function start(
  cli: Cli,
  labId: string,
  options: Json & { seed?: string; dir?: string },
): Promise<void> {
  const started = await startLab(await cli.ports(), {
    candidateId: localCandidate,
    labId,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  })
  if (!started.ok) return cli.fail(explain(started.error))
  const folder = options.dir ?? started.value.lab.id
  const written = await writeLabFolder(folder, started.value)
  if (!written.ok) return cli.fail(written.error)
  if (options.json) return cli.printJson({ ...started.value, folder })
  cli.print(folder)
  cli.note(wrap(labsNotice))
  cli.note(`Read ${folder}/LAB.md, edit ${written.value.join(', ')} there, then: cairn lab check ${folder}`)
}

async function check(cli: Cli, folder: string, options: Json): Promise<void> {
  const read = await readLabFolder(folder)
  if (!read.ok) return cli.fail(read.error)
  const report = await checkLab(await cli.ports(), { ...read.value, candidateId: localCandidate })
  if (!report.ok) return cli.fail(explain(report.error))
  if (options.json) cli.printJson({ report: report.value })
  else cli.print(labReportText(report.value))
}

async function hint(cli: Cli, folder: string, options: Json): Promise<void> {
  const read = await readLabFolder(folder)
  if (!read.ok) return cli.fail(read.error)
  const { labAttemptId } = read.value
  const taken = await takeLabHint(await cli.ports(), { labAttemptId, candidateId: localCandidate })
  if (!taken.ok) return cli.fail(explain(taken.error))
  if (options.json) cli.printJson(taken.value)
  else cli.print(wrap(`Hint ${taken.value.hints.length}: ${taken.value.hints.at(-1)}`))
}

async function replay(cli: Cli, folder: string, options: Json): Promise<void> {
  const read = await readLabFolder(folder)
  if (!read.ok) return cli.fail(read.error)
  const { labAttemptId } = read.value
  const replayed = await replayLab(await cli.ports(), { labAttemptId, candidateId: localCandidate })
  if (!replayed.ok) return cli.fail(explain(replayed.error))
  if (options.json) return cli.printJson({ checks: replayed.value })
  replayed.value.forEach(({ same, changed }, index) => {
    const since = changed.length === 0 ? '' : ` (changed since: ${changed.join(', ')})`
    cli.print(`check ${index + 1}: ${same ? 'the same report' : 'another report'}${since}`)
  })
}

async function prove(cli: Cli, labId: string | undefined, options: Json & { seeds: number }): Promise<void> {
  const ports = await cli.ports()
  const wanted = labId === undefined ? ports.labShelf.labs().map(({ id }) => id) : [labId]
  const proofs = []
  for (const each of wanted) {
    const proof = await proveLab(ports, { labId: each, count: options.seeds })
    if (!proof.ok) return cli.fail(explain(proof.error))
    proofs.push(proof.value)
    if (!options.json) cli.print(proofText(proof.value))
  }
  if (options.json) cli.printJson({ proofs })
  if (proofs.some(({ misjudged }) => misjudged.length > 0))
    cli.fail({
      code: 'lab-misjudges',
      message:
        'A grader judges a known solution wrongly. See which cases pass with --json, and mend the lab.',
    })
}

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('A whole number from 1 is expected.')
  return count
}

/** `cairn lab`: list, start, check, hint, replay, prove. */
export function addLabCommands(command: Command, cli: Cli): void {
  command
    .command('list')
    .description('every lab, with your best result')
    .option(...json)
    .action((options: Json) => list(cli, options))
  command
    .command('start <lab>')
    .description('write the files of a variant of your own into a folder')
    .option('--seed <text>', 'fixes the variant')
    .option('--dir <folder>', "the folder (default: the lab's name)")
    .option(...json)
    .action((lab: string, options: Json & { seed?: string; dir?: string }) => start(cli, lab, options))
  const onFolder = (name: string, description: string, run: typeof check) =>
    command
      .command(`${name} [folder]`)
      .description(description)
      .option(...json)
      .action((folder: string | undefined, options: Json) => run(cli, folder ?? '.', options))
  onFolder('check', 'grade the files of a folder, and keep the report', check)
  onFolder('hint', 'the next hint; it costs nothing, and is recorded', hint)
  onFolder('replay', 'grade every check of a folder again, and compare', replay)
  command
    .command('prove [lab]')
    .description('for authors: hold graders against known right and faulty solutions')
    .option('--seeds <n>', 'variants of each lab', parseCount, 10)
    .option(...json)
    .action((lab: string | undefined, options: Json & { seeds: number }) => prove(cli, lab, options))
}
