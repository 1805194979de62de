import type { Command } from 'commander'
import { checkIssuanceLog } from '../../application/check-issuance-log.ts'
import { rotateKeys } from '../../application/rotate-keys.ts'
import { toIso } from '../../domain/kernel/instant.ts'
import { formatCount } from '../../presentation/formats.ts'
import type { Cli } from './cli.ts'

async function checkLog(cli: Cli, { json }: { json?: boolean }): Promise<void> {
  const { head, broken } = await checkIssuanceLog(await cli.ports())
  const { sequence, hash } = head
  if (json) cli.printJson({ sequence, hash, brokenAt: broken?.sequence ?? null })
  else cli.print(`${formatCount(sequence, 'entry', 'entries')}, last hash ${hash}`)
  if (broken !== null)
    cli.fail({
      code: 'log-broken',
      message: `Entry ${broken.sequence} does not follow from the one before it. Compare with a backup, or with a head that was kept.`,
    })
}

/** `cairn credential log`: computes the log of all issuing again. */
export function addLogCommand(command: Command, cli: Cli): void {
  command
    .command('log')
    .description('check that the log of all issuing holds together, and tell its head')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => checkLog(cli, options))
}

/** `cairn credential key`: the installation's signing keys. */
export function addKeyCommands(command: Command, cli: Cli): void {
  const key = command.command('key').description('the signing keys of this installation: list, rotate')
  key
    .command('list')
    .description('public halves of all keys, oldest first')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const keys = await (await cli.ports()).credentialSigner.keys()
      if (json) return cli.printJson({ keys })
      if (keys.length === 0) cli.note('No key yet; the first record makes one.')
      for (const { keyId, kind, createdAt, retiredAt } of keys) {
        const retired = retiredAt === null ? 'signs' : `retired ${toIso(retiredAt)}`
        cli.print(`${keyId}  ${kind}  made ${toIso(createdAt)}  ${retired}`)
      }
    })
  key
    .command('rotate')
    .description('make new keys; the old ones stay listed until the last record under them has ended')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const fresh = await rotateKeys(await cli.ports())
      if (json) cli.printJson({ keys: fresh })
      else for (const { keyId, kind } of fresh) cli.print(`${keyId}  ${kind}  signs from now on`)
    })
}
