import { requireAtLeast, requirePositive, requireWhole, requireWithin } from '../capacity/require-number.ts'
import type { FactValues } from '../cloud-facts.ts'
import { aNumber, aWord, listOf, optional, record, type Shape } from '../shape.ts'
import type { Trail } from './trail.ts'

/** Facts that credits depend on. */
export const cpuCreditFactIds = ['cpu-credit-accrual-hours'] as const

type Facts = Pick<FactValues, (typeof cpuCreditFactIds)[number]>

/** Some hours at one CPU utilization of the whole instance, in percent. */
export type CpuSegment = { readonly hours: number; readonly utilization: number }

/**
 * A burstable instance over time: vCPUs, baseline utilization per vCPU in percent, credit mode, load. It starts with
 * `earned` and `launch` credits, both 0 when absent; launch credits are spent first and stand outside the limit.
 */
export type CpuCreditRun = {
  readonly vcpus: number
  readonly baseline: number
  readonly mode: 'standard' | 'unlimited'
  readonly earned?: number
  readonly launch?: number
  readonly load: readonly CpuSegment[]
}

/**
 * An instance after a segment, in credits (one vCPU-minute each): balance (with launch credits), surplus owed, surplus
 * charged so far, discarded so far, the utilization asked for that the instance could not deliver as vCPU-minutes.
 */
export type CpuCreditState = {
  readonly hour: number
  readonly balance: number
  readonly surplus: number
  readonly charged: number
  readonly discarded: number
  readonly undelivered: number
}

/** The state after each segment, what is earned per hour, the limit, and the moments that matter in words. */
export type CpuCreditOutcome = {
  readonly perHour: number
  readonly limit: number
  readonly states: readonly CpuCreditState[]
  readonly trail: Trail
}

/** The form of a run. */
export const cpuCreditRunShape: Shape<CpuCreditRun> = record<CpuCreditRun>({
  vcpus: aNumber,
  baseline: aNumber,
  mode: aWord('standard', 'unlimited'),
  earned: optional(aNumber),
  launch: optional(aNumber),
  load: listOf(record<CpuSegment>({ hours: aNumber, utilization: aNumber }), 1),
})

/**
 * Credits earned per hour: vCPUs * baseline * 60 minutes.
 *
 * @see Amazon EC2 user guide, Key concepts for burstable performance instances
 * @example creditsPerHour(2, 5) // 6
 */
export const creditsPerHour = (vcpus: number, baseline: number): number => (vcpus * baseline * 60) / 100

type Ledger = {
  earned: number
  launch: number
  surplus: number
  charged: number
  discarded: number
  undelivered: number
}

/** Spare credits pay surplus back, then fill the balance up to its limit; the rest is lost. */
function save(ledger: Ledger, spare: number, limit: number): void {
  const paid = Math.min(spare, ledger.surplus)
  ledger.surplus -= paid
  const kept = Math.min(spare - paid, limit - ledger.earned)
  ledger.earned += kept
  ledger.discarded += spare - paid - kept
}

/** Takes credits from a purse, at most what is in it, and says how many are still wanted. */
function draw(ledger: Ledger, from: 'earned' | 'launch', wanted: number): number {
  const taken = Math.min(ledger[from], wanted)
  ledger[from] -= taken
  return wanted - taken
}

type Spending = { readonly earned: number; readonly limit: number; readonly mode: CpuCreditRun['mode'] }

/** What is earned while launch credits are spent has to find room in the balance like any other spare credits. */
function spend(ledger: Ledger, used: number, { earned, limit, mode }: Spending): void {
  const afterLaunch = draw(ledger, 'launch', used)
  save(ledger, Math.max(0, earned - afterLaunch), limit)
  const wanted = draw(ledger, 'earned', Math.max(0, afterLaunch - earned))
  if (mode === 'standard') {
    ledger.undelivered += wanted
    return
  }
  const owed = Math.min(wanted, limit - ledger.surplus)
  ledger.surplus += owed
  ledger.charged += wanted - owed
}

function describe(before: Ledger, after: Ledger, hour: number): { at: number; text: string }[] {
  const lines = [
    after.discarded > before.discarded ? 'the balance is at its limit and further credits are discarded' : '',
    after.undelivered > before.undelivered ? 'no credits are left, so the CPU is held at the baseline' : '',
    after.surplus > before.surplus ? 'no credits are left, so surplus credits are spent' : '',
    after.charged > before.charged ? 'the surplus exceeds a day of credits and is charged' : '',
    after.surplus < before.surplus ? 'earned credits pay the surplus back' : '',
  ]
  return lines.filter((text) => text !== '').map((text) => ({ at: hour, text: `By hour ${hour} ${text}.` }))
}

/**
 * Keeps the CPU credits of an instance: earned at a steady rate up to `cpu-credit-accrual-hours` of them, spent by
 * vCPUs * utilization * minutes. Without credits a standard instance falls to its baseline; an unlimited one spends
 * surplus credits, pays them back from what it earns, and is charged for what exceeds the limit.
 *
 * @throws RangeError for percentages outside 0 to 100 or negative hours
 * @see Amazon EC2 user guide, Standard mode and Unlimited mode for burstable performance instances, with examples
 * @example simulateCpuCredits({ vcpus: 2, baseline: 5, mode: 'standard', load: [{ hours: 24, utilization: 0 }] }, { 'cpu-credit-accrual-hours': 24 }).states[0].balance // 144
 */
export function simulateCpuCredits(run: CpuCreditRun, facts: Facts): CpuCreditOutcome {
  const vcpus = requireWhole('vcpus', run.vcpus, 1)
  const baseline = requirePositive('baseline', requireWithin('baseline', run.baseline, [0, 100]))
  const perHour = creditsPerHour(vcpus, baseline)
  const limit = perHour * facts['cpu-credit-accrual-hours']
  const ledger: Ledger = {
    earned: requireWithin('earned', run.earned ?? 0, [0, limit]),
    launch: requireAtLeast('launch', run.launch ?? 0, 0),
    surplus: 0,
    charged: 0,
    discarded: 0,
    undelivered: 0,
  }
  const trail: { at: number; text: string }[] = []
  let hour = 0
  const states = run.load.map(({ hours, utilization }) => {
    hour += requireAtLeast('hours', hours, 0)
    const used = creditsPerHour(vcpus, requireWithin('utilization', utilization, [0, 100])) * hours
    const before = { ...ledger }
    spend(ledger, used, { earned: perHour * hours, limit, mode: run.mode })
    trail.push(...describe(before, ledger, hour))
    const { earned, launch, surplus, charged, discarded, undelivered } = ledger
    return { hour, balance: earned + launch, surplus, charged, discarded, undelivered }
  })
  return { perHour, limit, states, trail }
}
