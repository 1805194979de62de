import type { Command } from 'commander'
import { matchEvents } from '../../application/match-events.ts'
import type { Cli } from './cli.ts'
import { answerCases } from './cloud-answers.ts'

/** Adds `cloud events match`. */
export function addEventsCommands(cloud: Command, cli: Cli): void {
  cloud
    .command('events')
    .description('event patterns and filter policies: match')
    .command('match <file>')
    .description('match events against patterns, or messages against policies; - reads standard input')
    .option('--json', 'write JSON, which is what this command always writes')
    .action((file: string) => answerCases(file, matchEvents, cli))
}
