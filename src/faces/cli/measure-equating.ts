import { type Command, Option } from 'commander'
import {
  type Equated,
  equateForms,
  type RandomGroupMethod,
  randomGroupMethods,
} from '../../application/equate-forms.ts'
import { equateScales, type LinkMethod, linkMethods } from '../../application/equate-scales.ts'
import {
  type AnchorMethod,
  anchorMethods,
  equateThroughAnchor,
} from '../../application/equate-through-anchor.ts'
import { setAngoffCut } from '../../application/set-angoff-cut.ts'
import type { Cli } from './cli.ts'
import { writeEquatingReport } from './measure-equating-report.ts'
import { equatedText, explainEquating, linkText, panelText } from './measure-equating-text.ts'
import { scaleOption, share, wholeFrom } from './measure-options.ts'

type EquateOptions = {
  readonly method: RandomGroupMethod | AnchorMethod
  readonly smoothing?: number
  readonly weight: number
  readonly external?: boolean
  readonly pdf?: string
  readonly json?: boolean
}
type LinkOptions = {
  readonly anchors?: readonly string[]
  readonly method: LinkMethod
  readonly scale: number
  readonly nodes: number
  readonly json?: boolean
}
type AngoffOptions = { readonly items?: string; readonly scale: number; readonly json?: boolean }

const isAnchorMethod = (method: string): method is AnchorMethod =>
  (anchorMethods as readonly string[]).includes(method)

async function equate(x: string, y: string, options: EquateOptions, cli: Cli): Promise<void> {
  const { method, smoothing, weight, external, pdf, json } = options
  const ports = await cli.ports()
  const equated = isAnchorMethod(method)
    ? await equateThroughAnchor(ports, { x, y, method, weight, anchor: external ? 'external' : 'internal' })
    : await equateForms(ports, { x, y, method, ...(smoothing === undefined ? {} : { smoothing }) })
  if (!equated.ok) return cli.fail({ ...equated.error, message: explainEquating(equated.error) })
  const about = { x, y, method, smoothing: smoothing ?? null, equated: equated.value }
  if (pdf !== undefined && !(await writeEquatingReport(pdf, about, cli))) return
  if (json) cli.printJson(equated.value satisfies Equated)
  else cli.print(equatedText(equated.value))
}

async function link(x: string, y: string, { json, ...options }: LinkOptions, cli: Cli): Promise<void> {
  const linked = await equateScales(await cli.ports(), { x, y, ...options })
  if (!linked.ok) return cli.fail({ ...linked.error, message: explainEquating(linked.error) })
  if (json) cli.printJson(linked.value)
  else cli.print(linkText(linked.value))
}

async function angoff(ratings: string, { json, ...options }: AngoffOptions, cli: Cli): Promise<void> {
  const set = await setAngoffCut(await cli.ports(), { ratings, ...options })
  if (!set.ok) return cli.fail({ ...set.error, message: explainEquating(set.error) })
  if (json) cli.printJson(set.value)
  else cli.print(panelText(set.value))
}

function addEquate(command: Command, cli: Cli): void {
  command
    .command('equate <X.csv> <Y.csv>')
    .description(
      'put scores of form X on the scale of form Y (columns score, count; with an anchor: score, anchor, count)',
    )
    .addOption(
      new Option('--method <name>', 'method')
        .choices([...randomGroupMethods, ...anchorMethods])
        .makeOptionMandatory(),
    )
    .option('--smoothing <degree>', 'log-linear smoothing before equipercentile equating', wholeFrom(1))
    .option('--weight <share>', 'share of group X in the synthetic group, for tucker and levine', share, 1)
    .option('--external', 'the anchor does not count in the score')
    .option('--pdf <FILE>', 'also write a report as PDF')
    .option('--json', 'write JSON')
    .action((x: string, y: string, options: EquateOptions) => equate(x, y, options, cli))
}

function addLink(command: Command, cli: Cli): void {
  command
    .command('link <X.csv> <Y.csv>')
    .description(
      'carry the theta scale of X to that of Y by common items (columns item, a, b and, if used, c, d)',
    )
    .option(
      '--anchors <names>',
      'common items, with commas between them (default: every item in both)',
      (text) => text.split(',').map((name) => name.trim()),
    )
    .addOption(new Option('--method <name>', 'method').choices(linkMethods).makeOptionMandatory())
    .addOption(scaleOption())
    .option(
      '--nodes <count>',
      'equally weighted abilities on [-4, 4] for the curve methods',
      wholeFrom(2),
      61,
    )
    .option('--json', 'write JSON')
    .action((x: string, y: string, options: LinkOptions) => link(x, y, options, cli))
}

/** Adds `measure equate`, `measure link` and `measure angoff`. */
export function addEquatingCommands(command: Command, cli: Cli): void {
  addEquate(command, cli)
  addLink(command, cli)
  command
    .command('angoff <RATINGS.csv>')
    .description('a cut score by the modified Angoff method (columns judge, round if several, one per item)')
    .option('--items <ITEMS.csv>', 'item parameters, to carry the cut to the theta scale')
    .addOption(scaleOption())
    .option('--json', 'write JSON')
    .action((ratings: string, options: AngoffOptions) => angoff(ratings, options, cli))
}
