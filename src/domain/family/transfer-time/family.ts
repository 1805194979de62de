import { wholeUp } from '../../cloud/capacity/round.ts'
import { transferOutcome } from '../../cloud/capacity/transfer-time.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** Data to move over a link of which a share may be used. */
export type TransferScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly terabytes: number
  readonly mbps: number
  /** Share of the link in percent. */
  readonly share: number
}

const daysOf = ({ terabytes, mbps, share }: Pick<TransferScenario, 'terabytes' | 'mbps' | 'share'>): number =>
  wholeUp(transferOutcome({ dataGb: terabytes * 1000, linkMbps: mbps, utilisation: share / 100 }).networkDays)

const solve = (scenario: TransferScenario) => [daysOf(scenario)]

const misconceptions: readonly Misconception<TransferScenario>[] = [
  {
    id: 'bytes-for-bits',
    statement: 'A link of 1 Gbps carries 1 gigabyte a second.',
    solve: (scenario) => [daysOf({ ...scenario, mbps: scenario.mbps * 8 })],
  },
  {
    id: 'whole-link-used',
    statement: 'A migration can use all of a link, whatever else it carries.',
    solve: (scenario) => [daysOf({ ...scenario, share: 100 })],
  },
  {
    id: 'rest-of-link-used',
    statement: 'The share of the link is what remains for others.',
    solve: (scenario) => [daysOf({ ...scenario, share: 100 - scenario.share })],
  },
  {
    id: 'office-hours',
    statement: 'Data are transferred for eight hours a day.',
    solve: (scenario) => [daysOf({ ...scenario, mbps: scenario.mbps / 3 })],
  },
  {
    id: 'sent-twice',
    statement: 'Data cross the link twice, once for the transfer and once for its verification.',
    solve: (scenario) => [daysOf({ ...scenario, terabytes: 2 * scenario.terabytes })],
  },
]

function sample(random: SeededRandom): TransferScenario {
  const mbps = pick(random, [100, 200, 300, 500, 600, 1000, 2000, 10_000])
  const fullDays = between(random, 8, 60)
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    terabytes: Math.max(2, Math.round((mbps * fullDays * 0.0108 * 10) / 10)),
    mbps,
    share: pick(random, [30, 35, 40, 45, 55, 60, 65, 70, 75, 80]),
  }
}

const link = ({ mbps }: TransferScenario): string => (mbps >= 1000 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`)

const chain = ({ scenario }: Told<TransferScenario>): string => {
  const { terabytes, mbps, share } = scenario
  const gigabytesPerDay = Math.round((mbps * share * 864) / 8) / 1000
  return `${link(scenario)} x ${share / 100} / 8 bits x 86,400 seconds is ${withCommas(Number((gigabytesPerDay / 1).toFixed(0)))} GB a day, and ${withCommas(terabytes * 1000)} GB take ${withCommas(daysOf(scenario))} days`
}

const because =
  (why: string) =>
  (told: Told<TransferScenario>): string =>
    `${why} ${chain(told)}.`

const question = 'How many days does the transfer take, rounded up?'

const render = wordedBy<TransferScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} moves ${withCommas(scenario.terabytes)} TB of ${scenario.setting.records[0].name} to Amazon S3 over its AWS Direct Connect connection of ${link(scenario)}.`,
        `The transfer may use ${scenario.share}% of the connection around the clock, and protocol overhead is part of the rest.`,
        `${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `To decide between the network and a shipped device, the ${scenario.setting.teams[0]} of ${scenario.setting.who} estimates an online migration from these figures:`,
        bullets([
          `Data: ${withCommas(scenario.terabytes)} TB (1 TB = 1,000 GB), which do not change meanwhile`,
          `Internet connection: ${link(scenario)}`,
          `Share of it that AWS DataSync may use, day and night: ${scenario.share}%`,
        ]),
        ['Files are sent once and verified by checksums.', question],
      ),
    (scenario) =>
      paragraphs([
        `A data center of ${scenario.setting.who} closes this year, and ${withCommas(scenario.terabytes)} TB of ${scenario.setting.records[1].name} have to be in AWS before.`,
        `A line of ${link(scenario)} is available. Measurements show that ${scenario.share}% of its bandwidth can be given to the copy at all hours without disturbing the ${scenario.setting.systems[0].name}.`,
        `${question}`,
      ]),
  ],
  text: (answer) => `${withCommas(Number(answer))} days`,
  reasons: {
    key: (told) => `${chain(told)}.`,
    'bytes-for-bits': because('Links are rated in bits, and a byte has eight.'),
    'whole-link-used': because('The transfer has a share of the link.'),
    'rest-of-link-used': because('The share that is named belongs to the transfer.'),
    'office-hours': because('The transfer runs around the clock.'),
    'sent-twice': because('A checksum is verified without sending the data again.'),
  },
})

/** Days that a migration over a network link takes. */
export const transferTimeModel: FamilyModel<TransferScenario> = {
  name: 'transfer-time',
  title: 'Duration of a migration over a link',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 3.5', 'SAP-C02 4.2', 'SAP-C03 4'),
  cognitive: 'apply',
  services: ['datasync', 'direct-connect', 's3'],
  references: [documentation('What is AWS DataSync?', 'datasync/latest/userguide/what-is-datasync.html')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: ({ share, ...rest }) => daysOf({ share, ...rest }) > 3,
  features: ({ rendering, mbps, share }) => ({ rendering, gigabit: Number(mbps >= 1000), share }),
  angoff: ({ rendering, gigabit = 0 }) => 0.7 - 0.05 * gigabit - 0.04 * rendering,
}

export const transferTime = familyOf(transferTimeModel)
