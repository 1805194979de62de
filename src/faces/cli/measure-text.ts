import type { AnalysedItem } from '../../application/measure-analyse.ts'
import type { CalibrationAnswer, CalibrationFault } from '../../application/measure-calibrate.ts'
import type { DifAnswer, GroupFault } from '../../application/measure-dif.ts'
import type { ReliabilityAnswer } from '../../application/measure-reliability.ts'
import type { ScoredPerson } from '../../application/measure-score.ts'

const figure = (value: number | null, digits = 4): string =>
  value === null || Number.isNaN(value) ? '–' : value.toFixed(digits)

/** Columns as wide as their widest cell; all but the first are set flush right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const set = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
  return rows.map((row) => row.map(set).join('  ').trimEnd()).join('\n')
}

/** A refusal in words, with the next step. */
export function explainMeasuring(fault: CalibrationFault | GroupFault): string {
  switch (fault.code) {
    case 'table-unreadable':
      return `${fault.file}: ${fault.reason}.`
    case 'table-malformed':
      return `${fault.file}, line ${fault.line}, column ${fault.column}: ${fault.reason}.`
    case 'no-responses':
      return 'There is no answer in the responses. Every row is a person, every column an item, every cell 0, 1 or empty.'
    case 'calibration-stopped':
      return 'The calibration was stopped; nothing is estimated.'
    case 'item-never-varies':
      return `All answers are alike, or there are none, for ${fault.items.join(', ')}: without priors no difficulty fits. Leave these columns out, or leave out --no-priors.`
    case 'not-two-groups':
      return `Two groups are compared; the file names ${fault.groups.join(', ') || 'none'}.`
    case 'reference-unknown':
      return `No row is in the group "${fault.reference}"; the groups are ${fault.groups.join(', ')}.`
  }
}

/** Estimates as a table, under what the search says of itself. */
export function calibrationText({
  logLik,
  converged,
  iterations,
  items,
  latent,
  groups,
}: CalibrationAnswer): string {
  const found = converged ? `converged after ${iterations} steps` : `not converged after ${iterations} steps`
  const rows = items.map(({ item, a, b, c, seA, seB }) => [
    item,
    figure(a),
    figure(seA),
    figure(b),
    figure(seB),
    figure(c),
  ])
  const people = groups ?? [{ group: 'all', ...latent }]
  return [
    `log-likelihood ${figure(logLik)}, ${found}`,
    ...people.map(({ group, mean, sd }) => `ability of ${group}: mean ${figure(mean)}, sd ${figure(sd)}`),
    '',
    columns([['item', 'a', 'se', 'b', 'se', 'c'], ...rows]),
  ].join('\n')
}

/** Abilities in the order of the rows. */
export const scoresText = (persons: readonly ScoredPerson[]): string =>
  columns([
    ['row', 'theta', 'se', ''],
    ...persons.map(({ theta, se, bounded }, index) => [
      String(index + 1),
      figure(theta),
      figure(se),
      bounded ? 'at the bound' : '',
    ]),
  ])

/** Reliability and, item by item, the correlation with the rest. */
export function reliabilityText({
  kr20,
  alpha,
  itemRest,
  standardError,
  persons,
  leftOut,
  names,
}: ReliabilityAnswer): string {
  const rows = itemRest.map((value, index) => [names[index] ?? '', figure(value)])
  const without = leftOut > 0 ? `; ${leftOut} with a missing answer are left out` : ''
  return [
    `KR-20 ${figure(kr20)}, alpha ${figure(alpha)}, standard error ${figure(standardError, 2)} points`,
    `${persons} persons${without}`,
    '',
    columns([['item', 'item-rest'], ...rows]),
  ].join('\n')
}

/** Mantel-Haenszel statistics item by item. */
export function difText({ reference, focal, items }: DifAnswer): string {
  const rows = items.map(({ item, chiSquare, oddsRatio, delta, class: difClass }) => [
    item,
    figure(chiSquare, 3),
    figure(oddsRatio, 3),
    figure(delta, 3),
    difClass,
  ])
  return [
    `reference group ${reference}, focal group ${focal}; delta below 0 favours the reference group`,
    '',
    columns([['item', 'chi-square', 'odds ratio', 'delta', 'class'], ...rows]),
  ].join('\n')
}

/** A score distribution, one score a line. */
export const distributionText = (chances: readonly number[]): string =>
  columns([['score', 'P'], ...chances.map((chance, score) => [String(score), figure(chance, 6)])])

const gateWords: Readonly<Record<string, string>> = {
  fit: 'S-X2 p',
  'local-dependence': 'Q3',
  discrimination: 'a',
  'item-rest': 'item-rest',
  dif: 'DIF rank',
  drift: 'drift of b',
  responses: 'answers',
}

/** Why an item is watched or held, in figures. */
export const reasonsText = ({ report }: AnalysedItem): string =>
  report.reasons
    .map(
      ({ gate, verdict, figure: value }) =>
        `${gateWords[gate] ?? gate} ${Number(value?.toFixed(4))} (${verdict})`,
    )
    .join(', ')

/** The fit gates item by item. */
export function analysisText(items: readonly AnalysedItem[]): string {
  const rows = items.map((each) => [
    each.item,
    figure(each.p, 3),
    figure(each.itemRest, 3),
    figure(each.a, 3),
    figure(each.b, 3),
    figure(each.fit.p, 4),
    figure(each.q3?.value ?? null, 3),
    each.dif ?? '–',
    each.report.verdict,
    reasonsText(each),
  ])
  const header = ['item', 'p', 'item-rest', 'a', 'b', 'S-X2 p', 'Q3', 'DIF', 'verdict', 'because of']
  return columns([header, ...rows])
}
