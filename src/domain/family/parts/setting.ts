import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { type Business, businesses, type Named } from './businesses.ts'
import { pick, pickSome } from './draw.ts'

/** Where a scenario plays: one organisation with two of each of its things. */
export type Setting = {
  readonly business: Business
  readonly who: string
  /** The organisation once it is known: "the hospital group". */
  readonly they: string
  readonly records: readonly [Named, Named]
  readonly systems: readonly [Named, Named]
  readonly teams: readonly [string, string]
  readonly region: string
}

/** Regions that a practitioner would name. */
export const regions = [
  'eu-west-1',
  'eu-central-1',
  'us-east-1',
  'us-west-2',
  'ap-southeast-2',
  'ap-northeast-1',
  'ca-central-1',
  'sa-east-1',
] as const

/** A qualifier after the noun is left out when an organisation is named again. */
const shortForm = (who: string): string => `the ${who.replace(/^an? /, '').replace(/ with .*$/, '')}`

/** Draws an organisation and what of it the scenario speaks of. @example drawSetting(seededRandom('1')).who // 'a seed producer' */
export function drawSetting(random: SeededRandom): Setting {
  const business = pick(random, businesses)
  const two = <T>(values: readonly T[]): readonly [T, T] =>
    pickSome(random, values, 2) as unknown as readonly [T, T]
  return {
    business,
    who: business.who,
    they: shortForm(business.who),
    records: two(business.records),
    systems: two(business.systems),
    teams: two(business.teams),
    region: pick(random, regions),
  }
}

/** An account number of the form that documentation uses, four digits three times. @example drawAccount(seededRandom('1')).length // 12 */
export function drawAccount(random: SeededRandom, taken: readonly string[] = []): string {
  const block = (): string => String(1 + random.integer(9)).repeat(4)
  const account = `${block()}${block()}${block()}`
  return taken.includes(account) ? drawAccount(random, taken) : account
}
