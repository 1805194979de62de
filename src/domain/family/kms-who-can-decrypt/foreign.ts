import type { Proposal, Situation } from '../control/proposals.ts'
import { asking, type Move, nameOf, ofTurn, proposedBy, type Scene } from '../iam/moves.ts'
import {
  alias,
  defaultPolicy,
  elsewhere,
  everything,
  type KeyState,
  keyProbe,
  managedPolicy,
  permit,
  roleArn,
  rootArn,
  storageReads,
  toKey,
} from './ground.ts'

type Story = { readonly reader: string; readonly tell: (scene: Scene) => string }

const reader = roleArn(elsewhere, 'Reader')

const proposed = (moves: readonly Move<KeyState>[]): readonly Proposal[] =>
  proposedBy(moves, (state) => [
    keyProbe(state, { who: 'reader', principal: reader, wanted: true, viaStorage: true }),
  ])

const bucketKey = (state: KeyState): Move<KeyState> => ({
  id: 'bucket-key',
  text: 'Turn on an S3 Bucket Key, so that a download no longer needs the KMS key.',
  why: 'A Bucket Key reduces calls to AWS KMS; a reader still needs permission to decrypt.',
  state,
  myth: 'bucket-key-replaces-key',
})

const strangers: readonly Story[] = [
  {
    reader: "analysts' role",
    tell: (scene) =>
      `Analysts of ${nameOf(scene, 'a grocery chain', 'a drugstore chain', 'a furniture store')} work in an AWS account of their own. They can list the ${scene.count} sales files in an Amazon S3 bucket of the retail account, but each download ends in AccessDenied for \`kms:Decrypt\`. The IAM policy of their role covers the bucket and its customer managed AWS KMS key, and the bucket policy admits the role. The key has the default key policy. What should be changed?`,
  },
  {
    reader: "investigators' role",
    tell: (scene) =>
      `During an incident on ${scene.day}, investigators of ${nameOf(scene, 'a bank', 'an airline', 'a telephone company')} could not open AWS CloudTrail log files from their forensics account. The log archive account keeps them in an Amazon S3 bucket under a customer managed AWS KMS key whose policy is still the default one. The bucket policy names the investigators' role, and its IAM policy allows \`s3:GetObject\` and \`kms:Decrypt\`. Which step was forgotten?`,
  },
  {
    reader: 'import role',
    tell: (scene) =>
      `${nameOf(scene, 'A publisher', 'A music label', 'A film distributor')} took over a smaller house and now imports its royalty statements from an Amazon S3 bucket in that company's account. The import has failed for ${scene.few} days, since ${scene.day}, when the bucket was moved from Amazon S3 managed encryption to a customer managed AWS KMS key with the default key policy. The import role already has \`kms:Decrypt\` on the key in its IAM policy. What should the smaller house do?`,
  },
  {
    reader: "lab's role",
    tell: (scene) =>
      `${nameOf(scene, 'A university clinic', 'A radiology practice', 'A heart center')} shares ${scene.count} imaging studies with a research lab, which has its own AWS account. The lab's role may read the Amazon S3 bucket according to the bucket policy, and its IAM policy allows decryption with the clinic's customer managed AWS KMS key. Listing works, and downloads fail with AccessDenied for \`kms:Decrypt\`. Nobody has edited the key policy since the key was created. What should the clinic do?`,
  },
]

function unknown(scene: Scene): readonly Proposal[] {
  const { reader: noun } = ofTurn(scene, strangers)
  const untouched: KeyState = { policy: defaultPolicy, own: toKey }
  return proposed([
    {
      id: 'key-policy',
      text: `Allow \`kms:Decrypt\` to the ${noun} in the policy of the KMS key.`,
      why: 'Across accounts, the key policy has to admit the role besides its IAM policy, and the default one admits its own account.',
      state: { ...untouched, policy: [...defaultPolicy, permit(reader, 'kms:Decrypt')] },
    },
    {
      id: 'bucket-policy',
      text: `Add \`kms:Decrypt\` for the ${noun} to the bucket policy.`,
      why: 'A bucket policy decides about requests to Amazon S3; use of the key is decided by the key policy.',
      state: untouched,
      myth: 'resource-policy-opens-key',
    },
    {
      id: 'administrator',
      text: `Attach the AdministratorAccess policy to the ${noun} for the time being.`,
      why: 'An IAM policy of another account has effect on the key once the key policy admits that account or role.',
      state: { ...untouched, own: everything },
      myth: 'iam-alone',
    },
    {
      id: 'managed-key',
      text: 'Re-encrypt the objects with the AWS managed key `aws/s3`, which has no policy to maintain.',
      why: 'The AWS managed key serves its own account alone, and its policy cannot be edited.',
      state: { own: toKey, policy: managedPolicy('s3') },
      myth: 'managed-key-is-open',
    },
    bucketKey(untouched),
  ])
}

/** Readers from an account that the key policy does not know. */
export const unknownReaderSituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, strangers).tell(scene))],
  proposals: unknown,
}

const guests: readonly Story[] = [
  {
    reader: 'role of the loader',
    tell: (scene) =>
      `${nameOf(scene, 'A carrier', 'A parcel service', 'A bike courier')} shares shipment files with an online shop through an Amazon S3 bucket. On ${scene.day}, the sender added the shop's account with \`kms:Decrypt\` to the policy of the customer managed AWS KMS key. The shop's loader still gets AccessDenied for \`kms:Decrypt\`. The IAM policy of its role allows \`s3:GetObject\` on the bucket, and the bucket policy names the role. What is missing?`,
  },
  {
    reader: "auditors' role",
    tell: (scene) =>
      `Auditors are to check ${scene.count} contracts of ${nameOf(scene, 'an energy trader', 'a leasing company', 'a real estate fund')} from their own AWS account. The owner has put that account into the bucket policy and, with \`kms:Decrypt\`, into the policy of its customer managed AWS KMS key. The auditors' role can list the Amazon S3 bucket, but opening a contract fails with an error about \`kms:Decrypt\`. Its IAM policy consists of Amazon S3 permissions. What is the next step?`,
  },
  {
    reader: 'training role',
    tell: (scene) =>
      `For ${scene.few} days, a machine learning team has waited for access to sensor recordings that another account of ${nameOf(scene, 'the manufacturer', 'the rail operator', 'the wind farm owner')} keeps in Amazon S3. The owners say that their part is done: bucket policy and key policy both name the team's account. The training role still fails with AccessDenied for \`kms:Decrypt\`. It was given \`s3:GetObject\` and \`s3:ListBucket\` in its IAM policy. Which change gives access?`,
  },
  {
    reader: 'role of the copy job',
    tell: (scene) =>
      `Every night, a job in a recovery account copies the ledgers of ${nameOf(scene, 'a credit union', 'a savings bank', 'a broker')} from its production account. On ${scene.day} the source bucket got a customer managed AWS KMS key, and ${scene.count} copies have failed on Decrypt since. The recovery account is named in the policy of the key and in that of the Amazon S3 bucket. The job's role has the IAM policy with which it was set up, for Amazon S3 alone. What should be done?`,
  },
]

function silent(scene: Scene): readonly Proposal[] {
  const { reader: noun } = ofTurn(scene, guests)
  const policy = [...defaultPolicy, permit(rootArn(elsewhere), 'kms:Decrypt')]
  const untouched: KeyState = { policy, own: storageReads }
  return proposed([
    {
      id: 'their-iam',
      text: `Allow \`kms:Decrypt\` on the ARN of the key in the IAM policy of the ${noun}.`,
      why: 'The key policy hands the decision to the other account, whose IAM policy then has to give it to the role.',
      state: { policy, own: toKey },
    },
    {
      id: 'name-role',
      text: `Name the ${noun} in the key policy instead of its account.`,
      why: 'A role of another account needs an IAM policy of its own as well, even where the key policy names it.',
      state: { policy: [...defaultPolicy, permit(reader, 'kms:Decrypt')], own: storageReads },
      myth: 'one-side-enough',
    },
    {
      id: 'bucket-policy',
      text: `Add \`kms:Decrypt\` for the ${noun} to the bucket policy.`,
      why: 'A bucket policy decides about requests to Amazon S3; the role still has no permission for the key.',
      state: untouched,
      myth: 'resource-policy-opens-key',
    },
    {
      id: 'alias',
      text: `Allow \`kms:Decrypt\` on the ARN of the key's alias in the IAM policy of the ${noun}.`,
      why: 'Decryption is authorized against the key, so a statement whose resource is the alias does not match.',
      state: { policy, own: { action: 'kms:Decrypt', resource: alias } },
      myth: 'alias-is-key',
    },
    bucketKey(untouched),
  ])
}

/** Readers from an account that the key policy names, without permission there. */
export const silentReaderSituation: Situation<Scene> = {
  tellings: [(scene) => asking(scene, ofTurn(scene, guests).tell(scene))],
  proposals: silent,
}
