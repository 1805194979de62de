import type { Cli } from './cli.ts'

/** Passes answers on, and reports those that only say why there is none. */
export function reportRefused<T extends object>(answers: readonly T[], cli: Cli): readonly T[] {
  const refused = answers.filter((answer) => 'invalid' in answer).length
  if (refused > 0)
    cli.fail({
      code: 'cloud-case-invalid',
      message: `${refused} of ${answers.length} cases cannot be answered; "invalid" in their answers says why.`,
    })
  return answers
}
