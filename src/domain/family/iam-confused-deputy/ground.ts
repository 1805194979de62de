import type { IamCase } from '../../cloud/iam/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Probe } from '../control/proposals.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import { pick } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** A service that acts for its customers on a resource of this account. */
export type Deputy = {
  readonly service: string
  readonly name: string
  readonly action: string
  /** ARN of the resource, and the pattern that a loose policy names. */
  readonly target: string
  readonly loose: string
  readonly noun: string
  /** ARN of what the service acts for. */
  readonly source: string
  readonly sourceNoun: string
}

const deputies: readonly Deputy[] = [
  {
    service: 's3.amazonaws.com',
    name: 'Amazon S3',
    action: 'sns:Publish',
    target: 'arn:aws:sns:region:account:slug-uploads',
    loose: 'arn:aws:sns:region:account:*',
    noun: 'topic',
    source: 'arn:aws:s3:::name-incoming',
    sourceNoun: 'bucket',
  },
  {
    service: 's3.amazonaws.com',
    name: 'Amazon S3',
    action: 'sqs:SendMessage',
    target: 'arn:aws:sqs:region:account:slug-new-objects',
    loose: 'arn:aws:sqs:region:account:*',
    noun: 'queue',
    source: 'arn:aws:s3:::name-landing',
    sourceNoun: 'bucket',
  },
  {
    service: 'cloudtrail.amazonaws.com',
    name: 'AWS CloudTrail',
    action: 's3:PutObject',
    target: 'arn:aws:s3:::slug-audit-trail/AWSLogs/account/log.gz',
    loose: 'arn:aws:s3:::slug-audit-trail/*',
    noun: 'log bucket',
    source: 'arn:aws:cloudtrail:region:account:trail/main',
    sourceNoun: 'trail',
  },
  {
    service: 'logging.s3.amazonaws.com',
    name: 'Amazon S3 server access logging',
    action: 's3:PutObject',
    target: 'arn:aws:s3:::slug-access-logs/2026-11-24',
    loose: 'arn:aws:s3:::slug-access-logs/*',
    noun: 'log bucket',
    source: 'arn:aws:s3:::name-site',
    sourceNoun: 'website bucket',
  },
]

/** For whom the service is to act: one source, every source of the account, or of the organization. */
export type Scope = 'source' | 'account'

export type DeputyGround = {
  readonly setting: Setting
  readonly account: string
  readonly stranger: string
  readonly organization: string
  readonly deputy: Deputy
  readonly office: string
}

/** Draws a service, its resource, and the accounts around it. */
export function drawDeputyGround(random: SeededRandom): DeputyGround {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const deputy = pick(random, deputies)
  const fill = (text: string): string =>
    text
      .replace('region', setting.region)
      .replace('account', account)
      .replace('slug', setting.business.slug)
      .replace('name', `${setting.business.slug}-${setting.records[0].slug}`)
  const letters = Array.from({ length: 10 }, () => 'abcdefghijkmnpqrstuvwxyz23456789'[random.integer(32)])
  return {
    ...{ setting, account },
    stranger: drawAccount(random, [account]),
    organization: `o-${letters.join('')}`,
    deputy: {
      ...deputy,
      target: fill(deputy.target),
      loose: fill(deputy.loose),
      source: fill(deputy.source),
    },
    office: `203.0.113.${16 * random.integer(16)}/28`,
  }
}

type Change = Pick<Statement, 'Condition'> & {
  readonly principal?: unknown
  readonly resource?: string
}

/** The policy of the resource after a change; without one, any customer of the service can have it act. */
export const policyWith = (
  { deputy }: DeputyGround,
  { Condition, principal, resource }: Change = {},
): Document =>
  policyOf([
    {
      Effect: 'Allow',
      Principal: principal ?? { Service: deputy.service },
      Action: deputy.action,
      Resource: resource ?? deputy.loose,
      ...(Condition === undefined ? {} : { Condition }),
    },
  ])

/** For whom the service calls: the known source, another one of the account, or one of a stranger. */
export type Caller = 'known' | 'sibling' | 'stranger'

const sourceOf = ({ account, stranger, deputy }: DeputyGround, caller: Caller): string => {
  if (caller === 'known') return deputy.source
  return caller === 'sibling'
    ? `${deputy.source}-scratch`
    : deputy.source.replace(account, stranger).replace(':::', ':::other-')
}

/** A request of the service on behalf of somebody. */
export function deputyProbe(
  ground: DeputyGround,
  change: Change,
  { caller, wanted }: { readonly caller: Caller; readonly wanted: boolean },
): Probe {
  const { account, stranger, deputy } = ground
  const asked: IamCase = {
    principal: deputy.service,
    action: deputy.action,
    resource: deputy.target,
    owner: account,
    ctx: {
      'aws:SourceAccount': caller === 'stranger' ? stranger : account,
      'aws:SourceArn': sourceOf(ground, caller),
    },
    resourcePolicy: policyWith(ground, change),
  }
  return { who: caller, wanted, asked }
}
