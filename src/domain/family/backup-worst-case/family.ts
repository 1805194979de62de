import { type RecoveryPlan, recoveryOutcome } from '../../cloud/capacity/recovery.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** A backup that is copied to another Region, and a recovery there; one of the two worst cases is asked about. */
export type RecoveryScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly asks: 'loss' | 'downtime'
  readonly interval: number
  readonly backup: number
  readonly copy: number
  readonly dataGb: number
  readonly gbPerHour: number
  readonly detection: number
  readonly switching: number
}

const planOf = ({
  interval,
  backup,
  copy,
  dataGb,
  gbPerHour,
  detection,
  switching,
}: RecoveryScenario): RecoveryPlan => ({
  intervalMinutes: interval,
  backupMinutes: backup,
  copyMinutes: copy,
  dataGb,
  restoreGbPerHour: gbPerHour,
  steps: [
    { name: 'detection', minutes: detection },
    { name: 'switching', minutes: switching },
  ],
})

/** What a belief computes of a plan that it sees with something left out. */
const seeing =
  (change: (plan: RecoveryPlan) => RecoveryPlan, asks: RecoveryScenario['asks']) =>
  (scenario: RecoveryScenario) => {
    if (scenario.asks !== asks) return []
    const { rpoMinutes, rtoMinutes } = recoveryOutcome(change(planOf(scenario)))
    return [Math.round(asks === 'loss' ? rpoMinutes : rtoMinutes)]
  }

const same = (plan: RecoveryPlan): RecoveryPlan => plan

const solve = (scenario: RecoveryScenario) => seeing(same, scenario.asks)(scenario)

const misconceptions: readonly Misconception<RecoveryScenario>[] = [
  {
    id: 'interval-alone',
    statement: 'At worst the data of one backup interval are lost.',
    solve: seeing(({ intervalMinutes }) => ({ intervalMinutes }), 'loss'),
  },
  {
    id: 'copy-forgotten',
    statement: 'A backup protects against the loss of a Region as soon as it is complete.',
    solve: seeing(({ copyMinutes: _, ...plan }) => plan, 'loss'),
  },
  {
    id: 'backup-time-forgotten',
    statement: 'A backup can be restored from at the moment at which it begins.',
    solve: seeing(({ backupMinutes: _, ...plan }) => plan, 'loss'),
  },
  {
    id: 'average-loss',
    statement: 'The data that may be lost are those of half an interval.',
    solve: seeing((plan) => ({ ...plan, intervalMinutes: plan.intervalMinutes / 2 }), 'loss'),
  },
  {
    id: 'restore-alone',
    statement: 'Recovery takes as long as the restore of the data.',
    solve: seeing(({ steps: _, ...plan }) => plan, 'downtime'),
  },
  {
    id: 'detection-forgotten',
    statement: 'The time of recovery begins when the team starts the restore.',
    solve: seeing((plan) => ({ ...plan, steps: (plan.steps ?? []).slice(1) }), 'downtime'),
  },
  {
    id: 'switching-forgotten',
    statement: 'The service is back as soon as its data are restored.',
    solve: seeing((plan) => ({ ...plan, steps: (plan.steps ?? []).slice(0, 1) }), 'downtime'),
  },
  {
    id: 'copy-in-downtime',
    statement: 'The last backup has to be copied before the restore can begin.',
    solve: seeing(
      (plan) => ({
        ...plan,
        steps: [...(plan.steps ?? []), { name: 'copy', minutes: plan.copyMinutes ?? 0 }],
      }),
      'downtime',
    ),
  },
  {
    id: 'backup-in-downtime',
    statement: 'A recovery begins with a fresh backup and its copy.',
    solve: seeing(
      (plan) => ({
        ...plan,
        steps: [
          ...(plan.steps ?? []),
          { name: 'backup', minutes: (plan.backupMinutes ?? 0) + (plan.copyMinutes ?? 0) },
        ],
      }),
      'downtime',
    ),
  },
  {
    id: 'detection-in-loss',
    statement: 'Data are lost until the failure is detected.',
    solve: (scenario) =>
      scenario.asks === 'loss'
        ? [Math.round(recoveryOutcome(planOf(scenario)).rpoMinutes + scenario.detection)]
        : [],
  },
  {
    id: 'two-intervals',
    statement: 'A backup that is being copied still counts as missing, and so does the one before it.',
    solve: seeing((plan) => ({ ...plan, intervalMinutes: 2 * plan.intervalMinutes }), 'loss'),
  },
  {
    id: 'restore-in-loss',
    statement: 'Data are lost until the service is restored, so the restore adds to the loss.',
    solve: (scenario) =>
      scenario.asks === 'loss'
        ? [
            Math.round(
              recoveryOutcome(planOf(scenario)).rpoMinutes + recoveryOutcome(planOf(scenario)).restoreMinutes,
            ),
          ]
        : [],
  },
  {
    id: 'interval-in-downtime',
    statement: 'The backup interval adds to the time until the service is back.',
    solve: (scenario) =>
      scenario.asks === 'downtime'
        ? [Math.round(recoveryOutcome(planOf(scenario)).rtoMinutes + scenario.interval)]
        : [],
  },
]

function sample(random: SeededRandom): RecoveryScenario {
  const gbPerHour = pick(random, [120, 150, 180, 200, 240, 300, 360, 400])
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    asks: chance(random, 0.5) ? 'loss' : 'downtime',
    interval: pick(random, [30, 60, 120, 180, 240, 360, 480]),
    backup: between(random, 2, 9) * 5,
    copy: between(random, 3, 14) * 5,
    dataGb: (gbPerHour * between(random, 4, 40)) / 10,
    gbPerHour,
    detection: between(random, 1, 5) * 5,
    switching: between(random, 2, 8) * 5,
  }
}

const span = (minutes: number): string =>
  minutes % 60 === 0 ? (minutes === 60 ? 'hour' : `${minutes / 60} hours`) : `${minutes} minutes`

const questions = {
  loss: 'How many minutes of changes are lost at worst when the Region fails?',
  downtime: 'How many minutes after the Region fails is the service back at worst?',
} as const

const lossSum = ({ interval, backup, copy, asks, ...rest }: RecoveryScenario): string =>
  `${interval} for the interval, ${backup} for the backup, ${copy} for the copy: ${solve({ interval, backup, copy, asks, ...rest })[0]} minutes`

const downtimeSum = (scenario: RecoveryScenario): string =>
  `${scenario.detection} to detect, ${withCommas(scenario.dataGb)} / ${scenario.gbPerHour} hours = ${Math.round((scenario.dataGb / scenario.gbPerHour) * 60)} to restore, ${scenario.switching} to switch: ${withCommas(solve(scenario)[0] ?? 0)} minutes`

const sum = ({ scenario }: Told<RecoveryScenario>): string =>
  scenario.asks === 'loss' ? lossSum(scenario) : downtimeSum(scenario)

const because =
  (why: string) =>
  (told: Told<RecoveryScenario>): string =>
    `${why} ${capitalised(sum(told))}.`

const render = wordedBy<RecoveryScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} protects the database of its ${scenario.setting.systems[0].name} with a backup every ${span(scenario.interval)}.`,
        `A backup holds the state at its beginning, takes ${scenario.backup} minutes, and is then copied to a second Region within ${scenario.copy} minutes.`,
        `There, a restore of the ${withCommas(scenario.dataGb)} GB runs at ${scenario.gbPerHour} GB an hour. Failures are detected within ${scenario.detection} minutes, and switching users over takes ${scenario.switching} minutes after the restore.`,
        questions[scenario.asks],
      ]),
    (scenario) =>
      paragraphs(
        `An auditor asks ${scenario.setting.who} what a failed Region would mean for the ${scenario.setting.systems[0].name}. The ${scenario.setting.teams[0]} collects these times:`,
        bullets([
          `A backup starts every ${span(scenario.interval)} and captures the data as they are then`,
          `A backup runs for ${scenario.backup} minutes; its copy to the recovery Region takes ${scenario.copy} minutes more`,
          `${scenario.detection} minutes until the team knows of a failure`,
          `${withCommas(scenario.dataGb)} GB to restore at ${scenario.gbPerHour} GB an hour`,
          `${scenario.switching} minutes to redirect users at the end`,
        ]),
        `The steps of the recovery follow one another. ${questions[scenario.asks]}`,
      ),
    (scenario) =>
      paragraphs([
        `In a recovery test of the ${scenario.setting.systems[1].name}, the ${scenario.setting.teams[1]} of ${scenario.setting.who} measured every step.`,
        `Detection took ${scenario.detection} minutes, the restore ran at ${scenario.gbPerHour} GB an hour for ${withCommas(scenario.dataGb)} GB, and DNS and configuration took ${scenario.switching} minutes more.`,
        `Backups of the state at their start begin every ${span(scenario.interval)}, last ${scenario.backup} minutes, and reach the second Region ${scenario.copy} minutes after they end.`,
        questions[scenario.asks],
      ]),
  ],
  text: (answer) => `${withCommas(Number(answer))} minutes`,
  reasons: {
    key: (told) =>
      told.scenario.asks === 'loss'
        ? `The failure comes just before the next copy is complete. ${capitalised(sum(told))}.`
        : `${capitalised(sum(told))}.`,
    'interval-alone': because(
      'The newest backup is usable in the other Region after it was made and copied.',
    ),
    'copy-forgotten': because('Until the copy is complete, the backup is lost with its Region.'),
    'backup-time-forgotten': because('The backup cannot be copied before it is complete.'),
    'average-loss': because('Half an interval is what is lost on average, not at worst.'),
    'restore-alone': because('Detection and switching are part of the downtime.'),
    'detection-forgotten': because('The downtime begins with the failure, not with the restore.'),
    'switching-forgotten': because('Users are still sent to the failed Region when the restore ends.'),
    'copy-in-downtime': because('The restore uses a copy that is there already.'),
    'backup-in-downtime': because(
      'A failed Region cannot be backed up any more; the restore uses the newest copy.',
    ),
    'detection-in-loss': because(
      'The failed Region takes no changes after the failure, so detection adds no loss.',
    ),
    'two-intervals': because('At most one interval passes between the starts of two backups.'),
    'restore-in-loss': because('The restore takes time, but loses no further data.'),
    'interval-in-downtime': because(
      'The interval decides how much data is lost, not how long recovery takes.',
    ),
  },
})

/** Worst-case loss of data, or downtime, of a backup that is copied to another Region. */
export const worstCaseModel: FamilyModel<RecoveryScenario> = {
  name: 'backup-worst-case',
  title: 'Worst-case loss and recovery time of a backup plan',
  kind: 'multiple-choice',
  placements: placedIn('SOA-C03 2.3', 'SAA-C03 2.2', 'DOP-C02 3.3', 'SAP-C02 1.3', 'SAP-C03 4'),
  cognitive: 'apply',
  services: ['backup'],
  references: [capacityPages.recoveryObjectives, capacityPages.disasterRecovery],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: ({ dataGb, gbPerHour }) =>
    Number.isInteger((dataGb / gbPerHour) * 60) && Number.isInteger(dataGb),
  features: ({ rendering, asks }) => ({ rendering, loss: Number(asks === 'loss') }),
  angoff: ({ loss = 0, rendering }) => 0.72 - 0.14 * loss - 0.03 * rendering,
}

export const worstCase = familyOf(worstCaseModel)
