import type { KmsGrant } from '../../cloud/iam/types.ts'
import type { Proposal, Situation } from '../control/proposals.ts'
import type { Statement } from '../iam/policies.ts'
import { showJson } from '../parts/show-json.ts'
import { paragraphs } from '../parts/words.ts'
import {
  decryptProbe,
  everything,
  type KeyGround,
  type Own,
  permit,
  roleArn,
  rootArn,
  storageReads,
  throughStorage,
} from './ground.ts'

const administration = ({ account }: KeyGround): Statement =>
  permit(roleArn(account, 'KeyAdmin'), ['kms:Describe*', 'kms:Put*', 'kms:CreateGrant'])

const grantTo = ({ account, role }: KeyGround, ...operations: string[]): KmsGrant => ({
  granteePrincipal: roleArn(account, role),
  operations,
})

type Change = {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly added?: readonly Statement[]
  readonly grants?: readonly KmsGrant[]
  readonly own?: Own
}

/** A key policy without the account statement: the IAM policy of the role has no effect, and administrators are kept out. */
function namedOnly(ground: KeyGround): readonly Proposal[] {
  const { account, role, key, byGrant } = ground
  const arn = roleArn(account, role)
  const serving: Change = byGrant
    ? {
        id: 'grant',
        text: `Create a grant on the key with \`${role}\` as grantee and \`Decrypt\` as its operation.`,
        why: 'A grant for Decrypt works for its grantee without a statement in the key policy, and for no other role.',
        grants: [grantTo(ground, 'Decrypt')],
      }
    : {
        id: 'statement',
        text: `Add a statement to the key policy that allows \`kms:Decrypt\` to the role \`${role}\`.`,
        why: 'A key policy that names a role of its own account gives it access directly, and other roles stay out.',
        added: [permit(arn, 'kms:Decrypt')],
      }
  const changes: readonly Change[] = [
    serving,
    {
      id: 'wider-iam',
      text: `Widen the IAM policy of \`${role}\` from \`kms:Decrypt\` to \`kms:*\` on the ARN of the key.`,
      why: 'Nothing in the key policy hands decisions to IAM policies, so no IAM policy of the account has effect on this key.',
      own: { action: 'kms:*', resource: key },
    },
    {
      id: 'account',
      text: `Add a statement to the key policy that allows \`kms:*\` to the principal \`${rootArn(account)}\`.`,
      why: 'It lets IAM policies decide for the entire account, so roles with AdministratorAccess could decrypt as well.',
      added: [permit(rootArn(account), 'kms:*')],
    },
    {
      id: 'data-key-grant',
      text: `Create a grant on the key with \`${role}\` as grantee and \`GenerateDataKey\` as its operation.`,
      why: 'A grant gives the operations that it lists; this one does not list Decrypt.',
      grants: [grantTo(ground, 'GenerateDataKey')],
    },
    {
      id: 'via-storage',
      text: `Allow \`kms:Decrypt\` to \`${role}\` in the key policy when \`kms:ViaService\` is Amazon S3.`,
      why: 'The function calls AWS KMS itself, so the condition on requests through Amazon S3 is not met.',
      added: [permit(arn, 'kms:Decrypt', throughStorage(ground))],
    },
  ]
  return changes.map(({ id, text, why, added = [], grants = [], own }) => {
    const state = { policy: [administration(ground), ...added], grants }
    const probes = [
      decryptProbe(ground, state, {
        who: role,
        own: own ?? { action: 'kms:Decrypt', resource: key },
        wanted: true,
      }),
      decryptProbe(ground, state, { who: 'Admin', own: everything, wanted: false }),
    ]
    return { id, text, why, probes }
  })
}

/** Tickets about a role that has an IAM policy and cannot decrypt. */
export const namedOnlySituation: Situation<KeyGround> = {
  proposals: namedOnly,
  tellings: [
    ({ setting, role }) =>
      paragraphs([
        `Since Tuesday's release, an AWS Lambda function of ${setting.who} fails with AccessDeniedException when it calls AWS KMS to decrypt tokens in its ${setting.records[0].name}.`,
        `A developer attached an IAM policy with \`kms:Decrypt\` on the key to the function's role \`${role}\`, without effect.`,
        'The key policy names the key administrators and contains no other statement.',
        'According to the security team, people with AdministratorAccess in the account must remain unable to decrypt.',
        'Which change lets the function decrypt?',
      ]),
    (ground) =>
      paragraphs(
        `The ${ground.setting.teams[0]} of ${ground.setting.who} opened a ticket: the role \`${ground.role}\` of its import function is denied \`kms:Decrypt\`, although its IAM policy allows the action on the key. The function calls AWS KMS directly. The whole key policy reads:`,
        showJson(administration(ground)),
        'The account statement was taken out on purpose after an audit, so that an administrator of the account with full IAM permissions cannot read the data. What should a security engineer do to close the ticket and keep it that way?',
      ),
    ({ setting, role, request }) =>
      paragraphs([
        `"User is not authorized to perform: kms:Decrypt because no resource-based policy allows the action" is what the log of the ${setting.systems[0].name} shows for request ${request}.`,
        `The call comes from an AWS Lambda function at ${setting.who} that decrypts with the AWS SDK under the role \`${role}\`.`,
        'That role may use the key according to IAM, but the key policy lists its administrators alone.',
        `Account administrators must not gain access to the ${setting.records[1].name} by the repair.`,
        'Which action meets these requirements?',
      ]),
  ],
}

/** Teams attach their own IAM policies, and the key policy is edited once. */
function delegated(ground: KeyGround): readonly Proposal[] {
  const { account, role, key, alias, setting } = ground
  const aliasArn = `arn:aws:kms:${setting.region}:${account}:alias/${alias}`
  const rooted = [permit(rootArn(account), 'kms:*')]
  const toKey: Own = { action: 'kms:Decrypt', resource: key }
  const changes: readonly Change[] = [
    {
      id: 'both',
      text: `Allow the account principal in the key policy, and \`kms:Decrypt\` on the key ARN in the role's IAM policy.`,
      why: 'The account principal lets IAM policies decide, and the role then needs an IAM policy that allows the action on the key.',
      added: rooted,
      own: toKey,
    },
    {
      id: 'account-alone',
      text: "Allow the account principal in the key policy, and leave the role's IAM policy as it is.",
      why: 'The account principal does not admit each role; it lets IAM policies decide, and this role has none for the key.',
      added: rooted,
      own: storageReads,
    },
    {
      id: 'iam-alone',
      text: `Leave the key policy as it is, and allow \`kms:Decrypt\` on the key ARN in the role's IAM policy.`,
      why: 'Without the account principal in the key policy, IAM policies of the account have no effect on the key.',
      own: toKey,
    },
    {
      id: 'alias',
      text: `Allow the account principal in the key policy, and \`kms:Decrypt\` on the alias ARN in the role's IAM policy.`,
      why: 'The resource of a Decrypt call is the key, so a statement that names the alias does not match it.',
      added: rooted,
      own: { action: 'kms:Decrypt', resource: aliasArn },
    },
    {
      id: 'storage-condition',
      text: `Allow the account principal through Amazon S3 in the key policy, and \`kms:Decrypt\` in the role's IAM policy.`,
      why: 'The program calls AWS KMS itself, so a statement for requests through Amazon S3 does not apply to it.',
      added: [permit(rootArn(account), 'kms:*', throughStorage(ground))],
      own: toKey,
    },
  ]
  return changes.map(({ id, text, why, added = [], own }) => {
    const state = { policy: [administration(ground), ...added] }
    const asker = { who: role, own: own ?? toKey, wanted: true }
    return { id, text, why, probes: [decryptProbe(ground, state, asker)] }
  })
}

/** A key whose access is to be administered with IAM policies. */
export const delegatedSituation: Situation<KeyGround> = {
  proposals: delegated,
  tellings: [
    ({ setting, role, alias }) =>
      paragraphs([
        `The platform group of ${setting.who} no longer wants to edit the policy of its AWS KMS key \`alias/${alias}\` whenever a team adds a role.`,
        'From now on, teams are to manage access to the key with IAM policies of their own.',
        `At present the key policy names the key administrators alone, and the pilot role \`${role}\`, under which a batch program calls the Decrypt operation, has an IAM policy for Amazon S3.`,
        'Which combination of settings gets the pilot working in this way?',
      ]),
    ({ setting, role, alias }) =>
      paragraphs([
        `After a reorganization, 14 teams of ${setting.who} share the customer managed key \`alias/${alias}\`. Changes to its key policy take a week to be approved, so the ${setting.teams[0]} wants to submit one last change and control access in AWS IAM from then on.`,
        `Today the key policy names its administrators. First in line is the role \`${role}\`: its program calls AWS KMS directly to decrypt ${setting.records[0].name}, and its IAM policy covers Amazon S3 reads.`,
        'Which solution meets these requirements?',
      ]),
  ],
}
