import { verify as verifyBytes } from 'node:crypto'
import { isJsonObject, type JsonObject } from '../../../domain/cloud/json.ts'
import type { PublicKey } from '../keys/multikey.ts'
import { readJwk } from '../keys/multikey.ts'
import { Refused } from '../refused.ts'
import type { Controller, Method } from '../resolve/controller.ts'
import type { Compact } from './compact.ts'

/** What a token is held against. */
export type TokenExpected = {
  readonly controller: Controller
  readonly purpose: 'assertionMethod' | 'authentication'
  /** Values of `typ` that are known, without `application/`. */
  readonly types: readonly string[]
}

type Scheme = { readonly algorithms: readonly string[]; readonly digest: string | null }

/** The kind of key fixes the algorithm; what a header asks for can only agree with it. */
const schemes: Readonly<Record<PublicKey['kind'], Scheme>> = {
  'P-256': { algorithms: ['ES256'], digest: 'sha256' },
  'P-384': { algorithms: ['ES384'], digest: 'sha384' },
  'P-521': { algorithms: ['ES512'], digest: 'sha512' },
  Ed25519: { algorithms: ['EdDSA', 'Ed25519'], digest: null },
  RSA: { algorithms: ['RS256'], digest: 'sha256' },
}

const algorithms = new Set(Object.values(schemes).flatMap((scheme) => scheme.algorithms))

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Header members that would change what is verified, or where from. */
const refusedHeaders = ['crit', 'jku', 'x5u', 'b64', 'zip']

function checkHeader(header: JsonObject, types: readonly string[]): void {
  const refused = refusedHeaders.find((name) => header[name] !== undefined)
  if (refused !== undefined) throw new Refused('header-refused', { header: refused })
  const algorithm = textOf(header.alg)
  if (algorithm === null || !algorithms.has(algorithm))
    throw new Refused('algorithm-refused', { alg: algorithm })
  const type = textOf(header.typ)
    ?.toLowerCase()
    .replace(/^application\//, '')
  if (header.typ !== undefined && (type === undefined || !types.includes(type)))
    throw new Refused('header-refused', { header: 'typ' })
}

const thumbprint = ({ key }: PublicKey): string =>
  key.export({ format: 'der', type: 'spki' }).toString('base64')

/** A key within the header counts only when it is one that the issuer publishes. */
function byHeaderKey(jwk: JsonObject, methods: readonly Method[]): readonly Method[] {
  const given = readJwk(jwk)
  if (given === null) return []
  return methods.filter(({ key }) => key !== null && thumbprint(key) === thumbprint(given))
}

function candidates(header: JsonObject, { controller, purpose }: TokenExpected): readonly Method[] {
  const methods = [...controller.methods.values()]
  const kid = textOf(header.kid)
  const named = (): readonly Method[] => {
    if (kid !== null) {
      const id = kid.startsWith('#') || !kid.includes(':') ? `${controller.id}#${kid.replace(/^#/, '')}` : kid
      // An identifier that is a key itself may stand for its only method.
      return methods.filter((method) => method.id === id || (id === controller.id && methods.length === 1))
    }
    return isJsonObject(header.jwk)
      ? methods
      : methods.filter(({ id }) => controller.purposes[purpose].has(id))
  }
  const found = isJsonObject(header.jwk) ? byHeaderKey(header.jwk, named()) : named()
  if (found.length === 0) throw new Refused('signer-not-issuer', { issuer: controller.id, kid })
  const allowed = found.filter(({ id, endsAt }) => controller.purposes[purpose].has(id) && endsAt === null)
  if (allowed.length === 0) throw new Refused('key-not-authorised', { kid, purpose })
  return allowed
}

const fits = ({ content, signature }: Compact, { kind, key }: PublicKey): boolean =>
  verifyBytes(schemes[kind].digest, content, { key, dsaEncoding: 'ieee-p1363' }, signature)

/** Checks the signature of a token with the keys of its issuer, and gives the method that fits. Throws `Refused`. */
export function verifyToken(token: Compact, expected: TokenExpected): Method {
  checkHeader(token.header, expected.types)
  const algorithm = token.header.alg as string
  const usable = candidates(token.header, expected).filter(
    ({ key }) => key !== null && schemes[key.kind].algorithms.includes(algorithm),
  )
  if (usable.length === 0)
    throw new Refused('algorithm-refused', { alg: algorithm, why: 'not that of the key' })
  const method = usable.find(({ key }) => fits(token, key as PublicKey))
  if (method === undefined) throw new Refused('signature-invalid')
  return method
}
