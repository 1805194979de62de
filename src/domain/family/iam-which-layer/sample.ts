import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { allowAllOf, allowOn, allowServices, type Clause, denyOn } from '../iam/clauses.ts'
import { roleOf } from '../iam/people.ts'
import { oneOrMany } from '../iam/policies.ts'
import { type Deed, drawResources, type Resource, siblingOf } from '../iam/resources.ts'
import { kindOf } from '../iam/verbs.ts'
import { chance, pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import type { Layer, LayerScenario } from './scenario.ts'

const layers: readonly Layer[] = ['identity', 'boundary', 'session', 'scp', 'resource', 'endpoint']
/** Services whose resources have a policy of their own that can deny, and that can be reached through a VPC endpoint with one. */
const withPolicies = new Set(['s3', 'sqs', 'sns', 'secretsmanager'])

const unmet = [
  {
    condition: { Bool: { 'aws:SecureTransport': 'false' } },
    words: 'for requests without TLS',
    circumstance: 'The SDK makes its calls over HTTPS.',
  },
  {
    condition: { StringNotEquals: { 'aws:RequestedRegion': '@' } },
    words: 'in Regions other than @',
    circumstance: 'The call goes to the regional endpoint in @.',
  },
  {
    condition: { StringEquals: { 'aws:PrincipalTag/stage': 'sandbox' } },
    words: 'for principals tagged `stage` = `sandbox`',
    circumstance: 'The role is tagged `stage` = `production`.',
  },
] as const

type Parts = {
  readonly random: SeededRandom
  readonly resource: Resource
  readonly other: Resource
  readonly deed: Deed
  readonly also: Deed
  readonly region: string
  readonly obstacle: (typeof unmet)[number]
}

/** What lets the call pass in each layer. */
const passing: Readonly<Record<Layer, (parts: Parts) => Clause[]>> = {
  identity: ({ random, resource, deed, also }) => [
    chance(random, 0.5) ? allowAllOf(resource) : allowOn(shuffle([deed, also], random), resource),
  ],
  boundary: ({ resource, other }) => [allowServices([resource.service, other.service, 'cloudwatch'])],
  session: ({ resource, deed, also }) => [allowOn([deed, also], resource)],
  scp: () => [],
  resource: ({ resource, also }) => [
    {
      statement: {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::account:role/Reporting' },
        Action: also.action,
        Resource: oneOrMany(resource.arns),
      },
      words: `allows \`${also.action}\` to the role \`Reporting\``,
    },
  ],
  endpoint: ({ resource }) => [allowServices([resource.service])],
}

/** What a layer looks like that grants something else instead; null where leaving out does not deny. */
const silent: Readonly<Record<Layer, ((parts: Parts) => Clause[]) | null>> = {
  identity: ({ resource, also, other }) => [allowOn([also], resource), allowAllOf(other)],
  boundary: ({ other }) => [allowServices([other.service, 'cloudwatch', 'dynamodb'])],
  session: ({ resource, also }) => [allowOn([also], resource)],
  scp: null,
  resource: null,
  endpoint: ({ other }) => [allowServices([other.service, 'logs'])],
}

const denial = (layer: Layer, clause: Clause): Clause =>
  layer === 'resource' ? { ...clause, statement: { ...clause.statement, Principal: '*' } } : clause

/** A deny of the kind that a guardrail policy has. */
const everywhere = ({ action }: Deed, kind: string): Clause => ({
  statement: { Effect: 'Deny', Action: action, Resource: '*' },
  words: `denies \`${action}\` on every ${kind}`,
})

function denyWithUnmet({ obstacle, deed, resource, region }: Parts): Clause {
  const { condition, words } = obstacle
  const { statement, words: denies } = denyOn(deed, resource)
  const filled = JSON.parse(JSON.stringify(condition).replace('@', region))
  return { statement: { ...statement, Condition: filled }, words: `${denies} ${words.replace('@', region)}` }
}

/** Denies the deed on a resource that the call does not touch. */
const denyElsewhere = ({ deed, resource }: Parts): Clause => denyOn(deed, siblingOf(resource))

/** Draws a call that one layer stops, with two decoys in other layers: a deny that is met by another request. */
export function sampleLayers(random: SeededRandom): LayerScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const system = pick(random, setting.systems)
  const resources = drawResources(random, { setting, account }, 6)
  const resource = resources.find(({ service }) => withPolicies.has(service)) as Resource
  const other = resources.find(({ service }) => service !== resource.service) as Resource
  const [deed, also] = pickSome(random, resource.deeds, 2) as readonly [Deed, Deed]
  const obstacle = pick(random, unmet)
  const parts: Parts = { random, resource, other, deed, also, obstacle, region: setting.region }
  const present = pickSome(random, layers.slice(1), 3)
  const chosen = new Set<Layer>([...present, 'identity'])
  const [guilty, first, second] = shuffle([...chosen], random)
  const clausesOf = (layer: Layer): Clause[] => {
    const asIs = passing[layer](parts)
    const quiet = silent[layer]
    if (layer === guilty) {
      if (quiet !== null && chance(random, 0.6)) return quiet(parts)
      return [
        ...asIs,
        denial(layer, layer === 'resource' ? denyOn(deed, resource) : everywhere(deed, kindOf(resource))),
      ]
    }
    if (layer === first) return [...asIs, denial(layer, denyElsewhere(parts))]
    return layer === second ? [...asIs, denial(layer, denyWithUnmet(parts))] : asIs
  }
  const fill = (clauses: readonly Clause[]): Clause[] =>
    JSON.parse(JSON.stringify(clauses).replaceAll('::account:', `::${account}:`))
  return {
    setting,
    rendering: random.integer(6),
    account,
    system,
    circumstance: second === undefined ? '' : obstacle.circumstance.replace('@', setting.region),
    role: roleOf(random, system),
    resource,
    deed,
    layers: layers
      .filter((layer) => chosen.has(layer))
      .map((layer) => ({ layer, clauses: fill(clausesOf(layer)) })),
  }
}
