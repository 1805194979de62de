import type { Equated, EquatingRefusal } from '../../application/equate-forms.ts'
import type { AnchorUnknown, LinkUndetermined } from '../../application/equate-scales.ts'
import type { AnchorUnrelated } from '../../application/equate-through-anchor.ts'
import type { PanelCut, PanelRefusal } from '../../application/set-angoff-cut.ts'

const decimals = (value: number): string => value.toFixed(4)

/** Columns as wide as their widest cell; all but the first are set flush right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const set = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
  return rows.map((row) => row.map(set).join('  ').trimEnd()).join('\n')
}

const lineText = (slope: number, x: string, intercept: number): string =>
  `${decimals(slope)} ${x} ${intercept < 0 ? '-' : '+'} ${decimals(Math.abs(intercept))}`

/** A conversion as a table, under its line where it has one. */
export function equatedText({ slope, intercept, table }: Equated): string {
  const line = slope === undefined ? [] : [`y = ${lineText(slope, 'x', intercept ?? 0)}`, '']
  const rows = table.map(({ x, y }) => [String(x), decimals(y)])
  return [...line, columns([['x', 'y'], ...rows])].join('\n')
}

/** A link of two theta scales in one line. */
export const linkText = ({ a, b }: { readonly a: number; readonly b: number }): string =>
  `theta_Y = ${lineText(a, 'theta_X', b)}`

/** A panel's cut, its rounds, judges and items. */
export function panelText({
  cut,
  standardDeviation,
  standardError,
  judges,
  items,
  rounds,
  ability,
}: PanelCut): string {
  const rows = {
    rounds: rounds.map((each) => [
      String(each.round),
      ...[each.cut, each.standardDeviation, each.standardError].map(decimals),
    ]),
    judges: judges.map(({ judge, sum, agreement }) => [
      judge,
      decimals(sum),
      agreement === null ? '-' : agreement.toFixed(2),
    ]),
    items: items.map((each) => [each.item, decimals(each.mean), decimals(each.standardDeviation)]),
  }
  return [
    `Cut ${decimals(cut)} of ${items.length} points, SD ${decimals(standardDeviation)}, SE ${decimals(standardError)}`,
    ...(ability
      ? [`Ability at the cut ${decimals(ability.theta)}, SE ${decimals(ability.standardError)}`]
      : []),
    '',
    columns([['round', 'cut', 'SD', 'SE'], ...rows.rounds]),
    '',
    columns([['judge', 'sum', 'agreement'], ...rows.judges]),
    '',
    columns([['item', 'mean', 'SD'], ...rows.items]),
  ].join('\n')
}

type Refusal = EquatingRefusal | AnchorUnrelated | AnchorUnknown | LinkUndetermined | PanelRefusal

type Explanations = {
  readonly [Code in Refusal['code']]: (refusal: Extract<Refusal, { code: Code }>) => string
}

const explanations: Explanations = {
  'table-unreadable': ({ file, reason }) => `${file} cannot be read: ${reason}.`,
  'table-malformed': ({ file, line, column, reason }) =>
    `${file}, line ${line}, column ${column}: ${reason}.`,
  'scores-alike': ({ file }) => `All scores in ${file} are the same. Use --method mean, or more candidates.`,
  'smoothing-out-of-range': ({ file, highest }) => `${file} allows a smoothing degree of at most ${highest}.`,
  'smoothing-undetermined': ({ file, degree }) =>
    `Degree ${degree} is too high for the different scores in ${file}. Take a lower one.`,
  'circle-arc-impossible': () =>
    'The mean scores lie too far apart for a circle arc. Check that both files hold one test.',
  'anchor-unrelated': ({ file }) =>
    `Scores and anchor scores in ${file} do not rise together. Check the anchor column.`,
  'anchor-unknown': ({ file, anchor }) => `${file} has no item "${anchor}". Name items that both files have.`,
  'link-undetermined': ({ anchors }) =>
    `${anchors} common items do not determine a link by this method. Name more, or items that differ in difficulty.`,
  'judges-differ': ({ round }) =>
    `Round ${round} does not have the same judges as the first. Every judge rates in every round.`,
  'rated-item-unknown': ({ file, item }) => `${file} has no parameters for the rated item "${item}".`,
}

/** The next step after a refusal. */
export const explainEquating = <R extends Refusal>(refusal: R): string =>
  (explanations[refusal.code] as (refusal: R) => string)(refusal)
