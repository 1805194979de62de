import { fail, ok, type Result } from '../../kernel/result.ts'
import { compilePolicy, type Policy } from './policy.ts'
import type {
  IamSituation,
  KmsGrant,
  OrganizationLevel,
  PolicyFinding,
  PolicyLayer,
  PolicyMalformed,
  S3Settings,
} from './types.ts'

/** A level of an organization with its policies compiled. */
export type CompiledLevel = { readonly id: string; readonly policies: readonly Policy[] }

/** A situation ready for requests: compiled once, asked often. */
export type CompiledSituation = {
  readonly identity: readonly Policy[]
  readonly resource: readonly Policy[]
  readonly boundary: readonly Policy[]
  readonly session: readonly Policy[]
  readonly endpoint: readonly Policy[]
  readonly gatewayEndpoint: boolean
  readonly scp: readonly CompiledLevel[]
  readonly rcp: readonly CompiledLevel[]
  readonly managementAccount: string | null
  readonly grants: readonly KmsGrant[]
  readonly awsManagedKey: boolean
  readonly s3: S3Settings | null
  /** The bucket policy that the request would set, compiled. */
  readonly requestPolicy: Policy | null
  /** What can never match in these documents. */
  readonly warnings: readonly PolicyFinding[]
}

const listed = (documents: unknown, path: string): (readonly [unknown, string])[] => {
  if (documents === undefined || documents === null) return []
  if (!Array.isArray(documents)) return [[documents, path]]
  return documents.map((document, place) => [document, `${path}[${place}]`] as const)
}

/**
 * Compiles every document of a situation.
 *
 * @returns the compiled situation, or `policy-malformed` with what is wrong and where
 * @example compileSituation({}).ok // true
 */
export function compileSituation(situation: IamSituation): Result<CompiledSituation, PolicyMalformed> {
  const findings: PolicyFinding[] = []
  const compile = (documents: unknown, layer: PolicyLayer, path: string): Policy[] =>
    listed(documents, path).map(([document, at]) => compilePolicy(document, { layer, path: at, findings }))
  const levels = (of: readonly OrganizationLevel[] | undefined, layer: 'scp' | 'rcp'): CompiledLevel[] =>
    (of ?? []).map(({ id, policies }, place) => ({
      id: id ?? String(place),
      policies: compile(policies, layer, `${layer}[${place}].policies`),
    }))
  const compiled: CompiledSituation = {
    identity: compile(situation.identity, 'identity', 'identity'),
    resource: compile(situation.resourcePolicy, 'resource', 'resourcePolicy'),
    boundary: compile(situation.boundary, 'boundary', 'boundary'),
    session: compile(situation.session, 'session', 'session'),
    endpoint: compile(situation.vpce, 'endpoint', 'vpce'),
    gatewayEndpoint: situation.vpceType === 'gateway',
    scp: levels(situation.scp, 'scp'),
    rcp: levels(situation.rcp, 'rcp'),
    managementAccount: situation.managementAccount ?? null,
    grants: situation.kms?.grants ?? [],
    awsManagedKey: situation.kms?.awsManaged ?? false,
    s3: situation.s3 ?? null,
    requestPolicy: compile(situation.s3?.requestPolicy, 'resource', 's3.requestPolicy')[0] ?? null,
    warnings: findings.filter(({ level }) => level === 'warning'),
  }
  const malformed = findings.some(({ level }) => level === 'error')
  return malformed ? fail({ code: 'policy-malformed', findings }) : ok(compiled)
}
