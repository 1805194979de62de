import { relative } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { type Freshness, reportFreshness, type StaleItem } from '../../application/report-freshness.ts'
import type { CalendarDate } from '../../domain/kernel/calendar-date.ts'
import { formatCount } from '../../presentation/formats.ts'
import { asOfOption } from './as-of-option.ts'
import type { Cli } from './cli.ts'

type FreshnessOptions = {
  readonly pack?: string
  readonly asOf?: CalendarDate
  readonly within?: number
  readonly json?: boolean
}

function parseDays(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 0) return days
  throw new InvalidArgumentError('Write a whole number of days, 0 or more.')
}

const itemLines = ({ itemId, file, line, reasons }: StaleItem): string =>
  [
    `${relative(process.cwd(), file)}:${line} ${itemId}`,
    ...reasons.map(
      ({ text, page, due }) => `  ${due ? 'due' : 'soon'}: ${text}${page === null ? '' : ` ${page}`}`,
    ),
  ].join('\n')

function freshnessText({ asOf, horizonDays, items, facts }: Freshness): string {
  const factLines = facts.map(({ id, on, page }) => `fact ${id} does not hold from ${on}. ${page}`)
  const summary = `${formatCount(items.length, 'item')} and ${formatCount(facts.length, 'fact')} out of date on ${asOf}, or within ${horizonDays} days of it.`
  return [...items.map(itemLines), ...factLines, summary].join('\n')
}

/** `cairn item freshness`: what is out of date on a day, or soon will be. */
export function addFreshnessCommand(command: Command, cli: Cli): void {
  command
    .command('freshness')
    .description('items whose service, fact or exam version ends, or whose pages are to be read again')
    .option('--pack <exam>', 'one pack only, by exam code')
    .addOption(asOfOption())
    .option('--within <days>', 'also what comes due within so many days (default: 90)', parseDays)
    .option('--json', 'as JSON')
    .action(async ({ pack, asOf, within, json }: FreshnessOptions) => {
      const report = reportFreshness(await cli.ports(), {
        ...(pack === undefined ? {} : { examCode: pack }),
        ...(asOf === undefined ? {} : { asOf }),
        ...(within === undefined ? {} : { horizonDays: within }),
      })
      if (!report.ok) {
        const { examCode, known } = report.error
        return cli.fail({
          ...report.error,
          message: `There is no pack for ${examCode}. Packs: ${known.join(', ')}`,
        })
      }
      if (json) cli.printJson(report.value)
      else cli.print(freshnessText(report.value))
    })
}
