import { md5 } from './md5.ts'
import { utf8 } from './padding.ts'
import { sha1 } from './sha1.ts'
import { sha256, sha384, sha512 } from './sha2.ts'

const digests: ReadonlyMap<string, (message: Uint8Array) => string> = new Map([
  ['MD5', md5],
  ['SHA-1', sha1],
  ['SHA-256', sha256],
  ['SHA-384', sha384],
  ['SHA-512', sha512],
])

/** The algorithms that Step Functions offers. @example hashAlgorithms.length // 5 */
export const hashAlgorithms: readonly string[] = [...digests.keys()]

/**
 * The digest of a text's UTF-8 bytes, in hexadecimal, or null for an algorithm that Step Functions does not offer.
 *
 * @see AWS Step Functions developer guide, Intrinsic functions (States.Hash)
 * @example hashText('abc', 'MD5') // '900150983cd24fb0d6963f7d28e17f72'
 */
export const hashText = (text: string, algorithm: string): string | null =>
  digests.get(algorithm)?.(utf8(text)) ?? null
