import { readFile, writeFile } from 'node:fs/promises'
import { styleText } from 'node:util'
import { type Command, Option } from 'commander'
import { planRoute } from '../../application/plan-route.ts'
import type { CalendarDate } from '../../domain/kernel/calendar-date.ts'
import type { PlanRefusal, RoutePlan } from '../../domain/path/route.ts'
import { renewalCalendar } from '../../presentation/calendar-file.ts'
import { type RouteTextOptions, writeExcluded, writeRoute } from '../../presentation/route-text.ts'
import { asOfOption } from './as-of-option.ts'
import type { Cli, CliRefusal } from './cli.ts'
import {
  completeProfile,
  missingFlags,
  type PartialProfile,
  parseHeld,
  parseNames,
  parseNumber,
  parseStack,
  parseVoucher,
} from './path-options.ts'
import { askProfile } from './path-prompts.ts'

/** What the planner's commands need of the command line. */
export type PathCli = Pick<Cli, 'ports' | 'print' | 'printJson' | 'note' | 'fail' | 'today' | 'interactive'>

type Output = {
  readonly profile?: string
  readonly asOf?: CalendarDate
  readonly json?: boolean
  readonly ics?: string
}
type Flags = Omit<PartialProfile, 'vouchers'> & { readonly voucher?: PartialProfile['vouchers'] }
type Options = Output & Flags

const widest = 104

const textOptions = (): RouteTextOptions => ({
  width: Math.min(widest, Math.max(60, process.stdout.columns ?? widest)),
  markup: { strong: (text) => styleText('bold', text), soft: (text) => styleText('dim', text) },
})

function flagsOf({ profile, asOf, json, ics, voucher, ...fields }: Options): PartialProfile {
  return voucher === undefined ? fields : { ...fields, vouchers: voucher }
}

async function readProfile(file: string): Promise<PartialProfile | CliRefusal> {
  const { parse } = await import('yaml')
  try {
    const value: unknown = parse(await readFile(file, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
    return {
      code: 'profile-unreadable',
      message: `${file} holds no profile. Write fields with values, as JSON or YAML.`,
    }
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]
    return { code: 'profile-unreadable', message: `${file} cannot be read as JSON or YAML: ${reason}` }
  }
}

const isRefusal = (value: PartialProfile | CliRefusal): value is CliRefusal => 'code' in value

/** File first, flags over it; on a terminal, when neither says anything, the person is asked. */
async function gatherProfile(options: Options, cli: PathCli): Promise<PartialProfile | CliRefusal> {
  const flags = flagsOf(options)
  if (options.profile !== undefined) {
    const stored = await readProfile(options.profile)
    return isRefusal(stored) ? stored : { ...stored, ...flags }
  }
  if (Object.keys(flags).length > 0 || !cli.interactive) return flags
  const { content } = await cli.ports()
  const asked = await askProfile(content.routeModel())
  return asked ?? { code: 'broken-off', message: 'Nothing was planned.' }
}

const incomplete = (missing: readonly string[]): CliRefusal => ({
  code: 'profile-incomplete',
  message: `The profile needs ${missing.join(' and ')}. For example: cairn path plan --role web-developer --direction devops --aws-years 1 --hours-per-week 8`,
})

function refuse(refusal: PlanRefusal, cli: PathCli): void {
  cli.fail({ ...refusal })
  if (refusal.code === 'no-route') cli.note(writeExcluded(refusal.excluded, textOptions()))
}

async function report(plan: RoutePlan, { json, ics }: Options, cli: PathCli): Promise<void> {
  if (ics !== undefined) {
    await writeFile(ics, renewalCalendar(plan))
    cli.note(`The calendar is in ${ics}.`)
  }
  if (json) cli.printJson(plan)
  else cli.print(writeRoute(plan, textOptions()))
}

async function plan(options: Options, cli: PathCli): Promise<void> {
  const profile = await gatherProfile(options, cli)
  if (isRefusal(profile)) return cli.fail(profile)
  const missing = missingFlags(profile)
  if (missing.length > 0) return cli.fail(incomplete(missing))
  const asOf = options.asOf ?? (cli.today() as CalendarDate)
  const planned = planRoute(await cli.ports(), { profile: completeProfile(profile), asOf })
  if (!planned.ok) return refuse(planned.error, cli)
  await report(planned.value, options, cli)
}

/** Every field of a profile has a flag of its name. */
function addProfileFlags(command: Command): Command {
  const option = <T>(flags: string, description: string, parse: (text: string, before?: T) => T): Option =>
    new Option(flags, description).argParser<T | undefined>((text, before) => parse(text, before))
  return command
    .option('--role <role>', 'what you do today, such as web-developer')
    .option(
      '--direction <direction>',
      'where it should lead: a role, or a field such as devops (default: the role)',
    )
    .addOption(option('--aws-years <years>', 'years of work on AWS (default: 0)', parseNumber))
    .addOption(option('--it-years <years>', 'years of work in IT (default: those on AWS)', parseNumber))
    .addOption(
      option('--stack <areas>', 'what your organisation uses: serverless=0.8,databases=0.4', parseStack),
    )
    .addOption(option('--hours-per-week <hours>', 'hours of study a week', parseNumber))
    .option('--start-date <date>', 'day on which you begin (default: today)')
    .option('--deadline <date>', 'last day on which the route may end')
    .addOption(option('--budget-usd <amount>', 'most US dollars for the fees of first sittings', parseNumber))
    .addOption(
      option('--held <id:date>', 'a certification you hold and the day you passed; repeatable', parseHeld),
    )
    .option('--language <tag>', 'exam language, such as en, ja or pt-BR (default: en)')
    .option('--english-second-language', 'English is not your first language')
    .addOption(
      option('--voucher <percent:date>', 'a discount you have and its last day; repeatable', parseVoucher),
    )
    .addOption(
      option('--pass-probability-floor <p>', 'least P(pass) of a sitting (default: 0.8)', parseNumber),
    )
    .addOption(option('--wants <id>', 'a certification that must be on the route; repeatable', parseNames))
    .addOption(option('--avoids <id>', 'a certification to leave out; repeatable', parseNames))
}

/** Adds `path plan`. */
export function addPathCommands(command: Command, cli: PathCli): void {
  addProfileFlags(
    command.command('plan').description('the best route for a profile: dated, explained, proved'),
  )
    .option('--profile <file>', 'read the profile from a JSON or YAML file; flags win over it')
    .addOption(asOfOption())
    .option('--json', 'write JSON')
    .option('--ics <file>', 'also write the days of the route as a calendar file')
    .action((options: Options) => plan(options, cli))
}
