import { listInWords } from '../catalogue/languages.ts'
import { hoursReasons } from './hours-reasons.ts'
import type { Planning } from './planning.ts'
import type { Contribution } from './route.ts'
import type { WalkedLeg } from './walk.ts'
import { dollars, namesOf, percent, plain, shortName } from './words.ts'

const isWorth = ({ kind }: Contribution): boolean => !['hours', 'fees', 'time', 'wanted'].includes(kind)

function worthReasons(contributions: readonly Contribution[]): readonly string[] {
  const wanted = contributions.some(({ kind }) => kind === 'wanted') ? ['You asked for it.'] : []
  return [
    ...wanted,
    ...contributions
      .filter(isWorth)
      .map(
        ({ label, points, reason }) => `${label}: ${points > 0 ? '+' : ''}${plain(points)} points. ${reason}`,
      ),
  ]
}

/** What a leg does for those after it: hours saved, doors opened. */
function servingReasons(
  { catalogue }: Planning,
  leg: WalkedLeg,
  later: readonly WalkedLeg[],
): readonly string[] {
  const { bit } = leg.step.candidate
  const opens = later.filter(({ step, before }) => {
    const { openedBy } = step.candidate
    return openedBy !== -1 && (openedBy & before) === bit
  })
  const helps = later.flatMap(({ step }) =>
    step.candidate.helpers
      .filter((helper) => helper.bit === bit)
      .map(
        ({ share }) => `${percent(share)} of the hours of ${shortName(step.candidate.certification.name)}`,
      ),
  )
  const opened = opens.map(({ step }) => step.candidate.certification.id)
  return [
    ...(opened.length > 0
      ? [`It is the foundation for ${namesOf(catalogue, opened)} later on this route.`]
      : []),
    ...(helps.length > 0 ? [`It saves ${listInWords(helps)} later on this route.`] : []),
  ]
}

function feeReason({ step, feeUsd }: WalkedLeg): string {
  const { voucher, window } = step
  const list = dollars(window.feeUsd)
  if (voucher.kind === 'none') return `The fee is ${list}.`
  const whose = voucher.kind === 'earned' ? 'of the pass before' : 'that you have'
  return `The fee is ${dollars(feeUsd)} instead of ${list}, with the ${voucher.percent} % voucher ${whose}.`
}

/**
 * Says in words why a leg is on the route: its points by role, direction and stack, what it does for later legs, its hours,
 * its fee.
 *
 * @param later the legs that follow
 * @example legReasons(planning, leg, { later: [], contributions: [] }).at(-1) // 'The fee is US$150.'
 */
export const legReasons = (
  planning: Planning,
  leg: WalkedLeg,
  {
    later,
    contributions,
  }: { readonly later: readonly WalkedLeg[]; readonly contributions: readonly Contribution[] },
): readonly string[] => [
  ...worthReasons(contributions),
  ...servingReasons(planning, leg, later),
  ...hoursReasons(planning, leg),
  feeReason(leg),
]
