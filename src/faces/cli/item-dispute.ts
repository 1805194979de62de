import { type Command, InvalidArgumentError, Option } from 'commander'
import { type DisputeLine, listDisputes } from '../../application/read-disputes.ts'
import { type DecideRefusal, settleDispute } from '../../application/settle-dispute.ts'
import { takeOverDispute } from '../../application/take-over-dispute.ts'
import { formatCount } from '../../presentation/formats.ts'
import type { Cli } from './cli.ts'

type ListOptions = { readonly all?: boolean; readonly json?: boolean }
type TakeOptions = { readonly owner: string; readonly json?: boolean }
type DecideOptions = {
  readonly verdict: 'accepted' | 'rejected'
  readonly reason: string
  readonly key?: readonly number[]
  readonly withdraw?: boolean
  readonly json?: boolean
}

const advice: Readonly<Record<DecideRefusal['code'], string>> = {
  'dispute-unknown': 'There is no such dispute. See: cairn item dispute list --all',
  'dispute-decided': 'This dispute has been decided already.',
  'dispute-unowned': 'Nobody answers for this dispute yet. First: cairn item dispute take ID --owner NAME',
  'key-invalid':
    'That cannot be the new key: name as many options as the item asks for, and others than its key; only an accepted dispute changes a key.',
  'item-changed-since': 'The item has another content by now; decide without --key or --withdraw.',
}

/** Option numbers as a person counts them, from 1. */
function parseKey(text: string): number[] {
  const indexes = text.split(',').map((part) => Number(part) - 1)
  if (indexes.every((index) => Number.isInteger(index) && index >= 0)) return indexes
  throw new InvalidArgumentError('Write option numbers as they stand in the file, from 1, such as 2 or 1,4.')
}

const lineText = ({ disputeId, itemId, state, owner, ageDays, claim }: DisputeLine): string =>
  `${disputeId}  ${itemId}  ${state}  ${owner ?? 'no owner'}  ${formatCount(ageDays, 'day')}\n  ${claim}`

async function list({ all, json }: ListOptions, cli: Cli): Promise<void> {
  const disputes = await listDisputes(await cli.ports())
  const shown = all === true ? disputes : disputes.filter(({ decidedAt }) => decidedAt === null)
  if (json) return cli.printJson(shown)
  if (shown.length === 0) return cli.note('No dispute is undecided.')
  cli.print(shown.map(lineText).join('\n'))
}

async function take(disputeId: string, { owner, json }: TakeOptions, cli: Cli): Promise<void> {
  const taken = await takeOverDispute(await cli.ports(), { disputeId, owner })
  if (!taken.ok) return cli.fail({ ...taken.error, message: advice[taken.error.code] })
  if (json) cli.printJson(taken.value)
  else cli.print(lineText(taken.value))
}

async function decide(disputeId: string, options: DecideOptions, cli: Cli): Promise<void> {
  const { verdict, reason, key, withdraw, json } = options
  const change = withdraw === true ? { key: null } : key === undefined ? {} : { key }
  const decided = await settleDispute(await cli.ports(), { disputeId, verdict, reason, ...change })
  if (!decided.ok) return cli.fail({ ...decided.error, message: advice[decided.error.code] })
  if (json) return cli.printJson(decided.value)
  cli.print(lineText(decided.value.dispute))
  cli.note(`${formatCount(decided.value.attemptsRescored, 'attempt')} scored again.`)
}

/** `cairn item dispute`: list, take, decide. */
export function addDisputeCommands(command: Command, cli: Cli): void {
  const dispute = command
    .command('dispute')
    .description('items that candidates hold to be wrong: list, take, decide')
    .exitOverride()
  dispute
    .command('list')
    .description('disputes with state, owner and age')
    .option('--all', 'decided ones too')
    .option('--json', 'as JSON')
    .action((options: ListOptions) => list(options, cli))
  dispute
    .command('take <dispute-id>')
    .description('answer for a dispute; its item is not drawn until it is decided')
    .requiredOption('--owner <name>', 'who answers for it')
    .option('--json', 'as JSON')
    .action((disputeId: string, options: TakeOptions) => take(disputeId, options, cli))
  dispute
    .command('decide <dispute-id>')
    .description('decide a dispute; a changed key scores affected practice attempts again')
    .addOption(
      new Option('--verdict <verdict>', 'what is decided')
        .choices(['accepted', 'rejected'])
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why, told to those concerned')
    .option('--key <numbers>', 'new key, option numbers of the file from 1', parseKey)
    .addOption(new Option('--withdraw', 'the item is not scored any more').conflicts('key'))
    .option('--json', 'as JSON')
    .action((disputeId: string, options: DecideOptions) => decide(disputeId, options, cli))
}
