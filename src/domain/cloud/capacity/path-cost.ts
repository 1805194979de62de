import { aNumber, aText, listOf, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requireWhole } from './require-number.ts'

/** A hop that is paid for: an hour of each of `count` (1 when absent), and a GB that passes; 0 when absent. */
export type PaidHop = {
  readonly hop: string
  readonly perHour?: number
  readonly count?: number
  readonly perGb?: number
}

/** Traffic of some GB over some hours, and the ways that it could take. */
export type TrafficPlan = {
  readonly gigabytes: number
  readonly hours: number
  readonly paths: readonly { readonly name: string; readonly hops: readonly PaidHop[] }[]
}

/** The cost of a way, in parts. */
export type PathCost = {
  readonly name: string
  readonly hourly: number
  readonly traffic: number
  readonly total: number
}

/** Costs in the order of the ways, and the cheapest way; of equals the first. */
export type TrafficCost = { readonly paths: readonly PathCost[]; readonly cheapest: string }

/** The form of a plan. */
export const trafficPlanShape: Shape<TrafficPlan> = record<TrafficPlan>({
  gigabytes: aNumber,
  hours: aNumber,
  paths: listOf(
    record<TrafficPlan['paths'][number]>({
      name: aText,
      hops: listOf(
        record<PaidHop>({
          hop: aText,
          perHour: optional(aNumber),
          count: optional(aNumber),
          perGb: optional(aNumber),
        }),
      ),
    }),
    1,
  ),
})

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Cost of each way: the sum over its hops of count * hours * price an hour, and of GB * price a GB.
 *
 * @throws RangeError for negative numbers, parts of hops, or no way at all
 * @example trafficCost({ gigabytes: 10, hours: 1, paths: [{ name: 'nat', hops: [{ hop: 'nat', perGb: 0.5 }] }] }).paths[0]?.total // 5
 */
export function trafficCost({ gigabytes, hours, paths }: TrafficPlan): TrafficCost {
  requireAtLeast('gigabytes', gigabytes, 0)
  requireAtLeast('hours', hours, 0)
  requireWhole('the number of paths', paths.length, 1)
  const costs = paths.map(({ name, hops }): PathCost => {
    const price = (hop: string, value: number | undefined): number => requireAtLeast(hop, value ?? 0, 0)
    const hourly = sum(
      hops.map(({ hop, perHour, count }) => price(hop, perHour) * requireWhole(hop, count ?? 1, 0) * hours),
    )
    const traffic = sum(hops.map(({ hop, perGb }) => price(hop, perGb) * gigabytes))
    return { name, hourly, traffic, total: hourly + traffic }
  })
  return { paths: costs, cheapest: costs.reduce((best, one) => (one.total < best.total ? one : best)).name }
}
