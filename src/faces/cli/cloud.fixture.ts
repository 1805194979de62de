import { Command } from 'commander'
import { openContent } from '../../adapters/content/open-content.ts'
import type { Ports } from '../../application/ports.ts'
import { calendarDate } from '../../domain/kernel/calendar-date.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { addCloudCommands } from './cloud.ts'

/** What a command wrote, and what it refused. */
export type Ran = { json?: unknown; refusal?: CliRefusal }

/** Runs `cloud …` with the facts of the catalogue and the given standard input. */
export async function runCloud(words: readonly string[], input = ''): Promise<Ran> {
  const ran: Ran = {}
  const catalogueFolder = new URL('../../../catalogue', import.meta.url).pathname
  const side = openContent({ catalogueFolder, packFolders: [], today: () => calendarDate('2026-11-24') })
  const cli = {
    ports: async () => side as unknown as Ports,
    printJson: (value: unknown) => {
      ran.json = JSON.parse(JSON.stringify(value))
    },
    fail: (refusal: CliRefusal) => {
      ran.refusal = refusal
    },
    lines: async function* () {
      yield* input.split('\n')
    },
  } as unknown as Cli
  const quiet = { writeOut: () => undefined, writeErr: () => undefined }
  const command = new Command('cloud').exitOverride().configureOutput(quiet)
  addCloudCommands(command, cli)
  const quieten = (parent: Command): void => {
    for (const child of parent.commands) quieten(child.exitOverride().configureOutput(quiet))
  }
  quieten(command)
  await command.parseAsync([...words], { from: 'user' })
  return ran
}
