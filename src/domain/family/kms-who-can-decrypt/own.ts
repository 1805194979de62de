import type { Proposal, Situation } from '../control/proposals.ts'
import { asking, nameOf, ofTurn, proposedBy, type Scene } from '../iam/moves.ts'
import {
  account,
  defaultPolicy,
  everything,
  type KeyState,
  keyProbe,
  permit,
  roleArn,
  storageReads,
  toKey,
} from './ground.ts'

type Story = { readonly program: string; readonly tell: (scene: Scene) => string }

const role = roleArn(account, 'Program')
const production = roleArn(account, 'Production')
const administrators = permit(roleArn(account, 'KeyAdmin'), ['kms:Describe*', 'kms:Put*', 'kms:Update*'])

const refused: readonly Story[] = [
  {
    program: 'function',
    tell: (scene) =>
      `Since ${scene.day}'s release, an AWS Lambda function of ${nameOf(scene, 'a booking site', 'a car rental', 'a ski resort')} fails with AccessDeniedException when it decrypts tokens with AWS KMS. The message says that no resource-based policy allows the action. A developer has already given the function's role \`kms:Decrypt\` on the key. The key policy has one statement, for the key administrators. What should the team do?`,
  },
  {
    program: 'program',
    tell: (scene) =>
      `${nameOf(scene, 'A parser for tax forms', 'A scanner for delivery notes', 'A reader for lab reports')} runs on Amazon ECS and may not decrypt a single one of the ${scene.count} documents in its test set. Its task role has an IAM policy with \`kms:Decrypt\` on the customer managed AWS KMS key. The key came from another project, where someone had removed the statement for the account from the key policy; the key administrators are the one principal left. What lets the program decrypt?`,
  },
  {
    program: 'worker',
    tell: (scene) =>
      `${nameOf(scene, 'An energy supplier', 'A water utility', 'A gas network operator')} moved its meter readings to a customer managed AWS KMS key that the security team had set up with a key policy for the administrators of the key. The billing worker has been refused \`kms:Decrypt\` since ${scene.day}. Developers have widened the IAM policy of its role ${scene.few} times, without any effect. What should they ask the security team for?`,
  },
  {
    program: 'service',
    tell: (scene) =>
      `In a new account of ${nameOf(scene, 'a travel insurer', 'a pet insurer', 'a bicycle insurer')}, ${scene.count} of the first claims could not be opened: the claims service gets AccessDeniedException from AWS KMS. Its role has \`kms:Decrypt\` in an IAM policy that worked in the old account. The template for the new key wrote a key policy that names the pipeline role as administrator, and leaves out the usual statement for the account. Which change helps?`,
  },
]

function opening(scene: Scene): readonly Proposal[] {
  const { program } = ofTurn(scene, refused)
  const untouched: KeyState = { policy: [administrators], own: toKey }
  return proposedBy(
    [
      {
        id: 'key-policy',
        text: `Give the role of the ${program} \`kms:Decrypt\` in the key policy.`,
        why: 'Without a statement for the account, IAM policies have no effect on the key, so its policy has to name the role.',
        state: { policy: [administrators, permit(role, 'kms:Decrypt')], own: toKey },
      },
      {
        id: 'administrator',
        text: `Attach the AdministratorAccess policy to the role of the ${program}, and narrow it down later.`,
        why: 'Nothing in the key policy hands decisions to IAM, so no IAM policy of the account has effect on this key.',
        state: { policy: [administrators], own: everything },
        myth: 'iam-alone',
      },
      {
        id: 'alias',
        text: 'Create an alias, and have the code decrypt by alias in place of the key ID.',
        why: 'An alias is another name for the key; the key policy is asked in either case.',
        state: untouched,
        myth: 'alias-decides',
      },
      {
        id: 'endpoint',
        text: `Run the ${program} in a VPC that has an interface endpoint for AWS KMS.`,
        why: 'The call reaches AWS KMS already; a private way to it changes nothing about the refusal.',
        state: untouched,
        myth: 'endpoint-lets-in',
      },
      {
        id: 'grant',
        text: `Create a grant on the key with the Encrypt operation for the role of the ${program}.`,
        why: 'A grant gives the operations that it lists, and this one does not list Decrypt.',
        state: { ...untouched, grants: [{ granteePrincipal: role, operations: ['Encrypt'] }] },
        myth: 'grant-covers-all',
      },
    ],
    (state) => [keyProbe(state, { who: 'program', principal: role, wanted: true })],
  )
}

/** A program of the key's own account that the key policy does not know. */
export const refusedSituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, refused).tell(scene))],
  proposals: opening,
}

const leftovers: readonly ((scene: Scene) => string)[] = [
  (scene) =>
    `${nameOf(scene, 'A fashion shop', 'A toy shop', 'A wine shop')} ended the contract with a marketing agency ${scene.few} weeks ago and removed \`kms:Decrypt\` from the IAM policy of the agency's role. AWS CloudTrail still shows successful Decrypt calls of that role on the key of the customer files, and the events carry a grant ID. The key policy has the default statement and one for the shop's own service, which must go on working. What ends the access?`,
  (scene) =>
    `In a review on ${scene.day}, ${nameOf(scene, 'a lender', 'a mortgage broker', 'a leasing bank')} found that the role of a retired scoring tool can decrypt loan files. No IAM policy of the role mentions AWS KMS. The key policy consists of the default statement and one for the scoring service that is in use today. ListGrants shows one grant on the key, for the old role. What should the team do without touching production?`,
  (scene) =>
    `${nameOf(scene, 'A hospital', 'A dental practice', 'A blood bank')} replaced its archive program ${scene.few} months ago, but the old program's role decrypted ${scene.count} records last week. It still has Amazon S3 permissions, and its rights for AWS KMS were removed from IAM on the day of the change. A grant from the time of the installation exists on the key. The new program is named in the key policy, next to the default statement. How should the access be ended?`,
]

function closing(): readonly Proposal[] {
  const named = permit(production, 'kms:Decrypt')
  const policy = [...defaultPolicy, named]
  const grants = [{ granteePrincipal: role, operations: ['Decrypt', 'DescribeKey'] }]
  const untouched: KeyState = { policy, grants, own: storageReads }
  return proposedBy(
    [
      {
        id: 'revoke',
        text: 'Revoke the grant on the key that has the old role as its grantee.',
        why: 'The grant is what still gives Decrypt to the role, and nothing in production depends on it.',
        state: { policy, grants: [], own: storageReads },
      },
      {
        id: 'drop-account',
        text: 'Delete the default statement from the key policy, and leave the other one.',
        why: 'A grant works beside the key policy until it is revoked or retired.',
        state: { ...untouched, policy: [named] },
        myth: 'grant-hangs-on-policy',
      },
      {
        id: 'strip',
        text: 'Detach the IAM policies that the old role still has.',
        why: 'A grantee needs no IAM policy in order to use what the grant lists.',
        state: { ...untouched, own: null },
        myth: 'empty-role-is-powerless',
      },
      {
        id: 'rotate',
        text: 'Rotate the key on demand, so that the old role is left with outdated key material.',
        why: 'Rotation adds key material for new encryption; grants stay, and AWS KMS still decrypts old data for their holders.',
        state: untouched,
        myth: 'rotation-ends-access',
      },
      {
        id: 'alias',
        text: 'Delete the alias of the key, and give production a new one.',
        why: 'The role can use the key by its ID or ARN; an alias gives and takes no access.',
        state: untouched,
        myth: 'alias-decides',
      },
    ],
    (state) => [
      keyProbe(state, { who: 'old', principal: role, wanted: false }),
      keyProbe({ ...state, own: storageReads }, { who: 'production', principal: production, wanted: true }),
    ],
  )
}

/** Access that outlives the policy which was taken away. */
export const leftoverSituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, leftovers)(scene))],
  proposals: closing,
}
