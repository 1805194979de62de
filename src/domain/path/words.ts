import { listInWords } from '../catalogue/languages.ts'
import type { Catalogue } from '../catalogue/types.ts'
import type { CitedSource } from './route.ts'

/** A certification's name without what all names share. @example shortName('AWS Certified Developer - Associate') // 'Developer - Associate' */
export const shortName = (name: string): string => name.replace(/^AWS Certified:?\s+/, '')

/** A number with at most two digits behind the point, and none that say nothing. @example plain(21.604) // '21.6' */
export function plain(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)))
}

/** A probability with two digits. @example probability(0.8) // '0.80' */
export const probability = (value: number): string => value.toFixed(2)

/** A share as whole per cent. @example percent(0.25) // '25 %' */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** An amount in US dollars. @example dollars(187.5) // 'US$187.50' */
export const dollars = (amount: number): string =>
  Number.isInteger(amount) ? `US$${amount}` : `US$${amount.toFixed(2)}`

/** A count with its noun. @example counted(1, 'week') // '1 week' */
export const counted = (count: number, noun: string): string =>
  `${plain(count)} ${noun}${count === 1 ? '' : 's'}`

/** Days in the unit that people plan in. @example duration(70) // '10 weeks' */
export const duration = (days: number): string =>
  days < 14 ? counted(Math.max(1, Math.round(days)), 'day') : counted(Math.round(days / 7), 'week')

/** Ids as the short names of their certifications, joined as prose does. @example namesOf(catalogue, ['developer-associate']) // 'Developer - Associate' */
export const namesOf = (catalogue: Catalogue, ids: readonly string[]): string =>
  listInWords(
    ids.map((id) => shortName(catalogue.certifications.find((known) => known.id === id)?.name ?? id)),
  )

/** The sources with these ids, each once, in the order given; ids that the catalogue lacks are left out. @example citedSources(catalogue, []) // [] */
export function citedSources(catalogue: Catalogue, ids: readonly string[]): readonly CitedSource[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = catalogue.sources.find((known) => known.id === id)
    return source === undefined ? [] : [{ id, title: source.title, url: source.url }]
  })
}
