import {
  type StorageBill,
  type StorageClass,
  type StoragePlan,
  storageComparison,
  storageFactIds,
} from '../../cloud/capacity/storage-cost.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

/** Objects of one size with their life, and relative prices of the classes. */
export type StorageScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Size of an object in KB of 1,024 bytes, and millions of objects. */
  readonly kilobytes: number
  readonly millions: number
  readonly days: number
  /** How often an object is read in its life. */
  readonly reads: number
  readonly maxRetrievalHours: number
  /** Prices relative to a GB and month of S3 Standard, which is 100. */
  readonly classes: readonly StorageClass[]
}

const planOf = ({
  kilobytes,
  millions,
  days,
  reads,
  maxRetrievalHours,
  classes,
}: StorageScenario): StoragePlan => ({
  objects: millions * 1e6,
  objectBytes: kilobytes * 1024,
  days,
  readsPerObject: reads,
  maxRetrievalHours,
  standardPerGbMonth: 100,
  classes,
})

const cheapest = (plan: StoragePlan, facts: FactValues): Answers => {
  const { cheapest: name } = storageComparison(plan, facts)
  return name === null ? [] : [name]
}

const solve = (scenario: StorageScenario, facts: FactValues): Answers => cheapest(planOf(scenario), facts)

const withoutDays = (facts: FactValues): FactValues => ({
  ...facts,
  's3-infrequent-access-minimum-days': 0,
  's3-glacier-instant-minimum-days': 0,
  's3-glacier-flexible-minimum-days': 0,
  's3-deep-archive-minimum-days': 0,
})

const withoutSizes = (facts: FactValues): FactValues => ({
  ...facts,
  's3-minimum-billable-bytes': 0,
  's3-archive-overhead-bytes': 0,
  's3-archive-overhead-standard-bytes': 0,
})

const misconceptions: readonly Misconception<StorageScenario>[] = [
  {
    id: 'minimum-days-ignored',
    statement: 'An object is billed for the days that it is stored, in every class.',
    solve: (scenario, facts) => cheapest(planOf(scenario), withoutDays(facts)),
  },
  {
    id: 'minimum-size-ignored',
    statement: 'An object is billed by its own size, however small it is.',
    solve: (scenario, facts) => cheapest(planOf(scenario), withoutSizes(facts)),
  },
  {
    id: 'retrieval-free',
    statement: 'Reading from a colder class costs nothing beyond the storage.',
    solve: (scenario, facts) => {
      const plan = planOf(scenario)
      return cheapest({ ...plan, classes: plan.classes.map((one) => ({ ...one, retrievalPerGb: 0 })) }, facts)
    },
  },
  {
    id: 'lowest-price-in-time',
    statement:
      'The class with the lowest storage price among those that are fast enough has the lowest cost.',
    solve: ({ classes, maxRetrievalHours }) =>
      classes
        .filter(({ retrievalHours = 0 }) => retrievalHours <= maxRetrievalHours)
        .toSorted((left, right) => left.perGbMonth - right.perGbMonth)
        .slice(0, 1)
        .map(({ name }) => name),
  },
  {
    id: 'retrieval-time-ignored',
    statement: 'Archived objects can be read as quickly as others.',
    solve: (scenario, facts) => {
      const { maxRetrievalHours: _, ...plan } = planOf(scenario)
      return cheapest(plan, facts)
    },
  },
  {
    id: 'standard-when-read',
    statement: 'Objects that are read at all belong into S3 Standard.',
    solve: ({ reads }) => (reads > 0 ? ['S3 Standard'] : []),
  },
  {
    id: 'infrequent-when-rare',
    statement: 'Objects that are read rarely belong into S3 Standard-IA.',
    solve: () => ['S3 Standard-IA'],
  },
]

function drawClasses(random: SeededRandom): readonly StorageClass[] {
  return [
    { name: 'S3 Standard', kind: 'standard', perGbMonth: 100 },
    {
      name: 'S3 Standard-IA',
      kind: 'standard-ia',
      perGbMonth: between(random, 52, 57),
      retrievalPerGb: between(random, 40, 46),
    },
    {
      name: 'S3 Glacier Instant Retrieval',
      kind: 'glacier-instant',
      perGbMonth: between(random, 16, 19),
      retrievalPerGb: between(random, 120, 135),
    },
    {
      name: 'S3 Glacier Flexible Retrieval',
      kind: 'glacier-flexible',
      perGbMonth: between(random, 14, 16),
      retrievalPerGb: between(random, 40, 46),
      retrievalHours: 5,
    },
    {
      name: 'S3 Glacier Deep Archive',
      kind: 'deep-archive',
      perGbMonth: between(random, 4, 5),
      retrievalPerGb: between(random, 84, 92),
      retrievalHours: 12,
    },
  ]
}

const sample = (random: SeededRandom): StorageScenario => ({
  setting: drawSetting(random),
  rendering: random.integer(3),
  kilobytes: pick(random, [12, 20, 28, 40, 56, 72, 96, 160, 320, 640, 1800, 4200, 9600]),
  millions: between(random, 2, 60),
  days: pick(random, [9, 14, 21, 28, 35, 45, 60, 75, 100, 120, 150, 200, 270, 365, 730]),
  reads: pick(random, [0, 0, 1, 1, 2, 3, 5, 8]),
  maxRetrievalHours: pick(random, [0, 0, 6, 6, 24]),
  classes: drawClasses(random),
})

const size = ({ kilobytes }: StorageScenario): string =>
  kilobytes >= 1000 ? `${Number((kilobytes / 1024).toFixed(1))} MB` : `${kilobytes} KB`

const readWords = ({ reads }: StorageScenario): string => {
  if (reads === 0) return 'are not expected to be read'
  return reads === 1 ? 'are read once on average' : `are read ${reads} times each on average`
}

const needWords = ({ maxRetrievalHours }: StorageScenario): string =>
  maxRetrievalHours === 0
    ? 'a read must return within a second'
    : `a read may take up to ${maxRetrievalHours} hours`

const table = ({ classes }: StorageScenario): string =>
  [
    '```text',
    `${'Class'.padEnd(32)}${'GB-month'.padStart(10)}${'GB read'.padStart(10)}${'Time to read'.padStart(16)}`,
    ...classes.map(
      ({ name, perGbMonth, retrievalPerGb = 0, retrievalHours = 0 }) =>
        `${name.padEnd(32)}${String(perGbMonth).padStart(10)}${String(retrievalPerGb).padStart(10)}${(retrievalHours === 0 ? 'milliseconds' : `${retrievalHours} hours`).padStart(16)}`,
    ),
    '```',
  ].join('\n')

const scope =
  'Prices are relative to a GB and month of S3 Standard (100); request costs are negligible, and objects are put into the class at once.'
const question = 'Which storage class has the LOWEST cost over the life of the objects?'

function billOf({ scenario, facts }: Told<StorageScenario>, name: unknown): StorageBill | undefined {
  return storageComparison(planOf(scenario), facts).bills.find((bill) => bill.name === name)
}

/** Cost of one million objects, as a figure for comparison. */
const costOf = ({ millions }: StorageScenario, bill: StorageBill | undefined): string =>
  Math.round((bill?.total ?? 0) / millions).toLocaleString('en-US')

function figures(told: Told<StorageScenario>): string {
  const [own, key] = [billOf(told, told.answer), billOf(told, solve(told.scenario, told.facts)[0])]
  if (own?.fastEnough === false) return `${own.name} takes too long to read`
  const billed = `billed for ${own?.billedDays} days and ${Math.round((own?.billedBytes ?? 0) / 1024)} KB an object`
  const other = own?.name === key?.name ? '' : `, against ${costOf(told.scenario, key)} in ${key?.name}`
  return `${own?.name} is ${billed}, retrieval included ${costOf(told.scenario, own)} units for a million objects${other}`
}

const because =
  (why: string) =>
  (told: Told<StorageScenario>): string =>
    `${why} ${capitalised(figures(told))}.`

const render = wordedBy<StorageScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} keeps ${scenario.setting.records[0].name} in Amazon S3: ${scenario.millions} million objects of ${size(scenario)}, deleted after ${scenario.days} days. In this time they ${readWords(scenario)}, and ${needWords(scenario)}.`,
        table(scenario),
        [scope, question],
      ),
    (scenario) =>
      paragraphs(
        [
          `The bill for Amazon S3 worries the ${scenario.setting.teams[0]} of ${scenario.setting.who}.`,
          `Most of it is for ${scenario.setting.records[1].name}, objects of ${size(scenario)} each, of which ${scenario.millions} million exist. Objects live for ${scenario.days} days; until then they ${readWords(scenario)}. For users, ${needWords(scenario)}.`,
        ],
        table(scenario),
        [scope, question],
      ),
    (scenario) =>
      paragraphs(
        `A new feature of the ${scenario.setting.systems[0].name} will write objects to Amazon S3. ${capitalised(scenario.setting.who)} expects ${scenario.millions} million of them, ${size(scenario)} each, with a retention of ${scenario.days} days and then deletion. They ${readWords(scenario)}; ${needWords(scenario)}. The architect compares:`,
        table(scenario),
        [scope, question],
      ),
  ],
  text: (answer) => String(answer),
  reasons: {
    key: (told) => `${capitalised(figures(told))}, which is the least of the classes that are fast enough.`,
    'minimum-days-ignored': because(
      'Minimum storage durations are billed also when objects are deleted earlier.',
    ),
    'minimum-size-ignored': because('Small objects are billed with a minimum size or an overhead.'),
    'retrieval-free': because('Every GB that is read from this class is charged.'),
    'lowest-price-in-time': because('The price of storage is one part of the cost.'),
    'retrieval-time-ignored': because('Archived objects must be restored before they can be read.'),
    'standard-when-read': because(
      'Reads are charged by the GB, which can cost less than storage in S3 Standard.',
    ),
    'infrequent-when-rare': because('Rare reads alone do not decide; duration, size and retrieval do.'),
  },
})

/** The storage class with the lowest cost, minimum durations, sizes and retrieval included. */
export const storageClassModel: FamilyModel<StorageScenario> = {
  name: 'storage-class-cost',
  title: 'Storage class with the lowest cost',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 4.1', 'SAP-C02 3.5', 'SAP-C03 3', 'DEA-C01 2.3', 'CLF-C02 4.1'),
  cognitive: 'analyse',
  services: ['s3'],
  references: [capacityPages.storageClasses],
  facts: storageFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario, facts) => {
    const totals = storageComparison(planOf(scenario), facts)
      .bills.filter(({ fastEnough }) => fastEnough)
      .map(({ total }) => total)
      .toSorted((left, right) => left - right)
    return (totals[1] ?? 0) > 1.08 * (totals[0] ?? 0)
  },
  features: ({ rendering, kilobytes, days, reads }) => ({
    rendering,
    small: Number(kilobytes < 128),
    short: Number(days < 90),
    reads,
  }),
  angoff: ({ small = 0, short = 0, reads = 0 }) => 0.66 - 0.1 * small - 0.08 * short - 0.01 * reads,
}

export const storageClassCost = familyOf(storageClassModel)
