import { type Command, Option } from 'commander'
import { analyseItems } from '../../application/measure-analyse.ts'
import { calibrateItems } from '../../application/measure-calibrate.ts'
import { measureDif } from '../../application/measure-dif.ts'
import { measureDistribution } from '../../application/measure-distribution.ts'
import { measureReliability } from '../../application/measure-reliability.ts'
import { abilityMethods, type ScoringRequest, scorePersons } from '../../application/measure-score.ts'
import type { Cli } from './cli.ts'
import { addAssembleCommand } from './measure-assemble.ts'
import { addBankCommands } from './measure-bank.ts'
import { addEquatingCommands } from './measure-equating.ts'
import { aboveZero, numbersFor, scaleOption, wholeFrom } from './measure-options.ts'
import { addSimulateCommand } from './measure-simulate.ts'
import {
  analysisText,
  calibrationText,
  difText,
  distributionText,
  explainMeasuring,
  reliabilityText,
  scoresText,
} from './measure-text.ts'

type Fault = Parameters<typeof explainMeasuring>[0]
type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Fault }
type Show<T> = {
  readonly json: boolean | undefined
  readonly data: (value: T) => unknown
  readonly text: (value: T) => string
}

/** Prints what a use case answers, as data or as text, or says why it could not. */
function report<T>(cli: Cli, outcome: Outcome<T>, { json, data, text }: Show<T>): void {
  if (!outcome.ok) cli.fail({ ...outcome.error, message: explainMeasuring(outcome.error) })
  else if (json) cli.printJson(data(outcome.value))
  else cli.print(text(outcome.value))
}

const asIs = <T>(value: T): T => value

type CalibrateOptions = Omit<Parameters<typeof calibrateItems>[1], 'responses'> & { readonly json?: boolean }

function addCalibrate(command: Command, cli: Cli): void {
  command
    .command('calibrate <RESPONSES.csv>')
    .description('item parameters from responses (header: item names; cells 0, 1 or empty)')
    .addOption(new Option('--model <name>', 'model').choices(['1pl', '2pl', '3pl', '4pl']).default('2pl'))
    .option('--no-priors', 'maximum likelihood, without priors on a, b and c')
    .option('--group <GROUP.csv>', 'group of each row (column group); the first is the reference, N(0, 1)')
    .option(
      '--anchors <ITEMS.csv>',
      'items that stay at their bank values (columns item, a, b and, if used, c, d)',
    )
    .option('--slope <a>', 'common slope of the 1pl (default: estimated)', aboveZero)
    .option('--nodes <count>', 'quadrature nodes on [-6, 6] (default: 61)', wholeFrom(11))
    .option('--tolerance <change>', 'largest change at which the search ends (default: 1e-6)', aboveZero)
    .addOption(
      new Option('--standard-errors <how>', 'how standard errors are found').choices([
        'oakes',
        'cross-product',
        'none',
      ]),
    )
    .addOption(scaleOption())
    .option('--json', 'write JSON')
    .action(async (responses: string, { json, ...options }: CalibrateOptions) => {
      const onProgress = ({ step, change }: { readonly step: number; readonly change: number }): void => {
        if (cli.interactive) cli.note(`Step ${step}: largest change ${change.toExponential(1)}`)
      }
      const answer = await calibrateItems(await cli.ports(), { responses, ...options }, { onProgress })
      if (answer.ok && !answer.value.converged)
        cli.note('The search did not converge; the estimates are its last.')
      report(cli, answer, { json, data: asIs, text: calibrationText })
    })
}

type ScoreOptions = Omit<ScoringRequest, 'responses'> & { readonly json?: boolean }

function addScore(command: Command, cli: Cli): void {
  command
    .command('score <RESPONSES.csv>')
    .description('ability of every row from known item parameters')
    .requiredOption('--items <ITEMS.csv>', 'item parameters (columns item, a, b and, if used, c, d)')
    .addOption(new Option('--method <name>', 'method').choices([...abilityMethods]).default('eap'))
    .option('--prior <mean,sd>', 'normal prior of eap and map', numbersFor(['mean', 'sd']), {
      mean: 0,
      sd: 1,
    })
    .addOption(scaleOption())
    .option('--json', 'write JSON')
    .action(async (responses: string, { json, ...options }: ScoreOptions) => {
      const answer = await scorePersons(await cli.ports(), { responses, ...options })
      report(cli, answer, { json, data: asIs, text: scoresText })
    })
}

function addReliability(command: Command, cli: Cli): void {
  command
    .command('reliability <RESPONSES.csv>')
    .description('KR-20, alpha, standard error, and the correlation of each item with the rest')
    .option('--json', 'write JSON')
    .action(async (responses: string, { json }: { readonly json?: boolean }) => {
      const answer = await measureReliability(await cli.ports(), responses)
      if (answer.ok && answer.value.leftOut > 0)
        cli.note(`${answer.value.leftOut} rows with a missing answer are left out.`)
      const data = ({ kr20, alpha, itemRest }: (typeof answer & { ok: true })['value']) => ({
        kr20,
        alpha,
        itemRest,
      })
      report(cli, answer, { json, data, text: reliabilityText })
    })
}

type DifOptions = { readonly group: string; readonly reference?: string; readonly json?: boolean }

function addDif(command: Command, cli: Cli): void {
  command
    .command('dif <RESPONSES.csv>')
    .description('differential item functioning between two groups (Mantel-Haenszel, ETS classes)')
    .requiredOption('--group <GROUP.csv>', 'group of each row (column group)')
    .option('--reference <name>', 'the reference group (default: the one so named, or the first in order)')
    .option('--json', 'write JSON')
    .action(async (responses: string, { json, ...options }: DifOptions) => {
      const answer = await measureDif(await cli.ports(), { responses, ...options })
      report(cli, answer, { json, data: ({ items }) => items, text: difText })
    })
}

function addDistribution(command: Command, cli: Cli): void {
  command
    .command('distribution <P.csv>')
    .description('distribution of the raw score from the chance of a correct answer to each item (column p)')
    .option('--json', 'write JSON')
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      report(cli, await measureDistribution(await cli.ports(), file), {
        json,
        data: asIs,
        text: distributionText,
      })
    })
}

type AnalyseOptions = Omit<Parameters<typeof analyseItems>[1], 'responses'> & { readonly json?: boolean }

function addAnalyse(command: Command, cli: Cli): void {
  command
    .command('analyse <RESPONSES.csv>')
    .description('every item by the fit gates: keep, watch or hold, with the reason')
    .addOption(new Option('--model <name>', 'model').choices(['1pl', '2pl', '3pl']).default('2pl'))
    .option('--group <GROUP.csv>', 'group of each row (column group), to test for differential functioning')
    .option('--reference <name>', 'the reference group')
    .option('--json', 'write JSON')
    .action(async (responses: string, { json, ...options }: AnalyseOptions) => {
      report(cli, await analyseItems(await cli.ports(), { responses, ...options }), {
        json,
        data: asIs,
        text: analysisText,
      })
    })
}

/** `cairn measure`: the measurement library on tables of one's own. */
export function addMeasureCommands(command: Command, cli: Cli): void {
  addCalibrate(command, cli)
  addScore(command, cli)
  addReliability(command, cli)
  addDif(command, cli)
  addDistribution(command, cli)
  addAnalyse(command, cli)
  addSimulateCommand(command, cli)
  addAssembleCommand(command, cli)
  addEquatingCommands(command, cli)
  addBankCommands(command, cli)
}
