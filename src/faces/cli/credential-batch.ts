import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import type { AchievementDescription } from '../../application/achievement-file.ts'
import { type BatchLine, type BatchReport, issueBatch } from '../../application/issue-batch.ts'
import type { Ports, StoredCredential } from '../../application/ports.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { formatCount } from '../../presentation/formats.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { explainCredential } from './credential-refused.ts'
import { readJson } from './read-json.ts'

type BatchOptions = {
  readonly achievement: string
  readonly batch?: string
  readonly out?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

const text = z.string().trim().min(1)

const achievementSchema: z.ZodType<AchievementDescription> = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text.max(120),
  description: text.max(2_000),
  criteria: text.max(2_000),
  tier: text.optional(),
  years: z.int().min(1).max(50).optional(),
  tags: z.array(text).optional(),
  alignments: z
    .array(
      z.strictObject({
        targetName: text,
        targetUrl: z.url(),
        targetFramework: text,
        targetCode: text.optional(),
      }),
    )
    .optional(),
})

const rowsSchema = z.array(
  z.strictObject({
    key: z.string().optional(),
    name: z.string().optional(),
    email: z.string().optional(),
    awardedOn: z.string().optional(),
    narrative: z.string().optional(),
    evidenceName: z.string().optional(),
    evidenceUrl: z.string().optional(),
  }),
)

const describeIssues = (file: string, { issues }: z.ZodError): CliRefusal => ({
  code: 'batch-file-invalid',
  message: `${file} cannot be used: ${issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
})

async function readFileAs<T>(file: string, schema: z.ZodType<T>, cli: Cli): Promise<Result<T, CliRefusal>> {
  const read = await readJson(file, cli)
  if (!read.ok) return read
  const parsed = schema.safeParse(read.value)
  return parsed.success ? ok(parsed.data) : fail(describeIssues(file, parsed.error))
}

async function readTable(ports: Ports, file: string): Promise<Result<readonly BatchLine[], CliRefusal>> {
  const table = await ports.tables.read(file)
  if (!table.ok) return table
  const lines: BatchLine[] = []
  for (const row of table.value.rows) {
    if (!row.ok) return row
    const cells = Object.fromEntries(
      table.value.columns.map((column, index) => [column, row.value.cells[index] ?? '']),
    )
    lines.push({ line: row.value.line, cells })
  }
  return ok(lines)
}

async function readRows(
  ports: Ports,
  file: string,
  cli: Cli,
): Promise<Result<readonly BatchLine[], CliRefusal>> {
  if (extname(file) !== '.json') return readTable(ports, file)
  const rows = await readFileAs(file, rowsSchema, cli)
  if (!rows.ok) return rows
  return ok(
    rows.value.map((cells, index) => ({
      line: index + 1,
      cells: Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)),
    })),
  )
}

/** Writes the badge of a credential unless an earlier run has. */
const badgeWriter =
  ({ badgeImages }: Ports, folder: string) =>
  async ({ credentialId, award, document }: StoredCredential): Promise<void> => {
    const file = join(folder, `${credentialId}.png`)
    if (!existsSync(file)) await writeFile(file, badgeImages.png(award, JSON.stringify(document)))
  }

const barWidth = 24

/** A bar that is drawn over on a terminal; elsewhere nothing is said until the end. */
function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY !== true) return
  const filled = Math.round((done / Math.max(1, total)) * barWidth)
  process.stderr.write(
    `\r${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done} of ${total}${done === total ? '\n' : ''}`,
  )
}

function report(cli: Cli, { dryRun, issued, kept, refused }: BatchReport): void {
  for (const { line, column, advice } of refused) cli.note(`line ${line}, ${column}: ${advice}`)
  const verb = dryRun ? 'would be issued' : 'issued'
  cli.print(`${formatCount(issued, 'record')} ${verb}, ${kept} issued before, ${refused.length} refused`)
}

async function run(cli: Cli, file: string, options: BatchOptions): Promise<void> {
  const ports = await cli.ports()
  const achievement = await readFileAs(options.achievement, achievementSchema, cli)
  if (!achievement.ok) return cli.fail(achievement.error)
  const lines = await readRows(ports, file, cli)
  if (!lines.ok) return cli.fail(lines.error)
  if (options.out !== undefined) await mkdir(options.out, { recursive: true })
  const done = await issueBatch(ports, {
    batchId: options.batch ?? `${achievement.value.id} ${basename(file)}`,
    achievement: achievement.value,
    lines: lines.value,
    dryRun: options.dryRun === true,
    onProgress: showProgress,
    ...(options.out === undefined ? {} : { onCredential: badgeWriter(ports, options.out) }),
  })
  if (!done.ok) return cli.fail(explainCredential(done.error))
  if (options.json) cli.printJson(done.value)
  else report(cli, done.value)
  if (done.value.refused.length > 0)
    cli.fail({
      code: 'rows-refused',
      message: 'Some lines were not issued. Correct them and run the same command again.',
    })
}

/** `cairn credential batch`: one achievement for many people. */
export function addBatchCommand(command: Command, cli: Cli): void {
  command
    .command('batch <file>')
    .description('issue an achievement to everyone in a CSV or JSON file; run it again to go on after a stop')
    .requiredOption(
      '--achievement <file>',
      'JSON with id, name, description, criteria; tier, years, tags, alignments',
    )
    .option('--batch <name>', 'name of the batch (default: the achievement and the file name)')
    .option('--out <dir>', 'also write a baked PNG for everyone')
    .option('--dry-run', 'read and compare everything, issue nothing')
    .option('--json', 'as JSON')
    .action((file: string, options: BatchOptions) => run(cli, file, options))
}
