import type { ContextValue } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { isAllowed } from '../iam/ask.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

/** A service that acts for its customers on a resource of this account. */
const deputies = [
  {
    service: 's3.amazonaws.com',
    name: 'Amazon S3',
    action: 'sns:Publish',
    target: 'arn:aws:sns:region:account:uploads',
    noun: 'topic',
    source: 'arn:aws:s3:::name-incoming',
    sourceNoun: 'bucket',
    does: 'publishes event notifications to',
    passesOn: ['source-account', 'source-arn'],
  },
  {
    service: 'sns.amazonaws.com',
    name: 'Amazon SNS',
    action: 'sqs:SendMessage',
    target: 'arn:aws:sqs:region:account:orders',
    noun: 'queue',
    source: 'arn:aws:sns:region:account:orders',
    sourceNoun: 'topic',
    does: 'delivers messages to',
    passesOn: ['source-arn'],
  },
  {
    service: 'events.amazonaws.com',
    name: 'Amazon EventBridge',
    action: 'sqs:SendMessage',
    target: 'arn:aws:sqs:region:account:events',
    noun: 'queue',
    source: 'arn:aws:events:region:account:rule/nightly',
    sourceNoun: 'rule',
    does: 'sends matched events to',
    passesOn: ['source-arn'],
  },
  {
    service: 'cloudtrail.amazonaws.com',
    name: 'AWS CloudTrail',
    action: 's3:PutObject',
    target: 'arn:aws:s3:::name-trail/AWSLogs/account/log.gz',
    noun: 'bucket',
    source: 'arn:aws:cloudtrail:region:account:trail/main',
    sourceNoun: 'trail',
    does: 'writes its log files to',
    passesOn: ['source-arn'],
  },
  {
    service: 'logging.s3.amazonaws.com',
    name: 'Amazon S3 server access logging',
    action: 's3:PutObject',
    target: 'arn:aws:s3:::name-access-logs/2026-11-24',
    noun: 'bucket',
    source: 'arn:aws:s3:::name-site',
    sourceNoun: 'bucket',
    does: 'writes access logs to',
    passesOn: ['source-account', 'source-arn'],
  },
] as const

type Remedy =
  | 'source-account'
  | 'source-arn'
  | 'source-ip'
  | 'principal-org'
  | 'narrow-resource'
  | 'principal-account'

type DeputyScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly account: string
  readonly stranger: string
  readonly organization: string
  readonly deputy: Readonly<
    Record<'service' | 'name' | 'action' | 'target' | 'noun' | 'source' | 'sourceNoun' | 'does', string>
  >
  /** The remedy that the key is to be; the other right one is not on offer. */
  readonly offered: 'source-account' | 'source-arn'
}

type Condition = NonNullable<Statement['Condition']>

const officeRange = '203.0.113.0/24'

const conditionOf = ({ account, organization, deputy }: DeputyScenario, remedy: Remedy): Condition => {
  const conditions: Readonly<Record<Remedy, Condition>> = {
    'source-account': { StringEquals: { 'aws:SourceAccount': account } },
    'source-arn': { ArnEquals: { 'aws:SourceArn': deputy.source } },
    'source-ip': { IpAddress: { 'aws:SourceIp': officeRange } },
    'principal-org': { StringEquals: { 'aws:PrincipalOrgID': organization } },
    'principal-account': { StringEquals: { 'aws:PrincipalAccount': account } },
    'narrow-resource': {},
  }
  return conditions[remedy]
}

function policyWith(scenario: DeputyScenario, remedy: Remedy | null): Document {
  const { deputy } = scenario
  const condition = remedy === null ? {} : conditionOf(scenario, remedy)
  return policyOf([
    {
      Effect: 'Allow',
      Principal: { Service: deputy.service },
      Action: deputy.action,
      Resource: remedy === 'narrow-resource' ? deputy.target : deputy.target.replace(/[^:/]+$/, '*'),
      ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
    },
  ])
}

type Ctx = Readonly<Record<string, ContextValue>>

/** What a request of the service carries when it acts for an account's resource. */
function carried({ account, stranger, deputy }: DeputyScenario, own: boolean): Ctx {
  const owner = own ? account : stranger
  const source = own ? deputy.source : deputy.source.replace(account, stranger).replace(/(:::)/, '$1other-')
  return { 'aws:SourceAccount': owner, 'aws:SourceArn': source }
}

type Belief = {
  readonly extra?: (scenario: DeputyScenario, own: boolean) => Ctx
  readonly ownAlone?: boolean
}

/** The request of the service for one of the two sides, seen through a belief. */
const passes = (
  scenario: DeputyScenario,
  remedy: Remedy | null,
  own: boolean,
  { extra }: Belief = {},
): boolean =>
  isAllowed({
    principal: scenario.deputy.service,
    action: scenario.deputy.action,
    resource: scenario.deputy.target,
    owner: scenario.account,
    ctx: { ...carried(scenario, own), ...(extra?.(scenario, own) ?? {}) },
    resourcePolicy: policyWith(scenario, remedy),
  })

const remediesOf = ({ offered }: DeputyScenario): readonly Remedy[] => [
  offered,
  'source-ip',
  'principal-org',
  'narrow-resource',
  'principal-account',
]

/** Remedies that let the own side pass and stop the stranger's. */
const curing =
  (belief: Belief) =>
  (scenario: DeputyScenario): Answers =>
    remediesOf(scenario).filter(
      (remedy) =>
        passes(scenario, remedy, true, belief) &&
        (belief.ownAlone === true || !passes(scenario, remedy, false, belief)),
    )

const misconceptions: readonly Misconception<DeputyScenario>[] = [
  {
    id: 'service-calls-from-our-network',
    statement: 'A service that acts for us calls from our own address range.',
    solve: curing({ extra: (_, own) => ({ 'aws:SourceIp': own ? '203.0.113.9' : '198.51.100.9' }) }),
  },
  {
    id: 'service-belongs-to-organization',
    statement: 'A service principal carries the organization of the customer that it acts for.',
    solve: curing({
      extra: ({ organization }, own) => ({ 'aws:PrincipalOrgID': own ? organization : 'o-zzzzzzzzzz' }),
    }),
  },
  {
    id: 'service-has-our-account',
    statement: 'A service principal is a principal of the account that it acts for.',
    solve: curing({
      extra: ({ account, stranger }, own) => ({ 'aws:PrincipalAccount': own ? account : stranger }),
    }),
  },
  {
    id: 'least-privilege-cures',
    statement: 'Naming one resource exactly keeps other customers of the service out.',
    solve: (scenario) =>
      curing({ ownAlone: true })(scenario).filter((remedy) => remedy === 'narrow-resource'),
  },
]

function sampleDeputy(random: SeededRandom): DeputyScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const fill = (text: string): string =>
    text
      .replace('region', setting.region)
      .replace('account', account)
      .replace('name', `${setting.business.slug}-${setting.records[0].slug}`)
  const deputy = pick(random, deputies)
  return {
    setting,
    account,
    rendering: random.integer(3),
    stranger: drawAccount(random, [account]),
    organization: `o-${Array.from({ length: 10 }, () => 'abcdefghijkmnpqrstuvwxyz23456789'[random.integer(32)]).join('')}`,
    deputy: { ...deputy, target: fill(deputy.target), source: fill(deputy.source) },
    offered: pick<DeputyScenario['offered']>(random, deputy.passesOn),
  }
}

const textOf = ({ account, organization, deputy }: DeputyScenario, remedy: Remedy): string => {
  const texts: Readonly<Record<Remedy, string>> = {
    'source-account': `Add a condition that \`aws:SourceAccount\` equals ${account}`,
    'source-arn': `Add a condition that \`aws:SourceArn\` equals the ARN of the ${deputy.sourceNoun}`,
    'source-ip': `Add a condition that \`aws:SourceIp\` lies in the office range ${officeRange}`,
    'principal-org': `Add a condition that \`aws:PrincipalOrgID\` equals ${organization}`,
    'principal-account': `Add a condition that \`aws:PrincipalAccount\` equals ${account}`,
    'narrow-resource':
      deputy.noun === 'bucket'
        ? 'Replace the wildcard in `Resource` by the full path of one object'
        : `Replace the wildcard in \`Resource\` by the full name of the ${deputy.noun}`,
  }
  return texts[remedy]
}

const whyOf = ({ deputy }: DeputyScenario, remedy: Remedy): string => {
  const reasons: Readonly<Record<Remedy, string>> = {
    'source-account':
      'The service passes on the account it acts for, so requests on behalf of other accounts are no longer allowed.',
    'source-arn': `The service passes on the ARN of the ${deputy.sourceNoun} it acts for, so requests on behalf of other accounts are no longer allowed.`,
    'source-ip':
      'The service calls from addresses of its own, so its requests for this account would fail too.',
    'principal-org':
      'A service principal belongs to no organization, so the key is missing and requests for this account would fail too.',
    'principal-account':
      'A service principal belongs to no account, so the key is missing and requests for this account would fail too.',
    'narrow-resource':
      'The service could still be made to act on it by another account; who stands behind the request is not tested.',
  }
  return reasons[remedy]
}

const stems: readonly ((scenario: DeputyScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `${scenario.deputy.name} ${scenario.deputy.does} a ${scenario.deputy.noun} in account ${scenario.account} of ${scenario.setting.who}. A review finds that this policy would let the service act on the ${scenario.deputy.noun} for a ${scenario.deputy.sourceNoun} of any AWS customer:`,
      showJson(policyWith(scenario, null)),
      `The company's own ${scenario.deputy.sourceNoun} in the same account must go on working. Which change prevents the confused deputy problem?`,
    ),
  (scenario) =>
    paragraphs([
      `Someone outside ${scenario.setting.who} entered the name of a ${scenario.deputy.noun} of account ${scenario.account} in the settings of a ${scenario.deputy.sourceNoun} in another AWS account. Since then data that nobody asked for has come in through ${scenario.deputy.name}.`,
      `The policy of the ${scenario.deputy.noun} allows \`${scenario.deputy.action}\` to \`${scenario.deputy.service}\` with a wildcard as the last part of its \`Resource\`.`,
      `The ${scenario.deputy.sourceNoun} of the company lies in the same account and belongs to organization ${scenario.organization}.`,
      "Which change of the policy stops the foreign data and keeps the company's own?",
    ]),
  (scenario) =>
    paragraphs(
      [
        `${capitalised(scenario.setting.who)} prepares an audit of resource-based policies that name services. The ${scenario.setting.teams[0]} flags this one, through which ${scenario.deputy.name} ${scenario.deputy.does} a ${scenario.deputy.noun}:`,
      ],
      showJson(policyWith(scenario, null)),
      `Requests on behalf of the ${scenario.deputy.sourceNoun} in account ${scenario.account}, a member of organization ${scenario.organization}, have to succeed. Those on behalf of other accounts have to fail. Which change meets these requirements?`,
    ),
]

/** Which change keeps a service from acting on a resource for strangers. */
export const confusedDeputyModel: FamilyModel<DeputyScenario> = {
  name: 'iam-confused-deputy',
  title: 'Keeping a service from acting for strangers',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.2',
    'SAP-C02 2.3',
    'SAP-C03 2',
    'SAA-C03 1.2',
    'SOA-C03 4.1',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'DOP-C02 6.2',
  ),
  cognitive: 'apply',
  services: ['iam', 's3', 'sns', 'sqs'],
  references: [iamReference('confusedDeputy'), iamReference('globalKeys')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleDeputy,
  solve: curing({}),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => ({
      text: textOf(scenario, answer as Remedy),
      rationale: whyOf(scenario, answer as Remedy),
    }),
  }),
  features: ({ rendering, offered }) => ({ rendering, byArn: offered === 'source-arn' ? 1 : 0 }),
  angoff: ({ byArn = 0 }) => 0.62 + 0.04 * byArn,
}

export const confusedDeputy = familyOf(confusedDeputyModel)
