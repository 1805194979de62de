import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { allowAllOf, allowOn, allowServices, type Clause, denyOn } from '../iam/clauses.ts'
import { drawRoleName } from '../iam/people.ts'
import { oneOrMany } from '../iam/policies.ts'
import { type Deed, drawResources, type Resource, siblingOf } from '../iam/resources.ts'
import { chance, pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import type { Layer, LayerScenario } from './scenario.ts'

const layers: readonly Layer[] = ['identity', 'boundary', 'session', 'scp', 'resource', 'endpoint']
/** Services whose resources have a policy of their own and can be reached through a VPC endpoint with one. */
const withPolicies = new Set(['s3', 'sqs', 'sns', 'secretsmanager', 'lambda'])

const unmet = [
  { condition: { Bool: { 'aws:SecureTransport': 'false' } }, words: 'for requests without TLS' },
  { condition: { StringNotEquals: { 'aws:RequestedRegion': '@' } }, words: 'outside the Region @' },
  {
    condition: { StringEquals: { 'aws:PrincipalTag/stage': 'sandbox' } },
    words: 'for principals tagged `stage` = `sandbox`',
  },
] as const

type Parts = {
  readonly random: SeededRandom
  readonly resource: Resource
  readonly other: Resource
  readonly deed: Deed
  readonly also: Deed
  readonly region: string
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
      words: `allows \`${also.action}\` to the role \`Reporting\` of the same account`,
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

const anywhere = ({ words, statement }: Clause, deed: Deed): Clause => ({
  statement: { ...statement, Resource: '*' },
  words: words.startsWith('denies') ? `denies \`${deed.action}\` on every resource` : words,
})

function denyWithUnmet({ random, deed, resource, region }: Parts): Clause {
  const { condition, words } = pick(random, unmet)
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
  const resources = drawResources(random, { setting, account }, 6)
  const resource = resources.find(({ service }) => withPolicies.has(service)) as Resource
  const other = resources.find(({ service }) => service !== resource.service) as Resource
  const [deed, also] = pickSome(random, resource.deeds, 2) as readonly [Deed, Deed]
  const parts: Parts = { random, resource, other, deed, also, region: setting.region }
  const present = pickSome(random, layers, pick(random, [3, 4, 5]))
  const chosen = new Set<Layer>([...present, 'identity'])
  const [guilty, first, second] = shuffle([...chosen], random)
  const clausesOf = (layer: Layer): Clause[] => {
    const asIs = passing[layer](parts)
    const quiet = silent[layer]
    if (layer === guilty) {
      if (quiet !== null && chance(random, 0.6)) return quiet(parts)
      return [
        ...asIs,
        denial(layer, layer === 'scp' ? anywhere(denyOn(deed, resource), deed) : denyOn(deed, resource)),
      ]
    }
    if (layer === first) return [...asIs, denial(layer, denyElsewhere(parts))]
    return layer === second ? [...asIs, denial(layer, denyWithUnmet(parts))] : asIs
  }
  const fill = (clauses: readonly Clause[]): Clause[] =>
    JSON.parse(JSON.stringify(clauses).replaceAll('::account:', `::${account}:`))
  return {
    setting,
    rendering: random.integer(3),
    account,
    role: drawRoleName(random, setting),
    resource,
    deed,
    layers: layers
      .filter((layer) => chosen.has(layer))
      .map((layer) => ({ layer, clauses: fill(clausesOf(layer)) })),
  }
}
