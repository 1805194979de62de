import { runCase } from '../domain/cloud/states/run-case.ts'
import type { Execution } from '../domain/cloud/states/types.ts'
import { casesOf, type Identified, identify } from './cloud-cases.ts'

/** The answer to one case: how the execution ended, or why it cannot run. */
export type StatesAnswer = Identified & (Execution | { readonly invalid: string })

async function answer(asked: unknown): Promise<StatesAnswer> {
  const ran = await runCase(asked)
  return { ...identify(asked), ...(ran.ok ? ran.value : { invalid: ran.error.text }) }
}

/** Runs state machines in virtual time: one answer per case, in order. */
export async function runStates(input: unknown): Promise<readonly StatesAnswer[]> {
  const answers: StatesAnswer[] = []
  for (const asked of casesOf(input)) answers.push(await answer(asked))
  return answers
}
