import type { Command } from 'commander'
import type { Ports } from '../../application/ports.ts'
import {
  type PlanAnswer,
  planNetwork,
  type TraceAnswer,
  traceNetwork,
} from '../../application/trace-network.ts'
import type { Cli } from './cli.ts'
import { answerCases } from './cloud-answers.ts'
import { reportRefused } from './cloud-refused.ts'

type Answer = (input: unknown, ports: Ports) => readonly (TraceAnswer | PlanAnswer)[]

const json = ['--json', 'write JSON, which is what this command always writes'] as const

/** Adds `cloud network reach` and `cloud network plan`. */
export function addNetworkCommands(cloud: Command, cli: Cli): void {
  const network = cloud.command('network').description('networks: reach, plan')
  const add = (form: string, description: string, answer: Answer) =>
    network
      .command(form)
      .description(`${description}; - reads standard input`)
      .option(...json)
      .action((file: string) =>
        answerCases(file, async (input) => reportRefused(answer(input, await cli.ports()), cli), cli),
      )
  add('reach <file>', 'can one end reach another, and which hop says no', traceNetwork)
  add('plan <file>', 'check an IPv4 address plan, or let it choose the blocks', planNetwork)
}
