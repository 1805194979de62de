import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type Ablation, allowedUnder, asItIs, optionFor } from '../iam/candidates.ts'
import type { Document } from '../iam/policies.ts'
import { policyOf, withoutConditions } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'
import { type ExternalIdScenario, sampleExternalId } from './sample.ts'

const everything = policyOf([{ Effect: 'Allow', Action: '*', Resource: '*' }])

const rewriteTrust =
  (rewrite: (text: string, asked: IamCase) => string): Ablation =>
  (asked) => ({ ...asked, resourcePolicy: JSON.parse(rewrite(JSON.stringify(asked.resourcePolicy), asked)) })

/** The id is looked for anywhere in the call. */
const idAnywhere: Ablation = (asked) => {
  const name = asked.ctx?.['sts:RoleSessionName']
  return name === undefined ? asked : { ...asked, ctx: { 'sts:ExternalId': name } }
}

const misconceptions: readonly Misconception<ExternalIdScenario>[] = [
  {
    id: 'trust-is-enough',
    statement: 'A trust policy that names the account lets every role of that account in.',
    solve: allowedUnder((asked) => ({ ...asked, identity: everything })),
  },
  {
    id: 'any-id-will-do',
    statement: 'Any external ID opens a role that asks for one.',
    solve: allowedUnder(
      rewriteTrust((text) =>
        text
          .replace('StringEquals', 'StringLike')
          .replace(/"sts:ExternalId":"[^"]+"/, '"sts:ExternalId":"*"'),
      ),
    ),
  },
  {
    id: 'id-is-optional',
    statement: 'An external ID is compared when a caller passes one, and is optional otherwise.',
    solve: allowedUnder(rewriteTrust((text) => text.replace('"StringEquals"', '"StringEqualsIfExists"'))),
  },
  {
    id: 'id-is-a-password',
    statement: 'Whoever knows the external ID may assume the role from any account.',
    solve: allowedUnder(
      rewriteTrust((text, { principal }) => text.replace(/"AWS":"[^"]+"/, `"AWS":"${principal}"`)),
    ),
  },
  {
    id: 'id-anywhere',
    statement: 'The external ID counts in whichever parameter of the call it is passed.',
    solve: allowedUnder(idAnywhere),
  },
  {
    id: 'condition-ignored',
    statement: 'Conditions of a trust policy apply to the session and leave AssumeRole alone.',
    solve: allowedUnder((asked) => ({
      ...asked,
      resourcePolicy: withoutConditions(asked.resourcePolicy as Document),
    })),
  },
]

const roles = ({ permitted, unpermitted, vendorAccount }: ExternalIdScenario): string =>
  `In account ${vendorAccount}, the role \`${permitted}\` may call \`sts:AssumeRole\` on it; the role \`${unpermitted}\` has permissions for Amazon S3 alone.`

const stems: readonly ((scenario: ExternalIdScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} works with ${scenario.vendor} and created the role \`${scenario.role}\` in account ${scenario.account} for it. The trust policy of the role reads:`,
      showJson(scenario.trust),
      `${roles(scenario)} Roles of the same names with the same policies exist in other accounts of the vendor. Which call of AssumeRole succeeds?`,
    ),
  (scenario) =>
    paragraphs(
      [
        `After a migration, ${scenario.vendor} can no longer read the account ${scenario.account} of ${scenario.setting.who} with some of its components.`,
        `They all ask AWS STS for credentials of the role \`${scenario.role}\`.`,
        roles(scenario),
        'Other accounts of the vendor have copies of both roles. The customer shows its trust policy:',
      ],
      showJson(scenario.trust),
      'No service control policy stands in the way. Which of these attempts works?',
    ),
  (scenario) =>
    paragraphs(
      [
        `An auditor checks who can enter account ${scenario.account} of ${scenario.setting.who} through the role \`${scenario.role}\`.`,
        `The role was made for ${scenario.vendor}, which runs copies of its roles \`${scenario.permitted}\` and \`${scenario.unpermitted}\` in several accounts.`,
        roles(scenario),
        'The role of the customer trusts:',
      ],
      showJson(scenario.trust),
      'The auditor tests several calls. Which one is allowed?',
    ),
]

/** Which call of AssumeRole passes a trust policy with an external ID. */
export const externalIdModel: FamilyModel<ExternalIdScenario> = {
  name: 'iam-external-id',
  title: 'Assuming a role across accounts with an external ID',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 1.1', 'SAP-C02 1.2', 'SAP-C03 2', 'SCS-C03 4.1', 'SOA-C03 4.1'),
  cognitive: 'apply',
  services: ['iam', 'sts'],
  references: [iamReference('externalId'), iamReference('crossAccount')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleExternalId,
  solve: allowedUnder(asItIs),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => optionFor(scenario, answer),
  }),
  features: ({ rendering, candidates }) => ({
    rendering,
    elsewhere: candidates.some(({ text }) => text.includes('session name')) ? 1 : 0,
  }),
  angoff: ({ elsewhere = 0 }) => 0.74 - 0.04 * elsewhere,
}

export const externalId = familyOf(externalIdModel)
