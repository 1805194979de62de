import type { StoredCredential } from '../../application/ports.ts'
import { viewCredential } from '../../application/read-credential.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Cli, CliRefusal } from './cli.ts'
import { credentialLine } from './credential-text.ts'

type Refusal = { readonly code: string }

const messages: Readonly<Record<string, string>> = {
  'attempt-unknown': 'There is no such attempt. List them: cairn exam list',
  'not-submitted': 'The attempt is still open. Submit it first: cairn exam sit --resume ATTEMPT',
  'not-an-exam': 'Only an attempt in exam mode earns a record. Sit one: cairn exam sit CODE',
  'cut-score-not-reached': 'The exam was not passed; the credential of a programme is given on a pass only.',
  'already-held':
    'A record for this stands already. Renew it by a newer exam: cairn credential renew ID --attempt ATTEMPT',
  'credential-unknown': 'There is no such record. List them: cairn credential list',
  'credential-revoked': 'The record is revoked, and a revocation is final.',
  'credential-suspended': 'The record is suspended. End that first: cairn credential resume ID',
  'credential-not-suspended': 'The record is not suspended.',
  'credential-changed': 'The record was changed meanwhile. Try again.',
  'origin-differs':
    'The record was issued under another origin, and its identifier would change. Set CAIRN_ORIGIN to the one with which its identifier begins.',
  'renewal-not-newer': 'The record is valid as long already. Renew it by an exam that was closed later.',
  'does-not-renew': 'This exam does not renew this record.',
  'name-not-allowed': 'A record may not bear that name. Give the pack or the achievement another title.',
}

/** A refusal with the next step in words. */
export const explainCredential = (refusal: Refusal): CliRefusal => {
  const message = messages[refusal.code]
  return message === undefined ? refusal : { ...refusal, message }
}

/** Prints the credential that a command gives, or why it gives none. */
export async function printDone(
  cli: Cli,
  done: Result<StoredCredential, Refusal>,
  json: boolean | undefined,
): Promise<void> {
  if (!done.ok) return cli.fail(explainCredential(done.error))
  const view = viewCredential(await cli.ports(), done.value)
  if (json) cli.printJson(view)
  else cli.print(credentialLine(view))
}
