import { Command } from 'commander'
import type { Ports } from '../../application/ports.ts'
import type { Cli, CliRefusal } from './cli.ts'

/** What a command wrote to stdout and stderr, its JSON, and what it refused. */
export type Ran = { out: string; err: string; json: unknown; refusal: CliRefusal | null }

const quiet = { writeOut: () => undefined, writeErr: () => undefined }

function quieten(command: Command): void {
  command.exitOverride().configureOutput(quiet)
  for (const child of command.commands) quieten(child)
}

/** Runs the words of one noun's command on ports; wrong usage throws, as commander does. */
export async function runCommand(
  add: (command: Command, cli: Cli) => void,
  ports: Ports,
  words: readonly string[],
): Promise<Ran> {
  const ran: Ran = { out: '', err: '', json: null, refusal: null }
  const cli: Partial<Cli> = {
    ports: async () => ports,
    print: (text) => {
      ran.out += `${text}\n`
    },
    printJson: (value) => {
      ran.json = value
    },
    note: (text) => {
      ran.err += `${text}\n`
    },
    fail: (refusal) => {
      ran.refusal = refusal
    },
  }
  const command = new Command('noun')
  add(command, cli as Cli)
  quieten(command)
  await command.parseAsync([...words], { from: 'user' })
  return ran
}
