import {
  type StorageBill,
  type StorageClass,
  type StoragePlan,
  storageComparison,
} from '../../cloud/capacity/storage-cost.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'
import { classesAt, priceFactors } from './prices.ts'

/** Objects of one size with their life. The data may not be lost with an Availability Zone. `style` words the options. */
export type StorageScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  /** What is stored, as a plural noun: "call recordings". */
  readonly what: string
  /** Size of an object in KB of 1,024 bytes, and millions of objects. */
  readonly kilobytes: number
  readonly millions: number
  readonly days: number
  /** How often an object is read in its life. */
  readonly reads: number
  /** Longest time until an object can be read; 0 means that a user waits for it. */
  readonly maxRetrievalHours: number
}

type Change = Partial<StoragePlan>

/** Classes that keep data in several Availability Zones. */
const inRegion = (classes: readonly StorageClass[]): readonly StorageClass[] =>
  classes.filter(({ kind }) => kind !== 'one-zone-ia')

const planOf = (scenario: StorageScenario): StoragePlan => ({
  objects: scenario.millions * 1e6,
  objectBytes: scenario.kilobytes * 1024,
  days: scenario.days,
  readsPerObject: scenario.reads,
  maxRetrievalHours: scenario.maxRetrievalHours,
  standardPerGbMonth: 100,
  classes: inRegion(classesAt(1)),
})

/** Bills of the classes, those that are fast enough first and by cost. */
function ranked(plan: StoragePlan, facts: FactValues): readonly StorageBill[] {
  const bills = storageComparison(plan, facts).bills
  return bills.filter(({ fastEnough }) => fastEnough).toSorted((left, right) => left.total - right.total)
}

const cheapest = (scenario: StorageScenario, facts: FactValues, change: Change = {}): Answers =>
  ranked({ ...planOf(scenario), ...change }, facts)
    .slice(0, 1)
    .map(({ name }) => name)

/** The class with the lowest cost over the life of the objects. */
export const solveStorage = (scenario: StorageScenario, facts: FactValues): Answers =>
  cheapest(scenario, facts)

/** The bill of a class, whether it is permitted or not. */
export function billOf(scenario: StorageScenario, name: string, facts: FactValues): StorageBill | undefined {
  const plan = { ...planOf(scenario), classes: classesAt(1) }
  return storageComparison(plan, facts).bills.find((bill) => bill.name === name)
}

/** How much dearer the second-best class must be than the best. */
const margin = 1.15

/** Hours within which a bulk retrieval from S3 Glacier Flexible Retrieval, which is free, has ended. */
const bulkHours = 12

/** Classes at each of the prices, and with bulk retrieval where there is time for it. */
function priceLists({ maxRetrievalHours }: StorageScenario): readonly (readonly StorageClass[])[] {
  const usual = priceFactors.map(classesAt)
  if (maxRetrievalHours < bulkHours) return usual
  const bulk = classesAt(1).map((one) =>
    one.kind === 'glacier-flexible'
      ? { ...one, retrievalPerGb: 0, perThousandGets: 0, retrievalHours: bulkHours }
      : one,
  )
  return [...usual, bulk]
}

/** Whether one class is clearly the cheapest, at each of the prices. */
export function isClear(scenario: StorageScenario, facts: FactValues): boolean {
  const [key] = solveStorage(scenario, facts)
  return priceLists(scenario).every((classes) => {
    const [first, second] = ranked({ ...planOf(scenario), classes: inRegion(classes) }, facts)
    return first !== undefined && first.name === key && (second?.total ?? 0) > margin * first.total
  })
}

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

/** Prices as many remember them: of storage and retrieval, and of storage alone. */
const withoutRequests = inRegion(classesAt(1)).map((one) => ({
  ...one,
  perThousandPuts: 0,
  perThousandGets: 0,
}))
const storageAlone = withoutRequests.map((one) => ({ ...one, retrievalPerGb: 0 }))

/** Beliefs about what a class costs and gives. */
export const storageMisconceptions: readonly Misconception<StorageScenario>[] = [
  {
    id: 'minimum-days-ignored',
    statement: 'An object is billed for the days that it is stored, in every class.',
    solve: (scenario, facts) => cheapest(scenario, withoutDays(facts), { classes: withoutRequests }),
  },
  {
    id: 'minimum-size-ignored',
    statement: 'An object is billed by its own size, however small it is.',
    solve: (scenario, facts) => cheapest(scenario, withoutSizes(facts), { classes: storageAlone }),
  },
  {
    id: 'retrieval-free',
    statement: 'Reading from a colder class costs nothing beyond the storage.',
    solve: (scenario, facts) => cheapest(scenario, facts, { readsPerObject: 0 }),
  },
  {
    id: 'lowest-price-in-time',
    statement:
      'The class with the lowest storage price among those that are fast enough has the lowest cost.',
    solve: (scenario, facts) =>
      cheapest(scenario, withoutDays(withoutSizes(facts)), { classes: storageAlone }),
  },
  {
    id: 'retrieval-time-ignored',
    statement: 'Archived objects can be read as quickly as others.',
    solve: (scenario, facts) => cheapest(scenario, facts, { maxRetrievalHours: Number.POSITIVE_INFINITY }),
  },
  {
    id: 'one-zone-is-safe',
    statement: 'Each S3 storage class keeps data through the loss of an Availability Zone.',
    solve: (scenario, facts) =>
      [...cheapest(scenario, facts, { classes: classesAt(1) }), 'S3 One Zone-Infrequent Access'].slice(0, 2),
  },
  {
    id: 'standard-when-read',
    statement: 'Objects that are read at all belong into S3 Standard.',
    solve: ({ reads }) => (reads > 0 ? ['S3 Standard'] : []),
  },
  {
    id: 'infrequent-when-rare',
    statement: 'Objects that are read rarely belong into S3 Standard-IA.',
    solve: () => ['S3 Standard-Infrequent Access'],
  },
]
