import type { Command } from 'commander'
import { revokeCredential } from '../../application/revoke-credential.ts'
import { resumeCredential, suspendCredential } from '../../application/suspend-credential.ts'
import type { Cli } from './cli.ts'
import { printDone } from './credential-refused.ts'

const changes = {
  revoke: { does: revokeCredential, says: 'revoke a record for good', needsReason: true },
  suspend: { does: suspendCredential, says: 'suspend a record for a while', needsReason: true },
  resume: { does: resumeCredential, says: 'end a suspension', needsReason: false },
} as const

/** `revoke`, `suspend` and `resume`: what changes how a record stands, by the issuer. */
export function addStateCommands(command: Command, cli: Cli): void {
  for (const [name, { does, says, needsReason }] of Object.entries(changes)) {
    const change = command.command(`${name} <id>`).description(says).option('--json', 'as JSON')
    if (needsReason) change.requiredOption('--reason <text>', 'why; it is shown to everyone')
    change.action(
      async (credentialId: string, { reason = 'Resumed', json }: { reason?: string; json?: boolean }) =>
        printDone(cli, await does(await cli.ports(), { credentialId, reason }), json),
    )
  }
}
