import { createPublicKey, ECDH, type KeyObject, type webcrypto } from 'node:crypto'
import type { KeyKind } from '../../../domain/credential/types.ts'
import { decodeMultibase, encodeBase58 } from './base58.ts'

/** A public key and what may be done with it: the kind fixes the algorithm. The last three only verify tokens of others. */
export type PublicKey = { readonly kind: KeyKind | 'P-384' | 'P-521' | 'RSA'; readonly key: KeyObject }

type Codec = { readonly kind: KeyKind; readonly prefix: readonly [number, number]; readonly size: number }

/** Multicodec prefixes of public keys (`ed25519-pub`, `p256-pub`) and the size of the key behind each, in bytes. */
const codecs: readonly Codec[] = [
  { kind: 'Ed25519', prefix: [0xed, 0x01], size: 32 },
  { kind: 'P-256', prefix: [0x80, 0x24], size: 33 },
]

const codecOf = (kind: PublicKey['kind']): Codec => codecs.find((codec) => codec.kind === kind) as Codec

/** Shortest RSA key that is accepted, in bits. */
const shortestRsa = 2_048

type CryptoJwk = webcrypto.JsonWebKey
type PublicJwk = {
  readonly kty?: string
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

const fromBase64 = (text = ''): Buffer => Buffer.from(text, 'base64url')

/** The bytes that a Multikey holds: 32 for Ed25519, 33 (compressed point) for P-256. */
function rawOf({ kind, key }: PublicKey): Buffer {
  const jwk = key.export({ format: 'jwk' }) as PublicJwk
  if (kind === 'Ed25519') return fromBase64(jwk.x)
  const y = fromBase64(jwk.y)
  return Buffer.concat([Buffer.from([2 + ((y.at(-1) ?? 0) & 1)]), fromBase64(jwk.x)])
}

function jwkOf(kind: KeyKind, raw: Uint8Array): PublicJwk {
  if (kind === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') }
  const point = ECDH.convertKey(raw, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer
  return {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
}

/** Writes a public key as Multikey text: `z`, then base 58 of prefix and key. */
export const writeMultikey = (key: PublicKey): string =>
  `z${encodeBase58(Buffer.concat([Buffer.from(codecOf(key.kind).prefix), rawOf(key)]))}`

/** Keys read before, by their text: an issuer signs many credentials, and reading a key costs as much as a hash. */
const known = new Map<string, PublicKey>()
const mostKnown = 256

function remember(text: string, key: PublicKey): PublicKey {
  const [oldest] = known.keys()
  if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
  known.set(text, key)
  return key
}

/** Reads Multikey text of a known kind; null for another kind, length, or a point that is not on the curve. */
export function readMultikey(text: string): PublicKey | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const bytes = decodeMultibase(text)
  const codec = codecs.find(({ prefix, size }) => {
    return bytes?.length === size + 2 && bytes[0] === prefix[0] && bytes[1] === prefix[1]
  })
  if (bytes === null || codec === undefined) return null
  try {
    const key = readJwk(jwkOf(codec.kind, bytes.subarray(2)))
    return key === null ? null : remember(text, key)
  } catch {
    return null
  }
}

const kindOf = ({ kty, crv }: PublicJwk): PublicKey['kind'] | null => {
  if (kty === 'OKP' && crv === 'Ed25519') return 'Ed25519'
  if (kty === 'RSA') return 'RSA'
  return kty === 'EC' && (crv === 'P-256' || crv === 'P-384' || crv === 'P-521') ? crv : null
}

/** Reads a public JSON Web Key of a known kind; null for another kind, or a key that is damaged. */
export function readJwk(jwk: PublicJwk): PublicKey | null {
  const kind = kindOf(jwk)
  if (kind === null) return null
  const { kty, crv, x, y, n, e } = jwk
  try {
    const key = createPublicKey({
      key: { kty, crv, x, y, n, e } as CryptoJwk as Record<string, string>,
      format: 'jwk',
    })
    const tooShort = kind === 'RSA' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < shortestRsa
    return tooShort ? null : { kind, key }
  } catch {
    return null
  }
}

/** The public members of a key as a JSON Web Key. */
export const writeJwk = ({ key }: PublicKey): Readonly<Record<string, string>> => ({
  ...(key.export({ format: 'jwk' }) as Record<string, string>),
})
