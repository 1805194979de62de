import type { S3Settings } from '../../cloud/iam/types.ts'
import type { Proposal, Situation } from '../control/proposals.ts'
import type { Statement } from '../iam/policies.ts'
import { showJson } from '../parts/show-json.ts'
import { paragraphs, withCommas } from '../parts/words.ts'
import {
  type BucketGround,
  type BucketState,
  onBucket,
  partnerReads,
  publicRead,
  reading,
  uploadsPublic,
  visitor,
} from './ground.ts'

type Change = Omit<Proposal, 'probes'> & { readonly state: BucketState }

const byAcl: S3Settings = { objectOwnership: 'ObjectWriter', objectAcl: publicRead }

const blockAcls: Omit<Change, 'state'> = {
  id: 'block-acls',
  text: 'Turn on BlockPublicAcls for the bucket.',
  why: 'BlockPublicAcls rejects new public ACLs; those that objects have already stay in force, and such uploads fail.',
}

/** Objects are public by their ACL. */
function aclChanges(ground: BucketGround): readonly Change[] {
  const everybody = reading(ground, '*')
  return [
    {
      id: 'ignore-acls',
      text: 'Turn on IgnorePublicAcls for the bucket.',
      why: 'IgnorePublicAcls makes Amazon S3 disregard public ACLs of present and new objects, and requests that set one still succeed.',
      state: { s3: { ...byAcl, ...onBucket({ ignorePublicAcls: true }) } },
    },
    {
      id: 'enforced',
      text: 'Set Object Ownership of the bucket to bucket owner enforced.',
      why: 'Bucket owner enforced disables ACLs, so the objects are private at once; requests that set a public ACL are refused from then on.',
      state: { s3: { objectOwnership: 'BucketOwnerEnforced', objectAcl: publicRead } },
    },
    { ...blockAcls, state: { s3: { ...byAcl, ...onBucket({ blockPublicAcls: true }) } } },
    {
      id: 'preferred',
      text: 'Set Object Ownership of the bucket to bucket owner preferred.',
      why: 'With bucket owner preferred, ACLs stay enabled, so the public ACLs go on working.',
      state: { s3: { ...byAcl, objectOwnership: 'BucketOwnerPreferred' } },
    },
    {
      id: 'restrict',
      text: 'Turn on RestrictPublicBuckets for the bucket.',
      why: 'RestrictPublicBuckets acts on buckets with a public policy; here the ACLs of objects are public.',
      state: { s3: { ...byAcl, ...onBucket({ restrictPublicBuckets: true }) } },
    },
    {
      id: 'block-policy',
      text: 'Turn on BlockPublicPolicy and RestrictPublicBuckets for the bucket.',
      why: 'Both settings are about bucket policies; the objects are public through their ACLs.',
      state: {
        policy: [{ ...everybody, Principal: { AWS: `arn:aws:iam::${ground.account}:root` } }],
        s3: { ...byAcl, ...onBucket({ blockPublicPolicy: true, restrictPublicBuckets: true }) },
      },
    },
  ]
}

/** An appliance goes on setting public ACLs, and its uploads must not fail. */
export const aclWithUploader: Situation<BucketGround> = {
  proposals: (ground) =>
    aclChanges(ground).map(({ state, ...change }) => ({
      ...change,
      probes: [visitor(ground, state, false), uploadsPublic(ground, state)],
    })),
  tellings: [
    ({ setting, bucket, objects }) =>
      paragraphs([
        `A security researcher reported that ${withCommas(objects)} objects in the Amazon S3 bucket \`${bucket}\` of ${setting.who} open in any browser.`,
        'A scanner that has run since 2017 uploads each file with the `public-read` access control list (ACL), and its vendor cannot change this before spring. The bucket has no policy.',
        'The exposure must end today for present and future files, and the uploads must not fail.',
        'Which action meets these requirements?',
      ]),
    ({ setting, bucket, years }) =>
      paragraphs([
        `Scanned documents of the ${setting.teams[0]} at ${setting.who} have been readable without credentials for ${years} years. A multifunction printer puts the canned access control list (ACL) \`public-read\` on whatever it writes to the bucket \`${bucket}\`, and its firmware offers no other choice.`,
        'Replacing the printer takes until next quarter, and in the meantime its requests to Amazon S3 have to succeed.',
        'What should the team do to close the access immediately, old documents included?',
      ]),
  ],
}

const ownershipOnly = (ground: BucketGround): readonly Change[] =>
  aclChanges(ground).filter(({ id }) => id !== 'ignore-acls')

/** ACLs of old objects are public, and no program sets ACLs any more. */
export const aclLeftOver: Situation<BucketGround> = {
  proposals: (ground) =>
    ownershipOnly(ground).map(({ state, ...change }) => ({
      ...change,
      why:
        change.id === 'enforced'
          ? 'Bucket owner enforced disables ACLs, so the public ones of the old objects have no effect.'
          : change.why,
      probes: [visitor(ground, state, false)],
    })),
  tellings: [
    ({ setting, bucket, objects }) =>
      paragraphs([
        `During a migration ${setting.who} found ${withCommas(objects)} old objects in the bucket \`${bucket}\` whose access control list (ACL) grants READ to AllUsers. Anyone with the address can download them from Amazon S3.`,
        'The program that set these ACLs was switched off, and the bucket policy names roles of the own account.',
        'The data protection officer wants the objects private within the hour, without a job that touches each of them.',
        'Which change achieves this?',
      ]),
    ({ setting, bucket, file }) =>
      paragraphs([
        `An old link to \`${file}\` still works for anyone, a customer tells the ${setting.teams[1]} of ${setting.who}.`,
        `It turns out that objects uploaded to the Amazon S3 bucket \`${bucket}\` before a certain release carry a public access control list (ACL). Uploads since then set none, and Block Public Access is off for the bucket.`,
        'Rewriting the ACL of each object would take days.',
        'Which setting makes the old objects private right away?',
      ]),
  ],
}

/** The bucket policy is public, with or without a statement for a partner. */
function policyChanges(ground: BucketGround, withPartner: boolean): readonly Change[] {
  const everybody = reading(ground, '*')
  const named = reading(ground, { AWS: `arn:aws:iam::${ground.partner}:root` })
  const present: readonly Statement[] = withPartner ? [everybody, named] : [everybody]
  const worded = (change: string): string =>
    withPartner
      ? `Keep the policy with its statements, and ${change.charAt(0).toLowerCase()}${change.slice(1)}`
      : change
  const under = (s3: S3Settings): BucketState => ({ policy: present, s3 })
  return [
    ...(withPartner
      ? [
          {
            id: 'drop-statement',
            text: 'Edit the policy of the bucket, and delete the statement for everyone.',
            why: 'Without that statement the policy is not public, and the statement for the partner account still applies.',
            state: { policy: [named] },
          },
        ]
      : []),
    {
      id: 'restrict',
      text: worded('Turn on RestrictPublicBuckets for the bucket.'),
      why: withPartner
        ? 'While the policy is public, the setting limits it to AWS services and the own account, which shuts out the partner too.'
        : 'RestrictPublicBuckets limits a bucket whose policy is public to AWS services and users of its own account.',
      state: under(onBucket({ restrictPublicBuckets: true })),
    },
    {
      id: 'block-policy',
      text: worded('Turn on BlockPublicPolicy for the bucket.'),
      why: 'BlockPublicPolicy rejects new public policies; the one that is attached stays in force.',
      state: under(onBucket({ blockPublicPolicy: true })),
    },
    {
      id: 'acl-settings',
      text: worded('Turn on BlockPublicAcls and IgnorePublicAcls for the bucket.'),
      why: 'Both settings are about ACLs; the objects are public through the bucket policy.',
      state: under(onBucket({ blockPublicAcls: true, ignorePublicAcls: true })),
    },
    {
      id: 'enforced',
      text: worded('Set Object Ownership of the bucket to bucket owner enforced.'),
      why: 'Bucket owner enforced disables ACLs; a bucket policy works as before.',
      state: under({ objectOwnership: 'BucketOwnerEnforced' }),
    },
  ]
}

/** A public policy that a pipeline puts back, and no reader outside the account. */
export const publicPolicy: Situation<BucketGround> = {
  proposals: (ground) =>
    policyChanges(ground, false).map(({ state, ...change }) => ({
      ...change,
      probes: [visitor(ground, state, false)],
    })),
  tellings: [
    ({ setting, bucket }) =>
      paragraphs([
        `AWS Identity and Access Management (IAM) Access Analyzer reports that the Amazon S3 bucket \`${bucket}\` of ${setting.who} is public. Its bucket policy allows \`s3:GetObject\` to everyone; it comes from a template of the ${setting.teams[0]}, whose next release is in two weeks.`,
        'Until then the policy itself has to stay as it is, because a changed one would block the pipeline. Readers with a business need are roles of the same account.',
        'Which action ends the anonymous access now?',
      ]),
    (ground) =>
      paragraphs(
        `A journalist downloaded ${ground.setting.records[0].name} of ${ground.setting.who} without signing in. The Amazon S3 bucket belongs to a stack that is frozen for year-end closing, so this statement of its bucket policy cannot be edited before January:`,
        showJson(reading(ground, '*')),
        'Programs that read from the bucket run in the same account. Settings of the bucket may be changed. Which one should the incident team change to stop such downloads?',
      ),
  ],
}

/** A public policy beside a statement that a partner depends on. */
export const publicPolicyWithPartner: Situation<BucketGround> = {
  proposals: (ground) =>
    policyChanges(ground, true).map(({ state, ...change }) => ({
      ...change,
      probes: [visitor(ground, state, false), partnerReads(ground, state)],
    })),
  tellings: [
    ({ setting, bucket, partner }) =>
      paragraphs([
        `An engineer at ${setting.who} was testing and added a statement with \`"Principal": "*"\` for \`s3:GetObject\` to the policy of the Amazon S3 bucket \`${bucket}\`. AWS Security Hub raised a critical finding an hour later.`,
        `In the same policy another statement lets account ${partner}, a clearing house, fetch its files every ten minutes, and missed files cost a penalty.`,
        'Which action resolves the finding and lets the clearing house go on?',
      ]),
    ({ setting, bucket, partner, objects }) =>
      paragraphs([
        `Server access logs of the bucket \`${bucket}\` show ${withCommas(objects)} anonymous GET requests since Friday. The bucket policy of ${setting.who} has two statements: one for account ${partner} of an outsourcing partner, and one, forgotten after a demonstration, for everyone. Both allow downloads from Amazon S3.`,
        'The partner needs its access tonight.',
        'What should the on-call engineer do?',
      ]),
  ],
}
