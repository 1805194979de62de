import type { Cli } from './cli.ts'
import { readJson } from './read-json.ts'

/** A list, or the list under `cases`, is answered by a list; one case by one answer. */
const isBatch = (input: unknown): boolean =>
  Array.isArray(input) || (typeof input === 'object' && input !== null && 'cases' in input)

type Answer = (input: unknown) => readonly unknown[] | Promise<readonly unknown[]>

/** Reads the cases of a file (or of standard input where it is `-`) and writes their answers as JSON. */
export async function answerCases(file: string, answer: Answer, cli: Cli): Promise<void> {
  const input = await readJson(file, cli)
  if (!input.ok) return cli.fail(input.error)
  const answers = await answer(input.value)
  cli.printJson(isBatch(input.value) ? answers : answers[0])
}
