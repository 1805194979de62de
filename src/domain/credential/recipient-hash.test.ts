import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityHash, identityObjects, normaliseIdentity } from './recipient-hash.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('whom a credential is for', () => {
  test('is hashed as the example of the standard', () => {
    expect(identityHash('a@example.com', 'Kosher', sha256)).toBe(
      'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
    )
  })

  test('is the same however an address is written', () => {
    expect(normaliseIdentity('emailAddress', ' Ada@Example.ORG ')).toBe('ada@example.org')
    expect(normaliseIdentity('name', 'Ada  Love\u0301lace ')).toBe('Ada Lov\u00e9lace')
    expect(normaliseIdentity('name', 'ADA')).toBe('ADA')
  })

  test('stands in the credential with type, salt and hash, and never in plain', () => {
    const identities = identityObjects({ name: 'Ada', email: 'ada@example.org' }, 's', sha256)
    expect(identities.map(({ identityType }) => identityType)).toEqual(['emailAddress', 'name'])
    expect(identities.every(({ hashed, salt }) => hashed === true && salt === 's')).toBe(true)
    expect(JSON.stringify(identities)).not.toMatch(/Ada|ada@/)
    expect(identityObjects({}, 's', sha256)).toEqual([])
  })

  test('cannot be joined across credentials: another salt gives another hash', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (identity, salt) => {
        expect(identityHash(identity, salt, sha256)).not.toBe(identityHash(identity, `${salt}x`, sha256))
      }),
      { numRuns: 50 },
    )
  })
})
