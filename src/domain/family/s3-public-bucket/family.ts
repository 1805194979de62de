import type { IamCase, PublicAccessBlock, S3Settings } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { type Ablation, allowedUnder, asItIs, type Candidate, named, optionFor } from '../iam/candidates.ts'
import { policyOf } from '../iam/policies.ts'
import { s3Reference } from '../iam/references.ts'
import { pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** How a bucket is set up: by what it would be public, what stands against that, and why that decides. */
type Setup = {
  readonly words: string
  readonly why: string
  readonly policy: boolean
  readonly settings: S3Settings
}

type PublicScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly file: string
  readonly lines: readonly string[]
  readonly candidates: readonly Candidate[]
}

const everything: PublicAccessBlock = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
}
const publicRead = [
  { grantee: 'http://acs.amazonaws.com/groups/global/AllUsers', permission: 'READ' },
] as const
const acl = { objectOwnership: 'ObjectWriter', objectAcl: publicRead } as const
const ofBucket = (bucket: PublicAccessBlock): S3Settings => ({ publicAccessBlock: { bucket } })

const policyWords = 'a bucket policy allows `s3:GetObject` to `*`'
const aclWords = 'ACLs are enabled and the objects have the `public-read` ACL'

const open: readonly Setup[] = [
  {
    words: `${policyWords}; Block Public Access is off for the bucket and its account`,
    why: 'Its bucket policy is public and no Block Public Access setting stands against it.',
    policy: true,
    settings: {},
  },
  {
    words: `${policyWords}; BlockPublicPolicy was turned on for the bucket afterwards`,
    why: 'BlockPublicPolicy rejects new public policies; a policy that is there already stays in force.',
    policy: true,
    settings: ofBucket({ blockPublicPolicy: true }),
  },
  {
    words: `${aclWords}; BlockPublicAcls was turned on for the bucket afterwards`,
    why: 'BlockPublicAcls rejects new public ACLs; ACLs that are there already stay in force.',
    policy: false,
    settings: { ...acl, ...ofBucket({ blockPublicAcls: true }) },
  },
  {
    words: `${aclWords}; Block Public Access is off for the bucket and its account`,
    why: 'ACLs are enabled and public, and no Block Public Access setting stands against them.',
    policy: false,
    settings: acl,
  },
]

const closed: readonly Setup[] = [
  {
    words: `${policyWords}; RestrictPublicBuckets is on for the bucket`,
    why: 'RestrictPublicBuckets limits a bucket with a public policy to its own account and AWS services.',
    policy: true,
    settings: ofBucket({ restrictPublicBuckets: true }),
  },
  {
    words: `${aclWords}; IgnorePublicAcls is on for the bucket`,
    why: 'IgnorePublicAcls makes Amazon S3 disregard public ACLs, those that are there already among them.',
    policy: false,
    settings: { ...acl, ...ofBucket({ ignorePublicAcls: true }) },
  },
  {
    words:
      'the objects were uploaded with the `public-read` ACL before Object Ownership was set to bucket owner enforced',
    why: 'Bucket owner enforced disables ACLs, so the old public ACL has no effect.',
    policy: false,
    settings: { objectOwnership: 'BucketOwnerEnforced', objectAcl: publicRead },
  },
  {
    words: `${policyWords}; Block Public Access is off for the bucket and fully on for its account`,
    why: 'The stricter of the two levels applies, and the account blocks public access.',
    policy: true,
    settings: { publicAccessBlock: { account: everything, bucket: {} } },
  },
]

const endings = ['assets', 'downloads', 'site', 'exports', 'media', 'pages', 'drop', 'archive'] as const

function samplePublic(random: SeededRandom): PublicScenario {
  const setting = drawSetting(random)
  const names = pickSome(random, endings, 4).map(
    (ending) => `${setting.business.slug}-${pick(random, setting.records).slug}-${ending}`,
  )
  const setups = shuffle([pick(random, open), ...pickSome(random, closed, 3)], random)
  const file = pick(random, ['index.html', 'guide.pdf', 'latest.json', 'logo.png', 'terms.pdf'])
  const candidates = setups.map((setup, index): Omit<Candidate, 'id'> => {
    const account = drawAccount(random)
    const name = names[index] ?? ''
    const asked: IamCase = {
      principal: 'anonymous',
      action: 's3:GetObject',
      resource: `arn:aws:s3:::${name}/${file}`,
      owner: account,
      s3: { ...setup.settings, objectOwner: account },
      ...(setup.policy
        ? {
            resourcePolicy: policyOf([
              { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${name}/*` },
            ]),
          }
        : {}),
    }
    return { text: `\`${name}\``, why: setup.why, asked }
  })
  const lines = setups.map(({ words }, index) => `\`${names[index]}\`: ${words}`)
  return { setting, file, lines, rendering: random.integer(3), candidates: named(candidates, random) }
}

type Flag = keyof PublicAccessBlock

/** The bucket's Block Public Access without one of its settings. */
const withoutFlag =
  (flag: Flag): Ablation =>
  (asked) => {
    const { account, bucket = {} } = asked.s3?.publicAccessBlock ?? {}
    const levels = { ...(account === undefined ? {} : { account }), bucket: { ...bucket, [flag]: false } }
    return { ...asked, s3: { ...asked.s3, publicAccessBlock: levels } }
  }

/** The bucket's setting is taken to replace the account's. */
const bucketBeatsAccount: Ablation = (asked) => {
  const { bucket } = asked.s3?.publicAccessBlock ?? {}
  return bucket === undefined ? asked : { ...asked, s3: { ...asked.s3, publicAccessBlock: { bucket } } }
}

const aclsSurvive: Ablation = (asked) => ({ ...asked, s3: { ...asked.s3, objectOwnership: 'ObjectWriter' } })

const misconceptions: readonly Misconception<PublicScenario>[] = [
  {
    id: 'restrict-means-new',
    statement: 'RestrictPublicBuckets keeps new public policies out and leaves present ones in force.',
    solve: allowedUnder(withoutFlag('restrictPublicBuckets')),
  },
  {
    id: 'acl-beats-block',
    statement: 'A public ACL on an object beats the Block Public Access settings of its bucket.',
    solve: allowedUnder(withoutFlag('ignorePublicAcls')),
  },
  {
    id: 'bucket-beats-account',
    statement: 'The Block Public Access setting of a bucket replaces that of the account.',
    solve: allowedUnder(bucketBeatsAccount),
  },
  {
    id: 'acl-survives-ownership',
    statement: 'ACLs that were set before bucket owner enforced stay in effect.',
    solve: allowedUnder(aclsSurvive),
  },
]

const stems: readonly ((scenario: PublicScenario) => string)[] = [
  ({ setting, lines, file }) =>
    paragraphs(
      `A scan of ${setting.who} reports that \`${file}\` may be readable by anyone on the internet. It lists four buckets in four accounts:`,
      bullets(lines),
      'No other policy applies, and settings that are not mentioned are off. From which bucket can an anonymous visitor download the file?',
    ),
  ({ setting, lines, file }) =>
    paragraphs(
      `${capitalised(setting.who)} wants to publish \`${file}\` at a plain Amazon S3 address. Four buckets hold it, each in its own account:`,
      bullets(lines),
      'Other settings are off. Which bucket serves the file without credentials?',
    ),
  ({ setting, lines, file }) =>
    paragraphs(
      `No file of ${setting.who} may be readable without credentials. A review of four buckets, each in its own account and each with a copy of \`${file}\`, gives this picture:`,
      bullets(lines),
      'Settings that are not mentioned are off. Which bucket breaks the rule?',
    ),
]

/** Whether an object is public under Block Public Access, a bucket policy, ACLs, and Object Ownership. */
export const publicBucketModel: FamilyModel<PublicScenario> = {
  name: 's3-public-bucket',
  title: 'Which bucket is public',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 5.2',
    'SAA-C03 1.3',
    'SOA-C03 4.2',
    'CLF-C02 2.2',
    'SAP-C02 3.2',
    'SAP-C03 2',
    'DEA-C01 4.2',
  ),
  cognitive: 'apply',
  services: ['s3'],
  references: [s3Reference('blockPublicAccess'), s3Reference('objectOwnership')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: samplePublic,
  solve: allowedUnder(asItIs),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => optionFor(scenario, answer),
  }),
  features: ({ rendering, lines }) => ({
    rendering,
    afterwards: lines.some((line) => line.includes('afterwards')) ? 1 : 0,
  }),
  angoff: ({ afterwards = 0 }) => 0.72 - 0.22 * afterwards,
}

export const publicBucket = familyOf(publicBucketModel)
