import type { IamCase, PublicAccessBlock, S3Settings } from '../../cloud/iam/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Probe } from '../control/proposals.ts'
import { policyOf, type Statement } from '../iam/policies.ts'
import { between, pick } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** A bucket and who is to read from it. */
export type BucketGround = {
  readonly setting: Setting
  readonly account: string
  readonly partner: string
  readonly bucket: string
  /** A bucket for what is meant to be public. */
  readonly site: string
  readonly file: string
  readonly prefix: string
  readonly objects: number
  readonly years: number
}

/** Draws a bucket with its surroundings. */
export function drawBucketGround(random: SeededRandom): BucketGround {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const ending = pick(random, ['share', 'exchange', 'store', 'drop', 'archive', 'prod'])
  return {
    ...{ setting, account },
    partner: drawAccount(random, [account]),
    bucket: `${setting.business.slug}-${setting.records[0].slug}-${ending}`,
    site: `${setting.business.slug}-${pick(random, ['press-kit', 'open-data', 'brochures', 'downloads', 'web-assets'])}`,
    file: pick(random, ['index.html', 'guide.pdf', 'latest.json', 'tariffs.pdf', 'terms.pdf']),
    prefix: pick(random, ['public', 'press', 'open', 'downloads']),
    objects: between(random, 1130, 48_700),
    years: between(random, 2, 7),
  }
}

/** How a bucket stands: its policy, its settings, and the ACL of its objects. */
export type BucketState = { readonly policy?: readonly Statement[]; readonly s3?: S3Settings }

/** Anonymous read access as an access control list gives it. */
export const publicRead: NonNullable<S3Settings['objectAcl']> = [
  { grantee: 'http://acs.amazonaws.com/groups/global/AllUsers', permission: 'READ' },
]

/** A statement that lets a principal read objects. */
export const reading = (
  { bucket }: BucketGround,
  Principal: unknown,
  Condition?: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${bucket}/*`,
  ...(Condition === undefined ? {} : { Condition }),
})

/** Block Public Access of the bucket. */
export const onBucket = (bucket: PublicAccessBlock): S3Settings => ({ publicAccessBlock: { bucket } })

function caseOf(ground: BucketGround, { policy, s3 }: BucketState, more: Partial<IamCase>): IamCase {
  const { bucket, account, prefix, file } = ground
  return {
    principal: 'anonymous',
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${bucket}/${prefix}/${file}`,
    owner: account,
    ...(policy === undefined || policy.length === 0 ? {} : { resourcePolicy: policyOf(policy) }),
    s3: { ...s3, objectOwner: account },
    ...more,
  }
}

/** A visitor without credentials reads an object. */
export const visitor = (ground: BucketGround, state: BucketState, wanted: boolean): Probe => ({
  who: 'visitor',
  wanted,
  asked: caseOf(ground, state, {}),
})

/** A role of the partner account, with an IAM policy of its own, reads an object. */
export const partnerReads = (ground: BucketGround, state: BucketState): Probe => ({
  who: 'partner',
  wanted: true,
  asked: caseOf(ground, state, {
    principal: `arn:aws:iam::${ground.partner}:role/Reader`,
    identity: policyOf([{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }]),
  }),
})

const fullStorage = policyOf([{ Effect: 'Allow', Action: 's3:*', Resource: '*' }])

/** A program of the account uploads an object and sets a public ACL with it. */
export const uploadsPublic = (ground: BucketGround, state: BucketState): Probe => ({
  who: 'uploader',
  wanted: true,
  asked: caseOf(
    ground,
    { ...state, s3: { ...state.s3, requestAcl: 'public-read' } },
    {
      principal: `arn:aws:iam::${ground.account}:role/Uploader`,
      action: 's3:PutObject',
      identity: fullStorage,
    },
  ),
})

/** An administrator of the account saves a bucket policy. */
export const savesPolicy = (ground: BucketGround, state: BucketState): Probe => ({
  who: 'administrator',
  wanted: true,
  asked: caseOf(
    ground,
    { ...state, s3: { ...state.s3, requestPolicy: policyOf(state.policy ?? []) } },
    {
      principal: `arn:aws:iam::${ground.account}:role/Admin`,
      action: 's3:PutBucketPolicy',
      resource: `arn:aws:s3:::${ground.bucket}`,
      identity: fullStorage,
    },
  ),
})
