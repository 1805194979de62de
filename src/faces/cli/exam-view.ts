import type { AttemptView } from '../../application/read-attempt.ts'
import type { ReportView } from '../../application/read-report.ts'
import type { Feedback, ScoreReport } from '../../domain/attempt/types.ts'
import type { PresentedItem } from '../../domain/form/types.ts'
import type { Response } from '../../domain/item/types.ts'
import { formatClock } from '../../presentation/formats.ts'
import { independence } from '../../presentation/independence.ts'
import {
  closingText,
  decisionText,
  diagnosticText,
  domainText,
  focusText,
  intervalText,
  originText,
  rawScoreText,
  readinessText,
  seenBeforeText,
  unansweredText,
  verdictText,
} from '../../presentation/report-text.ts'
import { plainText } from '../../presentation/rich-text.ts'

const width = 96

/** Breaks prose at word ends, keeping line breaks, behind an indent. */
export function wrap(text: string, indent = ''): string {
  const broken = text.split('\n').flatMap((paragraph) => {
    // A line that fits stays as it is: the spaces of code and tables mean something.
    if (paragraph.length <= width - indent.length) return [paragraph]
    const lines = ['']
    for (const word of paragraph.split(/\s+/)) {
      const line = lines.at(-1) ?? ''
      if (line !== '' && line.length + word.length + 1 > width - indent.length) lines.push(word)
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
    }
    return lines
  })
  return broken.map((line) => `${indent}${line}`.trimEnd()).join('\n')
}

const labelOf = (item: PresentedItem, optionId: string): string =>
  item.options.find(({ id }) => id === optionId)?.label ?? '?'

/** A response in labels: `B`, `A C`, `C A B`, `1C 2A`. */
export function responseText(item: PresentedItem, response: Response | null): string {
  if (response === null) return 'no response'
  if ('selected' in response)
    return response.selected
      .map((id) => labelOf(item, id))
      .sort()
      .join(' ')
  if ('ordered' in response) return response.ordered.map((id) => labelOf(item, id)).join(' ')
  const prompts = item.prompts ?? []
  return prompts
    .flatMap(({ id }, index) =>
      response.matched[id] ? [`${index + 1}${labelOf(item, response.matched[id])}`] : [],
    )
    .join(' ')
}

const instructions: Readonly<Record<PresentedItem['kind'], (item: PresentedItem) => string>> = {
  'multiple-choice': () => 'Answer with one letter.',
  'multiple-response': (item) => `Answer with ${item.select} letters, as "A C".`,
  ordering: (item) => `Answer with ${item.select ?? item.options.length} letters in their order, as "C A B".`,
  matching: () => 'Answer with the number of a prompt and a letter, as "1C 2A".',
}

const placeText = ({ form, adaptive }: AttemptView, { position }: PresentedItem): string =>
  adaptive === undefined
    ? `Item ${position} of ${form.items.length}`
    : `Item ${position}; the diagnostic takes ${adaptive.fewest} to ${adaptive.most}`

/** An item as the terminal shows it. */
export function itemText(view: AttemptView, item: PresentedItem): string {
  const given = view.responses[item.position]
  const marks = [
    given?.flagged ? 'flagged' : '',
    given?.response ? `answered ${responseText(item, given.response)}` : '',
  ].filter(Boolean)
  const prompts = (item.prompts ?? []).map(({ text }, index) =>
    wrap(`${index + 1}. ${plainText(text)}`, '  '),
  )
  const options = item.options.map(({ id, label, text }) =>
    wrap(`${label}. ${plainText(text)}${given?.struck.includes(id) ? ' (struck out)' : ''}`, '  '),
  )
  return [
    `${placeText(view, item)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
    '',
    ...(item.stimulus ? [wrap(`${item.stimulus.title}\n${plainText(item.stimulus.text)}`), ''] : []),
    wrap(plainText(item.stem)),
    '',
    ...prompts,
    ...options,
    '',
    instructions[item.kind](item),
  ].join('\n')
}

/** Time left by the server's clock; nothing where there is no clock. */
export function timeText(view: AttemptView, now: number): string {
  return view.deadline === null
    ? 'no clock'
    : `${formatClock(Math.max(0, Date.parse(view.deadline) - now))} left`
}

/** What a study-mode candidate is told, or what a review shows, for one item. */
export function feedbackText(item: PresentedItem, feedback: Feedback): string {
  const why = feedback.rationales.map(({ optionId, text, inKey }) =>
    wrap(`${inKey ? '+' : '-'} ${labelOf(item, optionId)}. ${text}`, '  '),
  )
  const read = feedback.references.map(({ title, url }) => `  ${title}: ${url}`)
  return [
    `${feedback.correct ? 'Correct' : 'Not correct'}. Key: ${responseText(item, feedback.key)}`,
    ...why,
    ...read,
  ].join('\n')
}

function headline(report: ScoreReport): string[] {
  const interval = intervalText(report)
  const scaled =
    report.scaledScore === null
      ? []
      : [`Scaled score ${report.scaledScore} on 100-1000, cut score ${report.cutScore}`]
  return [
    `${report.examCode}, ${report.mode}, closed ${report.closedAt}`,
    verdictText(report),
    ...scaled,
    ...(interval === null ? [] : [interval]),
    rawScoreText(report.rawScore),
    unansweredText(report.unanswered),
    closingText(report),
    ...(report.diagnostic === undefined ? [] : [wrap(diagnosticText(report.diagnostic))]),
    wrap(report.scale),
  ]
}

function focusLines({ focus = [] }: ScoreReport): string[] {
  if (focus.length === 0) return []
  return ['', 'Where an hour brings most', ...focus.map((gain) => `  ${focusText(gain)}`), '']
}

/** A score report for the terminal. */
export function reportText({ report }: ReportView): string {
  return [
    ...headline(report),
    '',
    'Domains',
    ...report.domains.map((domain) => `  ${domainText(domain)}`),
    '',
    seenBeforeText(report.seenBefore),
    ...(report.readiness === null ? [] : [wrap(readinessText(report.readiness))]),
    ...focusLines(report),
    ...(report.measurement === undefined ? [] : [wrap(decisionText(report.measurement))]),
    ...report.assumes.map((text) => wrap(`Assumed: ${text}`)),
    '',
    wrap(independence),
  ].join('\n')
}

/** Every item of a closed attempt with response, key, rationales and references. */
export function reviewText({ report, form }: ReportView): string {
  const items = new Map(form.items.map((item) => [item.position, item]))
  return (report.items ?? [])
    .flatMap((reviewed) => {
      const item = items.get(reviewed.position)
      if (item === undefined) return []
      const shown = [
        `Item ${item.position}${reviewed.scored ? '' : ' (unscored)'}`,
        wrap(plainText(item.stem)),
        ...item.options.map(({ label, text }) => wrap(`${label}. ${plainText(text)}`, '  ')),
        `Your response: ${responseText(item, reviewed.response)}`,
        feedbackText(item, reviewed.feedback),
        originText(reviewed.origin),
        '',
      ]
      return [shown.join('\n')]
    })
    .join('\n')
}
