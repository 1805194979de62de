import type { CredentialKind } from './award.ts'

/** Words that belong to a vendor's programme and may not stand in the name of a credential of ours. */
const vendorMarks = /\b(aws|amazon|amazon web services)\b/i

/** Words that a practice record never uses of a person. */
const certifying = /\bcertif(?:y|ied|ication|icate)\b/i

/**
 * The words of a credential's name that it may not have: a vendor's marks always, words of certifying where it attests
 * practice; null where the name may stand.
 *
 * @example forbiddenIn('AWS architect', 'programme-credential') // 'AWS'
 */
export function forbiddenIn(name: string, kind: CredentialKind): string | null {
  const found = vendorMarks.exec(name) ?? (kind === 'readiness-record' ? certifying.exec(name) : null)
  return found?.[0] ?? null
}
