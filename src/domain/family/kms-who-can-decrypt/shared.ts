import type { Proposal, Situation } from '../control/proposals.ts'
import { paragraphs } from '../parts/words.ts'
import {
  decryptProbe,
  type KeyGround,
  type KeyState,
  type Own,
  permit,
  roleArn,
  rootArn,
  storageReads,
} from './ground.ts'

const delegation = ({ account }: KeyGround) => permit(rootArn(account), 'kms:*')

type Change = {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly state: KeyState
  readonly own: Own
}

const proposed =
  (ground: KeyGround) =>
  ({ id, text, why, state, own }: Change): Proposal => ({
    id,
    text,
    why,
    probes: [
      decryptProbe(ground, state, {
        who: ground.guest,
        own,
        wanted: true,
        from: ground.partner,
        viaStorage: true,
      }),
    ],
  })

const inBucketPolicy = (ground: KeyGround, policy: KeyState['policy'], own: Own): Change => ({
  id: 'bucket-policy',
  text: `Allow \`kms:Decrypt\` to the role \`${ground.guest}\` of account ${ground.partner} in the bucket policy.`,
  why: 'A bucket policy decides about requests to Amazon S3; use of the key is decided by the key policy and IAM.',
  state: { policy, beside: 'bucket-policy' },
  own,
})

/** The partner's role has its IAM policy, and the key policy does not know the partner. */
function partnerUnknown(ground: KeyGround): readonly Proposal[] {
  const { partner, guest, key } = ground
  const policy = [delegation(ground)]
  const toKey: Own = { action: 'kms:Decrypt', resource: key }
  const changes: readonly Change[] = [
    {
      id: 'key-policy',
      text: `Allow \`kms:Decrypt\` to the role \`${guest}\` of account ${partner} in the policy of the key.`,
      why: "The key's account has to name the foreign role in the key policy; the IAM policy on the other side is there already.",
      state: { policy: [...policy, permit(roleArn(partner, guest), 'kms:Decrypt')] },
      own: toKey,
    },
    {
      id: 'wider-iam',
      text: `Ask the owners of account ${partner} to allow \`kms:*\` on the key ARN in the policy of \`${guest}\`.`,
      why: 'An IAM policy of another account works for this key once the key policy names that account or role.',
      state: { policy },
      own: { action: 'kms:*', resource: key },
    },
    inBucketPolicy(ground, policy, toKey),
    {
      id: 'grant',
      text: `Create a grant on the key for \`${guest}\` of account ${partner} with the operation \`GenerateDataKey\`.`,
      why: 'The grant lists GenerateDataKey, which encrypts new objects; reading present ones takes Decrypt.',
      state: {
        policy,
        grants: [{ granteePrincipal: roleArn(partner, guest), operations: ['GenerateDataKey'] }],
      },
      own: toKey,
    },
  ]
  return changes.map(proposed(ground))
}

/** The key policy names the partner's account, and the partner's role has no IAM policy for the key. */
function partnerSilent(ground: KeyGround): readonly Proposal[] {
  const { setting, account, partner, guest, key, alias } = ground
  const policy = [delegation(ground), permit(rootArn(partner), 'kms:Decrypt')]
  const changes: readonly Change[] = [
    {
      id: 'their-iam',
      text: `Have the partner attach an IAM policy to \`${guest}\` that allows \`kms:Decrypt\` on the key ARN.`,
      why: 'The key policy lets the other account delegate, and its own IAM policy has to allow the action to the role.',
      state: { policy },
      own: { action: 'kms:Decrypt', resource: key },
    },
    {
      id: 'name-role',
      text: `Replace the principal of the partner statement in the key policy with the ARN of the role \`${guest}\`.`,
      why: 'A role of another account needs an IAM policy of its own as well, even where the key policy names it.',
      state: { policy: [delegation(ground), permit(roleArn(partner, guest), 'kms:Decrypt')] },
      own: storageReads,
    },
    inBucketPolicy(ground, policy, storageReads),
    {
      id: 'alias',
      text: `Have the partner attach an IAM policy to \`${guest}\` that allows \`kms:Decrypt\` on the alias ARN.`,
      why: 'Decrypt is authorized against the key, so a statement whose resource is the alias does not match.',
      state: { policy },
      own: {
        action: 'kms:Decrypt',
        resource: `arn:aws:kms:${setting.region}:${account}:alias/${alias}`,
      },
    },
    {
      id: 'grant',
      text: `Create a grant on the key for \`${guest}\` of the partner account with the operation \`GenerateDataKey\`.`,
      why: 'The grant lists GenerateDataKey; reading the objects takes Decrypt.',
      state: {
        policy,
        grants: [{ granteePrincipal: roleArn(partner, guest), operations: ['GenerateDataKey'] }],
      },
      own: storageReads,
    },
  ]
  return changes.map(proposed(ground))
}

/** Objects shared with an account that the key policy does not name. */
export const partnerUnknownSituation: Situation<KeyGround> = {
  proposals: partnerUnknown,
  tellings: [
    ({ setting, account, partner, guest }) =>
      paragraphs([
        `A contract research firm is to read ${setting.records[0].name} of ${setting.who} from an Amazon S3 bucket in account ${account}.`,
        `The bucket policy admits the firm's role \`${guest}\` in account ${partner}, and listing objects works.`,
        'Each download fails with AccessDenied for `kms:Decrypt`. The objects are encrypted with a customer managed AWS KMS key that has the default key policy.',
        'The firm has shown that the IAM policy of its role allows the call on the ARN of the key.',
        'Which change makes the downloads work?',
      ]),
    ({ setting, account, partner, guest }) =>
      paragraphs([
        `On the first day of an acquisition, analysts in account ${partner} cannot open the ${setting.records[1].name} of ${setting.who}.`,
        `Their role \`${guest}\` has an identity-based policy for \`s3:GetObject\` and \`kms:Decrypt\` that covers the bucket and the ARN of its AWS KMS key, both in account ${account}, and the bucket policy names the role.`,
        "The key policy still consists of the statement for the key's own account.",
        'What should an engineer do so that the analysts can read the objects?',
      ]),
  ],
}

/** Objects shared with an account that the key policy names already. */
export const partnerSilentSituation: Situation<KeyGround> = {
  proposals: partnerSilent,
  tellings: [
    ({ setting, partner, guest }) =>
      paragraphs([
        `An auditor's account, ${partner}, was added as a principal with \`kms:Decrypt\` to the policy of the AWS KMS key that encrypts the ${setting.records[0].name} of ${setting.who} in Amazon S3.`,
        `The bucket policy lets the auditor's role \`${guest}\` read objects, and the role's IAM policy allows \`s3:GetObject\`.`,
        'Still, GetObject ends in an error that mentions `kms:Decrypt`.',
        'Which step is missing?',
      ]),
    ({ setting, account, partner, guest, days }) =>
      paragraphs([
        `For ${days} days, nightly copies from ${setting.they} to a logistics partner have failed. The copy job runs under the partner's role \`${guest}\` in account ${partner}, whose IAM policy allows reads from Amazon S3 and mentions no AWS KMS action.`,
        `In account ${account}, the bucket policy admits the role, and the key policy allows \`kms:Decrypt\` to the partner account as a principal.`,
        'AWS CloudTrail shows that Decrypt is denied.',
        'Which change gets the copies running again?',
      ]),
  ],
}
