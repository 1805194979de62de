import type { PublicAccessBlock, S3Settings } from '../../cloud/iam/types.ts'
import type { Proposal, Situation } from '../control/proposals.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import {
  type BucketGround,
  type BucketState,
  onBucket,
  publicRead,
  reading,
  savesPolicy,
  visitor,
} from './ground.ts'

type Change = Omit<Proposal, 'probes'> & { readonly state: BucketState; readonly saves: boolean }

const bothLevels = (account: PublicAccessBlock, bucket: PublicAccessBlock): S3Settings => ({
  publicAccessBlock: { account, bucket },
})
const aclFlags = { blockPublicAcls: true, ignorePublicAcls: true } as const
const policyFlags = { blockPublicPolicy: true, restrictPublicBuckets: true } as const
const withAcl = { objectOwnership: 'BucketOwnerPreferred', objectAcl: publicRead } as const

const probesOf = (ground: BucketGround, { state, saves }: Change) => [
  ...(saves ? [savesPolicy(ground, state)] : []),
  visitor(ground, state, true),
]

/** Files are to be public; the account blocks public ACLs, and it is not to change. */
function underAccount(ground: BucketGround): readonly Change[] {
  const policy = [reading(ground, '*')]
  return [
    {
      id: 'bucket-policy',
      text: `Add a bucket policy statement that allows \`s3:GetObject\` on the prefix to everyone.`,
      why: 'The settings of the account are about ACLs, so a public bucket policy can be saved and takes effect.',
      state: { policy, s3: bothLevels(aclFlags, {}) },
      saves: true,
    },
    {
      id: 'acl',
      text: 'Enable access control lists on the bucket, and give the objects the `public-read` ACL.',
      why: 'The account has IgnorePublicAcls turned on, so public ACLs have no effect in any of its buckets.',
      state: { s3: { ...withAcl, ...bothLevels(aclFlags, {}) } },
      saves: false,
    },
    {
      id: 'bucket-level',
      text: 'Turn off IgnorePublicAcls for this bucket, enable ACLs, and give the objects the `public-read` ACL.',
      why: 'The stricter of the two levels applies, so what the account ignores cannot be turned back on for a bucket.',
      state: {
        s3: { ...withAcl, ...bothLevels(aclFlags, { ignorePublicAcls: false }) },
      },
      saves: false,
    },
    {
      id: 'acl-enforced',
      text: 'Keep Object Ownership at bucket owner enforced, and copy objects over themselves with the `public-read` ACL.',
      why: 'Bucket owner enforced disables ACLs, so an ACL neither can be set nor has an effect.',
      state: { s3: { objectOwnership: 'BucketOwnerEnforced', objectAcl: publicRead } },
      saves: false,
    },
  ]
}

/** Saving a public policy was refused by the settings of the bucket. */
function underBucket(ground: BucketGround): readonly Change[] {
  const policy = [reading(ground, '*')]
  return [
    {
      id: 'both-off',
      text: 'Turn off BlockPublicPolicy and RestrictPublicBuckets for the bucket, and save the policy again.',
      why: 'The first setting refuses a public policy, and the second keeps it from reaching anyone outside the account.',
      state: { policy, s3: onBucket(aclFlags) },
      saves: true,
    },
    {
      id: 'restrict-stays',
      text: 'Turn off BlockPublicPolicy for the bucket, and save the policy again.',
      why: 'The policy can be saved, but RestrictPublicBuckets then limits it to AWS services and the own account.',
      state: { policy, s3: onBucket({ ...aclFlags, restrictPublicBuckets: true }) },
      saves: true,
    },
    {
      id: 'block-stays',
      text: 'Turn off RestrictPublicBuckets for the bucket, and save the policy again.',
      why: 'BlockPublicPolicy still refuses to save a policy that is public.',
      state: { policy, s3: onBucket({ ...aclFlags, blockPublicPolicy: true }) },
      saves: true,
    },
    {
      id: 'acl-flags-off',
      text: 'Turn off BlockPublicAcls and IgnorePublicAcls for the bucket, and save the policy again.',
      why: 'These settings are about ACLs; the refusal came from BlockPublicPolicy.',
      state: { policy, s3: onBucket(policyFlags) },
      saves: true,
    },
    {
      id: 'acl-instead',
      text: 'Leave Block Public Access as it is, enable ACLs, and give the objects the `public-read` ACL.',
      why: 'BlockPublicAcls and IgnorePublicAcls are on for the bucket as well, so the ACL has no effect.',
      state: { s3: { ...withAcl, ...onBucket({ ...aclFlags, ...policyFlags }) } },
      saves: false,
    },
  ]
}

const from = (changes: (ground: BucketGround) => readonly Change[]) => (ground: BucketGround) =>
  changes(ground).map(({ id, text, why, ...rest }) => ({
    ...{ id, text, why },
    probes: probesOf(ground, { id, text, why, ...rest }),
  }))

/** Something to publish in an account that ignores public ACLs. */
export const accountIgnoresAcls: Situation<BucketGround> = {
  proposals: from(underAccount),
  tellings: [
    ({ setting, site, prefix, file }) =>
      paragraphs([
        `The press office of ${setting.who} may publish what lies under \`${prefix}/\` in the Amazon S3 bucket \`${site}\`; \`${file}\` has to open from a plain S3 address tomorrow.`,
        'BlockPublicAcls and IgnorePublicAcls are on for the whole account, the other two Block Public Access settings are off, and the security team wants it to stay so.',
        'A first attempt with an access control list (ACL) ended in 403 errors.',
        'Which change makes the files readable for visitors?',
      ]),
    ({ setting, site, prefix }) =>
      paragraphs([
        `Under an open-data law, ${setting.who} has to offer the objects under \`${prefix}/\` of its bucket \`${site}\` without registration and at their Amazon S3 addresses. Legal and security have approved it.`,
        'At the account level, Block Public Access blocks and ignores public access control lists (ACLs) and has no limits on policies. That level is out of bounds for the web team.',
        'How should the web team grant the access?',
      ]),
  ],
}

/** A public policy that could not be saved. */
export const bucketRefusesPolicy: Situation<BucketGround> = {
  proposals: from(underBucket),
  tellings: [
    ({ setting, site, file }) =>
      paragraphs([
        `"You can't save this policy because it grants public access" was the answer to the ${setting.teams[0]} of ${setting.who} for the Amazon S3 bucket \`${site}\`. The bucket is to serve \`${file}\` to anyone, which has been approved.`,
        'Block Public Access is off for the account, and its four settings are on for the bucket. Settings that need not change should keep their values.',
        'Which action publishes the file?',
      ]),
    ({ setting, site }) =>
      paragraphs([
        `The stack that should open the bucket \`${site}\` to the public fails with AccessDenied on \`s3:PutBucketPolicy\`, although its role may call the action. ${capitalised(setting.they)} created the bucket last week with the Amazon S3 defaults, so Block Public Access is fully on for it; the account has no such settings.`,
        `The policy of the template allows downloads of brochures to everyone and is to stay as written, and a reviewer will accept the smallest change that works.`,
        'Which change makes the objects available to visitors?',
      ]),
  ],
}
