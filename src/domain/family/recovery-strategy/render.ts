import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { outcomeOf, type StrategyName, type StrategyScenario, solveStrategy } from './solve.ts'

/** "90 minutes", "4 hours". */
const span = (minutes: number): string => {
  if (minutes % 60 !== 0 || minutes === 60) return minutes === 60 ? '1 hour' : `${minutes} minutes`
  return `${minutes / 60} hours`
}

/** "hour", "6 hours": after "every". */
const each = (minutes: number): string => (minutes === 60 ? 'hour' : span(minutes))

const structures: readonly ((scenario: StrategyScenario) => string)[] = [
  (scenario) => {
    const { setting, otherRegion, rpo, rto } = scenario
    return paragraphs([
      `The ${setting.systems[0].name} of ${setting.who} runs in ${setting.region}, and a plan for the loss of that Region is overdue. The business accepts ${span(rto)} of downtime and the loss of ${span(rpo)} of data.`,
      `Database backups are taken every ${each(scenario.interval)} and reach ${otherRegion} within ${scenario.copy} minutes. In a drill, restoring one took ${span(scenario.restore)} and building the application tier from templates ${scenario.build} minutes. Promoting a trial replica, which lagged by ${scenario.lag} minutes at worst, took ${scenario.promote} minutes, scaling out a small fleet ${scenario.scale}, and the DNS change ${scenario.redirect}.`,
      'Which strategy meets these objectives MOST cost-effectively?',
    ])
  },
  (scenario) => {
    const { setting, otherRegion, rpo, rto } = scenario
    return paragraphs(
      `An audit of ${setting.who} found no recovery plan for a failure of ${setting.region}. For the ${setting.systems[1].name}, a recovery time objective (RTO) of ${span(rto)} and a recovery point objective (RPO) of ${span(rpo)} have been agreed. The ${setting.teams[0]} has rehearsed each step in ${otherRegion}:`,
      bullets([
        `Restore of the database: ${span(scenario.restore)}, from backups that are made every ${each(scenario.interval)} and copied within ${scenario.copy} minutes`,
        `Promotion of a replica: ${scenario.promote} minutes, replication lag up to ${scenario.lag} minutes`,
        `Application tier: ${scenario.build} minutes to build, ${scenario.scale} minutes to scale out`,
        `DNS: ${scenario.redirect} minutes, after the other steps`,
      ]),
      'Which plan meets the objectives at the LOWEST cost?',
    )
  },
  (scenario) => {
    const { setting, otherRegion, rpo, rto } = scenario
    return paragraphs([
      `“We can live with ${span(rto)} without the ${setting.systems[0].name} and with typing in the last ${each(rpo)} again, and not with more,” says the head of the ${setting.teams[0]} of ${setting.who}. Until now, backups every ${each(scenario.interval)} are the only precaution.`,
      `Tests in ${otherRegion} took ${span(scenario.restore)} for a restore of the database and ${scenario.build} minutes to create the servers. A backup arrives there ${scenario.copy} minutes after it was started. A replica, ${scenario.lag} minutes behind at most, could be promoted in ${scenario.promote} minutes, a running fleet enlarged in ${scenario.scale}, and users redirected in ${scenario.redirect}.`,
      'Which approach should an architect recommend for the LOWEST cost?',
    ])
  },
  (scenario) => {
    const { setting, otherRegion, rpo, rto } = scenario
    return paragraphs([
      `In last month's recovery exercise, ${setting.who} brought up the ${setting.systems[1].name} in ${otherRegion} step by step: ${span(scenario.restore)} to restore the database, ${scenario.build} minutes to deploy the application servers, ${scenario.redirect} minutes to change DNS. The restored data came from a backup that is taken every ${each(scenario.interval)} and copied within ${scenario.copy} minutes.`,
      `A second run used a database replica with a lag below ${scenario.lag + 1} minutes, whose promotion took ${scenario.promote} minutes; a few running servers were scaled out in ${scenario.scale}.`,
      `The contract allows ${span(rto)} of interruption and ${span(rpo)} of lost data. Which setup should be kept as the LOWEST-cost way to fulfill it?`,
    ])
  },
  (scenario) => {
    const { setting, otherRegion, rpo, rto } = scenario
    return paragraphs([
      `A new insurer of ${setting.who} covers a failed Region if the ${setting.systems[0].name} is back within ${span(rto)} and no more than ${span(rpo)} of entries are missing.`,
      `The ${setting.teams[1]} has timed what a recovery in ${otherRegion} consists of. The database comes back from a backup in ${span(scenario.restore)} or from a promoted replica in ${scenario.promote} minutes. The application tier is built in ${scenario.build} minutes or, where a small one runs, scaled out in ${scenario.scale}. Traffic follows ${scenario.redirect} minutes later. Backups start every ${each(scenario.interval)} and are copied in ${scenario.copy} minutes, while a replica lags by ${scenario.lag} minutes or less.`,
      'Which arrangement satisfies the insurer at the LOWEST cost?',
    ])
  },
]

type Wording = Readonly<Record<StrategyName, (scenario: StrategyScenario) => string>>

/** Ways in which colleagues propose the same strategies. */
const wordings: readonly Wording[] = [
  {
    backup: ({ interval }) =>
      `Backup and restore, with a backup copied to the second Region every ${each(interval)}`,
    'frequent-backup': ({ shortInterval }) =>
      `Backup and restore, with a backup copied to the second Region every ${each(shortInterval)}`,
    'pilot-light': () =>
      'Pilot light with a live database replica and an application tier that is created on demand',
    'warm-standby': () =>
      'Warm standby with a live database replica and a small application tier that is scaled out',
    'hot-standby': () => 'Hot standby with a live database replica and an application tier of full size',
  },
  {
    backup: ({ interval }) =>
      `Keep copying backups every ${each(interval)}, and restore and build after a failure`,
    'frequent-backup': ({ shortInterval }) =>
      `Copy backups every ${each(shortInterval)} from now on, and restore and build after a failure`,
    'pilot-light': () => 'Replicate the database, and deploy the servers from templates after a failure',
    'warm-standby': () =>
      'Replicate the database, and keep a few servers running that are scaled out after a failure',
    'hot-standby': () => 'Replicate the database, and keep as many servers running as in the first Region',
  },
  {
    backup: ({ otherRegion, interval }) =>
      `Backups in ${otherRegion} every ${each(interval)}, and nothing that runs there`,
    'frequent-backup': ({ otherRegion, shortInterval }) =>
      `Backups in ${otherRegion} every ${each(shortInterval)}, and nothing that runs there`,
    'pilot-light': ({ otherRegion }) =>
      `A database replica in ${otherRegion}, and templates for the application servers`,
    'warm-standby': ({ otherRegion }) =>
      `A database replica in ${otherRegion}, and a scaled-down fleet of servers`,
    'hot-standby': ({ otherRegion }) =>
      `A database replica in ${otherRegion}, and a complete fleet of servers`,
  },
]

function text(answer: Answer, scenario: StrategyScenario): string {
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  return wording[answer as StrategyName](scenario)
}

/** A computed span, in hours to one decimal where it is long. */
const about = (minutes: number): string =>
  minutes <= 120 ? span(minutes) : `${Number((minutes / 60).toFixed(1))} hours`

const figures = (scenario: StrategyScenario, name: StrategyName): string => {
  const { rpo, rto } = outcomeOf(scenario, name)
  return `at worst ${about(rpo)} of data are lost and recovery takes ${about(rto)}`
}

const shortNames: Readonly<Record<StrategyName, string>> = {
  backup: 'with the backups of today',
  'frequent-backup': 'with more frequent backups',
  'pilot-light': 'with a pilot light',
  'warm-standby': 'with a warm standby',
  'hot-standby': 'with a hot standby',
}

/** What a strategy misses, or that a cheaper one is enough. */
function verdict({ scenario, answer }: Told<StrategyScenario>): string {
  const name = answer as StrategyName
  const { rpo, rto } = outcomeOf(scenario, name)
  const missed = [
    ...(rpo > scenario.rpo ? [`${span(scenario.rpo)} of data`] : []),
    ...(rto > scenario.rto ? [`${span(scenario.rto)} of downtime`] : []),
  ]
  if (missed.length > 0)
    return `${capitalised(figures(scenario, name))}, more than the accepted ${missed.join(' and ')}.`
  const key = solveStrategy(scenario)[0] as StrategyName
  return `This meets the objectives and costs more than needed: ${shortNames[key]}, ${figures(scenario, key)}.`
}

/** Words the scenario in one of five structures. */
export const renderStrategy = wordedBy<StrategyScenario>({
  stems: structures,
  text,
  reasons: {
    key: ({ scenario, answer }) =>
      `${capitalised(figures(scenario, answer as StrategyName))}; each cheaper strategy misses an objective.`,
    'objectives-swapped': verdict,
    'cost-alone': verdict,
    'best-regardless': verdict,
    'downtime-alone': verdict,
    'loss-alone': verdict,
    'data-alone': verdict,
    'running-is-safe': verdict,
    'replica-is-safe': verdict,
  },
})
