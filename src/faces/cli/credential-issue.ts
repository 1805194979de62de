import type { Command } from 'commander'
import { awardCredential } from '../../application/award-credential.ts'
import { correctCredential } from '../../application/correct-credential.ts'
import { renewByExam, renewCredential } from '../../application/renew-credential.ts'
import type { Cli } from './cli.ts'
import { explainCredential, printDone } from './credential-refused.ts'
import { localCandidate } from './sitting.ts'

type IssueOptions = {
  readonly attempt: string
  readonly name?: string
  readonly email?: string
  readonly json?: boolean
}

const recipientOf = ({ name, email }: Pick<IssueOptions, 'name' | 'email'>) => ({
  ...(name === undefined ? {} : { name }),
  ...(email === undefined ? {} : { email }),
})

async function renewAll(cli: Cli, { attempt, json }: IssueOptions): Promise<void> {
  const renewed = await renewByExam(await cli.ports(), { candidateId: localCandidate, attemptId: attempt })
  if (!renewed.ok) return cli.fail(explainCredential(renewed.error))
  const outcomes = renewed.value.map(({ renewed: credential, ...outcome }) => ({
    ...outcome,
    renewed: credential !== null,
  }))
  if (json) return cli.printJson({ renewals: outcomes })
  if (outcomes.length === 0) cli.note('This exam renews nothing that is held.')
  for (const { credentialId, name, refused } of outcomes)
    cli.print(`${credentialId}  ${name}: ${refused === null ? 'renewed' : refused}`)
}

/** `issue`, `renew` and `correct`: what signs a document. */
export function addIssueCommands(command: Command, cli: Cli): void {
  command
    .command('issue')
    .description('give the record that a closed exam earned')
    .requiredOption('--attempt <id>', 'the closed attempt, in exam mode')
    .option('--name <text>', 'whom it is for; enters the record as a salted hash')
    .option('--email <address>', 'likewise')
    .option('--json', 'as JSON')
    .action(async (options: IssueOptions) => {
      const request = {
        candidateId: localCandidate,
        attemptId: options.attempt,
        recipient: recipientOf(options),
      }
      await printDone(cli, await awardCredential(await cli.ports(), request), options.json)
    })
  command
    .command('renew [id]')
    .description('renew one record by a newer exam, or without an id everything that the exam renews')
    .requiredOption('--attempt <id>', 'the newer closed attempt')
    .option('--json', 'as JSON')
    .action(async (credentialId: string | undefined, options: IssueOptions) => {
      if (credentialId === undefined) return renewAll(cli, options)
      const request = { credentialId, candidateId: localCandidate, attemptId: options.attempt }
      await printDone(cli, await renewCredential(await cli.ports(), request), options.json)
    })
  command
    .command('correct <id>')
    .description('correct the name or e-mail address; identifier and link stay')
    .option('--name <text>', 'the right name')
    .option('--email <address>', 'the right address')
    .option('--json', 'as JSON')
    .action(async (credentialId: string, options: IssueOptions) => {
      const request = { credentialId, recipient: recipientOf(options) }
      await printDone(cli, await correctCredential(await cli.ports(), request), options.json)
    })
}
