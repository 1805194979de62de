// The command that w3c/vc-jose-cose-test-suite calls within a container, without the container:
//   issue|verify --input FILE --key FILE --feature credential_jose|presentation_jose --output FILE
// `/tests/…` stands for the suite's own folder, which is the working directory.
import { createPrivateKey, sign as signBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { signCompact } from '../../src/adapters/credentials/jose/compact.ts'
import { signJwt } from '../../src/adapters/credentials/jose/sign-jwt.ts'
import { Refused } from '../../src/adapters/credentials/refused.ts'
import { openSeenLists } from '../../src/adapters/credentials/status/seen-lists.ts'
import { makeVerifier } from '../../src/adapters/credentials/verifier.ts'
import type { JsonObject } from '../../src/domain/cloud/json.ts'
import { checkCredential, checkPresentation } from '../../src/domain/credential/check-model.ts'
import { instant } from '../../src/domain/kernel/instant.ts'

type KeyFile = {
  readonly controller: string
  readonly publicKeyJwk: Readonly<Record<string, string>>
  readonly secretKeyJwk: Readonly<Record<string, string>>
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    input: { type: 'string' },
    key: { type: 'string' },
    feature: { type: 'string' },
    output: { type: 'string' },
  },
})
const fileOf = (path: unknown): string => join(process.cwd(), String(path))
const read = (path: string): string => readFileSync(path, 'utf8')
const action = positionals.find((word) => word === 'issue' || word === 'verify')
const isPresentation = values.feature === 'presentation_jose'
const given = JSON.parse(read(fileOf(values.key))) as KeyFile
const input = read(fileOf(values.input)).trim()

/** Members of a credential that version 2.0 of the data model defines; the suite wants any other refused at issuance. */
const defined = new Set([
  ...[
    '@context',
    'id',
    'type',
    'name',
    'description',
    'issuer',
    'validFrom',
    'validUntil',
    'credentialSubject',
  ],
  ...[
    'credentialStatus',
    'credentialSchema',
    'evidence',
    'termsOfUse',
    'refreshService',
    'relatedResource',
    'proof',
  ],
])

/** The issuer's document with every key of the suite, each under its own name. */
function controllerDocument(): JsonObject {
  const keys = ['p256', 'p384', 'p521', 'ed25519'].map(
    (name) => JSON.parse(read(fileOf(`/tests/input/vm-${name}.json`))) as KeyFile,
  )
  const methods = keys.map(({ controller, publicKeyJwk }) => ({
    id: `${controller}#${publicKeyJwk.kid}`,
    type: 'JsonWebKey',
    controller,
    publicKeyJwk,
  }))
  const ids = methods.map(({ id }) => id)
  return {
    '@context': 'https://www.w3.org/ns/cid/v1',
    id: given.controller,
    verificationMethod: methods,
    assertionMethod: ids,
    authentication: ids,
  }
}

const verifier = makeVerifier({
  fetch: async (url) => {
    if (url === given.controller) return Buffer.from(JSON.stringify(controllerDocument()))
    throw new Refused('input-unreachable', { url })
  },
  seen: openSeenLists(null),
})
const now = instant(Date.now())

/** The suite names the key that must have signed. */
const signedByGiven = (method: string | null | undefined): boolean => method === given.publicKeyJwk.kid

async function verifyCredential(): Promise<boolean> {
  const { authentic, proofs } = await verifier.verify({ text: input }, { now })
  return authentic.answer === 'pass' && signedByGiven(proofs[0]?.verificationMethod)
}

/** A presentation is sound when its holder signed it and no credential in it is malformed, whoever signed that. */
async function verifyPresentation(): Promise<boolean> {
  const presentation = input.startsWith('{') ? (JSON.parse(input) as JsonObject) : input
  const { authentic, proofs, credentials } = await verifier.verifyPresentation(presentation, { now })
  const sound = credentials.every((one) => one.authentic.reason !== 'credential-malformed')
  return authentic.answer === 'pass' && signedByGiven(proofs[0]?.verificationMethod) && sound
}

const digests: Readonly<Record<string, string | null>> = {
  ES256: 'sha256',
  ES384: 'sha384',
  ES512: 'sha512',
  EdDSA: null,
}

async function issue(): Promise<string> {
  const document = JSON.parse(input) as JsonObject
  const violation = isPresentation ? checkPresentation(document) : checkCredential(document)
  const foreign = isPresentation ? [] : Object.keys(document).filter((member) => !defined.has(member))
  if (violation !== null || foreign.length > 0)
    throw new Refused('credential-malformed', violation ?? { members: foreign })
  const { alg = '', kid = '' } = given.secretKeyJwk
  const key = createPrivateKey({ key: given.secretKeyJwk, format: 'jwk' })
  const sign = async (bytes: Uint8Array): Promise<Uint8Array> =>
    signBytes(digests[alg], bytes, { key, dsaEncoding: 'ieee-p1363' })
  return isPresentation
    ? signCompact({ alg, kid, typ: 'vp+jwt' }, document, sign)
    : signJwt(document, { verificationMethod: kid, algorithm: alg, sign }, { profile: 'w3c-jwt' })
}

async function run(): Promise<{ readonly result: string; readonly data: string }> {
  try {
    if (action === 'issue') return { result: 'success', data: await issue() }
    const sound = await (isPresentation ? verifyPresentation() : verifyCredential())
    return { result: sound ? 'success' : 'failure', data: '' }
  } catch (error) {
    if (error instanceof Refused) return { result: 'failure', data: error.reason }
    throw error
  }
}

writeFileSync(fileOf(values.output), JSON.stringify(await run()))
