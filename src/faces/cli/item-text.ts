import type { ImportedReview, SheetProblem } from '../../application/import-item-review.ts'
import type { PackLint } from '../../application/lint-items.ts'
import type { ItemStatistics, PackStatistics } from '../../application/report-item-statistics.ts'
import type { ShownItem } from '../../application/show-item.ts'
import type { TriedItem } from '../../application/try-item.ts'
import { formatCount, formatPercent } from '../../presentation/formats.ts'
import { plainText } from '../../presentation/rich-text.ts'
import { responseText, wrap } from './exam-view.ts'

/** Columns as wide as their widest cell; all but the first are set flush right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return rows.map((row) => `  ${line(row).trimEnd()}`).join('\n')
}

const counts = (title: string, by: Readonly<Record<string, number>>): string =>
  `${title}: ${Object.entries(by)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}`

/** Findings of one pack, a line each: `file:line level rule advice`. */
export function lintText(lint: PackLint, relative: (file: string) => string): string {
  const items = lint.findings.map(
    ({ file, line, level, rule, itemId, advice }) =>
      `${relative(file)}:${line} ${level} ${rule} ${itemId === null ? '' : `${itemId}: `}${advice}`,
  )
  const pool = lint.pool.map(({ level, rule, advice }) => `${lint.examCode} ${level} ${rule} ${advice}`)
  return [...items, ...pool].join('\n')
}

/** What lint found in one pack, in one line. */
export const lintSummary = (lint: PackLint): string =>
  `${lint.examCode}: ${formatCount(lint.items, 'item')}, ${formatCount(lint.errors, 'error')}, ${formatCount(lint.warnings, 'warning')}`

function guesserText({ guesser, keyPositions }: PackStatistics): string {
  const rows = guesser.map(({ heuristic, items, rate, chance, low, high, adjustedP }) =>
    items === 0
      ? [heuristic, '0', '-', '-', '-', '-']
      : [
          heuristic,
          String(items),
          formatPercent(rate),
          `${formatPercent(low)} to ${formatPercent(high)}`,
          formatPercent(chance),
          adjustedP.toFixed(3),
        ],
  )
  return [
    'Test-wise guesser (knows nothing of the subject)',
    table([['rule', 'items', 'finds key', '95 % interval', 'chance', 'p (Holm)'], ...rows]),
    `Key at places ${keyPositions.counts.join(', ')} in the files (chi-square p = ${keyPositions.p.toFixed(3)}); candidates see shuffled options.`,
  ].join('\n')
}

function styleText({ style }: PackStatistics): string {
  const figure = (name: string, value: number): string =>
    name.includes('words') ? value.toFixed(1) : formatPercent(value)
  const rows = style.map(({ figure: name, value, low, high, within }) => [
    name,
    figure(name, value),
    `${figure(name, low)} to ${figure(name, high)}`,
    within ? 'within' : 'outside',
  ])
  return ['Style against public samples', table([['figure', 'here', 'measured', ''], ...rows])].join('\n')
}

function solverText({ solvers }: PackStatistics): string {
  if (solvers.length === 0) return 'Blind sheets: none'
  const rows = solvers.map(({ solver, by, sheets, agreeing, disagreeing, doubting, voided }) => [
    solver,
    by,
    ...[sheets, agreeing, disagreeing, doubting, voided].map(String),
  ])
  return [
    'Blind sheets',
    table([['solver', 'by', 'sheets', 'agree', 'disagree', 'doubt', 'void'], ...rows]),
  ].join('\n')
}

function familiesText({ families }: PackStatistics): string {
  const total = Object.values(families).reduce((sum, count) => sum + count, 0)
  return total === 0
    ? 'Computed-key families: none'
    : counts(`Computed-key families: ${total}, by task`, families)
}

function packText(pack: PackStatistics): string {
  const { angoff } = pack
  return [
    `${pack.examCode} ${pack.title}: ${formatCount(pack.items, 'item')}, ${pack.operational} operational (pool ${pack.version})`,
    ...(pack.shared > 0 ? [`Written for another exam and shared: ${pack.shared}`] : []),
    counts('States', pack.states),
    counts('Domains', pack.domains),
    counts('Tasks', pack.tasks),
    counts('Kinds', pack.kinds),
    counts('Cognitive level', pack.cognitive),
    counts('Written by', pack.writtenBy),
    familiesText(pack),
    angoff === null
      ? 'Angoff values: none'
      : `Angoff values: mean ${angoff.mean.toFixed(3)}, standard deviation ${angoff.sd.toFixed(3)}, ${angoff.low} to ${angoff.high}`,
    solverText(pack),
    guesserText(pack),
    styleText(pack),
  ].join('\n')
}

function similarText({ similar }: ItemStatistics): string {
  if (similar.length === 0) return 'Near-duplicates over all packs: no pair shares a fifth of its wording.'
  const rows = similar.map(({ a, b, similarity, enemies }) => [
    `${a} and ${b}`,
    formatPercent(similarity),
    enemies ? 'declared enemies' : '',
  ])
  return ['Most similar pairs over all packs', table(rows)].join('\n')
}

/** What a guesser gains that was fitted on the other packs. */
export function fittedText({ fitted }: Pick<ItemStatistics, 'fitted'>): string {
  if (fitted === null) return 'Guesser fitted on other packs: needs two packs.'
  const { items, rate, low, high, chance, p } = fitted
  return `Guesser fitted on other packs: finds ${formatPercent(rate)} of ${items} multiple-choice keys over all packs (95 % interval ${formatPercent(low)} to ${formatPercent(high)}), chance ${formatPercent(chance)}, p = ${p.toFixed(3)}.`
}

/** Figures of every pack, then those over all packs. */
export const statisticsText = (statistics: ItemStatistics): string =>
  [...statistics.packs.map(packText), fittedText(statistics), similarText(statistics)].join('\n\n')

/** An item as a candidate would see it; with key and rationales where they were asked for. */
export function shownText({ presented, answer }: ShownItem): string {
  const prompts = (presented.prompts ?? []).map(({ text }, index) =>
    wrap(`${index + 1}. ${plainText(text)}`, '  '),
  )
  const options = presented.options.map(({ label, text }) => wrap(`${label}. ${plainText(text)}`, '  '))
  const labelOf = (id: string): string => presented.options.find((option) => option.id === id)?.label ?? '?'
  const revealed = answer && [
    '',
    `Key: ${responseText(presented, answer.key)}`,
    ...answer.rationales.map(({ optionId, text, inKey }) =>
      wrap(`${inKey ? '+' : '-'} ${labelOf(optionId)}. ${text}`, '  '),
    ),
    ...answer.references.map(({ title, url }) => `  ${title}: ${url}`),
  ]
  return [
    ...(presented.stimulus
      ? [wrap(`${presented.stimulus.title}\n${plainText(presented.stimulus.text)}`), '']
      : []),
    wrap(plainText(presented.stem)),
    '',
    ...prompts,
    ...options,
    ...(revealed ?? []),
  ].join('\n')
}

/** A written item, headed by where it stands. */
export const triedText = (tried: TriedItem): string =>
  [
    `${tried.itemId}, ${tried.examCode}${tried.task === null ? '' : ` task ${tried.task}`}, ${tried.standing.state}: ${tried.standing.reason} Written by ${tried.origin.by}, ${tried.origin.on}.`,
    '',
    shownText(tried),
  ].join('\n')

const problemTexts: Readonly<Record<SheetProblem['problem'], string>> = {
  'item-unknown': 'is not in the pack',
  'item-changed': 'has changed since the export; export it again',
  'solved-before': 'was solved by this solver before',
  'listed-twice': 'stands on the sheet more than once',
  'unknown-letter': 'has a letter that is not on the sheet',
  'letter-twice': 'names a letter twice',
  'wrong-count': 'has another number of letters than asked',
  'no-reason': 'lacks a reason',
}

/** Why a sheet was refused, an item a line. */
export const problemsText = (problems: readonly SheetProblem[]): string =>
  problems.map(({ item, problem }) => `  ${item} ${problemTexts[problem]}`).join('\n')

/** What an imported sheet said, an item a line where it did not simply agree. */
export function importedText(review: ImportedReview): string {
  return [
    `${review.solver}: ${formatCount(review.stored, 'answer')} stored, ${review.agreeing.length} agree with the key, ${review.disagreeing.length} do not, ${review.doubted.length} name alternatives, ${review.skipped.length} skipped`,
    ...review.disagreeing.map(
      ({ item, answer, reason }) => `  ${item} answered ${answer.join(' ')}: ${reason}`,
    ),
    ...review.doubted.map(
      ({ item, alternatives, reason }) => `  ${item} alternatives ${alternatives.join(' ')}: ${reason}`,
    ),
  ].join('\n')
}
