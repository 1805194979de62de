import { existsSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { type Command, Option } from 'commander'
import { exportItemReview, type ReviewScope } from '../../application/export-item-review.ts'
import type { ExamUnknown } from '../../application/find-exam.ts'
import { importItemReview } from '../../application/import-item-review.ts'
import { lintBank, lintItems } from '../../application/lint-items.ts'
import { reportItemStatistics } from '../../application/report-item-statistics.ts'
import type { Cli } from './cli.ts'
import { addDisputeCommands } from './item-dispute.ts'
import { addFreshnessCommand } from './item-freshness.ts'
import { fittedText, importedText, lintSummary, lintText, problemsText, statisticsText } from './item-text.ts'
import { addTryCommand } from './item-try.ts'
import { readReviewSheet } from './review-sheet-file.ts'

type PackOptions = { readonly pack?: string; readonly json?: boolean }
type ExportOptions = {
  readonly pack: string
  readonly only: ReviewScope
  readonly out?: string
  readonly seed?: string
}
type ImportOptions = { readonly solver: string; readonly by: 'model' | 'human'; readonly json?: boolean }

const named = ({ pack }: PackOptions): { examCode?: string } => (pack === undefined ? {} : { examCode: pack })

function refuseExam(cli: Cli, refusal: ExamUnknown): void {
  cli.fail({
    ...refusal,
    message: `There is no pack for ${refusal.examCode}. Packs: ${refusal.known.join(', ')}`,
  })
}

async function lint(options: PackOptions, cli: Cli): Promise<void> {
  const ports = await cli.ports()
  const linted = lintItems(ports, named(options))
  if (!linted.ok) return refuseExam(cli, linted.error)
  const errors = linted.value.reduce((sum, pack) => sum + pack.errors, 0)
  if (options.json) cli.printJson(linted.value)
  for (const pack of options.json ? [] : linted.value) {
    const text = lintText(pack, (file) => relative(process.cwd(), file))
    if (text !== '') cli.print(text)
    cli.note(lintSummary(pack))
  }
  const fitted = options.json ? null : lintBank(ports)
  if (fitted !== null) cli.note(fittedText({ fitted }))
  if (errors > 0)
    cli.fail({
      code: 'lint-errors',
      message: `${errors} errors. Items with an error stay out of the pool until they are mended.`,
    })
}

async function stats(options: PackOptions, cli: Cli): Promise<void> {
  const statistics = reportItemStatistics(await cli.ports(), named(options))
  if (!statistics.ok) return refuseExam(cli, statistics.error)
  if (options.json) cli.printJson(statistics.value)
  else cli.print(statisticsText(statistics.value))
}

async function exportReview({ pack, only, out, seed }: ExportOptions, cli: Cli): Promise<void> {
  if (out !== undefined && existsSync(out)) {
    return cli.fail({
      code: 'file-exists',
      message: `${out} exists, and may hold answers. Name another file.`,
    })
  }
  const sheet = exportItemReview(await cli.ports(), {
    examCode: pack,
    only,
    ...(seed === undefined ? {} : { seed }),
  })
  if (!sheet.ok) {
    if (sheet.error.code === 'exam-unknown') return refuseExam(cli, sheet.error)
    return cli.fail({
      ...sheet.error,
      message: `No item of ${pack} is to be put on that sheet (--only ${only}).`,
    })
  }
  if (out === undefined) return cli.printJson(sheet.value)
  writeFileSync(out, `${JSON.stringify(sheet.value, null, 2)}\n`)
  cli.note(
    `${sheet.value.items.length} items written to ${out}. Solve them there, then: cairn item review import ${out} --solver NAME --by human`,
  )
}

async function importReview(file: string, { solver, by, json }: ImportOptions, cli: Cli): Promise<void> {
  const sheet = readReviewSheet(file)
  if (typeof sheet === 'string') return cli.fail({ code: 'sheet-unreadable', message: sheet })
  const review = importItemReview(await cli.ports(), { sheet, solver, by })
  if (review.ok) return json ? cli.printJson(review.value) : cli.print(importedText(review.value))
  const { error } = review
  if (error.code === 'exam-unknown') return refuseExam(cli, error)
  if (error.code === 'solver-name-invalid') {
    return cli.fail({
      ...error,
      message: 'Name the solver with lower-case letters, digits and hyphens, at most 41.',
    })
  }
  cli.fail({
    ...error,
    message: `Nothing was stored. Mend these and import again:\n${problemsText(error.problems)}\n`,
  })
}

function addReviewCommands(command: Command, cli: Cli): void {
  const review = command
    .command('review')
    .description('blind sheets: solve items without their keys')
    .exitOverride()
  review
    .command('export')
    .description('write a blind sheet, options shuffled, to be filled in')
    .requiredOption('--pack <exam>', 'exam code of the pack')
    .addOption(
      new Option('--only <state>', 'which items')
        .choices(['in-review', 'draft', 'disputed', 'all'])
        .default('in-review'),
    )
    .option('--out <file>', 'write to a file instead of stdout')
    .option('--seed <text>', 'shuffle by this text (default: a fresh one)')
    .action((options: ExportOptions) => exportReview(options, cli))
  review
    .command('import <file>')
    .description('store the answers of a filled-in sheet beside the pack')
    .requiredOption('--solver <name>', 'who solved it')
    .addOption(
      new Option('--by <kind>', 'a model or a human').choices(['model', 'human']).makeOptionMandatory(),
    )
    .option('--json', 'as JSON')
    .action((file: string, options: ImportOptions) => importReview(file, options, cli))
}

/** `cairn item`: lint, stats, try, freshness, review. */
export function addItemCommands(command: Command, cli: Cli): void {
  command
    .command('lint')
    .description('faults of items and pools: file, line, rule, advice')
    .option('--pack <exam>', 'one pack only, by exam code')
    .option('--json', 'as JSON')
    .action((options: PackOptions) => lint(options, cli))
  command
    .command('stats')
    .description('figures of the packs: coverage, solvers, test-wise guesser, style, near-duplicates')
    .option('--pack <exam>', 'one pack only, by exam code')
    .option('--json', 'as JSON')
    .action((options: PackOptions) => stats(options, cli))
  addTryCommand(command, cli)
  addFreshnessCommand(command, cli)
  addDisputeCommands(command, cli)
  addReviewCommands(command, cli)
}
