import type { Command } from 'commander'
import type { Ports } from '../../application/ports.ts'
import { independence } from '../../presentation/independence.ts'
import { type Cli, type CliRefusal, exitStatus, type RunningServer } from './cli.ts'
import { asksForOverview, nouns, overview } from './nouns.ts'

/** Where the command line reads and writes; `openPorts` is called at most once, and only by commands that need it. */
export type CliHost = {
  readonly openPorts: (options: {
    readonly data?: string
    readonly packs: readonly string[]
    readonly origin?: string
  }) => Promise<Ports>
  readonly serve: (
    ports: Ports,
    options: { readonly port: number; readonly vcApi?: boolean },
  ) => Promise<RunningServer>
  readonly version: () => string
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly stdin: NodeJS.ReadStream
}

function describeRefusal(refusal: CliRefusal): string {
  return refusal.message ?? refusal.code
}

function makeCli(
  host: CliHost,
  program: Command,
): { cli: Cli; close: () => Promise<void>; status: () => number } {
  let ports: Promise<Ports> | undefined
  let status: number = exitStatus.done
  const open = (settings: { readonly origin?: string }): Promise<Ports> => {
    const { data, packs } = program.opts<{ data?: string; packs: string[] }>()
    ports ??= host.openPorts({ ...(data === undefined ? {} : { data }), packs, ...settings })
    return ports
  }
  const cli: Cli = {
    ports: () => open({}),
    print: (text) => void host.stdout.write(`${text}\n`),
    printJson: (value) => void host.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    note: (text) => void host.stderr.write(`${text}\n`),
    fail: (refusal) => {
      host.stderr.write(`cairn: ${describeRefusal(refusal)} (${refusal.code})\n`)
      status = exitStatus.refused
    },
    today: () => new Date().toISOString().slice(0, 10),
    interactive: host.stdin.isTTY === true && host.stdout.isTTY === true,
    lines: async function* () {
      const { createInterface } = await import('node:readline')
      yield* createInterface({ input: host.stdin })
    },
    serve: async ({ origin, ...options }) =>
      host.serve(await open(origin === undefined ? {} : { origin }), options),
  }
  return { cli, close: async () => (await ports)?.close(), status: () => status }
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value]

async function makeProgram(host: CliHost): Promise<Command> {
  const { Command } = await import('commander')
  const program = new Command('cairn')
    .option('--data <dir>')
    .option('--packs <dir>', '', collect, [])
    .version(`${host.version()}\n${independence}`, '--version')
    .showHelpAfterError('Add --help to see what is expected.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    })
  program.helpInformation = () => `${overview()}\n`
  return program
}

async function addNouns(program: Command, named: string | undefined, cli: Cli): Promise<void> {
  for (const [name, noun] of Object.entries(nouns)) {
    const command = program.command(name).description(noun.summary).exitOverride()
    if (name === named) (await noun.load())(command, cli)
  }
}

function statusOf(error: unknown, host: CliHost): number {
  const { code, message, exitCode } = error as { code?: unknown; message?: unknown; exitCode?: unknown }
  if (String(code).startsWith('commander.')) return exitCode === 0 ? exitStatus.done : exitStatus.usage
  host.stderr.write(`cairn: ${String(message)}${typeof code === 'string' ? ` (${code})` : ''}\n`)
  if (process.env.CAIRN_DEBUG) host.stderr.write(`${(error as Error).stack}\n`)
  return code === 'store-busy' ? exitStatus.tryAgain : exitStatus.internal
}

/** Runs one command line and resolves to its exit status. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  if (asksForOverview(argv)) {
    host.stdout.write(`${overview()}\n`)
    return exitStatus.done
  }
  const program = await makeProgram(host)
  const { cli, close, status } = makeCli(host, program)
  try {
    await addNouns(
      program,
      argv.find((word) => word in nouns),
      cli,
    )
    await program.parseAsync(argv as string[], { from: 'user' })
    return status()
  } catch (error) {
    return statusOf(error, host)
  } finally {
    await close()
  }
}
