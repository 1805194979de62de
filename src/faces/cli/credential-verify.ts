import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { CredentialInput, TrustedIssuer } from '../../application/ports.ts'
import { verifyCredential } from '../../application/verify-credential.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { answerLines, reportText } from '../../presentation/check-words.ts'
import type { Cli, CliRefusal } from './cli.ts'

type Options = {
  readonly json?: true
  readonly email?: string
  readonly name?: string
  readonly trust?: string
  readonly offline?: true
}

const unreadable = (file: string): CliRefusal => ({
  code: 'file-unreadable',
  message: `${file} cannot be read. Name a file, a link, or - for standard input.`,
})

async function readInput(source: string, cli: Cli): Promise<Result<CredentialInput, CliRefusal>> {
  if (/^https?:\/\//i.test(source)) return ok({ url: source })
  if (source === '-') {
    const lines: string[] = []
    for await (const line of cli.lines()) lines.push(line)
    return ok({ text: lines.join('\n') })
  }
  const bytes = await readFile(source).catch(() => null)
  return bytes === null ? fail(unreadable(source)) : ok({ bytes })
}

const malformed = (file: string): CliRefusal => ({
  code: 'trust-list-malformed',
  message: `${file} is no list of issuers. Write ["did:web:example.org"] or [{ "id": …, "name": … }].`,
})

const isIssuer = (value: unknown): value is TrustedIssuer =>
  typeof value === 'object' && value !== null && typeof (value as TrustedIssuer).id === 'string'

/** A list of identifiers, or of objects with `id` and `name`; or either under `issuers`. */
function parseTrust(text: string, file: string): Result<readonly TrustedIssuer[], CliRefusal> {
  try {
    const value = JSON.parse(text) as unknown
    const list = Array.isArray(value) ? value : (value as { issuers?: unknown }).issuers
    if (!Array.isArray(list)) return fail(malformed(file))
    const issuers = list.map((one) => (typeof one === 'string' ? { id: one } : (one as unknown)))
    return issuers.every(isIssuer) ? ok(issuers) : fail(malformed(file))
  } catch {
    return fail(malformed(file))
  }
}

async function readTrust(file: string | undefined): Promise<Result<readonly TrustedIssuer[], CliRefusal>> {
  if (file === undefined) return ok([])
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? fail(unreadable(file)) : parseTrust(text, file)
}

async function verify(source: string, options: Options, cli: Cli): Promise<void> {
  const [input, trusted] = [await readInput(source, cli), await readTrust(options.trust)]
  if (!input.ok) return cli.fail(input.error)
  if (!trusted.ok) return cli.fail(trusted.error)
  const { email, name } = options
  const report = await verifyCredential(await cli.ports(), {
    input: input.value,
    recipient: { ...(email === undefined ? {} : { email }), ...(name === undefined ? {} : { name }) },
    trustedIssuers: trusted.value,
    online: options.offline !== true,
  })
  if (options.json) cli.printJson(report)
  else cli.print(reportText(report))
  const failed = answerLines(report).find(({ finding }) => finding.answer === 'fail')
  if (failed !== undefined) cli.fail({ code: failed.finding.reason, message: failed.finding.text })
}

/** `cairn credential verify`: four separate answers; exit status 1 where one of them is no. */
export function addVerifyCommand(command: Command, cli: Cli): void {
  command
    .command('verify <source>')
    .description('check a credential: a file (JSON, JWT, PNG, SVG, PDF), a link, or - for standard input')
    .option('--json', 'the whole report as JSON')
    .option('--email <address>', 'check that it is for the person with this e-mail address')
    .option('--name <name>', 'check that it is for the person with this name')
    .option('--trust <file>', 'JSON list of issuers that you trust')
    .option('--offline', 'fetch nothing')
    .action((source: string, options: Options) => verify(source, options, cli))
}
