import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { shuffle } from '../../kernel/seeded-random.ts'
import { allowAllOf, allowOn, allowServices, type Clause, denyOn } from '../iam/clauses.ts'
import { drawRoleName } from '../iam/people.ts'
import { oneOrMany } from '../iam/policies.ts'
import { type Deed, drawBucket, drawResources, type Resource } from '../iam/resources.ts'
import { chance, pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import type { Candidate, RequestScenario } from './scenario.ts'

/** Ways in which a request fails, each of which one false belief overlooks. */
const traps = ['denied', 'boundary-alone', 'outside-boundary', 'scp', 'condition', 'one-side'] as const
type Trap = (typeof traps)[number]

const circumstances = [
  {
    words: 'The session was started without multi-factor authentication (MFA).',
    condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    unless: 'when the session was started with MFA',
    ctx: { 'aws:MultiFactorAuthPresent': false },
  },
  {
    words: 'Requests leave from the public address 198.51.100.24.',
    condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    unless: 'from the range 203.0.113.0/24',
    ctx: { 'aws:SourceIp': '198.51.100.24' },
  },
  {
    words: 'Requests travel through a NAT gateway and not through a VPC endpoint.',
    condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f67890' } },
    unless: 'through the VPC endpoint vpce-0a1b2c3d4e5f67890',
    ctx: { 'aws:SourceIp': '198.51.100.77' },
  },
  {
    words: 'The role carries the tag `stage` with the value `test`.',
    condition: { StringEquals: { 'aws:PrincipalTag/stage': 'production' } },
    unless: 'for principals tagged `stage` = `production`',
    ctx: { 'aws:PrincipalTag/stage': 'test' },
  },
] as const

/** The layers as they grow, trap by trap. */
type Layers = {
  readonly identity: Clause[]
  readonly boundaryServices: Resource[]
  readonly scp: Clause[]
  readonly candidates: Omit<Candidate, 'id'>[]
  bounded: boolean
  bucketPolicy: RequestScenario['bucketPolicy']
  circumstance: RequestScenario['circumstance']
}

type Draw = {
  readonly random: SeededRandom
  readonly layers: Layers
  readonly partner: string
  readonly role: string
  readonly account: string
}

const ask = (deed: Deed, owner: string): Omit<Candidate, 'id'> => ({
  words: deed.words,
  request: { action: deed.action, resource: deed.target, owner },
})

/** Two deeds of a resource, the first of which is asked for. */
const twoDeeds = (random: SeededRandom, resource: Resource): readonly [Deed, Deed] =>
  pickSome(random, resource.deeds, 2) as unknown as readonly [Deed, Deed]

const setTrap: Readonly<Record<Trap, (draw: Draw, resource: Resource) => void>> = {
  denied: ({ random, layers, account }, resource) => {
    const [asked] = twoDeeds(random, resource)
    layers.identity.push(allowAllOf(resource), denyOn(asked, resource))
    layers.boundaryServices.push(resource)
    layers.candidates.push(ask(asked, account))
  },
  'boundary-alone': ({ random, layers, account }, resource) => {
    layers.bounded = true
    layers.boundaryServices.push(resource)
    layers.candidates.push(ask(pick(random, resource.deeds), account))
  },
  'outside-boundary': ({ random, layers, account }, resource) => {
    const deeds = twoDeeds(random, resource)
    layers.bounded = true
    layers.identity.push(chance(random, 0.5) ? allowAllOf(resource) : allowOn(deeds, resource))
    layers.candidates.push(ask(deeds[0], account))
  },
  scp: ({ random, layers, account }, resource) => {
    const deeds = twoDeeds(random, resource)
    layers.identity.push(chance(random, 0.5) ? allowAllOf(resource) : allowOn(deeds, resource))
    layers.boundaryServices.push(resource)
    layers.scp.push({
      statement: { Effect: 'Deny', Action: deeds[0].action, Resource: '*' },
      words: `denies \`${deeds[0].action}\` on every resource`,
    })
    layers.candidates.push(ask(deeds[0], account))
  },
  condition: ({ random, layers, account }, resource) => {
    const { words, condition, unless, ctx } = pick(random, circumstances)
    const deeds = twoDeeds(random, resource)
    const { statement, words: allowed } = allowOn(deeds, resource)
    layers.identity.push({ statement: { ...statement, Condition: condition }, words: `${allowed} ${unless}` })
    layers.boundaryServices.push(resource)
    layers.circumstance = { words, ctx }
    layers.candidates.push(ask(deeds[0], account))
  },
  'one-side': ({ random, layers, partner, role, account }, resource) => {
    const asked = pick(random, resource.deeds)
    const arn = `arn:aws:iam::${account}:role/${role}`
    layers.bucketPolicy = {
      bucket: resource.noun,
      clauses: [
        {
          statement: {
            Effect: 'Allow',
            Principal: { AWS: arn },
            Action: asked.action,
            Resource: oneOrMany(resource.arns),
          },
          words: `allows \`${asked.action}\` to the role`,
        },
      ],
    }
    layers.boundaryServices.push(resource)
    layers.candidates.push(ask(asked, partner))
  },
}

/** Draws a role under three traps and one request that avoids them all. */
export function sampleRequests(random: SeededRandom): RequestScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const partner = drawAccount(random, [account])
  const role = drawRoleName(random, setting)
  const layers: Layers = {
    identity: [],
    boundaryServices: [],
    scp: [],
    candidates: [],
    bounded: chance(random, 0.2),
    bucketPolicy: null,
    circumstance: null,
  }
  const chosen = pickSome(random, traps, 3)
  const oneSide = chosen.includes('one-side')
  const resources = [...drawResources(random, { setting, account }, oneSide ? 5 : 4)].filter(
    ({ service }) => !oneSide || service !== 's3',
  )
  const own = resources[0] as Resource
  const [done, also] = twoDeeds(random, own)
  layers.identity.push(allowOn(chance(random, 0.6) ? shuffle([done, also], random) : [done], own))
  layers.boundaryServices.push(own)
  layers.candidates.push(ask(done, account))
  chosen.forEach((trap, index) => {
    const resource =
      trap === 'one-side' ? drawBucket(random, { setting, account: partner }) : resources[index + 1]
    if (resource) setTrap[trap]({ random, layers, partner, role, account }, resource)
  })
  return {
    setting,
    account,
    partner,
    role,
    rendering: random.integer(4),
    question: random.integer(4),
    identity: shuffle(layers.identity, random),
    boundary: layers.bounded
      ? [allowServices([...layers.boundaryServices.map(({ service }) => service), 'cloudwatch'])]
      : null,
    scp: layers.scp.length > 0 || chance(random, 0.15) ? layers.scp : null,
    bucketPolicy: layers.bucketPolicy,
    circumstance: layers.circumstance,
    candidates: shuffle(layers.candidates, random).map((candidate, index) => ({
      ...candidate,
      id: 'abcd'[index] ?? '',
    })),
  }
}
