import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { allowedUnder, asItIs, optionFor } from '../iam/candidates.ts'
import type { Clause } from '../iam/clauses.ts'
import { policyOf } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import { showJson } from '../parts/show-json.ts'
import { bullets, capitalised, listed, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'
import { type SessionScenario, sampleSession } from './sample.ts'

const withoutSession = ({ session: _, ...asked }: IamCase): IamCase => asked
const merged = ({ session, ...asked }: IamCase): IamCase => ({
  ...asked,
  identity: [asked.identity, session],
})
const sessionGrants = (asked: IamCase): IamCase => ({ ...asked, identity: [asked.identity, asked.session] })

/** A bucket policy that names the role is taken to name its sessions. */
const roleAsSession = (asked: IamCase): IamCase =>
  asked.resourcePolicy === undefined
    ? asked
    : {
        ...asked,
        resourcePolicy: JSON.parse(
          JSON.stringify(asked.resourcePolicy).replace(/"AWS":"[^"]+"/, `"AWS":"${asked.principal}"`),
        ),
      }

const misconceptions: readonly Misconception<SessionScenario>[] = [
  {
    id: 'union',
    statement: 'A session has what its role or its session policy allows.',
    solve: allowedUnder(merged),
  },
  {
    id: 'role-stays-whole',
    statement: 'A session keeps every permission of its role, whatever session policy is passed.',
    solve: allowedUnder(withoutSession),
  },
  {
    id: 'session-policy-grants',
    statement: 'A session policy grants the actions that it lists.',
    solve: allowedUnder(sessionGrants),
  },
  {
    id: 'grant-to-role-escapes',
    statement: 'A bucket policy that names the role takes effect beside the session policy.',
    solve: allowedUnder(roleAsSession),
  },
]

const said = (clauses: readonly Clause[]): string => listed(clauses.map(({ words }) => words))
const documentOf = (clauses: readonly Clause[]) => policyOf(clauses.map(({ statement }) => statement))
const bucketSentence = ({ bucketPolicy }: SessionScenario): string =>
  `The policy of ${bucketPolicy.bucket} in the same account ${bucketPolicy.words}.`

const stems: readonly ((scenario: SessionScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      [
        `A broker at ${scenario.setting.who} calls AssumeRole for the role \`${scenario.role}\` with the session name \`${scenario.sessionName}\`.`,
        `The policy of the role ${said(scenario.rolePolicy)}.`,
        bucketSentence(scenario),
        'The broker passes this session policy:',
      ],
      showJson(documentOf(scenario.sessionPolicy)),
      'No other policy applies. Which requests can the session make? (Select TWO.)',
    ),
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} hands short-lived sessions of the role \`${scenario.role}\` to its ${scenario.setting.systems[1].name}. These policies bear on the session \`${scenario.sessionName}\`:`,
      bullets([
        `Policy of the role: ${scenario.rolePolicy.map(({ words }) => words).join('; ')}`,
        `Session policy passed with AssumeRole: ${scenario.sessionPolicy.map(({ words }) => words).join('; ')}`,
        `Bucket policy of ${scenario.bucketPolicy.bucket}: ${scenario.bucketPolicy.words}`,
      ]),
      'Role, bucket, and all other resources are in one account. Which actions succeed? (Select TWO.)',
    ),
  (scenario) =>
    paragraphs(
      [
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} debugs the ${scenario.setting.systems[0].name}, which works in a session \`${scenario.sessionName}\` of the role \`${scenario.role}\`.`,
        `When it assumes the role, it passes a session policy that ${said(scenario.sessionPolicy)}.`,
        bucketSentence(scenario),
        'This is the policy of the role:',
      ],
      showJson(documentOf(scenario.rolePolicy)),
      'Everything is in one account, and nothing else limits the session. Which combination of requests succeeds? (Select TWO.)',
    ),
]

/** What a session may do under the policy of its role, a session policy, and a bucket policy. */
export const sessionPolicyModel: FamilyModel<SessionScenario> = {
  name: 'iam-session-policy',
  title: 'Effective permissions of a session with a session policy',
  kind: 'multiple-response',
  placements: placedIn('SCS-C03 4.2', 'DVA-C02 2.1', 'DVA-C03 2', 'SAP-C02 3.2', 'SAP-C03 2', 'SOA-C03 4.1'),
  cognitive: 'analyse',
  services: ['iam', 'sts', 's3'],
  references: [iamReference('sessionPolicies'), iamReference('evaluation')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleSession,
  solve: allowedUnder(asItIs),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => optionFor(scenario, answer),
  }),
  features: ({ rendering, bucketPolicy }) => ({
    rendering,
    namesSession: bucketPolicy.names === 'session' ? 1 : 0,
  }),
  angoff: ({ namesSession = 0 }) => 0.5 - 0.12 * namesSession,
}

export const sessionPolicy = familyOf(sessionPolicyModel)
