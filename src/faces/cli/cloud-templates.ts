import type { Command } from 'commander'
import type { Ports } from '../../application/ports.ts'
import { planUpdates, resolveTemplates } from '../../application/resolve-template.ts'
import type { Cli } from './cli.ts'
import { answerCases } from './cloud-answers.ts'
import { reportRefused } from './cloud-refused.ts'

type Answer = (input: unknown, ports: Ports) => readonly object[]

/** Adds `cloud templates resolve` and `cloud templates update`. */
export function addTemplatesCommands(cloud: Command, cli: Cli): void {
  const templates = cloud.command('templates').description('CloudFormation templates: resolve, update')
  const add = (form: string, description: string, answer: Answer) =>
    templates
      .command(form)
      .description(`${description}; - reads standard input`)
      .option('--json', 'write JSON, which is what this command always writes')
      .action((file: string) =>
        answerCases(file, async (input) => reportRefused(answer(input, await cli.ports()), cli), cli),
      )
  add('resolve <file>', 'which resources exist after deployment, and with which properties', resolveTemplates)
  add('update <file>', 'what an update does to each resource: in place, replaced, removed', planUpdates)
}
