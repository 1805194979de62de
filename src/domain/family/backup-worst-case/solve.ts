import { type RecoveryPlan, recoveryOutcome } from '../../cloud/capacity/recovery.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** Parts of a backup and a recovery that a proposal can shorten. */
export const parts = ['interval', 'backup', 'copy', 'detection', 'restore', 'switching'] as const

/** One of the parts. */
export type Part = (typeof parts)[number]

/** A time in minutes, or for the restore a rate in GB an hour: as it is, and as a proposal would make it. */
export type Change = { readonly now: number; readonly after: number }

/** A backup that is copied to another Region, a recovery there, an objective that is missed, and a proposal for each part. */
export type RecoveryScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options. */
  readonly style: number
  readonly otherRegion: string
  readonly asks: 'loss' | 'downtime'
  /** Minutes of data, or of downtime, that may be lost at most. */
  readonly objective: number
  readonly dataGb: number
  readonly changes: Readonly<Record<Part, Change>>
}

/** The plan with one part as a proposal would make it, or as it is. */
function planOf({ changes, dataGb }: RecoveryScenario, changed?: Part): RecoveryPlan {
  const value = (part: Part): number => changes[part][part === changed ? 'after' : 'now']
  return {
    intervalMinutes: value('interval'),
    backupMinutes: value('backup'),
    copyMinutes: value('copy'),
    dataGb,
    restoreGbPerHour: value('restore'),
    steps: [
      { name: 'detection', minutes: value('detection') },
      { name: 'switching', minutes: value('switching') },
    ],
  }
}

/** Worst case in minutes of what is asked about, with one part changed or with none. */
export function worstCaseOf(scenario: RecoveryScenario, changed?: Part): number {
  const { rpoMinutes, rtoMinutes } = recoveryOutcome(planOf(scenario, changed))
  return Math.round(scenario.asks === 'loss' ? rpoMinutes : rtoMinutes)
}

/** Minutes that a proposal takes off its own part, whatever that part counts for. */
export function savingOf(scenario: RecoveryScenario, part: Part): number {
  const { now, after } = scenario.changes[part]
  return part === 'restore' ? Math.round(scenario.dataGb * 60 * (1 / now - 1 / after)) : now - after
}

/** Proposals that bring the worst case within the objective. */
export const solveWorstCase = (scenario: RecoveryScenario): Answers =>
  parts.filter((part) => worstCaseOf(scenario, part) <= scenario.objective)

/** The proposal for a part, where a belief counts the part and its saving would be enough. */
const counting =
  (asks: RecoveryScenario['asks'], part: Part) =>
  (scenario: RecoveryScenario): Answers => {
    const missing = worstCaseOf(scenario) - scenario.objective
    return scenario.asks === asks && savingOf(scenario, part) >= missing ? [part] : []
  }

/** The proposal for the part that alone decides by a belief. */
const alone =
  (asks: RecoveryScenario['asks'], part: Part) =>
  (scenario: RecoveryScenario): Answers =>
    scenario.asks === asks ? [part] : []

/** Parts that count for the loss of data, and for the downtime. */
export const counted: Readonly<Record<RecoveryScenario['asks'], readonly Part[]>> = {
  loss: ['interval', 'backup', 'copy'],
  downtime: ['detection', 'restore', 'switching'],
}

const shareSaved = ({ changes }: RecoveryScenario, part: Part): number => {
  const { now, after } = changes[part]
  return part === 'restore' ? 1 - now / after : 1 - after / now
}

/** Beliefs about what the loss of data and the downtime consist of. */
export const worstCaseMisconceptions: readonly Misconception<RecoveryScenario>[] = [
  {
    id: 'interval-alone',
    statement: 'The loss of data depends on the backup interval and on nothing else.',
    solve: alone('loss', 'interval'),
  },
  {
    id: 'restore-alone',
    statement: 'Recovery takes as long as the restore of the data.',
    solve: alone('downtime', 'restore'),
  },
  {
    id: 'largest-share',
    statement: 'The part that is shortened by the largest share gains the most.',
    solve: (scenario) => {
      const byShare = counted[scenario.asks].toSorted(
        (a, b) => shareSaved(scenario, b) - shareSaved(scenario, a),
      )
      return byShare.slice(0, 1)
    },
  },
  {
    id: 'detection-in-loss',
    statement: 'Data are lost until the failure is detected.',
    solve: counting('loss', 'detection'),
  },
  {
    id: 'restore-in-loss',
    statement: 'Data are lost until the service is restored, so the restore adds to the loss.',
    solve: counting('loss', 'restore'),
  },
  {
    id: 'switching-in-loss',
    statement: 'Data are lost until users are switched over.',
    solve: counting('loss', 'switching'),
  },
  {
    id: 'interval-in-downtime',
    statement: 'The backup interval adds to the time until the service is back.',
    solve: counting('downtime', 'interval'),
  },
  {
    id: 'copy-in-downtime',
    statement: 'The last backup has to be copied before the restore can begin.',
    solve: counting('downtime', 'copy'),
  },
  {
    id: 'backup-in-downtime',
    statement: 'A recovery begins with a fresh backup.',
    solve: counting('downtime', 'backup'),
  },
]
