import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../../../domain/cloud/json.ts'
import { canonicalise } from '../canonicalise.ts'
import { canonicalJson } from '../json-ld/canonical-json.ts'
import { Refused } from '../refused.ts'

/** How a suite writes a document before it is hashed. */
export type Canonical = (document: JsonObject) => Promise<string>

/** Suites that are read here, each with its canonical form. All of them sign SHA-256 hashes with Ed25519. */
export const canonicalForms: Readonly<Record<string, Canonical>> = {
  'eddsa-rdfc-2022': canonicalise,
  'eddsa-jcs-2022': async (document) => canonicalJson(document),
  Ed25519Signature2020: canonicalise,
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A document without its proofs, or with only those that a chained proof builds on. */
export function unsecured(document: JsonObject, earlier: readonly JsonObject[] = []): JsonObject {
  const { proof: _, ...rest } = document
  return earlier.length === 0 ? rest : { ...rest, proof: earlier as readonly Json[] }
}

/** A proof without its value, under the context of its document. */
export function proofOptions(proof: JsonObject, context: Json | undefined): JsonObject {
  const { proofValue: _, ...options } = proof
  return context === undefined ? options : { '@context': context, ...options }
}

/** What is signed: the hash of the proof's options, then the hash of the document (64 bytes; VC-DI-EdDSA, section 3.2.4). */
export async function hashData(suite: string, document: JsonObject, proof: JsonObject): Promise<Buffer> {
  const canonical = Object.hasOwn(canonicalForms, suite) ? canonicalForms[suite] : undefined
  if (canonical === undefined) throw new Refused('suite-unsupported', { suite })
  const options = await canonical(proofOptions(proof, document['@context']))
  const content = await canonical(document)
  return Buffer.concat([sha256(options), sha256(content)])
}
