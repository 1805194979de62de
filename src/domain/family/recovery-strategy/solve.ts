import { type RecoveryPlan, recoveryOutcome } from '../../cloud/capacity/recovery.ts'
import { cheapestOf, type PricedPlan } from '../capacity/plans.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** Ways to recover in another Region, from the cheapest to the dearest. */
export const strategyNames = [
  'backup',
  'frequent-backup',
  'pilot-light',
  'warm-standby',
  'hot-standby',
] as const

/** One of the ways to recover. */
export type StrategyName = (typeof strategyNames)[number]

/** What a drill has measured, in minutes, and what the business asks for. */
export type StrategyScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options. */
  readonly style: number
  readonly otherRegion: string
  /** Objectives in minutes. */
  readonly rpo: number
  readonly rto: number
  /** Between backups, as they are now and as they could be. */
  readonly interval: number
  readonly shortInterval: number
  /** From the start of a backup to its arrival in the other Region. */
  readonly copy: number
  readonly lag: number
  readonly restore: number
  readonly promote: number
  readonly build: number
  readonly scale: number
  readonly redirect: number
}

type Step = 'restore' | 'promote' | 'build' | 'scale' | 'redirect'

const ways: Readonly<Record<StrategyName, readonly Step[]>> = {
  backup: ['restore', 'build', 'redirect'],
  'frequent-backup': ['restore', 'build', 'redirect'],
  'pilot-light': ['promote', 'build', 'redirect'],
  'warm-standby': ['promote', 'scale', 'redirect'],
  'hot-standby': ['promote', 'redirect'],
}

function planOf(scenario: StrategyScenario, name: StrategyName, ignored: readonly Step[] = []): RecoveryPlan {
  const steps = ways[name]
    .filter((step) => !ignored.includes(step))
    .map((step) => ({ name: step, minutes: scenario[step] }))
  if (name === 'backup') return { intervalMinutes: scenario.interval, copyMinutes: scenario.copy, steps }
  if (name === 'frequent-backup')
    return { intervalMinutes: scenario.shortInterval, copyMinutes: scenario.copy, steps }
  return { intervalMinutes: 0, copyMinutes: scenario.lag, steps }
}

/** Minutes of data that a strategy loses at worst, and minutes that it takes. */
export const outcomeOf = (
  scenario: StrategyScenario,
  name: StrategyName,
  ignored: readonly Step[] = [],
): { readonly rpo: number; readonly rto: number } => {
  const { rpoMinutes, rtoMinutes } = recoveryOutcome(planOf(scenario, name, ignored))
  return { rpo: rpoMinutes, rto: rtoMinutes }
}

/** Minutes that a strategy takes where its steps overlap as far as they can; users are redirected in the end. */
export function overlappedRto(scenario: StrategyScenario, name: StrategyName): number {
  const others = ways[name].filter((step) => step !== 'redirect').map((step) => scenario[step])
  return Math.max(...others) + scenario.redirect
}

const strategies: readonly (PricedPlan & { readonly id: StrategyName })[] = strategyNames.map((id, cost) => ({
  id,
  cost,
}))

const cheapest = (meets: (name: StrategyName) => boolean): Answers =>
  cheapestOf(strategies, ({ id }) => meets(id))

/** The cheapest strategy that keeps both objectives. */
export function solveStrategy(scenario: StrategyScenario, ignored: readonly Step[] = []): Answers {
  return cheapest((name) => {
    const { rpo, rto } = outcomeOf(scenario, name, ignored)
    return rpo <= scenario.rpo && rto <= scenario.rto
  })
}

/** Beliefs about what the objectives ask for. */
export const strategyMisconceptions: readonly Misconception<StrategyScenario>[] = [
  {
    id: 'objectives-swapped',
    statement:
      'The recovery time objective limits the data that are lost, and the recovery point objective the downtime.',
    solve: (scenario) => solveStrategy({ ...scenario, rpo: scenario.rto, rto: scenario.rpo }),
  },
  {
    id: 'cost-alone',
    statement: 'The cheapest strategy is the right one where cost is asked for.',
    solve: () => cheapest(() => true),
  },
  {
    id: 'best-regardless',
    statement: 'The strategy with the shortest recovery is the right one, since it meets any objective.',
    solve: () => ['hot-standby'],
  },
  {
    id: 'downtime-alone',
    statement: 'A strategy is chosen by the recovery time objective alone.',
    solve: (scenario) => cheapest((name) => outcomeOf(scenario, name).rto <= scenario.rto),
  },
  {
    id: 'loss-alone',
    statement: 'A strategy is chosen by the recovery point objective alone.',
    solve: (scenario) => cheapest((name) => outcomeOf(scenario, name).rpo <= scenario.rpo),
  },
  {
    id: 'data-alone',
    statement: 'A service has recovered as soon as its database answers.',
    solve: (scenario) => solveStrategy(scenario, ['build', 'scale', 'redirect']),
  },
  {
    id: 'running-is-safe',
    statement:
      'A strategy without running servers in the second Region meets no objective of less than a day.',
    solve: () => ['warm-standby'],
  },
  {
    id: 'replica-is-safe',
    statement: 'A live replica of the database is what any recovery needs, and enough for it.',
    solve: () => ['pilot-light'],
  },
]
