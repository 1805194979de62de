import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { storageClassModel } from './family.ts'
import { classesAt } from './prices.ts'
import { costOf, type StorageNeed, type StorageScenario, type StorageState } from './solve.ts'

/** Least days and KB of each class, and KB that an archive adds, written out from the documentation. */
const rules: Readonly<
  Record<string, readonly [days: number, least: number, added: number, standard: number]>
> = {
  standard: [0, 0, 0, 0],
  'standard-ia': [30, 128, 0, 0],
  'one-zone-ia': [30, 128, 0, 0],
  'glacier-instant': [90, 128, 0, 0],
  'glacier-flexible': [90, 0, 32, 8],
  'deep-archive': [180, 0, 32, 8],
}

type Stay = { readonly kind: string; readonly days: number; readonly reads: number }

/** The cost of one object's stay in a class, summed by hand. */
function byHand({ kind, days, reads }: Stay, kilobytes: number): number {
  const prices = classesAt(1).find((one) => one.kind === kind)
  const [leastDays, least, added, standard] = rules[kind] ?? [0, 0, 0, 0]
  const { perGbMonth = 0, retrievalPerGb = 0, perThousandPuts = 0, perThousandGets = 0 } = prices ?? {}
  const stored = (Math.max(kilobytes, least) + added) * perGbMonth + standard * 100
  const requests = ((perThousandPuts + reads * perThousandGets) / 1000) * 1024 ** 2
  return (stored * Math.max(days, leastDays)) / 30 + reads * kilobytes * retrievalPerGb + requests
}

/** Stays, with the reads of the first days all in the first stay: rules move objects when those days are over. */
function staysOf({ first, later }: StorageState, { days, earlyReads, lateReads }: StorageNeed): Stay[] {
  if (later === undefined) return [{ kind: first, days, reads: earlyReads + lateReads }]
  return [
    { kind: first, days: later.after, reads: earlyReads },
    { kind: later.kind, days: days - later.after, reads: lateReads },
  ]
}

function cheapestByHand({ deeds, need }: StorageScenario): string[] {
  const costs = deeds
    .filter(({ state: { first, later } }) => {
      const kinds = [first, later?.kind ?? first]
      const slow = kinds.some((kind) => kind === 'glacier-flexible' || kind === 'deep-archive')
      return !(slow && need.hours < 12) && !(need.safe && kinds.includes('one-zone-ia'))
    })
    .map(({ means, state }) => ({
      means,
      cost: staysOf(state, need).reduce((total, stay) => total + byHand(stay, need.kilobytes), 0),
    }))
    .toSorted((left, right) => left.cost - right.cost)
  return costs.slice(0, 1).map(({ means }) => means)
}

const page = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html'
const values = factValues(shippedFacts())

const plain: StorageNeed = {
  ...{ kilobytes: 4096, days: 365, earlyDays: 0, earlyReads: 0, lateReads: 1, hours: 0, safe: true },
}

const among = (need: StorageNeed): StorageScenario => ({
  ...{ stem: '', rendering: 0, need },
  deeds: classesAt(1).map(({ kind }) => ({ means: kind, text: kind, why: '', state: { first: kind } })),
})

tryFamily(storageClassModel, {
  secondRoute: cheapestByHand,
  golden: [
    {
      name: 'long-lived objects that are accessed once a quarter or less and needed in milliseconds',
      page,
      scenario: among(plain),
      answers: ['glacier-instant'],
    },
    {
      name: 'archives that are rarely accessed and can wait for hours',
      page,
      scenario: among({ ...plain, days: 730, lateReads: 0, hours: 24 }),
      answers: ['deep-archive'],
    },
  ],
})

describe('classes of storage', () => {
  test('a lifecycle rule that comes after the deletion changes nothing', () => {
    const week = { ...plain, days: 7 }
    const late: StorageState = { first: 'standard', later: { after: 30, kind: 'deep-archive' } }
    expect(costOf(late, week, values)).toBe(costOf({ first: 'standard' }, week, values))
  })
})
