import { areEnemies } from '../item/enemies.ts'
import type { Item } from '../item/types.ts'
import { type AdaptiveBank, prepareBank } from '../measurement/adaptive/bank.ts'
import type { AdaptiveTestPlan } from '../measurement/adaptive/session.ts'
import { attenuate, type ItemEstimate } from '../measurement/bank/item-estimate.ts'
import { normalQuadrature } from '../measurement/model/quadrature.ts'
import type { Population } from './item-bank.ts'
import { thetaCut } from './measure-form.ts'
import type { BlueprintDomain } from './types.ts'

/** An item that an adaptive form may choose, with its parameters as they were when the form was begun. */
export type PooledItem = {
  readonly itemId: string
  readonly hash: string
  readonly estimate: ItemEstimate
  /** Rests for this session, because others met it often or the candidate has; it serves only where its domain has no other. */
  readonly resting: boolean
}

/** What an adaptive form is chosen from and when it ends: fixed, and stored, before its first item. */
export type AdaptivePlan = {
  readonly fewest: number
  readonly most: number
  /** Items of each domain before any early end. */
  readonly fewestPerDomain: number
  /** Posterior SD of theta at which it ends. */
  readonly precision: number
  /** P(above the standard), or its opposite, at which it ends. */
  readonly confidence: number
  readonly pool: readonly PooledItem[]
}

/** A diagnostic: 15 to 30 items of every domain; it ends when it knows the side of the standard, or theta to 0.3. */
export const diagnosticRule: Omit<AdaptivePlan, 'pool'> = {
  fewest: 15,
  most: 30,
  fewestPerDomain: 2,
  precision: 0.3,
  confidence: 0.95,
}

/** Fewest items that an adaptive form can choose from: twice its longest. */
export const fewestItemsToChooseFrom = 2 * diagnosticRule.most

/** Enemies of each item, by position; the bank makes the relation hold both ways. */
const enemiesOf = (items: readonly Item[]): number[][] =>
  items.map((item) =>
    item.enemies.length === 0
      ? []
      : items.flatMap((other, place) => (other !== item && areEnemies(item, other) ? [place] : [])),
  )

/** What the next item is chosen with: pool items that the pack still has, unedited, and their order. */
export type ReadyPlan = { readonly items: readonly Item[]; readonly test: AdaptiveTestPlan }

function bankOf(
  items: readonly Item[],
  pool: readonly PooledItem[],
  { domains, population }: { readonly domains: readonly BlueprintDomain[]; readonly population: Population },
): AdaptiveBank {
  const enemies = enemiesOf(items)
  const areas = domains.map(({ number }) => number)
  return prepareBank(
    items.map((item, place) => ({
      parameters: attenuate((pool[place] as PooledItem).estimate),
      content: areas.indexOf(item.domain),
      ...(item.stimulusId === null ? {} : { set: item.stimulusId }),
      ...(enemies[place]?.length ? { enemies: enemies[place] } : {}),
    })),
    normalQuadrature({ ...population, count: 121, low: -6, high: 6 }),
  )
}

/** Most items of one case study on an adaptive form; more would decide its content. */
const mostPerSet = 3

/**
 * Makes a stored plan ready to choose from: progressive selection over content shares by weight, with resting items barred.
 * @param items the pool's items as the pack has them; what left the pack or was edited is passed over
 */
export function readyPlan(
  plan: AdaptivePlan,
  items: readonly Item[],
  form: { readonly domains: readonly BlueprintDomain[]; readonly population: Population },
): ReadyPlan {
  const known = new Map(items.map((item) => [item.id, item]))
  const pool = plan.pool.filter(({ itemId, hash }) => known.get(itemId)?.hash === hash)
  const present = pool.map(({ itemId }) => known.get(itemId) as Item)
  return {
    items: present,
    test: {
      bank: bankOf(present, pool, form),
      rule: { kind: 'progressive', length: plan.fewest },
      stop: {
        fewest: plan.fewest,
        most: plan.most,
        fewestByContent: form.domains.map(() => plan.fewestPerDomain),
        precision: plan.precision,
        classification: { cut: thetaCut, confidence: plan.confidence },
      },
      contentShares: form.domains.map(({ weightPercent }) => weightPercent || 1),
      exposure: { borders: [], probabilities: [Float64Array.from(pool, ({ resting }) => (resting ? 0 : 1))] },
      mostPerSet,
    },
  }
}
