import type { Command } from 'commander'
import { readCatalogue } from '../../application/read-catalogue.ts'
import { type CertificationUnknown, readCertification } from '../../application/read-certification.ts'
import type { CalendarDate } from '../../domain/kernel/calendar-date.ts'
import { asOfOption } from './as-of-option.ts'
import { writeCatalogueTable } from './catalogue-list.ts'
import { writeCertification } from './catalogue-show.ts'
import type { Cli } from './cli.ts'

type CatalogueCli = Pick<Cli, 'ports' | 'print' | 'printJson' | 'note' | 'fail' | 'today'>
type Options = { readonly asOf?: CalendarDate; readonly json?: boolean }

const dayOf = ({ asOf }: Options, cli: CatalogueCli): CalendarDate => asOf ?? (cli.today() as CalendarDate)

async function list(options: Options, cli: CatalogueCli): Promise<void> {
  const view = readCatalogue(await cli.ports(), { asOf: dayOf(options, cli) })
  if (options.json) return cli.printJson(view)
  cli.print(writeCatalogueTable(view))
  cli.note(view.evidenceGap)
}

function explain({ asked, didYouMean }: CertificationUnknown): string {
  if (didYouMean.length === 0) return `No certification is called "${asked}". See: cairn catalogue list`
  return `"${asked}" does not name one certification. Did you mean: ${didYouMean.join(', ')}?`
}

async function show(name: string, options: Options, cli: CatalogueCli): Promise<void> {
  const ports = await cli.ports()
  const asOf = dayOf(options, cli)
  const found = readCertification(ports, { name, asOf })
  if (!found.ok) return cli.fail({ ...found.error, message: explain(found.error) })
  if (options.json) return cli.printJson(found.value)
  const names = new Map(readCatalogue(ports, { asOf }).certifications.map((each) => [each.id, each.name]))
  cli.print(writeCertification(found.value, names))
}

/** Adds `catalogue list` and `catalogue show`. */
export function addCatalogueCommands(command: Command, cli: CatalogueCli): void {
  command
    .command('list')
    .description('every certification of the programme, tier by tier')
    .addOption(asOfOption())
    .option('--json', 'write JSON')
    .action((options: Options) => list(options, cli))
  command
    .command('show <certification...>')
    .description('everything known about one certification: its id, present or former name, or an exam code')
    .addOption(asOfOption())
    .option('--json', 'write JSON')
    .action((words: readonly string[], options: Options) => show(words.join(' '), options, cli))
}
