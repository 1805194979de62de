/** A credential as JSON, without any promise about its shape. */
// biome-ignore lint/suspicious/noExplicitAny: rules look into what may be anything
export type Loose = { readonly [name: string]: any }

const uri = /^(https:\/\/|urn:|did:)\S+$/
const second = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const isList = (value: unknown, member: string): boolean => Array.isArray(value) && value.includes(member)

/**
 * What the readers of Open Badges 3.0 ask of a credential beyond its schema: the public validator of 1EdTech, the wallet and
 * the verifier of the Digital Credentials Consortium. Each rule by name.
 */
export const openBadgeRules: Readonly<Record<string, (credential: Loose) => boolean>> = {
  'contexts are the two of Open Badges, a third only with the refresh service': ({
    '@context': contexts,
    refreshService,
  }) =>
    contexts[0] === 'https://www.w3.org/ns/credentials/v2' &&
    contexts[1] === 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json' &&
    contexts.length === (refreshService === undefined ? 2 : 3),
  'id is a URL or a URN': ({ id }) => uri.test(id),
  'type is a list with both types': ({ type }) =>
    isList(type, 'VerifiableCredential') && isList(type, 'OpenBadgeCredential'),
  'issuer is a profile with a name': ({ issuer }) =>
    isList(issuer.type, 'Profile') && typeof issuer.name === 'string' && uri.test(issuer.id),
  'method is the issuer with its key as fragment': ({ issuer, proof: [{ verificationMethod }] }) =>
    verificationMethod.startsWith(`${issuer.id}#z6Mk`),
  'moments are written to the second in UTC': ({ validFrom, validUntil, awardedDate }) =>
    [validFrom, validUntil, awardedDate].every((moment) => moment === undefined || second.test(moment)),
  'the subject is named by identifier, and by salted hashes only': ({
    credentialSubject: { id, type, identifier },
  }) =>
    isList(type, 'AchievementSubject') &&
    uri.test(id) &&
    (identifier ?? []).every(
      ({ type: kind, hashed, identityHash, salt }: Loose) =>
        kind === 'IdentityObject' &&
        hashed === true &&
        /^sha256\$[0-9a-f]{64}$/.test(identityHash) &&
        salt.length >= 16,
    ),
  'the achievement says what it is and what it takes': ({ credentialSubject: { achievement } }) =>
    uri.test(achievement.id) &&
    isList(achievement.type, 'Achievement') &&
    [achievement.name, achievement.description, achievement.criteria.narrative].every(Boolean),
  'every result has its description, and its value as text': ({
    credentialSubject: { achievement, result },
  }) =>
    (result ?? []).every(
      ({ resultDescription, value }: Loose) =>
        typeof value === 'string' &&
        achievement.resultDescription.some(
          ({ id, resultType }: Loose) =>
            id === resultDescription && ['ScaledScore', 'RawScore', 'Percent'].includes(resultType),
        ),
    ),
  'there is one status entry at most, for revocation, with its index as text': ({
    credentialStatus: status,
  }) =>
    status === undefined ||
    (!Array.isArray(status) &&
      status.type === 'BitstringStatusListEntry' &&
      status.statusPurpose === 'revocation' &&
      /^\d+$/.test(status.statusListIndex) &&
      Number(status.statusListIndex) < 131_072),
  'proof is a list of one embedded proof': ({ proof }) =>
    Array.isArray(proof) &&
    proof.length === 1 &&
    proof[0].type === 'DataIntegrityProof' &&
    proof[0].cryptosuite === 'eddsa-rdfc-2022' &&
    proof[0].proofPurpose === 'assertionMethod' &&
    proof[0].proofValue.startsWith('z') &&
    second.test(proof[0].created),
}

/** Names of the rules that a credential breaks. */
export const brokenOpenBadgeRules = (credential: Loose): string[] =>
  Object.entries(openBadgeRules).flatMap(([name, holds]) => (holds(credential) ? [] : [name]))

/**
 * Reads a credential out of a picture as wallets do that do not parse PNG: decode the file as text, find the keyword, count
 * braces from the first one to where they balance.
 */
export function extractByBraces(file: Uint8Array, encoding: 'latin1' | 'utf8'): string | null {
  const text = Buffer.from(file).toString(encoding)
  const start = text.indexOf('{', text.indexOf('openbadgecredential'))
  let depth = 0
  for (let at = start; at >= 0 && at < text.length; at++) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return text.slice(start, at + 1)
  }
  return null
}
