import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { type Simulation, type SimulationRequest, simulateTest } from '../../application/measure-simulate.ts'
import type { Cli } from './cli.ts'
import { aboveZero, finite, numbersFor, share, wholeFrom } from './measure-options.ts'

type SimulateOptions = {
  readonly people: number
  readonly items: number
  readonly model: SimulationRequest['itemPopulation']['model']
  readonly seed: string
  readonly c?: number
  readonly difficulty: { readonly mean: number; readonly sd: number }
  readonly mean: number
  readonly sd: number
  readonly shape: 'normal' | 'skewed'
  readonly occasions: number
  readonly guessing?: NonNullable<SimulationRequest['behaviour']['guessing']>
  readonly cheating?: NonNullable<SimulationRequest['behaviour']['cheating']>
  readonly learning?: NonNullable<SimulationRequest['behaviour']['learning']>
  readonly memorising?: NonNullable<SimulationRequest['behaviour']['memorising']>
  readonly missing?: number
  readonly out?: string
  readonly json?: boolean
}

function toRequest(options: SimulateOptions): SimulationRequest {
  const { people, items, seed, occasions, model, c, difficulty, mean, sd, shape } = options
  const { guessing, cheating, learning, memorising, missing } = options
  return {
    seed,
    people,
    items,
    occasions,
    itemPopulation: { model, b: difficulty, ...(c !== undefined && { c }) },
    peoplePopulation: { mean, sd, shape },
    behaviour: {
      ...(guessing && { guessing }),
      ...(cheating && { cheating }),
      ...(learning && { learning }),
      ...(memorising && { memorising }),
      ...(missing !== undefined && { missing }),
    },
  }
}

type Occasion = Simulation['occasions'][number]

const itemName = (index: number): string => `i${index + 1}`

/** Rows of scores; a missing answer is null. */
function rowsOf({ responses: { persons, items, cells } }: Occasion): (number | null)[][] {
  return Array.from({ length: persons }, (_, person) =>
    Array.from(cells.subarray(person * items, (person + 1) * items), (cell) => (cell > 1 ? null : cell)),
  )
}

const csv = (header: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [header, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\n')

const responsesCsv = ({ items }: Simulation, occasion: Occasion): string =>
  csv(
    items.map((_, index) => itemName(index)),
    rowsOf(occasion),
  )

function peopleCsv({ abilities, guessers, cheats, memorisers }: Occasion): string {
  const rows = abilities.map((theta, index) => [
    theta,
    ...[guessers, cheats, memorisers].map((list) => Number(list[index])),
  ])
  return csv(['theta', 'guesser', 'cheat', 'memoriser'], rows)
}

function writeFolder(folder: string, simulation: Simulation): void {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), `${text}\n`)
  const items = simulation.items.map(({ a, b, c, d }, index) => [itemName(index), a, b, c, d])
  write('items.csv', csv(['item', 'a', 'b', 'c', 'd'], items))
  simulation.occasions.forEach((occasion, index) => {
    const number = simulation.occasions.length > 1 ? `-${index + 1}` : ''
    write(`responses${number}.csv`, responsesCsv(simulation, occasion))
    write(`people${number}.csv`, peopleCsv(occasion))
  })
}

const asData = ({ items, occasions }: Simulation) => ({
  items: items.map((item, index) => ({ item: itemName(index), ...item })),
  occasions: occasions.map((occasion) => ({
    people: occasion.abilities.map((theta, index) => ({
      theta,
      guesser: occasion.guessers[index],
      cheat: occasion.cheats[index],
      memoriser: occasion.memorisers[index],
    })),
    leaked: occasion.leaked.map(itemName),
    responses: rowsOf(occasion),
  })),
})

function simulate(options: SimulateOptions, cli: Cli): void {
  const simulation = simulateTest(toRequest(options))
  if (options.out !== undefined) {
    writeFolder(options.out, simulation)
    cli.note(`Items, people and responses are written to ${options.out}.`)
  }
  if (options.json) cli.printJson(asData(simulation))
  else if (options.out === undefined) cli.print(responsesCsv(simulation, simulation.occasions[0]!))
}

/** `cairn measure simulate`: people, items and responses with known truth. */
export function addSimulateCommand(command: Command, cli: Cli): void {
  command
    .command('simulate')
    .description('draw items and people and let them answer; responses as CSV on stdout')
    .option('--people <count>', 'number of people', wholeFrom(1), 1000)
    .option('--items <count>', 'number of items', wholeFrom(1), 65)
    .addOption(new Option('--model <name>', 'model').choices(['1pl', '2pl', '3pl', '4pl']).default('2pl'))
    .option('--seed <text>', 'the same seed gives the same numbers', '1')
    .option('--c <share>', 'lower asymptote of every item of the 3pl and 4pl (default: drawn)', share)
    .option('--difficulty <mean,sd>', 'normal distribution of b', numbersFor(['mean', 'sd']), {
      mean: 0,
      sd: 1,
    })
    .option('--mean <theta>', 'mean ability', finite, 0)
    .option('--sd <theta>', 'standard deviation of ability', aboveZero, 1)
    .addOption(
      new Option('--shape <name>', 'distribution of ability').choices(['normal', 'skewed']).default('normal'),
    )
    .option('--occasions <count>', 'how often the people answer (with --out or --json)', wholeFrom(1), 1)
    .option(
      '--guessing <people,items,chance>',
      'shares of people and of last items that are guessed',
      numbersFor(['people', 'items', 'chance']),
    )
    .option(
      '--cheating <people,items,success>',
      'shares of people and of items seen before',
      numbersFor(['people', 'items', 'success']),
    )
    .option('--learning <mean,sd>', 'growth of ability between occasions', numbersFor(['mean', 'sd']))
    .option(
      '--memorising <people,perExposure,most>',
      'recall of items seen on earlier occasions',
      numbersFor(['people', 'perExposure', 'most']),
    )
    .option('--missing <share>', 'share of answers missing at random', share)
    .option('--out <dir>', 'folder for items.csv, people.csv and responses.csv')
    .option('--json', 'write JSON: items, people and responses')
    .action((options: SimulateOptions) => simulate(options, cli))
}
