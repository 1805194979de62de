import type { Award, CredentialKind } from '../domain/credential/award.ts'
import type { Expiry } from '../domain/credential/expiry.ts'
import type { CredentialState } from '../domain/credential/lifecycle.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import { formatCount, formatDay } from './formats.ts'

const kindNames: Readonly<Record<CredentialKind, string>> = {
  'readiness-record': 'Readiness record',
  'programme-credential': 'Programme credential',
  'achievement-credential': 'Achievement',
}

/** What a credential is called as a kind. @example kindName('readiness-record') // 'Readiness record' */
export const kindName = (kind: CredentialKind): string => kindNames[kind]

const stateWords: Readonly<Record<CredentialState, string>> = {
  active: 'In force',
  suspended: 'Suspended',
  revoked: 'Revoked',
}

/** The state of a credential in a word; what has run out is called that, whatever else holds. */
export function stateWord(state: CredentialState, expiry: Expiry | null): string {
  return state === 'active' && expiry?.standing === 'expired' ? 'Expired' : stateWords[state]
}

/** Says why a credential is not in force, or until when it is. */
export function stateText(
  credential: {
    readonly state: CredentialState
    readonly stateReason: string | null
    readonly stateAt: string | null
  },
  expiry: Expiry | null,
): string {
  const { state, stateReason, stateAt } = credential
  if (state !== 'active') {
    const since = stateAt === null ? '' : ` on ${formatDay(stateAt)}`
    return `${stateWords[state]}${since}${stateReason === null ? '.' : `: ${stateReason}`}`
  }
  if (expiry === null) return 'In force, without an end.'
  if (expiry.standing === 'expired')
    return `Ran out on ${formatDay(expiry.expiresOn)}. It is as authentic as it was.`
  const left = expiry.standing === 'near' ? `, ${formatCount(expiry.daysLeft, 'day')} from now` : ''
  return `In force until ${formatDay(expiry.expiresOn)}${left}.`
}

/** One figure of a credential, as it is read. */
export type ResultLine = {
  readonly name: string
  readonly value: string
  /** Where it lies between the least and the most, 0 to 1. */
  readonly share: number
}

/** The results of an award in words, in the order of their descriptions; a description without a result is left out. */
export function resultLines({
  achievement,
  results,
}: Pick<Award, 'achievement' | 'results'>): readonly ResultLine[] {
  return achievement.resultDescriptions.flatMap((description) => {
    const result = results.find(({ resultDescription }) => resultDescription === description.id)
    if (result === undefined) return []
    const { name, resultType, valueMin, valueMax, requiredValue } = description
    const scale =
      resultType === 'ScaledScore' ? ` on a scale of ${valueMin} to ${valueMax}` : ` of ${valueMax}`
    const required = requiredValue === null ? '' : `, ${requiredValue} required`
    return [
      {
        name: name.replace(': scored items correct', ''),
        value: `${result.value}${scale}${required}`,
        share: (result.value - valueMin) / (valueMax - valueMin),
      },
    ]
  })
}

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

/** The days of an award in words. */
export const awardDays = ({
  awardedAt,
  validFrom,
  validUntil,
}: Pick<Award, 'awardedAt' | 'validFrom' | 'validUntil'>) => ({
  awarded: formatDay(dayOf(awardedAt)),
  /** Null unless it was written anew since. */
  renewed: dayOf(validFrom) === dayOf(awardedAt) ? null : formatDay(dayOf(validFrom)),
  until: validUntil === null ? 'No end' : formatDay(dayOf(validUntil)),
})

/** The address that adds a credential to a profile on LinkedIn, with what the form there asks for. */
export function addToProfileLink(
  credential: {
    readonly name: string
    readonly id: string
    readonly awardedAt: string
    readonly validUntil: string | null
    readonly link: string
  },
  issuerName: string,
): string {
  const { name, id, awardedAt, validUntil, link } = credential
  const fields = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name,
    organizationName: issuerName,
    issueYear: awardedAt.slice(0, 4),
    issueMonth: String(Number(awardedAt.slice(5, 7))),
    ...(validUntil === null
      ? {}
      : { expirationYear: validUntil.slice(0, 4), expirationMonth: String(Number(validUntil.slice(5, 7))) }),
    certUrl: link,
    certId: id,
  })
  return `https://www.linkedin.com/profile/add?${fields}`
}
