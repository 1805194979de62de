import { describe, expect, test } from 'vitest'
import type { S3Settings } from '../../cloud/iam/types.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { publicBucketModel } from './family.ts'
import {
  drawBucketGround,
  onBucket,
  publicRead,
  reading,
  savesPolicy,
  uploadsPublic,
  visitor,
} from './ground.ts'

tryFamily(publicBucketModel, { golden: [] })

describe('the bucket model agrees with the Amazon S3 user guide', () => {
  const ground = drawBucketGround(seededRandom('guide'))
  const policy = [reading(ground, '*')]
  const byAcl = (more: S3Settings = {}) => ({
    s3: { objectOwnership: 'ObjectWriter', objectAcl: publicRead, ...more } as const,
  })
  const open = (state: Parameters<typeof visitor>[1]): boolean =>
    isAllowed(visitor(ground, state, true).asked)

  test('settings that block new openings leave present ones in force', () => {
    expect(open({ policy, s3: onBucket({ blockPublicPolicy: true }) })).toBe(true)
    expect(open(byAcl(onBucket({ blockPublicAcls: true })))).toBe(true)
    expect(isAllowed(savesPolicy(ground, { policy, s3: onBucket({ blockPublicPolicy: true }) }).asked)).toBe(
      false,
    )
    expect(isAllowed(uploadsPublic(ground, byAcl(onBucket({ blockPublicAcls: true }))).asked)).toBe(false)
  })

  test('IgnorePublicAcls, RestrictPublicBuckets, and bucket owner enforced close what is open', () => {
    expect(open(byAcl(onBucket({ ignorePublicAcls: true })))).toBe(false)
    expect(open({ policy, s3: onBucket({ restrictPublicBuckets: true }) })).toBe(false)
    expect(open(byAcl({ objectOwnership: 'BucketOwnerEnforced' }))).toBe(false)
    expect(open(byAcl({ objectOwnership: 'BucketOwnerPreferred' }))).toBe(true)
    expect(isAllowed(uploadsPublic(ground, byAcl(onBucket({ ignorePublicAcls: true }))).asked)).toBe(true)
  })

  test('the stricter of account and bucket applies', () => {
    expect(open(byAcl({ publicAccessBlock: { account: { ignorePublicAcls: true }, bucket: {} } }))).toBe(
      false,
    )
  })
})
