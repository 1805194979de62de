import { isJsonObject, type JsonObject } from '../cloud/json.ts'
import type { NotChecked } from './check-report.ts'
import { listOf } from './members.ts'
import type { CredentialDocument } from './types.ts'

const alwaysOpen: NotChecked = {
  check: 'content',
  why: 'Whether what the issuer says is true, and how it was assessed, no signature can tell.',
}

const reasons: Readonly<Record<string, string>> = {
  credentialSchema: 'The schema that the credential names was not fetched.',
  refreshService: 'Whether the issuer has a newer edition was not asked.',
  evidence: 'Linked evidence was not read.',
  endorsement: 'Endorsements by others were not verified.',
  endorsementJwt: 'Endorsements by others were not verified.',
  termsOfUse: 'Terms of use were not read.',
}

const isPresent = (object: JsonObject, member: string): boolean => listOf(object[member]).length > 0

/** What a check of a credential leaves open, with the reason. */
export function leftOpen(credential: CredentialDocument): readonly NotChecked[] {
  const subject = listOf(credential.credentialSubject).find(isJsonObject) ?? {}
  const achievement = isJsonObject(subject.achievement) ? subject.achievement : {}
  const places = [credential, achievement, isJsonObject(credential.issuer) ? credential.issuer : {}]
  const found = Object.entries(reasons).filter(([member]) => places.some((place) => isPresent(place, member)))
  return [alwaysOpen, ...found.map(([check, why]) => ({ check, why }))]
}
