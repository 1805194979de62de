import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import { listCredentials } from '../../application/list-credentials.ts'
import { readCredential } from '../../application/read-credential.ts'
import { issueTranscript, secureCredential } from '../../application/secure-credential.ts'
import { type CredentialFile, writeCredentialFile } from '../../application/show-credential.ts'
import type { ProofFormat } from '../../domain/credential/types.ts'
import type { Cli } from './cli.ts'
import { explainCredential } from './credential-refused.ts'
import { credentialLine } from './credential-text.ts'
import { localCandidate } from './sitting.ts'

async function list(cli: Cli, { json }: { json?: boolean }): Promise<void> {
  const credentials = await listCredentials(await cli.ports(), localCandidate)
  if (json) return cli.printJson({ credentials })
  if (credentials.length === 0)
    cli.note('No record yet. Give one for a closed exam: cairn credential issue --attempt ID')
  for (const credential of credentials) cli.print(credentialLine(credential))
}

type ShowOptions = { readonly format?: ProofFormat; readonly json?: boolean }

async function show(cli: Cli, credentialId: string, { format, json }: ShowOptions): Promise<void> {
  const ports = await cli.ports()
  if (format !== undefined) {
    const secured = await secureCredential(ports, { credentialId, format })
    return secured.ok ? cli.print(secured.value) : cli.fail(explainCredential(secured.error))
  }
  const found = await readCredential(ports, { credentialId })
  if (!found.ok) return cli.fail(explainCredential(found.error))
  if (json) return cli.printJson(found.value)
  cli.print(credentialLine(found.value))
  cli.print(JSON.stringify(found.value.credential, null, 2))
}

const files: ReadonlySet<string> = new Set(['.json', '.png', '.svg', '.pdf'])

async function bake(cli: Cli, credentialId: string, { out }: { readonly out: string }): Promise<void> {
  const ending = extname(out)
  if (!files.has(ending))
    return cli.fail({
      code: 'file-kind-unknown',
      message: 'Name a file that ends in .png, .svg, .pdf or .json.',
    })
  const file = ending.slice(1) as CredentialFile
  const written = await writeCredentialFile(await cli.ports(), { credentialId, file })
  if (!written.ok) return cli.fail(explainCredential(written.error))
  await writeFile(out, written.value)
  cli.note(`Written to ${out}. Check it with: cairn credential verify ${out}`)
}

/** `list`, `show`, `bake` and `transcript`: what only reads, or signs a copy. */
export function addShowCommands(command: Command, cli: Cli): void {
  command
    .command('list')
    .description('your records, newest first, with what is left of each')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => list(cli, options))
  command
    .command('show <id>')
    .description('one record')
    .addOption(
      new Option('--format <format>', 'print it alone: signed JSON, ES256 VC-JWT or SD-JWT VC').choices([
        'data-integrity',
        'jwt',
        'sd-jwt',
      ]),
    )
    .option('--json', 'as JSON')
    .action((id: string, options: ShowOptions) => show(cli, id, options))
  command
    .command('bake <id>')
    .description('write a record as a picture, on paper or as a file')
    .requiredOption('--out <file>', 'file that ends in .png, .svg, .pdf or .json')
    .action((id: string, options: { out: string }) => bake(cli, id, options))
  command
    .command('transcript')
    .description('everything you hold as one signed CLR 2.0')
    .action(async () => cli.printJson(await issueTranscript(await cli.ports(), localCandidate)))
}
