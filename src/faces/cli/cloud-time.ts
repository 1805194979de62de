import type { Command } from 'commander'
import { listSimulations, simulateTime } from '../../application/simulate-time.ts'
import type { Cli } from './cli.ts'
import { answerCases } from './cloud-answers.ts'
import { reportRefused } from './cloud-refused.ts'

async function simulate(name: string, input: unknown, cli: Cli): Promise<readonly object[]> {
  const answers = simulateTime(name, input, await cli.ports())
  return answers.ok ? reportRefused(answers.value, cli) : []
}

/** Adds `cloud time <kind>`, one command for each simulation. */
export function addTimeCommands(cloud: Command, cli: Cli): void {
  const time = cloud.command('time').description('what happens when, in virtual time')
  for (const { name, summary } of listSimulations())
    time
      .command(`${name} <file>`)
      .description(`${summary}; - reads standard input`)
      .option('--json', 'write JSON, which is what this command always writes')
      .action((file: string) => answerCases(file, (input) => simulate(name, input, cli), cli))
}
