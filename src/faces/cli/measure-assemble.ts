import { type Command, InvalidArgumentError } from 'commander'
import {
  type AssembleRequest,
  assembleFromFile,
  type LabelShare,
  parseShare,
} from '../../application/measure-assemble.ts'
import type { Cli } from './cli.ts'
import { assemblyCsv, assemblyText, explainAssembly } from './measure-assemble-text.ts'
import { aboveZero, numberThat, scaleOption, wholeFrom } from './measure-options.ts'

type AssembleOptions = Omit<AssembleRequest, 'items' | 'minutes' | 'target'> & {
  readonly minutes?: number
  readonly target?: readonly number[]
  readonly most?: boolean
  readonly csv?: boolean
  readonly json?: boolean
}

/** Reads `1=20,2=11-15,3=30%`. */
function sharesOf(text: string): readonly LabelShare[] {
  return text.split(',').map((part) => {
    const at = part.lastIndexOf('=')
    const share = at > 0 ? parseShare(part.slice(0, at).trim(), part.slice(at + 1).trim()) : undefined
    if (share === undefined)
      throw new InvalidArgumentError(
        'It is label=count, label=low-high or label=share%, with commas between them.',
      )
    return share
  })
}

/** Shares in the option itself, or the name of a file that has them. */
const sharesOrFile = (text: string): readonly LabelShare[] | string =>
  text.includes('=') ? sharesOf(text) : text

const listOf =
  (read: (text: string) => number) =>
  (text: string): readonly number[] =>
    text.split(',').map((part) => read(part.trim()))

function rangeOf(text: string): { readonly low: number; readonly high: number } {
  const share = parseShare('', text)
  if (share === undefined || 'percent' in share)
    throw new InvalidArgumentError('It is a count or a range, as 2 or 1-3.')
  return { low: share.low, high: share.high }
}

async function assemble(items: string, options: AssembleOptions, cli: Cli): Promise<void> {
  const { json, csv, most, minutes, target, ...rest } = options
  const answer = await assembleFromFile(await cli.ports(), {
    ...rest,
    items,
    ...(minutes !== undefined && { minutes: { low: 0, high: minutes } }),
    ...(most ? { target: 'most' as const } : target && { target }),
  })
  if (!answer.ok) cli.fail({ ...answer.error, message: explainAssembly(answer.error, rest.forms) })
  else if (json) {
    const { forms, ...about } = answer.value
    cli.printJson({
      forms: forms.map((form, index) => ({ form: index + 1, ...form })),
      ...about,
      seed: rest.seed,
    })
  } else cli.print(csv ? assemblyCsv(answer.value) : assemblyText(answer.value))
}

/** `cairn measure assemble`: parallel forms from a table of items. */
export function addAssembleCommand(command: Command, cli: Cli): void {
  command
    .command('assemble <ITEMS.csv>')
    .description(
      'parallel forms from a pool (columns item, a, b, domain and, if used, c, d, kind, seconds, enemies, set, uses)',
    )
    .option('--forms <count>', 'number of forms', wholeFrom(1), 1)
    .requiredOption('--length <items>', 'items on a form', wholeFrom(1))
    .requiredOption(
      '--blueprint <counts>',
      'items by domain: 1=20,2=16-18,3=30%, or a file with the columns domain and items',
      sharesOrFile,
    )
    .option('--kinds <counts>', 'items by kind, in the same way', sharesOf)
    .option('--minutes <most>', 'sum of the seconds of a form at most', aboveZero)
    .option('--sets <count>', 'sets on a form, as 2 or 1-3; items of a set always stay together', rangeOf)
    .option(
      '--most-uses <forms>',
      'forms on which one item may stand, those in the column uses counted',
      wholeFrom(1),
      1,
    )
    .option(
      '--at <abilities>',
      'abilities at which information counts',
      listOf(numberThat(Number.isFinite, 'numbers')),
      [-0.5, 0, 0.5],
    )
    .option(
      '--target <values>',
      'information wanted at each of them (default: that of average items of the pool)',
      listOf(numberThat((value) => value > 0 && Number.isFinite(value), 'numbers above 0')),
    )
    .option('--most', 'as much information as possible at the ability where a form has least of it')
    .option('--seed <text>', 'the same seed gives the same forms', '1')
    .option('--swaps <count>', 'length of the search (default: 4 million)', wholeFrom(1))
    .addOption(scaleOption())
    .option('--csv', 'write CSV: form, item')
    .option('--json', 'write JSON')
    .action((items: string, options: AssembleOptions) => assemble(items, options, cli))
}
