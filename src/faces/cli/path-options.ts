import { InvalidArgumentError } from 'commander'
import type { ProfileInput } from '../../domain/path/profile.ts'

/** A profile that is not complete yet. */
export type PartialProfile = Partial<ProfileInput>

type Held = NonNullable<ProfileInput['held']>[number]
type Voucher = NonNullable<ProfileInput['vouchers']>[number]

/** Reads a number; anything else is a usage error. */
export function parseNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Write a number.')
  return value
}

/** Reads `AREA=WEIGHT,AREA=WEIGHT`; repeated flags add up. @example parseStack('serverless=0.8', {}) // { serverless: 0.8 } */
export function parseStack(
  text: string,
  before: Readonly<Record<string, number>> = {},
): Record<string, number> {
  const pairs = text.split(',').map((part) => {
    const [area = '', weight] = part.split('=').map((word) => word.trim())
    if (area === '' || weight === undefined) {
      throw new InvalidArgumentError('Write AREA=WEIGHT, several with commas: serverless=0.8,databases=0.4.')
    }
    return [area, parseNumber(weight)] as const
  })
  return { ...before, ...Object.fromEntries(pairs) }
}

/** Splits at the last colon, since an id may hold none but a name may. */
function splitDated(text: string, example: string): readonly [string, string] {
  const at = text.lastIndexOf(':')
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError(`Write it as ${example}.`)
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

/** Reads `CERTIFICATION:DAY`; the flag may be repeated. */
export function parseHeld(text: string, before: readonly Held[] = []): readonly Held[] {
  const [certificationId, earnedOn] = splitDated(text, 'ID:YYYY-MM-DD, such as SAA-C03:2025-03-01')
  return [...before, { certificationId, earnedOn }]
}

/** Reads `PERCENT:DAY`; the flag may be repeated. */
export function parseVoucher(text: string, before: readonly Voucher[] = []): readonly Voucher[] {
  const [percent, expiresOn] = splitDated(text, 'PERCENT:YYYY-MM-DD, such as 50:2027-01-01')
  return [...before, { percent: parseNumber(percent.replace(/\s*%$/, '')), expiresOn }]
}

/** Collects the values of a flag that may be repeated, or hold several with commas. */
export const parseNames = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
]

const needed = [
  ['role', '--role'],
  ['hoursPerWeek', '--hours-per-week'],
] as const

/** The flags that a profile still needs. @example missingFlags({ role: 'student' }) // ['--hours-per-week'] */
export const missingFlags = (profile: PartialProfile): readonly string[] =>
  needed.filter(([field]) => profile[field] === undefined).map(([, flag]) => flag)

/** Completes a profile: the work of today as direction, no years on AWS, as many in IT as on AWS. */
export function completeProfile(profile: PartialProfile): ProfileInput {
  const awsYears = profile.awsYears ?? 0
  return {
    ...profile,
    role: profile.role ?? '',
    direction: profile.direction ?? profile.role ?? '',
    awsYears,
    itYears: profile.itYears ?? awsYears,
    hoursPerWeek: profile.hoursPerWeek ?? 0,
  }
}
