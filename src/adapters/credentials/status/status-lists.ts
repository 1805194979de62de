import { randomInt } from 'node:crypto'
import type { CredentialSigner, StatusLists } from '../../../application/ports.ts'
import { writeSeconds } from '../../../domain/credential/dates.ts'
import { writeBits } from '../../../domain/credential/status-bits.ts'
import { CairnError } from '../../../domain/kernel/cairn-error.ts'
import { encodeList } from './encoded-list.ts'

/** A list above half full gives its places away by their neighbours' order, and finding a free one takes long. */
const fullest = 0.5

/** Writes status lists and signs them with the installation's key. */
export function makeStatusLists(signer: CredentialSigner): StatusLists {
  return {
    sign: async ({ id, purpose, length, set, validFrom, validUntil, ttlMs }, now) =>
      signer.secure(
        {
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          id,
          type: ['VerifiableCredential', 'BitstringStatusListCredential'],
          issuer: await signer.issuerId('data-integrity'),
          validFrom: writeSeconds(validFrom),
          validUntil: writeSeconds(validUntil),
          credentialSubject: {
            id: `${id}#list`,
            type: 'BitstringStatusList',
            statusPurpose: purpose,
            encodedList: await encodeList(writeBits(length, set)),
            ttl: ttlMs,
          },
        },
        { format: 'data-integrity', created: now },
      ),
    allocate: (taken, length) => {
      if (taken.size >= length * fullest)
        throw new CairnError('status-list-full', 'The status list is half full. Begin another one.')
      for (;;) {
        const index = randomInt(length)
        if (!taken.has(index)) return index
      }
    },
  }
}
