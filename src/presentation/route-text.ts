import type { AlternativeRoute, Excluded, Leg, RenewalEntry, Route, RoutePlan } from '../domain/path/route.ts'
import { shortName, tierName } from './catalogue-words.ts'
import { formatCount, formatNumber, formatShortDay, formatUsd } from './formats.ts'
import { wrapText } from './wrap-text.ts'

/** How a text is marked up for where it is shown; plain text needs none. */
export type TextMarkup = {
  readonly strong: (text: string) => string
  readonly soft: (text: string) => string
}

/** A width in characters, and the markup. */
export type RouteTextOptions = { readonly width: number; readonly markup: TextMarkup }

/** For files and pipes. */
export const plainMarkup: TextMarkup = { strong: (text) => text, soft: (text) => text }

const whole = (value: number): string => formatNumber(Math.round(value))

function indented(
  text: string,
  { width }: RouteTextOptions,
  { indent = '', mark = '' }: { readonly indent?: string; readonly mark?: string } = {},
): readonly string[] {
  const hanging = ' '.repeat(mark.length)
  const room = Math.max(20, width - indent.length - mark.length)
  return wrapText(text, room).map((line, index) => `${indent}${index === 0 ? mark : hanging}${line}`)
}

const points = (lines: readonly string[], options: RouteTextOptions, indent: string): readonly string[] =>
  lines.flatMap((line) => indented(line, options, { indent, mark: '- ' }))

function datesLine({ examDate, bookBy, feeUsd, voucherUsed, passProbability }: Leg): string {
  const voucher = voucherUsed ? ' with a voucher' : ''
  return `Book by ${formatShortDay(bookBy)}; sit on ${formatShortDay(examDate.p50)} (passed between ${formatShortDay(examDate.p10)} and ${formatShortDay(examDate.p90)}); P(pass) ${passProbability.toFixed(2)}; ${formatUsd(feeUsd)}${voucher}.`
}

const hoursLine = ({ hours }: Leg): string =>
  `Hours until ready: ${whole(hours.p10)} / ${whole(hours.p50)} / ${whole(hours.p90)} (of ten people 1, 5, 9); plan ${whole(hours.planned)} before the first sitting.`

function readingLines({ reading }: Leg): readonly string[] {
  return reading
    .filter(({ documents }) => documents.length > 0)
    .map(
      ({ domain, name, documents }) =>
        `Read for domain ${domain}, ${name}: ${documents.map(({ title }) => title).join(', ')}.`,
    )
}

function legText(leg: Leg, number: number, options: RouteTextOptions): readonly string[] {
  const { markup } = options
  const title = `${number}. ${shortName(leg.name)} (${leg.examCode}, ${tierName(leg.tier)}${leg.kind === 'renewal' ? ', renewal' : ''})`
  return [
    markup.strong(title),
    ...indented(datesLine(leg), options, { indent: '   ' }),
    ...indented(hoursLine(leg), options, { indent: '   ' }),
    ...(leg.versionNote === null ? [] : indented(leg.versionNote, options, { indent: '   ', mark: '! ' })),
    ...points(leg.reasons, options, '   '),
    ...points([leg.validates, ...leg.advice, ...readingLines(leg), ...leg.practice], options, '   ').map(
      markup.soft,
    ),
    '',
  ]
}

function totalsText({ totals }: Route, options: RouteTextOptions): readonly string[] {
  const finish =
    totals.finish === null
      ? ''
      : ` The last pass comes about ${formatShortDay(totals.finish.p50)}, with nine chances in ten by ${formatShortDay(totals.finish.p90)}.`
  return indented(
    `${formatCount(totals.legs, 'exam')}: plan ${whole(totals.hours.planned)} hours and ${formatUsd(totals.feeUsd)} of fees, with failed sittings counted in ${whole(totals.hours.expected)} hours and ${formatUsd(Math.round(totals.expectedFeeUsd))}.${finish}`,
    options,
  )
}

function alternativeText(
  name: string,
  route: AlternativeRoute,
  options: RouteTextOptions,
): readonly string[] {
  const { totals, legs, note, sameAsRoute } = route
  const shown =
    sameAsRoute || totals.finish === null
      ? ''
      : ` ${legs.map(({ examCode }) => examCode).join(', ')}: ${whole(totals.hours.planned)} h, ${formatUsd(totals.feeUsd)}, done about ${formatShortDay(totals.finish.p50)}.`
  return indented(`${name}: ${note}${shown}`, options, { mark: '- ' })
}

function alternativesText({ alternatives }: RoutePlan, options: RouteTextOptions): readonly string[] {
  const { fastest, cheapest, safest } = alternatives
  return [
    options.markup.strong('Alternatives'),
    ...alternativeText('Fastest', fastest, options),
    ...alternativeText('Cheapest', cheapest, options),
    ...alternativeText('Safest', safest, options),
    '',
  ]
}

function excludedText(excluded: readonly Excluded[], options: RouteTextOptions): readonly string[] {
  const line = ({ name, reason, consider }: Excluded): string =>
    `${shortName(name)}: ${reason}${consider.length === 0 ? '' : ` Consider: ${consider.join(', ')}.`}`
  return [options.markup.strong('Left out, and why'), ...points(excluded.map(line), options, ''), '']
}

function renewalsText(renewals: readonly RenewalEntry[], options: RouteTextOptions): readonly string[] {
  const line = ({ name, expiresOn, renewedBy, planned }: RenewalEntry): string => {
    const renewed = renewedBy === null ? '' : ` (renewed on the route on ${formatShortDay(renewedBy.on)})`
    return `${shortName(name)}${planned ? ', planned' : ''}: runs out on ${formatShortDay(expiresOn)}${renewed}`
  }
  return [options.markup.strong('Renewals'), ...points(renewals.map(line), options, '')]
}

/** Writes a plan as text: dated legs with reasons, totals, alternatives, what was left out, what would flip it, renewals. */
export function writeRoute(plan: RoutePlan, options: RouteTextOptions): string {
  const { route, excluded, flips, renewals, proof, asOf } = plan
  return [
    options.markup.strong(`Your route, as of ${formatShortDay(asOf)}`),
    ...totalsText(route, options),
    '',
    ...route.legs.flatMap((leg, index) => legText(leg, index + 1, options)),
    ...alternativesText(plan, options),
    ...excludedText(excluded, options),
    options.markup.strong('What would flip it'),
    ...indented(flips, options),
    '',
    ...renewalsText(renewals, options),
    '',
    ...indented(
      `Proved optimal after ${formatCount(proof.statesExplored, 'state')}. ${proof.method}`,
      options,
    ).map(options.markup.soft),
  ].join('\n')
}

/** Writes what a plan leaves out, for a refusal that lists it. */
export const writeExcluded = (excluded: readonly Excluded[], options: RouteTextOptions): string =>
  excludedText(excluded, options).join('\n').trimEnd()
