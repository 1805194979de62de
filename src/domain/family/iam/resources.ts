import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { pick, pickSome } from '../parts/draw.ts'
import type { Setting } from '../parts/setting.ts'

/** What can be done to a resource: the action, words that stand as an option, the ARN that the request names. */
export type Deed = { readonly action: string; readonly words: string; readonly target: string }

/** A resource of one service. `noun` names it after "on"; `arns` are what a policy names to cover all deeds. */
export type Resource = {
  readonly service: string
  readonly serviceName: string
  readonly noun: string
  readonly arns: readonly string[]
  readonly deeds: readonly Deed[]
}

/** Whose resources, in which account. */
export type Place = { readonly setting: Setting; readonly account: string }

/** How resources of one kind are named and spoken of; `@` stands for the name, `#` for a file. */
type Kind = {
  readonly service: string
  readonly serviceName: string
  readonly noun: string
  readonly of: 'records' | 'systems'
  readonly endings: readonly string[]
  readonly target: string
  readonly granted: string
  readonly deeds: Readonly<Record<string, string>>
}

const files = [
  '2026/q1/summary.csv',
  'incoming/batch-07.zip',
  'final/index.json',
  '2025/archive.tar',
  'shared/readme.pdf',
  'draft/v2.docx',
] as const

const bucket: Kind = {
  service: 's3',
  serviceName: 'Amazon S3',
  noun: 'bucket',
  of: 'records',
  endings: [''],
  target: 'arn:aws:s3:::@/#',
  granted: 'arn:aws:s3:::@/*',
  deeds: {
    GetObject: 'Download `#` from the `@` bucket',
    PutObject: 'Upload `#` to the `@` bucket',
    DeleteObject: 'Delete `#` from the `@` bucket',
  },
}

const kinds: readonly Kind[] = [
  bucket,
  {
    service: 'sqs',
    serviceName: 'Amazon SQS',
    noun: 'queue',
    of: 'systems',
    endings: ['-jobs', '-intake', '-work', '-retries'],
    target: 'arn:aws:sqs:region:account:@',
    granted: 'arn:aws:sqs:region:account:@',
    deeds: {
      SendMessage: 'Send a message to the `@` queue',
      ReceiveMessage: 'Receive messages from the `@` queue',
      PurgeQueue: 'Purge the `@` queue of all its messages',
    },
  },
  {
    service: 'dynamodb',
    serviceName: 'Amazon DynamoDB',
    noun: 'table',
    of: 'systems',
    endings: ['-state', '-history', '-index', '-profiles'],
    target: 'arn:aws:dynamodb:region:account:table/@',
    granted: 'arn:aws:dynamodb:region:account:table/@',
    deeds: {
      GetItem: 'Read an item from the `@` table',
      PutItem: 'Write an item to the `@` table',
      DeleteTable: 'Delete the `@` table with its items',
    },
  },
  {
    service: 'sns',
    serviceName: 'Amazon SNS',
    noun: 'topic',
    of: 'systems',
    endings: ['-alerts', '-events', '-notices'],
    target: 'arn:aws:sns:region:account:@',
    granted: 'arn:aws:sns:region:account:@',
    deeds: {
      Publish: 'Publish a message to the `@` topic',
      Subscribe: 'Subscribe an endpoint to the `@` topic',
      DeleteTopic: 'Delete the `@` topic and its subscriptions',
    },
  },
  {
    service: 'lambda',
    serviceName: 'AWS Lambda',
    noun: 'function',
    of: 'systems',
    endings: ['-worker', '-importer', '-exporter'],
    target: 'arn:aws:lambda:region:account:function:@',
    granted: 'arn:aws:lambda:region:account:function:@',
    deeds: {
      InvokeFunction: 'Invoke the `@` function',
      UpdateFunctionCode: 'Deploy new code to the `@` function',
      DeleteFunction: 'Delete the `@` function and its versions',
    },
  },
  {
    service: 'secretsmanager',
    serviceName: 'AWS Secrets Manager',
    noun: 'secret',
    of: 'systems',
    endings: ['/api-token', '/database-login', '/signing-key'],
    target: 'arn:aws:secretsmanager:region:account:secret:@-A1b2C3',
    granted: 'arn:aws:secretsmanager:region:account:secret:@-*',
    deeds: {
      GetSecretValue: 'Retrieve the value of the `@` secret',
      PutSecretValue: 'Store a new value in the `@` secret',
      DeleteSecret: 'Schedule deletion of the `@` secret',
    },
  },
]

function makeResource(kind: Kind, random: SeededRandom, { setting, account }: Place): Resource {
  const owned = pick(random, setting[kind.of]).slug
  const name =
    kind.of === 'records' ? `${setting.business.slug}-${owned}` : `${owned}${pick(random, kind.endings)}`
  const file = pick(random, files)
  const fill = (text: string): string =>
    text
      .replace(':region:account:', `:${setting.region}:${account}:`)
      .replaceAll('@', name)
      .replaceAll('#', file)
  return {
    service: kind.service,
    serviceName: kind.serviceName,
    noun: `the \`${name}\` ${kind.noun}`,
    arns: [fill(kind.granted)],
    deeds: Object.entries(kind.deeds).map(([action, words]) => ({
      action: `${kind.service}:${action}`,
      words: fill(words),
      target: fill(kind.target),
    })),
  }
}

/** Some resources, each of another service. @example drawResources(seededRandom('1'), place, 2).length // 2 */
export const drawResources = (random: SeededRandom, place: Place, count: number): readonly Resource[] =>
  pickSome(random, kinds, count).map((kind) => makeResource(kind, random, place))

/** A bucket for one of the organisation's records. @example drawBucket(seededRandom('1'), place).service // 's3' */
export const drawBucket = (random: SeededRandom, place: Place): Resource =>
  makeResource(bucket, random, place)

/** Another resource of the same kind, with "archive" in its name. @example siblingOf(resource).service === resource.service // true */
export function siblingOf(resource: Resource): Resource {
  const name = /`([^`]+)`/.exec(resource.noun)?.[1] ?? ''
  const renamed = name.replace(/^([a-z]+)/, '$1-archive')
  const rename = (text: string): string => text.replaceAll(name, renamed)
  return {
    ...resource,
    noun: rename(resource.noun),
    arns: resource.arns.map(rename),
    deeds: resource.deeds.map(({ action, words, target }) => ({
      action,
      words: rename(words),
      target: rename(target),
    })),
  }
}
