import { isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'
import { hasType, idOf, listOf } from './members.ts'
import type { CredentialDocument } from './types.ts'

/** Type of a learning credential in wallets of the European Union. */
export const learningCredentialType = 'urn:eu.europa.ec.eudi:learning:credential:1'

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {})

const dayOf = (value: Json | undefined): string | null => textOf(value)?.slice(0, 10) ?? null

function present(claims: Readonly<Record<string, Json | null>>): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null)) as JsonObject
}

/**
 * The claims of a badge in the shape that SD-JWT wallets show for learning: title, description, outcomes, grade and days.
 * Source: EUDI learning credential attestation (claim names as its public verifiers read them).
 *
 * @example learningClaims({}).achievement_title // undefined
 */
export function learningClaims(credential: CredentialDocument): JsonObject {
  const subject = objectOf(credential.credentialSubject)
  const achievement = objectOf(subject.achievement)
  const outcomes = listOf(achievement.alignment).map((one) => objectOf(one).targetName)
  const results = listOf(subject.result).map((one) => textOf(objectOf(one).value))
  return present({
    achievement_title: textOf(achievement.name),
    achievement_description: textOf(achievement.description),
    achievement_id: idOf(achievement),
    learning_outcomes:
      outcomes.length === 0 ? null : (outcomes.filter((name) => name !== undefined) as Json[]),
    assessment_grade: results[0] ?? null,
    name: textOf(subject.name) ?? recipientName(subject),
    issuing_authority: textOf(objectOf(credential.issuer).name),
    date_of_issuance: dayOf(credential.awardedDate ?? credential.validFrom),
    date_of_expiry: dayOf(credential.validUntil),
  })
}

function recipientName(subject: JsonObject): string | null {
  const identifiers = listOf(subject.identifier).map(objectOf)
  const named = identifiers.find((one) => hasType(one, 'IdentityObject') && one.identityType === 'name')
  return named?.hashed === true ? null : textOf(named?.identityHash)
}
