import { aNumber, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive, requireWhole, requireWithin } from './require-number.ts'
import { wholeUp } from './round.ts'

/**
 * A load that must survive the loss of zones: load and what one instance carries in the same unit, zones, how many may
 * fail (1 when absent), and the share of an instance that may be used (1 when absent).
 */
export type ZonalLoad = {
  readonly load: number
  readonly perInstance: number
  readonly zones: number
  readonly zonesLost?: number
  readonly targetUtilisation?: number
}

/** Instances that the load needs, instances in each zone and in all, and the share in use while every zone is up. */
export type ZonalInstances = {
  readonly needed: number
  readonly perZone: number
  readonly total: number
  readonly spare: number
  readonly utilisation: number
}

/** The form of a load. */
export const zonalLoadShape: Shape<ZonalLoad> = record<ZonalLoad>({
  load: aNumber,
  perInstance: aNumber,
  zones: aNumber,
  zonesLost: optional(aNumber),
  targetUtilisation: optional(aNumber),
})

/**
 * Instances to run so that the zones left carry the whole load without starting new ones: needed = ceil(load /
 * (per instance * utilisation)), per zone = ceil(needed / (zones - zones lost)), total = per zone * zones.
 *
 * @throws RangeError for a load below 0, an instance that carries nothing, a utilisation outside (0, 1], or no zone left
 * @see Amazon Builders' Library, Static stability using Availability Zones (2019)
 * @example zonalInstances({ load: 900, perInstance: 100, zones: 3 }).total // 15
 */
export function zonalInstances(given: ZonalLoad): ZonalInstances {
  const load = requireAtLeast('load', given.load, 0)
  const perInstance = requirePositive('perInstance', given.perInstance)
  const target = requireWithin('targetUtilisation', given.targetUtilisation ?? 1, [Number.MIN_VALUE, 1])
  const zones = requireWhole('zones', given.zones, 1)
  const lost = requireWhole('zonesLost', given.zonesLost ?? 1, 0)
  const left = requireWhole('zones - zonesLost', zones - lost, 1)
  const needed = wholeUp(load / (perInstance * target))
  const perZone = Math.ceil(needed / left)
  const total = perZone * zones
  return {
    needed,
    perZone,
    total,
    spare: total - needed,
    utilisation: total === 0 ? 0 : load / (total * perInstance),
  }
}
