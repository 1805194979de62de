import type { Json, JsonObject } from '../../../domain/cloud/json.ts'
import { readJson } from '../extract/read-json.ts'
import { readJwk, readMultikey } from '../keys/multikey.ts'
import { Refused } from '../refused.ts'
import { type Controller, controllerOfKey, readController } from './controller.ts'
import type { Fetch } from './safe-fetch.ts'

/** Finds the keys of an issuer by its identifier. Throws `Refused`. */
export type Resolve = (issuerId: string) => Promise<Controller>

const invalid = (issuer: string): Refused => new Refused('issuer-document-invalid', { issuer })

/** `did:key`: the identifier is the key. */
export function resolveDidKey(id: string): Controller {
  const text = id.slice('did:key:'.length)
  const key = readMultikey(text)
  if (key === null) throw invalid(id)
  return controllerOfKey(id, `${id}#${text}`, key)
}

/** `did:jwk`: the identifier is the key, as a JSON Web Key in base64url. */
function resolveDidJwk(id: string): Controller {
  const value: Json = readJson(Buffer.from(id.slice('did:jwk:'.length), 'base64url'))
  const key = readJwk((value ?? {}) as Parameters<typeof readJwk>[0])
  if (key === null) throw invalid(id)
  return controllerOfKey(id, `${id}#0`, key)
}

/** The address of a `did:web` document: `did:web:a.example:b` lies at `https://a.example/b/did.json`. */
export function didWebUrl(id: string): string {
  const [host = '', ...path] = id.slice('did:web:'.length).split(':').map(decodeURIComponent)
  if (!/^[\w.-]+(?::\d+)?$/.test(host) || path.some((part) => !/^[\w.~-]+$/.test(part) || /^\.+$/.test(part)))
    throw invalid(id)
  return `https://${[host, ...(path.length === 0 ? ['.well-known'] : path), 'did.json'].join('/')}`
}

async function resolveByFetch(id: string, url: string, fetch: Fetch): Promise<Controller> {
  const bytes = await fetch(url).catch((error) => {
    if (!(error instanceof Refused)) throw error
    const reason = error.reason === 'input-unreachable' ? 'issuer-unresolvable' : error.reason
    throw new Refused(reason, { issuer: id, ...error.facts })
  })
  return readController(readJson(bytes), id)
}

/** Resolves `did:key` and `did:jwk` by themselves, `did:web` and HTTPS identifiers over the network. */
export const makeResolve =
  (fetch: Fetch): Resolve =>
  async (id) => {
    if (id.startsWith('did:key:')) return resolveDidKey(id)
    if (id.startsWith('did:jwk:')) return resolveDidJwk(id)
    if (id.startsWith('did:web:')) return resolveByFetch(id, didWebUrl(id), fetch)
    if (id.startsWith('https://')) return resolveByFetch(id, id, fetch)
    throw new Refused('issuer-method-unsupported', { issuer: id })
  }

/** Refuses the network: for checks that must stay on this machine. */
export const offline: Fetch = async () => {
  throw new Refused('not-online')
}

/** Answers for documents that are known already; the rest is fetched as before. */
export function withKnownIssuers(fetch: Fetch, documents: readonly JsonObject[] = []): Fetch {
  const known = new Map(documents.map((document) => [didWebUrl(String(document.id)), document]))
  return async (url) => {
    const document = known.get(url)
    return document === undefined ? fetch(url) : Buffer.from(JSON.stringify(document))
  }
}
