import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { billOf, type StorageScenario, solveStorage } from './solve.ts'

const size = ({ kilobytes }: StorageScenario): string =>
  kilobytes >= 1000 ? `${Number((kilobytes / 1024).toFixed(1))} MB` : `${kilobytes} KB`

const span = (days: number): string =>
  days === 365 ? 'one year' : days === 730 ? 'two years' : `${days} days`

const timesOpened = ['hardly ever opened', 'opened about once', 'opened about twice']

/** How often an object is opened, and how long whoever opens it may wait. */
function access({ reads, maxRetrievalHours: hours }: StorageScenario): string {
  const opened = `an object is ${timesOpened[reads] ?? `opened about ${inWords(reads)} times`} before its deletion`
  if (hours === 0)
    return reads === 0
      ? `${opened}, but whoever does open one expects it within a second`
      : `${opened}, by users who expect it within a second`
  return `${opened}, and a request may take up to ${hours === 24 ? 'a day' : `${inWords(hours)} hours`}`
}

const structures: readonly ((scenario: StorageScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `With its next release, the ${scenario.setting.systems[0].name} of ${scenario.setting.who} will store ${scenario.what} in Amazon S3.`,
      `About ${scenario.millions} million objects of ${size(scenario)} each are expected, and a lifecycle rule will delete each object ${span(scenario.days)} after its upload.`,
      `According to the pilot, ${access(scenario)}.`,
      'No second copy exists, and the loss of an Availability Zone must not destroy the data. Which design has the LOWEST cost?',
    ]),
  (scenario) =>
    paragraphs([
      `“Why are we still paying for S3 Standard?” asks the finance lead of ${scenario.setting.who} about a bucket with ${scenario.what}.`,
      `The bucket receives objects of ${size(scenario)}, some ${scenario.millions} million in all, and the privacy policy demands that they are deleted after ${span(scenario.days)}.`,
      `The access logs show that ${access(scenario)}.`,
      'Each object must survive the failure of a whole Availability Zone. Which reply leads to the LOWEST cost?',
    ]),
  (scenario) =>
    paragraphs(
      `A cost review of the ${scenario.setting.systems[1].name} at ${scenario.setting.who} found that Amazon S3 makes up most of its bill. The engineers collected what they know of the ${scenario.what} in the bucket:`,
      bullets([
        `${scenario.millions} million objects, with an average size of ${size(scenario)}`,
        `Deleted ${span(scenario.days)} after the upload`,
        `Access: ${access(scenario)}`,
      ]),
      'Copies in at least three Availability Zones are a rule of the company. Which proposal gives the LOWEST cost for new objects?',
    ),
  (scenario) =>
    paragraphs([
      `A contract obliges ${scenario.setting.who} to keep ${scenario.what} for ${span(scenario.days)} and to delete them then.`,
      `An export job will write ${scenario.millions} million of them to Amazon S3, ${size(scenario)} each. The ${scenario.setting.teams[0]} knows from the old file server that ${access(scenario)}.`,
      'The originals are destroyed after the export, so the data must withstand the loss of an Availability Zone. Which setting of the export job is MOST cost-effective?',
    ]),
  (scenario) =>
    paragraphs([
      `In a design review at ${scenario.setting.who}, four engineers propose four storage classes for the same ${scenario.what}.`,
      `Their numbers agree: objects of ${size(scenario)}, ${scenario.millions} million of them, a life of ${span(scenario.days)}.`,
      `They also agree that ${access(scenario)}.`,
      'The data cannot be produced again and must remain available when an Availability Zone is lost. Which proposal has the LOWEST total cost?',
    ]),
]

type Proposal = (what: string) => string

/** Ways in which colleagues propose the classes. */
const proposals: readonly Readonly<Record<string, Proposal>>[] = [
  {
    'S3 Standard': (what) => `Leave the ${what} in S3 Standard until they are deleted`,
    'S3 Standard-Infrequent Access': (what) => `Upload the ${what} to S3 Standard-Infrequent Access`,
    'S3 One Zone-Infrequent Access': (what) => `Upload the ${what} to S3 One Zone-Infrequent Access`,
    'S3 Glacier Instant Retrieval': (what) => `Write the ${what} straight to S3 Glacier Instant Retrieval`,
    'S3 Glacier Flexible Retrieval': () =>
      'Archive at once in S3 Glacier Flexible Retrieval with standard restores',
    'S3 Glacier Deep Archive': () => 'Archive at once in S3 Glacier Deep Archive, and restore on request',
  },
  {
    'S3 Standard': () => 'Choose S3 Standard, and change nothing before the deletion',
    'S3 Standard-Infrequent Access': () => 'Choose S3 Standard-Infrequent Access at the upload',
    'S3 One Zone-Infrequent Access': () => 'Choose S3 One Zone-Infrequent Access at the upload',
    'S3 Glacier Instant Retrieval': () => 'Choose S3 Glacier Instant Retrieval at the upload',
    'S3 Glacier Flexible Retrieval': () =>
      'Choose S3 Glacier Flexible Retrieval, and restore objects by request',
    'S3 Glacier Deep Archive': () => 'Choose S3 Glacier Deep Archive, and restore objects by request',
  },
  {
    'S3 Standard': (what) => `Keep the ${what} where uploads land by default, in S3 Standard`,
    'S3 Standard-Infrequent Access': (what) =>
      `Set the storage class of the uploaded ${what} to S3 Standard-Infrequent Access`,
    'S3 One Zone-Infrequent Access': (what) =>
      `Set the storage class of the uploaded ${what} to S3 One Zone-Infrequent Access`,
    'S3 Glacier Instant Retrieval': (what) =>
      `Set the storage class of the uploaded ${what} to S3 Glacier Instant Retrieval`,
    'S3 Glacier Flexible Retrieval': (what) =>
      `Send the ${what} to S3 Glacier Flexible Retrieval on the day of the upload`,
    'S3 Glacier Deep Archive': (what) =>
      `Send the ${what} to S3 Glacier Deep Archive on the day of the upload`,
  },
]

const text = (answer: Answer, { style, what }: StorageScenario): string =>
  proposals[style]?.[String(answer)]?.(what) ?? ''

/** "billed for at least 30 days and as 128 KB an object". */
function minimums({ scenario, facts, answer }: Told<StorageScenario>): string {
  const bill = billOf(scenario, String(answer), facts)
  const billedKilobytes = Math.round((bill?.billedBytes ?? 0) / 1024)
  const days =
    (bill?.billedDays ?? 0) > scenario.days
      ? `bills ${bill?.billedDays} days for a life of ${scenario.days}`
      : `bills the ${scenario.days} days of the life`
  return billedKilobytes > scenario.kilobytes ? `${days} and ${billedKilobytes} KB for each object` : days
}

/** What the class of an option costs beside the best one. */
function comparison(told: Told<StorageScenario>): string {
  const { scenario, facts, answer } = told
  const [key = ''] = solveStorage(scenario, facts).map(String)
  const [own, best] = [billOf(scenario, String(answer), facts), billOf(scenario, key, facts)]
  if (own?.fastEnough === false) return `${answer} takes hours until an object can be read.`
  if (answer === key) return `${answer} ${minimums(told)}, which with requests and reads is the lowest cost.`
  const times = ((own?.total ?? 0) / (best?.total ?? 1)).toFixed(1)
  return `${answer} ${minimums(told)}; with requests and reads it costs about ${times} times as much as ${key}.`
}

const because =
  (why: string) =>
  (told: Told<StorageScenario>): string =>
    `${why} ${capitalised(comparison(told))}`

/** Words the scenario in one of five structures. */
export const renderStorage = wordedBy<StorageScenario>({
  stems: structures,
  text,
  reasons: {
    key: comparison,
    'minimum-days-ignored': because(
      'A minimum storage duration is billed even if objects are deleted earlier.',
    ),
    'minimum-size-ignored': because('Small objects cost requests and a minimum size or an overhead.'),
    'retrieval-free': because('Each read from this class is charged by request and GB.'),
    'lowest-price-in-time': because('The price of storage is one part of the cost.'),
    'retrieval-time-ignored': because('Archived objects must be restored before they can be read.'),
    'one-zone-is-safe': () => 'S3 One Zone-Infrequent Access keeps the data in a single Availability Zone.',
    'standard-when-read': because('A few reads can cost less than storage in S3 Standard.'),
    'infrequent-when-rare': because('Rare reads alone do not decide; duration, size and delay do.'),
  },
})
