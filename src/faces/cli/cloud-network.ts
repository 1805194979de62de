import type { Command } from 'commander'
import { planNetwork, traceNetwork } from '../../application/trace-network.ts'
import type { Cli } from './cli.ts'
import { answerCases } from './cloud-answers.ts'

const json = ['--json', 'write JSON, which is what this command always writes'] as const

/** Adds `cloud network reach` and `cloud network plan`. */
export function addNetworkCommands(cloud: Command, cli: Cli): void {
  const network = cloud.command('network').description('networks: reach, plan')
  network
    .command('reach <file>')
    .description('can one end reach another, and which hop says no; - reads standard input')
    .option(...json)
    .action((file: string) =>
      answerCases(file, async (input) => traceNetwork(input, await cli.ports()), cli),
    )
  network
    .command('plan <file>')
    .description('check an IPv4 address plan, or let it choose the blocks; - reads standard input')
    .option(...json)
    .action((file: string) => answerCases(file, async (input) => planNetwork(input, await cli.ports()), cli))
}
