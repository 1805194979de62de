import { transferOutcome } from '../../cloud/capacity/transfer-time.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** How somebody proposes to send the data. */
export type PlanName =
  | 'limited-day-and-night'
  | 'nights-alone'
  | 'limited-by-day'
  | 'unlimited'
  | 'new-connection'
  | 'internet-line'

/**
 * Data to move before a deadline in days. The private connection has `mbps`; in business hours other traffic needs
 * `needed` of it, and for `nightHours` it is idle. An idle internet line has `internetMbps`; a new connection of `newMbps`
 * is delivered after `leadDays`.
 */
export type TransferScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  readonly terabytes: number
  readonly mbps: number
  readonly needed: number
  readonly nightHours: number
  readonly internetMbps: number
  readonly newMbps: number
  readonly leadDays: number
  readonly deadline: number
}

const planNames: readonly PlanName[] = [
  'limited-day-and-night',
  'nights-alone',
  'limited-by-day',
  'unlimited',
  'new-connection',
  'internet-line',
]

const hoursOfDay = 24

/** The rate of a plan in Mbps, averaged over a day. */
function rateOf(plan: PlanName, scenario: TransferScenario): number {
  const { mbps, needed, nightHours, internetMbps, newMbps } = scenario
  const [free, night] = [mbps - needed, nightHours / hoursOfDay]
  switch (plan) {
    case 'limited-day-and-night':
      return free
    case 'nights-alone':
      return mbps * night
    case 'limited-by-day':
      return mbps * night + free * (1 - night)
    case 'unlimited':
      return mbps
    case 'new-connection':
      return newMbps
    case 'internet-line':
      return internetMbps
  }
}

const daysAt = (mbps: number, { terabytes }: TransferScenario): number =>
  transferOutcome({ dataGb: terabytes * 1000, linkMbps: mbps }).networkDays

/** Days from today until a plan has moved the data. */
export const daysUnder = (plan: PlanName, scenario: TransferScenario): number =>
  daysAt(rateOf(plan, scenario), scenario) + (plan === 'new-connection' ? scenario.leadDays : 0)

type View = { readonly days: number; readonly sparesOthers: boolean }
type Belief = (plan: PlanName, scenario: TransferScenario) => Partial<View>

/** Plans that are in time and leave other traffic its share, in the eyes of somebody. */
const accepted =
  (belief: Belief) =>
  (scenario: TransferScenario): Answers =>
    planNames.filter((plan) => {
      const truth = { days: daysUnder(plan, scenario), sparesOthers: plan !== 'unlimited' }
      const { days, sparesOthers } = { ...truth, ...belief(plan, scenario) }
      return sparesOthers && days <= scenario.deadline
    })

/** The plans that are in time and leave other traffic its share. */
export const solveTransfer = accepted(() => ({}))

const bitsPerByte = 8

/** Beliefs about what a link carries, and from when. */
export const transferMisconceptions: readonly Misconception<TransferScenario>[] = [
  {
    id: 'bytes-for-bits',
    statement: 'A link of 1 Gbps carries 1 gigabyte a second.',
    solve: accepted((plan, scenario) =>
      plan === 'new-connection' ? {} : { days: daysAt(rateOf(plan, scenario) * bitsPerByte, scenario) },
    ),
  },
  {
    id: 'transfer-yields',
    statement: 'A transfer without a limit gives way to other traffic of the link.',
    solve: accepted(() => ({ sparesOthers: true })),
  },
  {
    id: 'delivered-at-once',
    statement: 'A new Direct Connect connection can carry data as soon as it is ordered.',
    solve: accepted((plan, scenario) =>
      plan === 'new-connection' ? { days: daysAt(scenario.newMbps, scenario) } : {},
    ),
  },
  {
    id: 'nights-are-enough',
    statement: 'A schedule does not lengthen a transfer that can use the full link while it runs.',
    solve: accepted((plan, scenario) =>
      plan === 'nights-alone' ? { days: daysAt(scenario.mbps, scenario) } : {},
    ),
  },
  {
    id: 'share-of-others',
    statement: 'The share that other traffic needs is what a transfer may use.',
    solve: accepted((plan, scenario) =>
      plan === 'limited-day-and-night' ? { days: daysAt(scenario.needed, scenario) } : {},
    ),
  },
  {
    id: 'idle-line-is-fast',
    statement: 'An idle line carries data faster than a busy one of a higher rate.',
    solve: () => ['internet-line'],
  },
]

/** Days by which each plan must stay away from the deadline, as a share of it. */
const clear = 0.06

/** Whether no plan that spares other traffic ends near the deadline. */
export const isClear = (scenario: TransferScenario): boolean =>
  planNames.every((plan) => Math.abs(daysUnder(plan, scenario) / scenario.deadline - 1) > clear) &&
  scenario.deadline >= 7
