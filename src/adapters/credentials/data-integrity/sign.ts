import type { JsonObject } from '../../../domain/cloud/json.ts'
import { versionOf } from '../../../domain/credential/check-model.ts'
import { writeSeconds } from '../../../domain/credential/dates.ts'
import { listOf } from '../../../domain/credential/members.ts'
import type { CredentialDocument } from '../../../domain/credential/types.ts'
import type { Instant } from '../../../domain/kernel/instant.ts'
import { encodeBase58 } from '../keys/base58.ts'
import { hashData, unsecured } from './hash-data.ts'

const suite = 'eddsa-rdfc-2022'

/** The key that signs and the method that names it. */
type By = {
  readonly verificationMethod: string
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

const proofContext = 'https://w3id.org/security/data-integrity/v2'

/** Version 1.1 of the data model does not know the terms of the proof: its documents get the context that does. */
function withProofTerms(document: CredentialDocument): CredentialDocument {
  const contexts = listOf(document['@context'])
  const lacks = versionOf(document) === 'v1' && !contexts.includes(proofContext)
  return lacks ? { ...document, '@context': [...contexts, proofContext] } : document
}

/** Adds an `eddsa-rdfc-2022` proof to a document. `proof` is a list, as Open Badges 3.0 has it. Throws `Refused`. */
export async function signDataIntegrity(
  document: CredentialDocument,
  by: By,
  { created, purpose = {} }: { readonly created: Instant; readonly purpose?: JsonObject },
): Promise<CredentialDocument> {
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    created: writeSeconds(created),
    verificationMethod: by.verificationMethod,
    cryptosuite: suite,
    proofPurpose: 'assertionMethod',
    ...purpose,
  }
  const content = withProofTerms(unsecured(document))
  const signature = await by.sign(await hashData(suite, content, options))
  return { ...content, proof: [{ ...options, proofValue: `z${encodeBase58(signature)}` }] }
}
