import type { JsonObject } from '../cloud/json.ts'
import { type Instant, toIso } from '../kernel/instant.ts'
import type { Achievement, Alignment, Award, CredentialKind } from './award.ts'
import type { EvidenceFact } from './evidence.ts'
import { identityObjects, type Sha256 } from './recipient-hash.ts'
import type { AchievedResult, ResultDescription } from './results.ts'
import type { CredentialDocument } from './types.ts'

/** The two vocabularies of every credential. */
export const credentialContexts: readonly string[] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** The vocabulary that knows the refresh service; named only by a credential that has one. */
const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

/** Who issues, and under which identifier for the format at hand. `url` null where nothing answers for the issuer. */
export type IssuerProfile = { readonly id: string; readonly name: string; readonly url: string | null }

/** Where a credential is served; without an origin it is served nowhere, and then it carries no link. */
export type Place = {
  readonly origin: string
  readonly statusListUrl: string
  readonly statusIndex: number
}

const types: Readonly<Record<CredentialKind, string>> = {
  'readiness-record': 'Assessment',
  'programme-credential': 'Certification',
  'achievement-credential': 'Achievement',
}

/** A moment as credentials write it: UTC, to the second. @example toSecond(instant(1500)) // '1970-01-01T00:00:01Z' */
export const toSecond = (at: Instant): string => `${toIso(at).slice(0, 19)}Z`

/**
 * The identifier of a credential: its own address where there is an origin, else a URN.
 * @example credentialUri('0192…', null) // 'urn:uuid:0192…'
 */
export const credentialUri = (credentialId: string, origin: string | null): string =>
  origin === null ? `urn:uuid:${credentialId}` : `${origin}/credentials/${credentialId}`

const alignmentOf = ({ targetCode, ...alignment }: Alignment): JsonObject => ({
  type: ['Alignment'],
  ...alignment,
  ...(targetCode === null ? {} : { targetCode }),
})

const listed = (name: string, values: readonly JsonObject[]): JsonObject =>
  values.length === 0 ? {} : { [name]: values }

const resultDescriptionOf = (description: ResultDescription): JsonObject => ({
  id: description.id,
  type: ['ResultDescription'],
  name: description.name,
  resultType: description.resultType,
  valueMin: String(description.valueMin),
  valueMax: String(description.valueMax),
  ...(description.requiredValue === null ? {} : { requiredValue: String(description.requiredValue) }),
  ...listed('alignment', description.alignment === null ? [] : [alignmentOf(description.alignment)]),
})

const achievementOf = (achievement: Achievement): JsonObject => ({
  id: achievement.achievementId,
  type: ['Achievement'],
  achievementType: types[achievement.kind],
  name: achievement.name,
  description: achievement.description,
  criteria: { narrative: achievement.criteria },
  ...(achievement.examCode === null ? {} : { humanCode: achievement.examCode }),
  ...(achievement.tags.length === 0 ? {} : { tag: achievement.tags }),
  ...listed('alignment', achievement.alignments.map(alignmentOf)),
  ...listed('resultDescription', achievement.resultDescriptions.map(resultDescriptionOf)),
})

const resultOf = ({ resultDescription, value }: AchievedResult): JsonObject => ({
  type: ['Result'],
  resultDescription,
  value: String(value),
})

const evidenceOf = ({ name, narrative, genre, url }: EvidenceFact): JsonObject => ({
  ...(url === null ? {} : { id: url }),
  type: ['Evidence'],
  name,
  narrative,
  genre,
})

const subjectOf = (award: Award, sha256: Sha256): JsonObject => ({
  id: award.subjectId,
  type: ['AchievementSubject'],
  ...listed('identifier', identityObjects(award.recipient, award.salt, sha256)),
  achievement: achievementOf(award.achievement),
  ...listed('result', award.results.map(resultOf)),
})

function linksOf(award: Award, { origin, statusListUrl, statusIndex }: Place): JsonObject {
  const id = credentialUri(award.credentialId, origin)
  return {
    image: { id: `${id}.png`, type: 'Image' },
    credentialStatus: {
      id: `${statusListUrl}#${statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(statusIndex),
      statusListCredential: statusListUrl,
    },
    ...(award.validUntil === null
      ? {}
      : { refreshService: { id: `${id}/refresh`, type: '1EdTechCredentialRefresh' } }),
  }
}

/**
 * Writes an award as an Open Badges 3.0 credential, before it is signed. Without a place it carries neither status nor
 * link, and can be verified offline for ever.
 *
 * @see Open Badges 3.0, OpenBadgeCredential; Verifiable Credentials Data Model 2.0, section 4
 */
export function buildCredential(
  award: Award,
  issuer: IssuerProfile,
  options: { readonly place: Place | null; readonly sha256: Sha256 },
): CredentialDocument {
  const { place, sha256 } = options
  const { achievement, validUntil } = award
  const links = place === null ? {} : linksOf(award, place)
  return {
    '@context': 'refreshService' in links ? [...credentialContexts, extensionsContext] : credentialContexts,
    id: credentialUri(award.credentialId, place?.origin ?? null),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      ...(issuer.url === null ? {} : { url: issuer.url }),
    },
    validFrom: toSecond(award.validFrom),
    ...(validUntil === null ? {} : { validUntil: toSecond(validUntil) }),
    awardedDate: toSecond(award.awardedAt),
    credentialSubject: subjectOf(award, sha256),
    ...listed('evidence', award.evidence.map(evidenceOf)),
    ...links,
  }
}
