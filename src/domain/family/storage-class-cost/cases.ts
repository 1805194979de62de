import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Told } from '../parts/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { inWords } from '../parts/words.ts'
import { archiveData, briefData, coolingData, derivedData, smallData } from './bundles.ts'
import { explained, moves, uploads } from './deeds.ts'
import type { StorageNeed, StorageState } from './solve.ts'

type Case = (random: SeededRandom, facts: FactValues) => Told<StorageState, StorageNeed>

const aYear = 365

const lower = (who: string): string => who.charAt(0).toLowerCase() + who.slice(1)

/** Opened often at first and rarely, but at once, later. */
export const coolsDown: Case = (random, facts) => {
  const { who, what, early, late, kilobytes } = pick(random, coolingData)
  const years = between(random, 3, 9)
  const earlyDays = pick(random, [30, 45, 60, 90])
  const opening = pick(random, [
    `${who} stores ${what} in Amazon S3 Standard and has to keep them for ${inWords(years)} years.`,
    `Storage costs of ${lower(who)} grow by the month, since it keeps its ${what} in Amazon S3 Standard for ${inWords(years)} years.`,
  ])
  return explained(
    `${opening} ${early}, which is over after ${earlyDays} days. ${late}. No second copy exists, so that the files have to survive the loss of an Availability Zone. Which solution has the LOWEST cost?`,
    {
      ...{ kilobytes, earlyDays, days: years * aYear },
      ...{ earlyReads: between(random, 6, 9), lateReads: 0.5, hours: 0, safe: true },
    },
    moves(earlyDays),
    facts,
  )
}

/** Kept for years because they must be. */
export const keptByDuty: Case = (random, facts) => {
  const { who, what, duty, asks } = pick(random, archiveData)
  const years = between(random, 5, 15)
  const terabytes = between(random, 3, 40) * 10
  const opening = pick(random, [
    `${who} is closing its tape library and will move ${terabytes} TB of ${what} to Amazon S3.`,
    `The storage system of ${lower(who)} reaches its end of life, and ${terabytes} TB of ${what} will move from it to Amazon S3.`,
  ])
  return explained(
    `${opening} ${duty} that they are kept for another ${inWords(years)} years, although nobody works with them any more. ${asks}. The old copies will be destroyed, and the loss of an Availability Zone must do no harm. Which choice is the MOST cost-effective?`,
    {
      kilobytes: 6000,
      days: years * aYear,
      earlyDays: 0,
      earlyReads: 0,
      lateReads: 0.02,
      hours: 24,
      safe: true,
    },
    uploads(random.integer(2)),
    facts,
  )
}

/** Can be made again. */
export const madeAgain: Case = (random, facts) => {
  const { who, what, source, use } = pick(random, derivedData)
  const terabytes = between(random, 2, 60)
  const opening = pick(random, [
    `${who} keeps ${terabytes} TB of ${what} in Amazon S3 Standard.`,
    `In Amazon S3 Standard, ${lower(who)} has ${terabytes} TB of ${what}.`,
  ])
  return explained(
    `${opening} ${use} and should not have to wait. New files replace the old ones after a year. If some were lost with an Availability Zone, that would be a nuisance, since they ${source} within a day. Which change lowers the cost MOST?`,
    {
      ...{ kilobytes: between(random, 3, 30) * 1000, days: aYear, earlyDays: 0, earlyReads: 0 },
      ...{ lateReads: 7, hours: 0, safe: false },
    },
    uploads(1, ['standard']),
    facts,
  )
}

/** Deleted after days. */
export const soonDeleted: Case = (random, facts) => {
  const { who, what, why } = pick(random, briefData)
  const days = between(random, 5, 16)
  const terabytes = between(random, 2, 50)
  const opening = pick(random, [
    `${who} writes ${terabytes} TB of ${what} to Amazon S3 each month.`,
    `Each month, ${lower(who)} puts ${terabytes} TB of ${what} into an Amazon S3 bucket.`,
  ])
  return explained(
    `${opening} Because of ${why}, a lifecycle rule deletes them after ${inWords(days)} days. Few are ever opened, and then at once. The loss of an Availability Zone must not destroy them earlier. A colleague finds S3 Standard too expensive for data that are hardly read. Which choice has the LOWEST cost?`,
    {
      ...{ kilobytes: between(random, 1, 30) * 900, days, earlyDays: 0, earlyReads: 0 },
      ...{ lateReads: 0.1, hours: 0, safe: true },
    },
    uploads(random.integer(2)),
    facts,
  )
}

/** So small that minimum sizes decide. */
export const verySmall: Case = (random, facts) => {
  const { who, what, reader } = pick(random, smallData)
  const kilobytes = between(random, 4, 14)
  const millions = between(random, 20, 300)
  const days = pick(random, [60, 75, 90])
  const opening = pick(random, [
    `An application of ${lower(who)} writes ${what} to Amazon S3, each as an object of about ${kilobytes} KB.`,
    `${who} stores its ${what} in Amazon S3, as objects of about ${kilobytes} KB.`,
  ])
  return explained(
    `${opening} Some ${millions} million arrive in a month, and a lifecycle rule deletes them after ${days} days. Few are opened again, but then ${reader} is waiting. The objects have to be kept in several Availability Zones, and the application cannot combine them. Which choice has the LOWEST cost?`,
    { kilobytes, days, earlyDays: 0, earlyReads: 0, lateReads: 0.1, hours: 0, safe: true },
    uploads(random.integer(2)),
    facts,
  )
}
