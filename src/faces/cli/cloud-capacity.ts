import type { Command } from 'commander'
import { estimateCapacity, listCalculations } from '../../application/estimate-capacity.ts'
import type { Cli } from './cli.ts'
import { answerCases } from './cloud-answers.ts'
import { reportRefused } from './cloud-refused.ts'

async function estimate(name: string, input: unknown, cli: Cli): Promise<readonly object[]> {
  const answers = estimateCapacity(name, input, await cli.ports())
  return answers.ok ? reportRefused(answers.value, cli) : []
}

/** Adds `cloud capacity <calculation>`, one command for each calculation. */
export function addCapacityCommands(cloud: Command, cli: Cli): void {
  const capacity = cloud.command('capacity').description('sizes, costs and measures, from dated facts')
  for (const { name, summary } of listCalculations())
    capacity
      .command(`${name} <file>`)
      .description(`${summary}; - reads standard input`)
      .option('--json', 'write JSON, which is what this command always writes')
      .action((file: string) => answerCases(file, (input) => estimate(name, input, cli), cli))
}
