import type { IamCase, PublicAccessBlock } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { believing, type SituationScenario, seeing, situationModel, type View } from '../control/proposals.ts'
import { type Document, policyOf } from '../iam/policies.ts'
import { s3Reference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { aclLeftOver, aclWithUploader, publicPolicy, publicPolicyWithPartner } from './closing.ts'
import { type BucketGround, drawBucketGround } from './ground.ts'
import { accountIgnoresAcls, bucketRefusesPolicy } from './publishing.ts'

const withLevels = (asked: IamCase, change: (flags: PublicAccessBlock) => PublicAccessBlock): IamCase => {
  const { account = {}, bucket = {} } = asked.s3?.publicAccessBlock ?? {}
  return {
    ...asked,
    s3: { ...asked.s3, publicAccessBlock: { account: change(account), bucket: change(bucket) } },
  }
}

/** Settings that refuse new openings are taken to take present ones away, and to let requests through. */
function blockingActsBack(asked: IamCase): IamCase {
  const { bucket = {} } = asked.s3?.publicAccessBlock ?? {}
  const { blockPublicAcls, blockPublicPolicy, ...flags } = bucket
  const { Statement: statements } = (asked.resourcePolicy as Document | undefined) ?? policyOf([])
  const kept = statements.filter(({ Principal }) => !blockPublicPolicy || Principal !== '*')
  const { resourcePolicy: _, ...rest } = asked
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { resourcePolicy: policyOf(kept) }),
    s3: {
      ...asked.s3,
      publicAccessBlock: {
        ...asked.s3?.publicAccessBlock,
        bucket: { ...flags, ...(blockPublicAcls ? { ignorePublicAcls: true } : {}) },
      },
    },
  }
}

/** The settings for ACLs and those for policies are taken for each other. */
const settingsMixedUp = (asked: IamCase): IamCase =>
  withLevels(asked, ({ blockPublicAcls, ignorePublicAcls, blockPublicPolicy, restrictPublicBuckets }) => ({
    blockPublicAcls: blockPublicPolicy ?? false,
    ignorePublicAcls: restrictPublicBuckets ?? false,
    blockPublicPolicy: blockPublicAcls ?? false,
    restrictPublicBuckets: ignorePublicAcls ?? false,
  }))

const ownershipEnforced = (asked: IamCase): IamCase =>
  asked.s3?.objectOwnership === 'BucketOwnerPreferred'
    ? { ...asked, s3: { ...asked.s3, objectOwnership: 'BucketOwnerEnforced' } }
    : asked

/** Bucket owner enforced is taken to make the owner the one reader who counts, whatever the policy says. */
const ownershipClosesPolicy: View = ({ asked, wanted }) => {
  if (wanted || asked.s3?.objectOwnership !== 'BucketOwnerEnforced') return asked
  const { resourcePolicy: _, ...rest } = asked
  return rest
}

const restrictSpares = (asked: IamCase): IamCase =>
  withLevels(asked, ({ restrictPublicBuckets: _, ...flags }) => flags)

/** RestrictPublicBuckets is taken to spare a caller whom the policy names. */
const namedSpared: View = ({ asked, who }) => (who === 'visitor' ? asked : restrictSpares(asked))

const aclsBeatAll = (asked: IamCase): IamCase =>
  withLevels(asked, ({ ignorePublicAcls: _, ...flags }) => flags)

const bucketBeatsAccount = (asked: IamCase): IamCase => {
  const { bucket } = asked.s3?.publicAccessBlock ?? {}
  const decides = bucket !== undefined && Object.keys(bucket).length > 0
  return decides ? { ...asked, s3: { ...asked.s3, publicAccessBlock: { bucket } } } : asked
}

const aclsSurvive = (asked: IamCase): IamCase => ({
  ...asked,
  s3: { ...asked.s3, objectOwnership: 'ObjectWriter' },
})

/** The requests of programs and partners are overlooked. */
const visitorsAlone: View = ({ asked, who }) => (who === 'visitor' ? asked : null)

/** Once it is saved, a public policy is not asked about again. */
const savingAlone: View = ({ asked, who, wanted }) =>
  wanted && who === 'visitor' && asked.resourcePolicy !== undefined ? null : asked

/** An administrator is taken to be free to save whatever policy. */
const savingFree: View = ({ asked, who }) => (who === 'administrator' ? null : asked)

const beliefs = [
  believing<BucketGround>(
    'block-acts-back',
    'Settings that block new public ACLs and policies undo those that are there already.',
    seeing(blockingActsBack),
  ),
  believing<BucketGround>(
    'settings-mixed-up',
    'The settings for ACLs govern bucket policies, and those for policies govern ACLs.',
    seeing(settingsMixedUp),
  ),
  believing<BucketGround>(
    'preferred-disables',
    'Bucket owner preferred disables ACLs.',
    seeing(ownershipEnforced),
  ),
  believing<BucketGround>(
    'ownership-closes-policy',
    'Bucket owner enforced leaves access to the owner, whatever the bucket policy says.',
    ownershipClosesPolicy,
  ),
  believing<BucketGround>(
    'named-are-spared',
    'RestrictPublicBuckets shuts out anonymous visitors and spares accounts that the policy names.',
    namedSpared,
  ),
  believing<BucketGround>(
    'closing-is-enough',
    'Closing public access has no effect on requests of programs and partners.',
    visitorsAlone,
  ),
  believing<BucketGround>(
    'acl-beats-block',
    'A public ACL on an object beats the Block Public Access settings around it.',
    seeing(aclsBeatAll),
  ),
  believing<BucketGround>(
    'bucket-beats-account',
    'The Block Public Access setting of a bucket replaces that of the account.',
    seeing(bucketBeatsAccount),
  ),
  believing<BucketGround>(
    'acl-survives-ownership',
    'ACLs stay in effect under bucket owner enforced.',
    seeing(aclsSurvive),
  ),
  believing<BucketGround>(
    'saved-is-public',
    'A public policy that could be saved is in force for everyone.',
    savingAlone,
  ),
  believing<BucketGround>(
    'owner-saves-freely',
    'BlockPublicPolicy keeps others from saving a public policy and lets administrators of the account do so.',
    savingFree,
  ),
]

/** Which change closes a bucket or publishes it, under Block Public Access, policies, ACLs, and Object Ownership. */
export const publicBucketModel: FamilyModel<SituationScenario<BucketGround>> = {
  name: 's3-public-bucket',
  title: 'Close or publish a bucket',
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
  ...situationModel({
    situations: [
      aclWithUploader,
      aclLeftOver,
      publicPolicy,
      publicPolicyWithPartner,
      accountIgnoresAcls,
      bucketRefusesPolicy,
    ],
    drawGround: drawBucketGround,
    beliefs,
  }),
  features: ({ rendering, proposals }) => ({
    rendering,
    uploads: proposals.some(({ probes }) => probes.some(({ who }) => who === 'uploader')) ? 1 : 0,
    publishes: proposals.some(({ id }) => id.startsWith('acl-')) ? 1 : 0,
  }),
  angoff: ({ uploads = 0, publishes = 0 }) => 0.68 - 0.14 * uploads - 0.06 * publishes,
}

export const publicBucket = familyOf(publicBucketModel)
