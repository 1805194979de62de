import type { Command } from 'commander'
import { evaluateIamWithWarnings } from '../../application/warn-unknown-actions.ts'
import type { Cli } from './cli.ts'
import { readJson } from './read-json.ts'

/** A list, or the list under `cases`, is answered by a list; one case by one answer. */
const isBatch = (input: unknown): boolean =>
  Array.isArray(input) || (typeof input === 'object' && input !== null && 'cases' in input)

async function evaluate(file: string, cli: Cli): Promise<void> {
  const input = await readJson(file, cli)
  if (!input.ok) return cli.fail(input.error)
  const answers = await evaluateIamWithWarnings(input.value, await cli.ports())
  cli.printJson(isBatch(input.value) ? answers : answers[0])
  const undecided = answers.filter((answer) => 'invalid' in answer).length
  if (undecided > 0)
    cli.fail({
      code: 'case-invalid',
      message: `${undecided} of ${answers.length} cases cannot be decided; "invalid" in their answers says why.`,
    })
}

/** Adds `cloud iam evaluate`. */
export function addIamCommands(command: Command, cli: Cli): void {
  command
    .command('evaluate <file>')
    .description('decide requests, and name the statement that decides; - reads standard input')
    .option('--json', 'write JSON, which is what this command always writes')
    .action((file: string) => evaluate(file, cli))
}
