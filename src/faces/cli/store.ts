import type { Command } from 'commander'
import { checkStore } from '../../application/check-store.ts'
import type { Cli } from './cli.ts'

async function check(cli: Cli, { json }: { json?: boolean }): Promise<void> {
  const ports = await cli.ports()
  const integrity = await ports.keeper.integrity()
  const { attempts, findings } = await checkStore(ports)
  if (json) cli.printJson({ attempts, integrity, findings })
  else {
    for (const text of integrity) cli.print(`engine: ${text}`)
    for (const { attemptId, finding } of findings) cli.print(`attempt ${attemptId}: ${finding}`)
    cli.print(
      `${attempts} attempts replayed from their events, ${findings.length + integrity.length} findings`,
    )
  }
  if (findings.length + integrity.length > 0) {
    cli.fail({
      code: 'store-damaged',
      message: 'The store does not agree with itself. Restore the newest backup beside it and compare.',
    })
  }
}

/** `cairn store`: backup, restore, migrate, check. */
export function addStoreCommands(command: Command, cli: Cli): void {
  command
    .command('backup <file>')
    .description('write a consistent copy to a new file; the store may be in use')
    .action(async (file: string) => {
      await (await cli.ports()).keeper.backup(file)
      cli.note(`Backup written to ${file}. To use it: cairn --data NEW-FOLDER store restore ${file}`)
    })
  command
    .command('restore <file>')
    .description('put a backup in the place of a store that does not exist yet')
    .action(async (file: string) => {
      await (await cli.ports()).keeper.restore(file)
      cli.note('Restored. Check it with: cairn store check')
    })
  command
    .command('migrate')
    .description('bring the schema up to date (also done by the first use)')
    .action(async () => {
      cli.note(`The schema stands at migration ${await (await cli.ports()).keeper.migrate()}.`)
    })
  command
    .command('check')
    .description('replay every attempt from its events and compare what is stored')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => check(cli, options))
}
