import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { counted, type Part, type RecoveryScenario, savingOf, worstCaseOf } from './solve.ts'

/** "45 minutes", "4 hours", "4 hours and 20 minutes". */
function span(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0 || minutes < 100) return `${minutes} minutes`
  const whole = hours === 1 ? '1 hour' : `${hours} hours`
  return rest === 0 ? whole : `${whole} and ${rest} minutes`
}

/** "hour", "90 minutes", "4 hours": after "every". */
const each = (minutes: number): string => {
  if (minutes === 60) return 'hour'
  return minutes % 30 === 0 && minutes > 90 ? `${minutes / 60} hours` : `${minutes} minutes`
}

/** What is limited, and by what name. */
const limited = ({ asks }: RecoveryScenario): string => (asks === 'loss' ? 'lost data' : 'downtime')
const objectiveName = ({ asks }: RecoveryScenario): string =>
  asks === 'loss' ? 'recovery point objective (RPO)' : 'recovery time objective (RTO)'

/** What the drill found, as sentences. */
function findings(scenario: RecoveryScenario): string {
  const { asks, changes, dataGb, otherRegion } = scenario
  return asks === 'loss'
    ? `A backup is started every ${each(changes.interval.now)} and holds the data of that moment. It runs for ${changes.backup.now} minutes, and its copy to ${otherRegion} takes ${changes.copy.now} minutes more.`
    : `It took ${changes.detection.now} minutes until somebody noticed the failure. The restore of ${withCommas(dataGb)} GB in ${otherRegion} ran at ${changes.restore.now} GB an hour, and pointing users to it took ${changes.switching.now} minutes after that.`
}

/** The same as a list. */
function findingLines({ asks, changes, dataGb, otherRegion }: RecoveryScenario): readonly string[] {
  return asks === 'loss'
    ? [
        `Start of a backup: every ${each(changes.interval.now)}, with the data of that moment`,
        `Duration of a backup: ${changes.backup.now} minutes`,
        `Copy to ${otherRegion}: ${changes.copy.now} minutes, once the backup is complete`,
      ]
    : [
        `Failure to alarm: ${changes.detection.now} minutes`,
        `Restore in ${otherRegion}: ${withCommas(dataGb)} GB at ${changes.restore.now} GB an hour, begun at the alarm`,
        `Switch of the users: ${changes.switching.now} minutes, after the restore`,
      ]
}

const worst = (scenario: RecoveryScenario): string => span(worstCaseOf(scenario))

const structures: readonly ((scenario: RecoveryScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `A drill of ${scenario.setting.who} simulated the loss of ${scenario.setting.region} at the worst moment and ended with ${worst(scenario)} of ${limited(scenario)} for the ${scenario.setting.systems[0].name}. The ${objectiveName(scenario)} is ${span(scenario.objective)}.`,
      findings(scenario),
      'The team has four proposals with tested figures and can carry out one of them before the next drill. Which proposal meets the objective?',
    ]),
  (scenario) =>
    paragraphs(
      `An auditor has calculated that a failure of ${scenario.setting.region} could cost the ${scenario.setting.systems[1].name} of ${scenario.setting.who} ${worst(scenario)} of ${limited(scenario)}, where ${span(scenario.objective)} are allowed. The calculation rests on these records of the ${scenario.setting.teams[0]}:`,
      bullets(findingLines(scenario)),
      'There is time for a single change before the audit ends. Which change remedies the finding?',
    ),
  (scenario) =>
    paragraphs([
      `“More than ${span(scenario.objective)} of ${limited(scenario)} is not acceptable,” wrote the management of ${scenario.setting.who} after a failure of ${scenario.setting.region}, which had taken down the ${scenario.setting.systems[0].name}.`,
      `${findings(scenario)} In the most unlucky case this adds up to ${worst(scenario)}.`,
      `The budget of the ${scenario.setting.teams[1]} is enough for one improvement. Which one satisfies the management?`,
    ]),
  (scenario) =>
    paragraphs([
      `${capitalised(scenario.setting.who)} has promised its customers a ${objectiveName(scenario)} of ${span(scenario.objective)} for the ${scenario.setting.systems[1].name}, starting next month. A rehearsal with ${scenario.setting.region} switched off shows that ${worst(scenario)} of ${limited(scenario)} must be expected.`,
      findings(scenario),
      `Until then, the ${scenario.setting.teams[0]} can work on one thing. Which work keeps the promise?`,
    ]),
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.teams[1]} of ${scenario.setting.who} reviews the recovery plan for the ${scenario.setting.records[0].name}. The plan claims that an outage of ${scenario.setting.region} leads to at most ${span(scenario.objective)} of ${limited(scenario)}, but the log of the last test disagrees:`,
      bullets(findingLines(scenario)),
      `In the worst case the figures come to ${worst(scenario)}. One amendment to the plan can be funded. Which amendment makes the claim true?`,
    ),
]

type Wording = Readonly<Record<Part, (now: number, after: number) => string>>

/** Ways in which colleagues propose the same changes. */
const wordings: readonly Wording[] = [
  {
    interval: (now, after) => `Start a backup every ${each(after)} instead of every ${each(now)}`,
    backup: (now, after) => `Take incremental backups, which run for ${after} minutes instead of ${now}`,
    copy: (now, after) => `Copy backups in parallel streams, which takes ${after} minutes instead of ${now}`,
    detection: (now, after) => `Add canaries that raise an alarm after ${after} minutes instead of ${now}`,
    restore: (now, after) => `Restore to a larger instance class, at ${after} GB an hour instead of ${now}`,
    switching: (now, after) => `Switch users over by automation, in ${after} minutes instead of ${now}`,
  },
  {
    interval: (now, after) => `Shorten the backup interval from ${each(now)} to ${each(after)}`,
    backup: (now, after) => `Shorten a backup from ${now} to ${after} minutes by skipping unchanged blocks`,
    copy: (now, after) =>
      `Shorten the copy between the Regions from ${now} to ${after} minutes by compression`,
    detection: (now, after) =>
      `Shorten the detection of failures from ${now} to ${after} minutes by synthetic tests`,
    restore: (now, after) =>
      `Raise the speed of the restore from ${now} to ${after} GB an hour by faster volumes`,
    switching: (now, after) => `Shorten the switch of users from ${now} to ${after} minutes by a DNS runbook`,
  },
  {
    interval: (now, after) => `A backup schedule with a start every ${each(after)} in place of ${each(now)}`,
    backup: (now, after) => `A faster backup tool that needs ${after} minutes in place of ${now}`,
    copy: (now, after) => `A faster copy to the second Region, with ${after} minutes in place of ${now}`,
    detection: (now, after) => `A better alarm that is raised after ${after} minutes in place of ${now}`,
    restore: (now, after) => `A faster restore with ${after} GB an hour in place of ${now}`,
    switching: (now, after) => `A scripted switch of users that takes ${after} minutes in place of ${now}`,
  },
]

function text(answer: Answer, { style, changes }: RecoveryScenario): string {
  const part = answer as Part
  const wording = wordings[style]
  if (wording === undefined) throw new RangeError(`There is no wording ${style}.`)
  return wording[part](changes[part].now, changes[part].after)
}

/** What a proposal changes about the worst case. */
function effect({ scenario, answer }: Told<RecoveryScenario>): string {
  const part = answer as Part
  const kind = limited(scenario)
  return counted[scenario.asks].includes(part)
    ? `This saves ${span(savingOf(scenario, part))} and leaves ${span(worstCaseOf(scenario, part))} of ${kind}; the objective is ${span(scenario.objective)}.`
    : `The worst case stays at ${worst(scenario)} of ${kind}.`
}

const because =
  (why: string) =>
  (told: Told<RecoveryScenario>): string =>
    `${why} ${effect(told)}`

/** Words the scenario in one of five structures. */
export const renderWorstCase = wordedBy<RecoveryScenario>({
  stems: structures,
  text,
  reasons: {
    key: (told) => {
      const { asks } = told.scenario
      return because(
        asks === 'loss'
          ? 'At worst, the interval, the backup, and its copy add up.'
          : 'Detection, restore, and switch add up.',
      )(told)
    },
    'interval-alone': effect,
    'restore-alone': effect,
    'largest-share': because('Minutes count, not shares.'),
    'detection-in-loss': because(
      'The failed Region takes no changes after the failure, so detection adds no loss.',
    ),
    'restore-in-loss': because('The restore takes time, but loses no further data.'),
    'switching-in-loss': because('Users who wait lose time and no stored data.'),
    'interval-in-downtime': because(
      'The interval decides how much data is lost, not how long recovery takes.',
    ),
    'copy-in-downtime': because('The restore uses a copy that is there already.'),
    'backup-in-downtime': because(
      'A failed Region cannot be backed up any more; the restore uses the newest copy.',
    ),
  },
})
