import { type AbilityItem, highestScore, type ItemScores } from './ability-terms.ts'
import { estimateEap } from './estimate-ability.ts'
import { type AbilityPrior, standardPrior } from './posterior-grid.ts'

/** Items that a domain must have before its ability is worth a number. */
export const fewestForEstimate = 12

/** What a candidate showed in one domain: counts always, an estimate with its 80 % interval from 12 items on. */
export type DomainScore = {
  readonly domain: number
  /** Score points earned and available on the answered items. */
  readonly points: number
  readonly maximum: number
  readonly answered: number
  readonly estimate: {
    readonly theta: number
    readonly se: number
    readonly low: number
    readonly high: number
  } | null
}

const z80 = 1.2815515655446004

/**
 * Ability by domain from the items of that domain alone (EAP), with an 80 % interval theta ± 1.2816 se.
 *
 * @param domains the domain of each item, in the order of the items
 * @returns one score for each domain that occurs, ascending
 * @throws RangeError for lists of different lengths
 * @see Haberman (2008), When can subscores have value?
 * @example scoreByDomain([1], [{ a: 1, b: 0, c: 0, d: 1 }], { domains: [3] })[0]?.points // 1
 */
export function scoreByDomain(
  scores: ItemScores,
  items: readonly AbilityItem[],
  { domains, prior = standardPrior }: { readonly domains: readonly number[]; readonly prior?: AbilityPrior },
): DomainScore[] {
  if (domains.length !== items.length)
    throw new RangeError(`${domains.length} domains for ${items.length} items.`)
  const present = [...new Set(domains)].sort((x, y) => x - y)
  return present.map((domain) => {
    const places = domains.flatMap((each, index) =>
      each === domain && scores[index] !== null ? [index] : [],
    )
    const own = places.map((place) => scores[place]!)
    const ownItems = places.map((place) => items[place]!)
    const maximum = ownItems.reduce((sum, item) => sum + highestScore(item), 0)
    const points = own.reduce((sum: number, score) => sum + score!, 0)
    const { theta, se } = estimateEap(own, ownItems, prior)
    const estimate =
      places.length < fewestForEstimate ? null : { theta, se, low: theta - z80 * se, high: theta + z80 * se }
    return { domain, points, maximum, answered: places.length, estimate }
  })
}
