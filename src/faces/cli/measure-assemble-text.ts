import type { AssembleAnswer, AssembleFault } from '../../application/measure-assemble.ts'

const figure = (value: number): string => value.toFixed(3)
const percent = (share: number): string => `${(100 * share).toFixed(3)} %`

type Conflict = Extract<AssembleFault, { readonly code: 'rules-conflict' }>['conflict'][number]
type Name = { readonly rule: Conflict['rule']; readonly label?: string }

const nameOf = ({ rule, label }: Name): string => (label === undefined ? rule : `${rule} ${label}`)

const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }): string => {
  if (low === high) return String(low)
  return Number.isFinite(high) ? `${low} to ${high}` : `at least ${low}`
}

/** One rule of a conflict in words. */
function conflictWords(figures: Conflict, forms: number): string {
  const { rule, low, high, offered } = figures
  switch (rule) {
    case 'uses':
      return `uses: an item stands on at most ${high} ${high === 1 ? 'form' : 'forms'}`
    case 'enemies':
      return `enemies: ${offered} pairs of items may not stand on one form`
    case 'seconds':
      return `time: ${rangeOf({ low: low / 60, high: high / 60 })} minutes a form`
    default: {
      const all = low === 0 ? '' : `, ${low * forms} in all`
      return `${nameOf(figures)}: ${rangeOf(figures)} a form${all}; the pool offers ${offered}`
    }
  }
}

/** Why there are no forms, with the next step. */
export function explainAssembly(fault: AssembleFault, forms: number): string {
  switch (fault.code) {
    case 'table-unreadable':
      return `${fault.file}: ${fault.reason}.`
    case 'table-malformed':
      return `${fault.file}, line ${fault.line}, column ${fault.column}: ${fault.reason}.`
    case 'targets-unmatched':
      return `There are ${fault.targets} targets for ${fault.abilities} abilities; give one for each ability of --at.`
    case 'label-unknown':
      return `No item is labelled "${fault.label}"; the pool has ${fault.known.map((label) => label || '(none)').join(', ')}.`
    case 'rules-conflict':
      return [
        'No forms can keep all of these rules; without any one of them some could. Loosen one:',
        ...fault.conflict.map((each) => `  ${conflictWords(each, forms)}`),
      ].join('\n')
    case 'no-forms-found':
      return [
        'No forms were found, and none were proved impossible. The best ones found break these rules; loosen one, or search longer with --swaps:',
        ...fault.broken.map(
          ({ form, name, by }) =>
            `  ${form === null ? 'all forms' : `form ${form}`}: ${nameOf(name)}, by ${by}`,
        ),
      ].join('\n')
  }
}

/** How near the forms come, and how near any could. */
function summaryOf({ targets, reached, bound, gap, at }: AssembleAnswer): string {
  const where = `at ability ${at.join(', ')}`
  return targets === null
    ? `Least information ${where}: ${figure(reached)}; no forms can have more than ${figure(bound)} (gap ${percent(gap)}).`
    : `Largest deviation from the targets ${targets.map(figure).join(', ')} ${where}: ${percent(reached)}; no forms can have less than ${percent(bound)}.`
}

const formLines = (
  { items, seconds, domains, kinds, information }: AssembleAnswer['forms'][number],
  index: number,
) => {
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .filter(([label]) => label !== '')
      .map(([label, count]) => `${label} ${count}`)
      .join(', ')
  const parts = [counts(domains), counts(kinds), seconds > 0 ? `${Math.round(seconds / 60)} minutes` : '']
  return [
    `Form ${index + 1}: information ${information.map(figure).join(', ')}; ${parts.filter((part) => part !== '').join('; ')}`,
    `  ${items.join(' ')}`,
  ].join('\n')
}

/** Forms with what they add up to, under how near they come. */
export const assemblyText = (answer: AssembleAnswer): string =>
  [summaryOf(answer), '', ...answer.forms.map(formLines)].join('\n')

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A row for every item of every form. */
export const assemblyCsv = ({ forms }: AssembleAnswer): string =>
  [
    'form,item',
    ...forms.flatMap(({ items }, index) => items.map((item) => `${index + 1},${quoted(item)}`)),
  ].join('\n')
