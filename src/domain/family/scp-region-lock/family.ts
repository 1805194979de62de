import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { type Ablation, asItIs, type Candidate, deniedUnder, named, optionFor } from '../iam/candidates.ts'
import { type Document, fullAccess, policyOf } from '../iam/policies.ts'
import { organizationsReference } from '../iam/references.ts'
import { chance, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawAccount, drawSetting, regions, type Setting } from '../parts/setting.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

type RegionScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly homes: readonly string[]
  readonly exempt: string
  readonly scp: Document
  readonly member: string
  readonly management: string
  readonly candidates: readonly Candidate[]
}

/** Services with one endpoint for the world; their requests carry us-east-1. */
const globals = [
  {
    listed: 'iam:*',
    action: 'iam:CreateRole',
    words: 'create an IAM role',
    resource: 'arn:aws:iam::account:role/New',
  },
  {
    listed: 'cloudfront:*',
    action: 'cloudfront:CreateDistribution',
    words: 'create an Amazon CloudFront distribution',
    resource: 'arn:aws:cloudfront::account:distribution/new',
  },
  {
    listed: 'route53:*',
    action: 'route53:CreateHostedZone',
    words: 'create an Amazon Route 53 hosted zone',
    resource: '*',
  },
  {
    listed: 'organizations:*',
    action: 'organizations:DescribeOrganization',
    words: 'describe the organization',
    resource: '*',
  },
] as const

const regional = [
  {
    action: 'sqs:CreateQueue',
    words: 'create an Amazon SQS queue',
    resource: 'arn:aws:sqs:region:account:new',
  },
  {
    action: 'lambda:CreateFunction',
    words: 'create an AWS Lambda function',
    resource: 'arn:aws:lambda:region:account:function:new',
  },
  {
    action: 'dynamodb:CreateTable',
    words: 'create an Amazon DynamoDB table',
    resource: 'arn:aws:dynamodb:region:account:table/new',
  },
  { action: 'ec2:CreateVpc', words: 'create a VPC', resource: 'arn:aws:ec2:region:account:vpc/vpc-new' },
  {
    action: 'rds:CreateDBInstance',
    words: 'create an Amazon RDS DB instance',
    resource: 'arn:aws:rds:region:account:db:new',
  },
] as const

const exempted = ['NetworkBaseline', 'LandingZonePipeline', 'BreakGlass', 'AccountVending'] as const

type Ground = Pick<RegionScenario, 'setting' | 'homes' | 'exempt' | 'scp' | 'member' | 'management'> & {
  readonly away: string
}

function lockTo(homes: readonly string[], exempt: string): Document {
  return policyOf([
    {
      Effect: 'Deny',
      NotAction: [...globals.map(({ listed }) => listed), 'sts:*', 'support:*'],
      Resource: '*',
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': homes },
        ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${exempt}` },
      },
    },
  ])
}

function drawGround(random: SeededRandom): Ground {
  const member = drawAccount(random)
  const others = regions.filter((region) => region !== 'us-east-1')
  const [away = '', ...rest] = shuffle(others, random)
  const homes = rest.slice(0, pick(random, [1, 2]))
  const exempt = pick(random, exempted)
  return {
    ...{ member, homes, exempt, away },
    setting: drawSetting(random),
    management: drawAccount(random, [member]),
    scp: lockTo(homes, exempt),
  }
}

/** Something that can be asked for: the action, words after "asks to", and the ARN with places to fill in. */
type Deed = { readonly action: string; readonly words: string; readonly resource: string }

/** Who asks for what, where, and why it passes or fails. */
type Request = {
  readonly who: string
  readonly principal: string
  readonly deed: Deed
  readonly region: string
  readonly why: string
}

function askOf({ scp, management, member }: Ground, { principal, deed, region }: Request): IamCase {
  const account = principal.split(':')[4] ?? member
  return {
    principal,
    action: deed.action,
    resource: deed.resource.replace('region', region).replace('account', account),
    owner: account,
    ctx: { 'aws:RequestedRegion': region, 'aws:PrincipalArn': principal },
    identity: fullAccess,
    scp: [{ id: 'Root', policies: [fullAccess, scp] }],
    managementAccount: management,
  }
}

function blockedRequest({ member, away }: Ground, deed: Deed, root: boolean): Request {
  const who = root ? 'The root user' : 'An administrator'
  return {
    who: `${who} of member account ${member}`,
    principal: `arn:aws:iam::${member}:${root ? 'root' : 'role/Admin'}`,
    deed,
    region: away,
    why: root
      ? 'SCPs bind the root user of a member account too, and the Region is not on the list.'
      : 'The action is not on the NotAction list and the Region is not one of those allowed, so the deny applies.',
  }
}

const launch: Deed = {
  action: 'ec2:RunInstances',
  words: 'launch an Amazon EC2 instance',
  resource: 'arn:aws:ec2:region:account:instance/*',
}

function passingRequests(
  random: SeededRandom,
  { member, management, away, homes, exempt }: Ground,
): readonly Request[] {
  const [first, second, third] = pickSome<Deed>(random, regional, 3) as readonly [Deed, Deed, Deed]
  const admin = {
    who: `An administrator of member account ${member}`,
    principal: `arn:aws:iam::${member}:role/Admin`,
  }
  return [
    {
      ...admin,
      deed: pick<Deed>(random, globals),
      region: 'us-east-1',
      why: 'NotAction leaves out the listed services, so the deny does not reach this global service.',
    },
    {
      who: 'An administrator of the management account',
      principal: `arn:aws:iam::${management}:role/Admin`,
      deed: first,
      region: away,
      why: 'SCPs do not bind principals of the management account.',
    },
    {
      who: `The service-linked role for Amazon EC2 Auto Scaling of member account ${member}`,
      principal: `arn:aws:iam::${member}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
      deed: launch,
      region: away,
      why: 'SCPs do not bind service-linked roles.',
    },
    {
      who: `The role \`${exempt}\` of member account ${member}`,
      principal: `arn:aws:iam::${member}:role/${exempt}`,
      deed: second,
      region: away,
      why: 'ArnNotLike is false for this role, so not all conditions are met and the deny does not apply.',
    },
    {
      ...admin,
      deed: third,
      region: pick(random, homes),
      why: 'The Region is on the list, so StringNotEquals is false and the deny does not apply.',
    },
  ]
}

const isGlobal = ({ action }: Deed): boolean => globals.some((each) => each.action === action)

function sampleRegionLock(random: SeededRandom): RegionScenario {
  const ground = drawGround(random)
  const blocked = blockedRequest(ground, pick<Deed>(random, regional), chance(random, 0.33))
  const requests = [blocked, ...pickSome(random, passingRequests(random, ground), 4)]
  const candidates = requests.map((request): Omit<Candidate, 'id'> => {
    const where = isGlobal(request.deed) ? '' : ` in ${request.region}`
    return {
      text: `${request.who} asks to ${request.deed.words}${where}`,
      why: request.why,
      asked: askOf(ground, request),
    }
  })
  return { ...ground, rendering: random.integer(3), candidates: named(candidates, random) }
}

const rewriteScp =
  (rewrite: (text: string) => string): Ablation =>
  (asked) => ({ ...asked, scp: JSON.parse(rewrite(JSON.stringify(asked.scp))) })

const asPlainRole: Ablation = (asked) => ({
  ...asked,
  principal: asked.principal.replace(/role\/aws-service-role\/.*$/, 'role/Plain'),
})
const asMember: Ablation = ({ managementAccount: _, ...asked }) => asked

const misconceptions: readonly Misconception<RegionScenario>[] = [
  {
    id: 'not-action-blocks-list',
    statement: 'A deny with NotAction blocks the actions that it lists.',
    solve: deniedUnder(rewriteScp((text) => text.replace('"NotAction"', '"Action"'))),
  },
  {
    id: 'management-account-bound',
    statement: 'An SCP at the root of the organization binds the management account.',
    solve: deniedUnder(asMember),
  },
  {
    id: 'service-linked-bound',
    statement: 'Service-linked roles are bound by SCPs as other roles are.',
    solve: deniedUnder(asPlainRole),
  },
  {
    id: 'conditions-alternatives',
    statement: 'A deny with two condition operators applies as soon as one of them is met.',
    solve: deniedUnder(rewriteScp((text) => text.replace(/,"ArnNotLike":\{[^}]*\}/, ''))),
  },
  {
    id: 'region-list-blocks',
    statement: 'The Regions that the condition lists are those that the SCP blocks.',
    solve: deniedUnder(rewriteScp((text) => text.replace('StringNotEquals', 'StringEquals'))),
  },
]

const stems: readonly ((scenario: RegionScenario) => string)[] = [
  ({ setting, scp }) =>
    paragraphs(
      `${capitalised(setting.who)} keeps workloads out of most AWS Regions. FullAWSAccess and this service control policy (SCP) are attached to the root of its organization:`,
      showJson(scp),
      'Every caller below has an IAM policy that allows all actions. Which request is denied?',
    ),
  ({ setting, scp }) =>
    paragraphs(
      `A compliance officer at ${setting.who} asks what the Region lock of the organization stops. The lock is one SCP at the root of the organization, next to FullAWSAccess:`,
      showJson(scp),
      'Identity-based policies allow everything in each case. Which request does the SCP block?',
    ),
  ({ setting, scp, homes }) =>
    paragraphs(
      [
        `The ${setting.teams[0]} of ${setting.who} has to stay in ${homes.join(' and ')}.`,
        'A consultant proposes the following SCP for the root of the organization and predicts its effect on several callers, all of whom hold administrator permissions:',
      ],
      showJson(scp),
      'FullAWSAccess remains attached everywhere. Which call will fail once the SCP is in force?',
    ),
]

/** What a Region lock by SCP stops: global services, exempted roles, service-linked roles, the management account. */
export const regionLockModel: FamilyModel<RegionScenario> = {
  name: 'scp-region-lock',
  title: 'What an SCP that locks Regions stops',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAP-C02 1.4',
    'SAP-C03 2',
    'SCS-C03 6.1',
    'SAA-C03 1.1',
    'SOA-C03 4.1',
    'DOP-C02 2.2',
  ),
  cognitive: 'apply',
  services: ['organizations', 'iam'],
  references: [organizationsReference('scps'), organizationsReference('scpExamples')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleRegionLock,
  solve: deniedUnder(asItIs),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => optionFor(scenario, answer),
  }),
  features: ({ rendering, homes, candidates }) => ({
    rendering,
    homes: homes.length,
    root: candidates.some(({ text }) => text.startsWith('The root user')) ? 1 : 0,
  }),
  angoff: ({ homes = 1, root = 0 }) => 0.72 - 0.04 * homes - 0.1 * root,
}

export const regionLock = familyOf(regionLockModel)
