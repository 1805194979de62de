import type {
  Basis,
  CertificationStatus,
  Confidence,
  DateFact,
  Renewal,
  TierId,
} from '../domain/catalogue/types.ts'
import { formatCount, formatShortDay } from './formats.ts'

/** A state in a word. */
export const statusWords: Readonly<Record<CertificationStatus, string>> = {
  active: 'active',
  ending: 'ending',
  beta: 'beta',
  announced: 'announced',
  retired: 'retired',
}

/** A state in a sentence. */
export const statusMeanings: Readonly<Record<CertificationStatus, string>> = {
  active: 'can be sat',
  ending: 'can be sat until an announced last day',
  beta: 'only a beta form can be sat',
  announced: 'cannot be sat yet',
  retired: 'can no longer be sat',
}

/** A state as one sign that does not depend on colour. */
export const statusGlyphs: Readonly<Record<CertificationStatus, string>> = {
  active: '●',
  ending: '◐',
  beta: 'β',
  announced: '○',
  retired: '×',
}

/** How far a fact can be trusted, in words. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  'confirmed-official': 'read in the vendor’s own text',
  secondary: 'read in a dated text that cites the vendor',
  uncertain: 'recalled, conflicting or weakly sourced',
}

/** How far a fact can be trusted, as one sign. */
export const confidenceMarks: Readonly<Record<Confidence, string>> = {
  'confirmed-official': '✓',
  secondary: '~',
  uncertain: '?',
}

const tierNames: Readonly<Record<TierId, string>> = {
  foundational: 'Foundational',
  associate: 'Associate',
  professional: 'Professional',
  specialty: 'Specialty',
  business: 'Business',
}

/** A tier's name. @example tierName('specialty') // 'Specialty' */
export const tierName = (tier: TierId): string => tierNames[tier]

/** A certification's name without the vendor's prefix. @example shortName('AWS Certified Developer - Associate') // 'Developer - Associate' */
export const shortName = (name: string): string => name.replace(/^AWS Certified:?\s+/, '')

/** A certification's name without prefix and tier. @example bareName('AWS Certified Developer - Associate') // 'Developer' */
export const bareName = (name: string): string =>
  shortName(name).replace(/ - (?:Associate|Professional|Specialty)$/, '')

const basisWords: Readonly<Record<Basis, string>> = {
  reported: '',
  announced: 'announced',
  recalled: 'recalled',
}

/** A dated fact with everything that qualifies it. @example describeDate(lastDay) // '30 Nov 2026 (announced; also stated: 2026-12-01)' */
export function describeDate({ date, stated, basis }: DateFact): string {
  const [first = date, ...others] = stated
  const day = first === date ? formatShortDay(date) : first
  const also = others.length === 0 ? '' : `also stated: ${others.join(', ')}`
  const qualified = [basisWords[basis], also].filter((words) => words !== '').join('; ')
  return qualified === '' ? day : `${day} (${qualified})`
}

const withNote = (text: string, note: string | null): string => (note === null ? text : `${text} (${note})`)

const window = (renewal: Extract<Renewal, { kind: 'activity' }>): readonly string[] => {
  if (renewal.windowMonthsBeforeExpiry !== null) {
    return [`within ${formatCount(renewal.windowMonthsBeforeExpiry, 'month')} of expiry`]
  }
  if (renewal.windowDaysBeforeExpiry === null) return []
  return [`within ${formatCount(renewal.windowDaysBeforeExpiry, 'day')} of expiry`]
}

function describeActivity(renewal: Extract<Renewal, { kind: 'activity' }>, years: string): string {
  const { pointsRequired, minPracticalActivities, feeUsd } = renewal
  const terms = [
    ...window(renewal),
    ...(pointsRequired === null ? [] : [formatCount(pointsRequired, 'point')]),
    ...(minPracticalActivities === null
      ? []
      : [formatCount(minPracticalActivities, 'practical activity', 'practical activities')]),
    ...(feeUsd === 0 ? ['free'] : []),
    ...(renewal.requires === null ? [] : [renewal.requires]),
  ]
  return withNote(`${renewal.name}: ${[years, ...terms].join('; ')}`, renewal.note)
}

/** A way to renew in words; `nameOf` gives a certification's name for its id. */
export function describeRenewal(renewal: Renewal, nameOf: (id: string) => string): string {
  const years = `+${formatCount(renewal.extendsYears, 'year')}`
  if (renewal.kind === 'exam') return withNote(`${nameOf(renewal.certificationId)}: ${years}`, renewal.note)
  if (renewal.kind === 'any-exam-of-tier') {
    return withNote(`any ${tierName(renewal.tier)} exam: ${years}`, renewal.note)
  }
  return describeActivity(renewal, years)
}
