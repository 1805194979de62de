import type { IamCase } from '../../cloud/iam/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { Probe } from '../control/proposals.ts'
import { type Document, fullAccess, policyOf, type Statement } from '../iam/policies.ts'
import { pick } from '../parts/draw.ts'
import { drawAccount, drawSetting, regions, type Setting } from '../parts/setting.ts'

/** Something that can be asked for: the action, words for it after "to", and what the resource is called in an ARN. */
export type Deed = { readonly action: string; readonly words: string; readonly resource: string }

/** Services with one endpoint for the world; their requests carry us-east-1. */
const globals = [
  {
    service: 'cloudfront',
    name: 'Amazon CloudFront',
    action: 'cloudfront:CreateDistribution',
    words: 'create a distribution',
    resource: 'arn:aws:cloudfront::account:distribution/new',
  },
  {
    service: 'route53',
    name: 'Amazon Route 53',
    action: 'route53:CreateHostedZone',
    words: 'create a hosted zone',
    resource: '*',
  },
  {
    service: 'iam',
    name: 'AWS Identity and Access Management (IAM)',
    action: 'iam:CreateRole',
    words: 'create a role',
    resource: 'arn:aws:iam::account:role/New',
  },
] as const

const exempted = ['NetworkBaseline', 'LandingZonePipeline', 'BreakGlass', 'AccountVending'] as const

export type LockGround = {
  readonly setting: Setting
  /** Regions that are allowed; us-east-1 is not among them. */
  readonly homes: readonly string[]
  readonly away: string
  readonly member: string
  readonly management: string
  readonly exempt: string
  readonly global: (typeof globals)[number]
  readonly accounts: number
  /** Who got past the lock, where a finding is to be explained. */
  readonly culprit: 'management' | 'service-linked' | 'exempt'
}

/** Draws an organization and the Regions that it keeps to. */
export function drawLockGround(random: SeededRandom): LockGround {
  const member = drawAccount(random)
  const [away = '', ...rest] = shuffle(
    regions.filter((region) => region !== 'us-east-1'),
    random,
  )
  return {
    setting: drawSetting(random),
    ...{ member, away },
    homes: rest.slice(0, pick(random, [1, 2])),
    management: drawAccount(random, [member]),
    exempt: pick(random, exempted),
    global: pick(random, globals),
    accounts: 14 + random.integer(160),
    culprit: pick(random, ['management', 'service-linked', 'exempt'] as const),
  }
}

/** A statement that denies requests to other Regions. */
export const lock = (
  { homes }: LockGround,
  reach: Pick<Statement, 'Action'> | Pick<Statement, 'NotAction'>,
  more: Statement['Condition'] = {},
): Statement => ({
  Effect: 'Deny',
  ...reach,
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': homes }, ...more },
})

/** Services that a lock of Regions leaves out. */
export const exemptServices: readonly string[] = ['cloudfront:*', 'iam:*', 'route53:*', 'sts:*', 'support:*']

/** Spares one role of every account. */
export const sparing = ({ exempt }: LockGround): Statement['Condition'] => ({
  ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${exempt}` },
})

/** Who asks for what and where. */
export type Request = {
  readonly who: string
  readonly wanted: boolean
  /** The part of the principal's ARN after the account. */
  readonly as: string
  readonly region: string
  readonly deed?: Deed
  readonly account?: string
  /** The permissions of an administrator in place of those for some services. */
  readonly admin?: boolean
  readonly boundary?: Document
  readonly beside?: string
}

const launch: Deed = {
  action: 'ec2:RunInstances',
  words: 'launch an instance',
  resource: 'arn:aws:ec2:region:account:instance/*',
}

const someServices = policyOf([
  { Effect: 'Allow', Action: ['ec2:*', 'cloudfront:*', 'iam:*', 'route53:*'], Resource: '*' },
])

/** A request under SCPs that are attached to the root of the organization next to FullAWSAccess. */
export function lockProbe(ground: LockGround, scps: readonly Document[], request: Request): Probe {
  const { member, management } = ground
  const {
    who,
    wanted,
    as,
    region,
    deed = launch,
    account = member,
    admin = false,
    boundary,
    beside,
  } = request
  const principal = `arn:aws:iam::${account}:${as}`
  const asked: IamCase = {
    principal,
    action: deed.action,
    resource: deed.resource.replace('region', region).replace('account', account),
    owner: account,
    ctx: { 'aws:RequestedRegion': region, 'aws:PrincipalArn': principal },
    identity: admin ? fullAccess : someServices,
    scp: [{ id: 'Root', policies: [fullAccess, ...scps] }],
    managementAccount: management,
    ...(boundary === undefined ? {} : { boundary }),
  }
  return { who, wanted, asked, ...(beside === undefined ? {} : { beside }) }
}
