import type { IamCase } from '../../cloud/iam/types.ts'
import { decideAccess } from '../iam/ask.ts'
import { fullAccess, policyOf, type Statement } from '../iam/policies.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Layer, LayerScenario } from './scenario.ts'

type Documents = ReadonlyMap<Layer, readonly Statement[]>

const documentsOf = ({ layers }: LayerScenario): Documents =>
  new Map(layers.map(({ layer, clauses }) => [layer, clauses.map(({ statement }) => statement)]))

/** A VPC endpoint policy names principals. */
const forEverybody = (statement: Statement): Statement => ({ ...statement, Principal: '*' })

/** The failing call with some documents in the place of its own. */
export function caseWith(scenario: LayerScenario, documents: Documents): IamCase {
  const { account, role, deed, setting } = scenario
  const document = (layer: Layer) => {
    const statements = documents.get(layer)
    if (statements === undefined) return undefined
    return policyOf(layer === 'endpoint' ? statements.map(forEverybody) : statements)
  }
  const [identity, resource, boundary, session, endpoint, scp] = (
    ['identity', 'resource', 'boundary', 'session', 'endpoint', 'scp'] as const
  ).map(document)
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${role}/session`,
    action: deed.action,
    resource: deed.target,
    owner: account,
    ctx: {
      'aws:SecureTransport': true,
      'aws:RequestedRegion': setting.region,
      'aws:PrincipalTag/stage': 'production',
    },
    ...(identity ? { identity } : {}),
    ...(resource && resource.Statement.length > 0 ? { resourcePolicy: resource } : {}),
    ...(boundary ? { boundary } : {}),
    ...(session ? { session } : {}),
    ...(endpoint ? { vpce: endpoint, vpceType: 'interface' as const } : {}),
    ...(scp
      ? { scp: [{ id: 'OU', policies: [fullAccess, ...(scp.Statement.length > 0 ? [scp] : [])] }] }
      : {}),
  }
}

/** The layer that stops the call. */
export function solveLayer(scenario: LayerScenario): Answers {
  const { decision, because } = decideAccess(caseWith(scenario, documentsOf(scenario)))
  return decision === 'allow' ? [] : [because.layer]
}

const allowAll: Statement = { Effect: 'Allow', Action: '*', Resource: '*' }

/** Layers with a deny that reaches the call once a part of it is overlooked, but does not in truth. */
function spilling(scenario: LayerScenario, overlook: (statement: Statement) => Statement): Answers {
  const denies = (layer: Layer, statements: readonly Statement[]): boolean => {
    const only = statements.filter(({ Effect }) => Effect === 'Deny')
    if (only.length === 0) return false
    const documents = new Map<Layer, readonly Statement[]>([['identity', [allowAll]]])
    documents.set(
      layer,
      layer === 'identity' || layer === 'resource'
        ? [...only, ...(layer === 'identity' ? [allowAll] : [])]
        : [allowAll, ...only],
    )
    return decideAccess(caseWith(scenario, documents)).decision === 'explicit'
  }
  return [...documentsOf(scenario)].flatMap(([layer, statements]) =>
    !denies(layer, statements) && denies(layer, statements.map(overlook)) ? [layer] : [],
  )
}

const has = ({ layers }: LayerScenario, layer: Layer): boolean => layers.some((each) => each.layer === layer)

/** Second opinion: the layers without which the call would succeed. */
export function layersThatMatter(scenario: LayerScenario): Answers {
  const documents = documentsOf(scenario)
  return scenario.layers.flatMap(({ layer }) => {
    const opened = new Map(documents)
    opened.set(layer, layer === 'resource' || layer === 'scp' ? [] : [allowAll])
    return decideAccess(caseWith(scenario, opened)).decision === 'allow' ? [layer] : []
  })
}

/** Beliefs that find the fault in another layer. */
export const layerMisconceptions: readonly Misconception<LayerScenario>[] = [
  {
    id: 'deny-spills-over',
    statement: 'A deny for one resource of a service reaches every resource of that service.',
    solve: (scenario) => spilling(scenario, (statement) => ({ ...statement, Resource: '*' })),
  },
  {
    id: 'deny-condition-ignored',
    statement: 'A conditional deny applies even where its condition is not met.',
    solve: (scenario) => spilling(scenario, ({ Condition: _, ...statement }) => statement),
  },
  {
    id: 'resource-policy-must-allow',
    statement: 'Within one account the resource-based policy has to allow the call as well.',
    solve: (scenario) => (has(scenario, 'resource') ? ['resource'] : []),
  },
  {
    id: 'scp-must-name-action',
    statement: 'A service control policy has to name an action before accounts below it can use it.',
    solve: (scenario) => (has(scenario, 'scp') ? ['scp'] : []),
  },
  {
    id: 'session-policy-must-equal',
    statement: 'A session policy that lists fewer actions than the role makes every call fail.',
    solve: (scenario) => (has(scenario, 'session') ? ['session'] : []),
  },
  {
    id: 'endpoint-needs-own-allow',
    statement: 'A VPC endpoint policy has to name the calling role.',
    solve: (scenario) => (has(scenario, 'endpoint') ? ['endpoint'] : []),
  },
]
