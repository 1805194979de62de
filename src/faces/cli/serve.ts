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

/** `cairn serve`: the whole product on this machine. */
export function addServeCommand(command: Command, cli: Cli): void {
  command
    .option('--port <number>', 'port on the loopback address; 0 for any free one', parsePort, defaultPort)
    .action(async ({ port }: { port: number }) => {
      const server = await cli.serve({ port }).catch((error) => explain(error, port))
      cli.print(`Cairn is at ${server.address}`)
      cli.note('Press Ctrl+C to stop. Everything stays on this machine.')
      await askedToStop()
      await server.stop()
    })
}
