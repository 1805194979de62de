import { type Command, InvalidArgumentError } from 'commander'
import { type TriedFamily, type TriedVariant, tryFamily } from '../../application/try-family.ts'
import { tryItem } from '../../application/try-item.ts'
import { formatCount } from '../../presentation/formats.ts'
import type { Cli } from './cli.ts'
import { shownText, triedText } from './item-text.ts'

type TryOptions = {
  readonly seed?: string
  readonly count?: number
  readonly reveal?: boolean
  readonly json?: boolean
}

const mostVariants = 1000

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= mostVariants) return count
  throw new InvalidArgumentError(`write a whole number from 1 to ${mostVariants}.`)
}

function variantText(variant: TriedVariant): string {
  const beliefs = Object.entries(variant.beliefs ?? {}).map(([optionId, belief]) => {
    const label = variant.presented.options.find(({ id }) => id === optionId)?.label ?? '?'
    return `  ${label}. by ${belief}`
  })
  return [
    `${variant.itemId}, drawn from ${formatCount(variant.tries, 'scenario')}, Angoff value ${variant.angoff.toFixed(2)}`,
    '',
    shownText(variant),
    ...beliefs,
  ].join('\n')
}

function familyText({ variants, exhausted }: TriedFamily): string {
  const failed = exhausted.map(({ seed }) => `Seed ${seed} gave no item.`)
  return [...variants.map(variantText), ...failed].join('\n\n')
}

async function tryOne(
  name: string,
  { seed, count, reveal = false, json }: TryOptions,
  cli: Cli,
): Promise<void> {
  const ports = await cli.ports()
  const variants = tryFamily(ports, {
    family: name,
    reveal,
    ...(seed === undefined ? {} : { seed }),
    ...(count === undefined ? {} : { count }),
  })
  if (variants.ok) return json ? cli.printJson(variants.value) : cli.print(familyText(variants.value))
  if (variants.error.code === 'seed-invalid')
    return cli.fail({
      ...variants.error,
      message: 'Write a seed of lower-case letters and digits, at most 40.',
    })
  const tried = tryItem(ports, { itemId: name, reveal, ...(seed === undefined ? {} : { seed }) })
  if (tried.ok) return json ? cli.printJson(tried.value) : cli.print(triedText(tried.value))
  cli.fail({
    ...tried.error,
    message: `There is no family ${name}, and no pack has an item of that id that can be read. See: cairn item lint, or one of ${variants.error.known.join(', ')}`,
  })
}

/** `cairn item try`: a written item by its id, or variants of a computed-key family by its name. */
export function addTryCommand(command: Command, cli: Cli): void {
  command
    .command('try <item-or-family>')
    .description('show one item, or variants of a computed-key family, as a candidate would see them')
    .option('--seed <seed>', 'family: the first seed (default: 1); item: the order of options')
    .option('--count <number>', 'family: how many seeds', readCount)
    .option('--reveal', 'with key, rationales and references')
    .option('--json', 'as JSON')
    .action((name: string, options: TryOptions) => tryOne(name, options, cli))
}
