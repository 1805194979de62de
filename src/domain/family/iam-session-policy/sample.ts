import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { type Candidate, named } from '../iam/candidates.ts'
import { allowOn, type Clause } from '../iam/clauses.ts'
import { drawRoleName } from '../iam/people.ts'
import { policyOf } from '../iam/policies.ts'
import { type Deed, drawBucket, drawResources, type Resource } from '../iam/resources.ts'
import { chance, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** A role session with a session policy; the bucket policy names the role or the session. */
export type SessionScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly account: string
  readonly role: string
  readonly sessionName: string
  readonly rolePolicy: readonly Clause[]
  readonly sessionPolicy: readonly Clause[]
  readonly bucketPolicy: Clause & { readonly bucket: string; readonly names: 'role' | 'session' }
  readonly candidates: readonly Candidate[]
}

const two = (random: SeededRandom, { deeds }: Resource): readonly [Deed, Deed] =>
  pickSome(random, deeds, 2) as unknown as readonly [Deed, Deed]

type Ground = Pick<SessionScenario, 'setting' | 'account' | 'role' | 'sessionName'> & {
  readonly names: 'role' | 'session'
  readonly resources: readonly [Resource, Resource]
  readonly bucket: Resource
  readonly deeds: Readonly<
    Record<'both' | 'roleAlone' | 'bothToo' | 'sessionAlone' | 'byBucket' | 'byBucketToo', Deed>
  >
}

function drawGround(random: SeededRandom): Ground {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const own = drawResources(random, { setting, account }, 3).filter(({ service }) => service !== 's3')
  const resources = own.slice(0, 2) as unknown as readonly [Resource, Resource]
  const bucket = drawBucket(random, { setting, account })
  const [both, roleAlone] = two(random, resources[0])
  const [bothToo, sessionAlone] = two(random, resources[1])
  const [byBucket, byBucketToo] = two(random, bucket)
  return {
    ...{ setting, account, resources, bucket },
    role: drawRoleName(random, setting),
    sessionName: setting.systems[1].slug,
    names: chance(random, 0.5) ? 'session' : 'role',
    deeds: { both, roleAlone, bothToo, sessionAlone, byBucket, byBucketToo },
  }
}

const sessionArn = ({ account, role, sessionName }: Ground): string =>
  `arn:aws:sts::${account}:assumed-role/${role}/${sessionName}`

function bucketPolicyOf(ground: Ground): SessionScenario['bucketPolicy'] {
  const { account, role, sessionName, names, bucket, deeds } = ground
  const { statement } = allowOn([deeds.byBucket], bucket)
  const [grantee, words] =
    names === 'session'
      ? [sessionArn(ground), `the session \`${role}/${sessionName}\``]
      : [`arn:aws:iam::${account}:role/${role}`, `the role \`${role}\``]
  return {
    statement: { ...statement, Principal: { AWS: grantee } },
    words: `allows \`${deeds.byBucket.action}\` to ${words}`,
    bucket: bucket.noun,
    names,
  }
}

type Request = readonly [deed: Deed, why: string]

const byBoth = "The role's policy and the session policy both allow it."

/** Requests of the session; the third is made on the bucket, and so is the last where the policy names the session. */
function requestsOf({ names, deeds }: Ground): readonly Request[] {
  const toSession = names === 'session'
  return [
    [deeds.both, byBoth],
    [
      deeds.roleAlone,
      "The role's policy allows it, but the session policy does not, and a session keeps what both allow.",
    ],
    [
      deeds.byBucket,
      toSession
        ? 'The bucket policy names the session itself, and such a grant is not limited by the session policy.'
        : 'The bucket policy names the role, so the session policy still limits the grant, and it does not allow the action.',
    ],
    [
      deeds.sessionAlone,
      "The session policy lists it, but a session policy limits the role's permissions and adds none.",
    ],
    toSession
      ? [
          deeds.byBucketToo,
          "The role's policy allows it, but neither the session policy nor the bucket policy does for this session.",
        ]
      : [deeds.bothToo, byBoth],
  ]
}

const documentOf = (clauses: readonly Clause[]) => policyOf(clauses.map(({ statement }) => statement))

/** Draws a role with a session policy and five requests, two of which succeed. */
export function sampleSession(random: SeededRandom): SessionScenario {
  const ground = drawGround(random)
  const { resources, bucket, deeds, names, account } = ground
  const bucketPolicy = bucketPolicyOf(ground)
  const rolePolicy = [
    allowOn(shuffle([deeds.both, deeds.roleAlone], random), resources[0]),
    allowOn([deeds.bothToo], resources[1]),
    allowOn([deeds.byBucketToo], bucket),
  ]
  const ofSecond =
    names === 'session' ? [deeds.sessionAlone] : shuffle([deeds.bothToo, deeds.sessionAlone], random)
  const sessionPolicy = [allowOn([deeds.both], resources[0]), allowOn(ofSecond, resources[1])]
  const candidates = requestsOf(ground).map(
    ([deed, why]): Omit<Candidate, 'id'> => ({
      text: deed.words,
      why,
      asked: {
        principal: sessionArn(ground),
        action: deed.action,
        resource: deed.target,
        owner: account,
        identity: documentOf(rolePolicy),
        session: documentOf(sessionPolicy),
        ...(deed.action.startsWith('s3:') ? { resourcePolicy: policyOf([bucketPolicy.statement]) } : {}),
      },
    }),
  )
  return {
    ...ground,
    bucketPolicy,
    rendering: random.integer(3),
    rolePolicy: shuffle(rolePolicy, random),
    sessionPolicy,
    candidates: named(candidates, random),
  }
}
