import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source.ts'

const contexts: Readonly<Record<string, string>> = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'ob-3.0.3',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': 'ob-extensions',
  'https://w3id.org/security/multikey/v1': 'multikey-v1',
}

/** A controller as it is resolved: a `did:key` from itself, a `did:web` from its document. */
type Resolve = (
  did: string,
) => { readonly id: string; readonly verificationMethod: readonly { readonly id: string }[] } | undefined

const keyController: Resolve = (did) => {
  if (!did.startsWith('did:key:')) return undefined
  const publicKeyMultibase = did.slice('did:key:'.length)
  const method = { id: `${did}#${publicKeyMultibase}`, type: 'Multikey', controller: did, publicKeyMultibase }
  const document = { '@context': 'https://www.w3.org/ns/did/v1', assertionMethod: [method.id] }
  return { ...document, id: did, verificationMethod: [method] }
}

const makeLoader = (resolve: Resolve) => async (url: string) => {
  const name = contexts[url]
  if (name !== undefined) {
    const file = join(root, 'src/adapters/credentials/contexts', `${name}.jsonld`)
    return { documentUrl: url, document: JSON.parse(readFileSync(file, 'utf8')) }
  }
  const [did = ''] = url.split('#')
  const controller = keyController(did) ?? resolve(did)
  const method = controller?.verificationMethod.find(({ id }) => id === url)
  const document =
    url === did ? controller : method && { '@context': 'https://w3id.org/security/multikey/v1', ...method }
  if (document === undefined) throw new Error(`Nothing is loaded from ${url}.`)
  return { documentUrl: url, document }
}

/** Checks a credential with the library of Digital Bazaar, wholly offline; used as an oracle only. */
export async function verifyByDigitalBazaar(
  credential: object,
  resolve: Resolve = () => undefined,
): Promise<{ verified: boolean; error?: unknown }> {
  const [vc, { DataIntegrityProof }, { cryptosuite }] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
  ])
  return vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: makeLoader(resolve),
    checkStatus: async () => ({ verified: true }),
    now: new Date('2026-11-25T00:00:00Z'),
  })
}
