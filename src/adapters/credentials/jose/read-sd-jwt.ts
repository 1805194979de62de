import { isJsonObject, type Json, type JsonObject } from '../../../domain/cloud/json.ts'
import { readJson } from '../extract/read-json.ts'
import { Refused } from '../refused.ts'
import { digestOf } from './sign-sd-jwt.ts'

type Disclosure = { readonly name: string | null; readonly value: Json }

const refuse = (why: string): never => {
  throw new Refused('disclosure-invalid', { why })
}

function readDisclosure(text: string): Disclosure {
  const parts = readJson(Buffer.from(text, 'base64url'))
  if (!Array.isArray(parts)) return refuse('no list')
  const [, second, third] = parts as readonly Json[]
  if (parts.length === 2) return { name: null, value: second as Json }
  if (parts.length !== 3 || typeof second !== 'string' || ['_sd', '...'].includes(second))
    return refuse('form')
  return { name: second, value: third as Json }
}

/** Puts disclosed claims in the place of their digests. Every digest counts once, every disclosure must have a place. */
class Disclosing {
  readonly #open: Map<string, Disclosure>
  readonly #seen = new Set<string>()

  constructor(disclosures: readonly string[]) {
    this.#open = new Map(disclosures.map((text) => [digestOf(text), readDisclosure(text)]))
    if (this.#open.size !== disclosures.length) refuse('twice the same')
  }

  fill(value: Json): Json {
    if (Array.isArray(value)) return value.flatMap((one) => this.#element(one))
    return isJsonObject(value) ? this.#object(value) : value
  }

  finish(): void {
    if (this.#open.size > 0) refuse('without a place')
  }

  #take(digest: Json): Disclosure | null {
    if (typeof digest !== 'string') return refuse('a digest is no text')
    if (this.#seen.has(digest)) return refuse('a digest stands twice')
    this.#seen.add(digest)
    const found = this.#open.get(digest) ?? null
    this.#open.delete(digest)
    return found
  }

  #element(value: Json): readonly Json[] {
    if (!isJsonObject(value) || !('...' in value)) return [this.fill(value)]
    const found = this.#take(value['...'] as Json)
    return found === null ? [] : [this.fill(found.value)]
  }

  #object(value: JsonObject): JsonObject {
    const { _sd: digests, _sd_alg: _, ...plain } = value
    const members = new Map(Object.entries(plain).map(([name, one]) => [name, this.fill(one)]))
    if (digests !== undefined && !Array.isArray(digests)) refuse('digests are no list')
    for (const digest of (digests ?? []) as readonly Json[]) {
      const found = this.#take(digest)
      if (found === null) continue
      if (found.name === null || members.has(found.name)) return refuse('a claim stands twice')
      members.set(found.name, this.fill(found.value))
    }
    return Object.fromEntries(members)
  }
}

/** An SD-JWT, taken apart: the token, and the claims with what the holder disclosed. Throws `Refused`. */
export function readSdJwt(
  text: string,
  payloadOf: (token: string) => JsonObject,
): { readonly token: string; readonly claims: JsonObject; readonly hasKeyBinding: boolean } {
  const [token = '', ...rest] = text.split('~')
  const keyBinding = rest.pop() ?? ''
  const payload = payloadOf(token)
  if (payload._sd_alg !== undefined && payload._sd_alg !== 'sha-256')
    throw new Refused('algorithm-refused', { alg: String(payload._sd_alg) })
  const disclosing = new Disclosing(rest)
  const claims = disclosing.fill(payload) as JsonObject
  disclosing.finish()
  return { token, claims, hasKeyBinding: keyBinding !== '' }
}
