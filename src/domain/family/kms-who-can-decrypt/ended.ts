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
  throughStorage,
} from './ground.ts'

/** A role that decrypts through a grant, beside another that the key policy names. */
function ended(ground: KeyGround): readonly Proposal[] {
  const { account, role, other } = ground
  const named = permit(roleArn(account, other), 'kms:Decrypt')
  const delegates = permit(rootArn(account), 'kms:*')
  const grants = [{ granteePrincipal: roleArn(account, role), operations: ['Decrypt', 'DescribeKey'] }]
  const stays = 'The grant remains, and a grant works beside the key policy until it is revoked or retired.'
  const changes: readonly (Omit<Proposal, 'probes'> & { readonly state: KeyState; readonly own: Own })[] = [
    {
      id: 'revoke',
      text: `Revoke the grant on the key whose grantee principal is \`${role}\`.`,
      why: 'The grant is what still gives Decrypt to the role, and no other workload depends on it.',
      state: { policy: [delegates, named], grants: [] },
      own: storageReads,
    },
    {
      id: 'drop-account',
      text: 'Remove the statement for the account principal from the key policy.',
      why: stays,
      state: { policy: [named], grants },
      own: storageReads,
    },
    {
      id: 'condition',
      text: 'Limit the statement for the account principal to requests through Amazon S3.',
      why: 'Conditions of the key policy bind what that statement allows; they do not bind a grant.',
      state: { policy: [permit(rootArn(account), 'kms:*', throughStorage(ground)), named], grants },
      own: storageReads,
    },
    {
      id: 'strip',
      text: `Detach the last IAM policy, which allows Amazon S3 reads, from \`${role}\`.`,
      why: 'A grantee needs no IAM policy in order to use what the grant lists.',
      state: { policy: [delegates, named], grants },
      own: null,
    },
    {
      id: 'rotate',
      text: 'Rotate the key material on demand, and turn on automatic rotation.',
      why: 'Rotation replaces key material for new encryption; policies and grants of the key stay as they are.',
      state: { policy: [delegates, named], grants, beside: 'rotated' },
      own: storageReads,
    },
  ]
  return changes.map(({ id, text, why, state, own }) => ({
    ...{ id, text, why },
    probes: [
      decryptProbe(ground, state, { who: role, own, wanted: false }),
      decryptProbe(ground, state, { who: other, own: storageReads, wanted: true }),
    ],
  }))
}

/** Access that outlives the policy which was taken away. */
export const endedSituation: Situation<KeyGround> = {
  proposals: ended,
  tellings: [
    ({ setting, role, other, days }) =>
      paragraphs([
        `${days} days ago, ${setting.who} retired a supplier's integration and removed \`kms:Decrypt\` from the IAM policy of its role, \`${role}\`.`,
        `AWS CloudTrail nevertheless records successful Decrypt calls by that role on the key of the ${setting.records[0].name}; the events carry a grant ID.`,
        `The key policy delegates to the account and names the role \`${other}\`, which serves production and has no IAM policy for AWS KMS.`,
        'Which action ends the access of the supplier without an effect on production?',
      ]),
    ({ setting, role, other }) =>
      paragraphs([
        `In an access review, the ${setting.teams[0]} of ${setting.who} found that \`${role}\` can still decrypt ${setting.records[1].name}, although no IAM policy of the role mentions AWS Key Management Service (AWS KMS) any more. ListGrants returns one entry for it, with the operations Decrypt and DescribeKey.`,
        `The key policy has a statement for the account principal and one that allows \`kms:Decrypt\` to \`${other}\`, whose nightly run must not be interrupted.`,
        'What should the team do?',
      ]),
  ],
}
