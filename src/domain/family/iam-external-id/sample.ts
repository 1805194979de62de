import type { IamCase } from '../../cloud/iam/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { type Candidate, named } from '../iam/candidates.ts'
import { type Document, policyOf } from '../iam/policies.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** A vendor whose product assumes a customer's role. */
export type ExternalIdScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly vendor: string
  readonly account: string
  readonly vendorAccount: string
  readonly role: string
  readonly trust: Document
  readonly permitted: string
  readonly unpermitted: string
  readonly candidates: readonly Candidate[]
}

const vendors = [
  ['a cost reporting vendor', 'Collector', 'Dashboard'],
  ['a backup monitoring vendor', 'Inspector', 'Notifier'],
  ['a log analytics provider', 'Harvester', 'Indexer'],
  ['a security scoring service', 'Scanner', 'Portal'],
  ['a carbon accounting vendor', 'UsageReader', 'ReportWriter'],
  ['a licence auditing firm', 'Auditor', 'Billing'],
] as const

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ'

function drawExternalId(random: SeededRandom, slug: string): string {
  const tail = Array.from({ length: 4 }, () => letters[random.integer(letters.length)]).join('')
  return `${slug}-${between(random, 1000, 9999)}-${tail}`
}

type Ground = Omit<ExternalIdScenario, 'candidates' | 'rendering'> & {
  readonly stranger: string
  readonly externalId: string
}

function drawGround(random: SeededRandom): Ground {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const vendorAccount = drawAccount(random, [account])
  const [vendor, permitted, unpermitted] = pick(random, vendors)
  const externalId = drawExternalId(random, setting.business.slug)
  const trust = policyOf([
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${vendorAccount}:root` },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    },
  ])
  const stranger = drawAccount(random, [account, vendorAccount])
  return {
    ...{ setting, account, vendorAccount, stranger, vendor, permitted, unpermitted, externalId, trust },
    role: `${permitted}Access`,
  }
}

/** Who calls, and what is passed as which parameter. */
type Call = { readonly from?: string; readonly as?: string; readonly ctx: Record<string, string> }

function callOf(ground: Ground, { from = ground.vendorAccount, as = ground.permitted, ctx }: Call): IamCase {
  const target = `arn:aws:iam::${ground.account}:role/${ground.role}`
  const own =
    as === ground.permitted
      ? { Action: 'sts:AssumeRole', Resource: target }
      : { Action: 's3:GetObject', Resource: '*' }
  return {
    principal: `arn:aws:iam::${from}:role/${as}`,
    action: 'sts:AssumeRole',
    resource: target,
    owner: ground.account,
    ctx,
    resourcePolicy: ground.trust,
    identity: policyOf([{ Effect: 'Allow', ...own }]),
  }
}

type Attempt = readonly [call: Call, passes: string, why: string]

const attempts = ({ setting, externalId, unpermitted, stranger }: Ground): readonly Attempt[] => {
  const asId = (id: string): string => `\`${id}\` as the external ID`
  const ctx = { 'sts:ExternalId': externalId }
  const customer = setting.business.slug
  return [
    [
      { as: unpermitted, ctx },
      asId(externalId),
      "Its account is trusted, but the caller's own policy does not allow sts:AssumeRole, and across accounts both sides have to.",
    ],
    [
      { ctx: { 'sts:ExternalId': customer } },
      asId(customer),
      'The trust policy asks for one external ID, and this is another.',
    ],
    [
      { ctx: {} },
      'no external ID with the call',
      'Without an external ID the condition of the trust policy is not met.',
    ],
    [
      { from: stranger, ctx },
      asId(externalId),
      "The trust policy names the vendor's account; knowing the external ID does not make another account trusted.",
    ],
    [
      { ctx: { 'sts:RoleSessionName': externalId } },
      `\`${externalId}\` as the role session name`,
      'The condition tests the external ID of the call; the session name is another parameter.',
    ],
  ]
}

/** Draws a trust policy with an external ID and calls of AssumeRole, one of which succeeds. */
export function sampleExternalId(random: SeededRandom): ExternalIdScenario {
  const ground = drawGround(random)
  const { externalId, permitted, vendorAccount } = ground
  const right: Attempt = [
    { ctx: { 'sts:ExternalId': externalId } },
    `\`${externalId}\` as the external ID`,
    'The caller may call AssumeRole, its account is trusted, and the external ID is the expected one.',
  ]
  const candidates = [right, ...pickSome(random, attempts(ground), 4)].map(
    ([call, passes, why]): Omit<Candidate, 'id'> => ({
      text: `\`${call.as ?? permitted}\` in account ${call.from ?? vendorAccount} passes ${passes}`,
      why,
      asked: callOf(ground, call),
    }),
  )
  return { ...ground, rendering: random.integer(3), candidates: named(candidates, random) }
}
