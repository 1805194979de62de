import type { AlternativeRoute, Leg, Route, RouteTotals } from '../../../domain/path/route.ts'
import {
  formatCount,
  formatDay,
  formatNumber,
  formatPercent,
  formatShortDay,
  formatUsd,
} from '../../../presentation/formats.ts'

const wholeHours = (hours: number): string => `${formatNumber(Math.round(hours))} hours`

/** A route in one sentence: how many exams, how much study, until when, for how much. */
export function summaryText({ legs, hours, finish, feeUsd }: RouteTotals): string {
  if (legs === 0) return 'Nothing to sit: what you hold covers what you asked for.'
  const when = finish === null ? '' : `, likely done by ${formatDay(finish.p50)}`
  return `${formatCount(legs, 'exam')}, ${wholeHours(hours.planned)} of study to plan for${when}, ${formatUsd(feeUsd)} in fees.`
}

/** How wide the summary's figures are. */
export function spreadText({ hours, finish, expectedFeeUsd }: RouteTotals): string {
  const until =
    finish === null
      ? ''
      : ` The last pass falls between ${formatShortDay(finish.p10)} and ${formatShortDay(finish.p90)} in eight cases of ten.`
  return `Eight of ten are ready after ${formatNumber(Math.round(hours.p10))} to ${wholeHours(hours.p90)}.${until} With the chance of a second sitting, expect ${formatUsd(Math.round(expectedFeeUsd))} in fees.`
}

/** The facts of a leg, each with its name. */
export function legFacts(leg: Leg): readonly { readonly name: string; readonly value: string }[] {
  const { hours, examDate, bookBy, passProbability, feeUsd, listFeeUsd, voucherUsed, voucherPercent } = leg
  return [
    { name: 'Sit on', value: formatDay(examDate.p50) },
    { name: 'Passed between', value: `${formatShortDay(examDate.p10)} and ${formatShortDay(examDate.p90)}` },
    {
      name: 'Study',
      value: `Plan ${wholeHours(hours.planned)}; eight of ten are ready after ${formatNumber(Math.round(hours.p10))} to ${formatNumber(Math.round(hours.p90))}`,
    },
    { name: 'Book by', value: formatDay(bookBy) },
    { name: 'Chance of passing', value: formatPercent(passProbability) },
    {
      name: 'Fee',
      value: voucherUsed
        ? `${formatUsd(feeUsd)} with a ${voucherPercent} % voucher, else ${formatUsd(listFeeUsd)}`
        : formatUsd(feeUsd),
    },
  ]
}

/** What an alternative gives and costs beside the route; its note where it has no legs or is the same. */
export function compareText(alternative: AlternativeRoute, route: Route): string {
  if (alternative.sameAsRoute || alternative.legs.length === 0) return alternative.note
  const { hours, finish, feeUsd } = alternative.totals
  const until = finish === null ? '' : `, done by ${formatShortDay(finish.p50)}`
  const fees = feeUsd - route.totals.feeUsd
  const difference =
    fees === 0 ? 'the same fees' : `${formatUsd(Math.abs(fees))} ${fees < 0 ? 'less' : 'more'} in fees`
  return `Plan ${wholeHours(hours.planned)}${until}, ${difference}. ${alternative.note}`.trim()
}
