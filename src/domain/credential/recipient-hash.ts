import type { JsonObject } from '../cloud/json.ts'
import type { Recipient } from './award.ts'

/** SHA-256 of a text's UTF-8 bytes as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string

type IdentityType = 'emailAddress' | 'name'

/**
 * An identity as it is hashed: an e-mail address in lower case, a name in one Unicode form with single spaces.
 * @example normaliseIdentity('emailAddress', ' Ada@Example.org ') // 'ada@example.org'
 */
export function normaliseIdentity(type: IdentityType, value: string): string {
  const plain = value.normalize('NFC').trim().replace(/\s+/g, ' ')
  return type === 'emailAddress' ? plain.toLowerCase() : plain
}

/**
 * The hash of an identity with its salt: `sha256$` and the digest of identity followed by salt.
 *
 * @see Open Badges 3.0, IdentityHash
 * @example identityHash('a@example.com', 'Kosher', sha256) // 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399'
 */
export const identityHash = (identity: string, salt: string, sha256: Sha256): string =>
  `sha256$${sha256(`${identity}${salt}`)}`

/** Writes whom a credential is for as salted hashes, e-mail first; empty where nothing is known. */
export function identityObjects(recipient: Recipient, salt: string, sha256: Sha256): readonly JsonObject[] {
  const identities: readonly (readonly [IdentityType, string | undefined])[] = [
    ['emailAddress', recipient.email],
    ['name', recipient.name],
  ]
  return identities.flatMap(([identityType, value]) =>
    value === undefined
      ? []
      : [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: identityHash(normaliseIdentity(identityType, value), salt, sha256),
            identityType,
            salt,
          },
        ],
  )
}
