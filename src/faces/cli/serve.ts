import { type Command, InvalidArgumentError } from 'commander'
import type { Cli } from './cli.ts'

const defaultPort = 4747

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
  return port
}

/** Resolves when the process is asked to stop. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

function explain(error: unknown, port: number): never {
  if ((error as { code?: string }).code === 'EADDRINUSE') {
    throw Object.assign(
      new Error(`Port ${port} is in use. Name another with --port, or --port 0 for any free one.`),
      { code: 'port-in-use' },
    )
  }
  throw error
}

type ServeOptions = { readonly port: number; readonly vcApi?: true; readonly origin?: string }

const whereItGoes = (origin: string | undefined): string =>
  origin === undefined
    ? 'Everything stays on this machine.'
    : `Let a proxy forward ${origin} to it: records are then there for everyone, and nothing else is.`

/** `cairn serve`: the whole product on this machine. */
export function addServeCommand(command: Command, cli: Cli): void {
  command
    .option('--port <number>', 'port on the loopback address; 0 for any free one', parsePort, defaultPort)
    .option(
      '--vc-api',
      'also answer /credentials/issue, /credentials/verify and /presentations/verify, for conformance suites',
    )
    .option('--origin <url>', 'public https origin under which records are issued and served to everyone')
    .action(async ({ port, vcApi, origin }: ServeOptions) => {
      const server = await cli
        .serve({ port, vcApi: vcApi === true, ...(origin === undefined ? {} : { origin }) })
        .catch((error) => explain(error, port))
      cli.print(`Cairn is at ${server.address}`)
      cli.note(`Press Ctrl+C to stop. ${whereItGoes(origin)}`)
      await askedToStop()
      await server.stop()
    })
}
