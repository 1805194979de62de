import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { type Ablation, allowedUnder, asItIs, optionFor } from '../iam/candidates.ts'
import { type Document, policyOf, type Statement, withoutConditions } from '../iam/policies.ts'
import { kmsReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import { showJson } from '../parts/show-json.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'
import { type DecryptScenario, sampleDecrypt } from './sample.ts'

const withStatement =
  (add: (asked: IamCase) => Statement): Ablation =>
  (asked) => ({
    ...asked,
    resourcePolicy: policyOf([...(asked.resourcePolicy as Document).Statement, add(asked)]),
  })

const decryptFor = (principal: string): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action: 'kms:Decrypt',
  Resource: '*',
})

const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

/** The account principal is taken for everybody in the account. */
const rootAsEverybody: Ablation = (asked) => {
  const root = `arn:aws:iam::${accountOf(asked.principal)}:root`
  const named = (asked.resourcePolicy as Document).Statement.some(({ Principal }) =>
    JSON.stringify(Principal)?.includes(root),
  )
  return named && accountOf(asked.principal) === asked.owner
    ? withStatement(() => decryptFor(asked.principal))(asked)
    : asked
}

/** Naming another account is taken to be enough for its roles. */
const oneSide: Ablation = (asked) =>
  accountOf(asked.principal) === asked.owner
    ? asked
    : withStatement(() => decryptFor(asked.principal))({
        ...asked,
        identity: policyOf([{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }]),
      })

const misconceptions: readonly Misconception<DecryptScenario>[] = [
  {
    id: 'iam-alone',
    statement: 'An IAM policy that allows decryption works whatever the key policy says.',
    solve: allowedUnder(withStatement((asked) => decryptFor(`arn:aws:iam::${asked.owner}:root`))),
  },
  {
    id: 'root-is-everybody',
    statement: 'A key policy that names the account lets every role of the account decrypt.',
    solve: allowedUnder(rootAsEverybody),
  },
  {
    id: 'via-service-ignored',
    statement: 'A condition on the calling service leaves direct calls of the same role alone.',
    solve: allowedUnder((asked) => ({
      ...asked,
      resourcePolicy: withoutConditions(asked.resourcePolicy as Document),
    })),
  },
  {
    id: 'grant-covers-all',
    statement: 'A grant lets its grantee use the key for every cryptographic operation.',
    solve: allowedUnder((asked) => ({
      ...asked,
      kms: {
        grants: (asked.kms?.grants ?? []).map((grant) => ({
          ...grant,
          operations: [...grant.operations, 'Decrypt'],
        })),
      },
    })),
  },
  {
    id: 'one-side-enough',
    statement: 'A key policy that names another account is enough for the roles there.',
    solve: allowedUnder(oneSide),
  },
]

const grantsOf = ({ grants }: DecryptScenario): string[] =>
  grants.map(
    ({ granteePrincipal, operations }) =>
      `a grant to \`${granteePrincipal.split('/')[1]}\` for ${operations.join(' and ')}`,
  )

const stems: readonly ((scenario: DecryptScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} encrypts its ${scenario.setting.records[0].name} with a customer managed AWS KMS key in account ${scenario.account}. The key policy reads:`,
      showJson(scenario.keyPolicy),
      [
        `The key has ${grantsOf(scenario).join(' and ')}.`,
        ...scenario.about,
        'Which role can decrypt with the key in a direct call?',
      ],
    ),
  (scenario) =>
    paragraphs(
      `During an incident, the ${scenario.setting.teams[0]} of ${scenario.setting.who} has to find out who could have decrypted its ${scenario.setting.records[1].name}. The key lies in account ${scenario.account}. What is known of the roles:`,
      bullets(scenario.about),
      [`There is ${grantsOf(scenario).join(' and ')}.`, 'The key policy is:'],
      showJson(scenario.keyPolicy),
      'Every call in question went to AWS KMS directly. Which role was able to decrypt?',
    ),
  (scenario) =>
    paragraphs(
      [
        `A new component of ${scenario.setting.who} fails to decrypt ${scenario.setting.records[0].name}, and a developer compares the roles that use the key of account ${scenario.account}.`,
        ...scenario.about,
        'This is the key policy:',
      ],
      showJson(scenario.keyPolicy),
      [
        `Besides this key policy there is ${grantsOf(scenario).join(' and ')}.`,
        'No service control policy applies. For which role does a direct Decrypt call succeed?',
      ],
    ),
]

/** Who can decrypt under a key policy, IAM policies, and grants. */
export const whoCanDecryptModel: FamilyModel<DecryptScenario> = {
  name: 'kms-who-can-decrypt',
  title: 'Who can decrypt with a KMS key',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 5.3',
    'DVA-C02 2.2',
    'DVA-C03 2',
    'SAA-C03 1.3',
    'SAP-C02 2.3',
    'SAP-C03 2',
    'SOA-C03 4.2',
    'DEA-C01 4.3',
    'DOP-C02 6.2',
  ),
  cognitive: 'analyse',
  services: ['kms', 'iam'],
  references: [kmsReference('keyPolicies'), kmsReference('grants'), kmsReference('otherAccounts')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleDecrypt,
  solve: allowedUnder(asItIs),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => optionFor(scenario, answer),
  }),
  features: ({ rendering, rooted, grants }) => ({ rendering, rooted: rooted ? 1 : 0, grants: grants.length }),
  angoff: ({ rooted = 0, grants = 0 }) => 0.6 + 0.08 * rooted - 0.07 * grants,
}

export const whoCanDecrypt = familyOf(whoCanDecryptModel)
