import type { Command } from 'commander'
import { runStates } from '../../application/run-states.ts'
import type { Cli } from './cli.ts'
import { answerCases } from './cloud-answers.ts'
import { reportRefused } from './cloud-refused.ts'

/** Adds `cloud states run`. */
export function addStatesCommands(cloud: Command, cli: Cli): void {
  cloud
    .command('states')
    .description('state machines: run')
    .command('run <file>')
    .description('run state machines in virtual time; - reads standard input')
    .option('--json', 'write JSON, which is what this command always writes')
    .action((file: string) =>
      answerCases(file, async (input) => reportRefused(await runStates(input), cli), cli),
    )
}
