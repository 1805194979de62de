import { aNumber, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive, requireWhole, requireWithin } from './require-number.ts'
import { wholeUp } from './round.ts'

/**
 * A device that carries data by road: what it holds, in GB (10^9 bytes); how fast it is filled and emptied, in megabits
 * per second; days on the road in all; how many can be had at once (1 when absent).
 */
export type TransferDevice = {
  readonly capacityGb: number
  readonly copyMbps: number
  readonly importMbps?: number
  readonly shippingDays: number
  readonly atOnce?: number
}

/**
 * Data to move, in GB (10^9 bytes); the link in megabits (10^6 bits) per second and the share of it that may be used (1
 * when absent); a device to compare with; days until it must be done.
 */
export type TransferPlan = {
  readonly dataGb: number
  readonly linkMbps: number
  readonly utilisation?: number
  readonly device?: TransferDevice
  readonly deadlineDays?: number
}

/** Days over the network, devices and days by road (null without a device), the faster way, and which meet the deadline. */
export type TransferOutcome = {
  readonly networkDays: number
  readonly devices: number | null
  readonly deviceDays: number | null
  readonly faster: 'network' | 'device'
  readonly inTime: { readonly network: boolean; readonly device: boolean | null } | null
}

/** The form of a plan. */
export const transferPlanShape: Shape<TransferPlan> = record<TransferPlan>({
  dataGb: aNumber,
  linkMbps: aNumber,
  utilisation: optional(aNumber),
  deadlineDays: optional(aNumber),
  device: optional(
    record<TransferDevice>({
      capacityGb: aNumber,
      copyMbps: aNumber,
      importMbps: optional(aNumber),
      shippingDays: aNumber,
      atOnce: optional(aNumber),
    }),
  ),
})

const secondsPerDay = 86_400

/** Days to move GB at megabits per second: 8 * 10^9 bits a GB. */
const daysFor = (gigabytes: number, mbps: number): number => (gigabytes * 8e9) / (mbps * 1e6) / secondsPerDay

/** Rounds of devices: each round is filled, shipped and emptied; devices of a round work at the same time. */
function byRoad(dataGb: number, device: TransferDevice): { readonly devices: number; readonly days: number } {
  const capacity = requirePositive('capacityGb', device.capacityGb)
  const atOnce = requireWhole('atOnce', device.atOnce ?? 1, 1)
  const shipping = requireAtLeast('shippingDays', device.shippingDays, 0)
  const devices = wholeUp(dataGb / capacity)
  const rounds = Math.ceil(devices / atOnce)
  const load = Math.min(capacity, rounds === 0 ? 0 : dataGb / devices)
  const fill = daysFor(load, requirePositive('copyMbps', device.copyMbps))
  const empty = daysFor(load, requirePositive('importMbps', device.importMbps ?? device.copyMbps))
  return { devices, days: rounds * (fill + shipping + empty) }
}

/**
 * How long a migration takes: bits / (link * utilisation) over the network; rounds * (fill + ship + empty) by road.
 *
 * @throws RangeError for negative numbers, links or devices of nothing, or a utilisation outside (0, 1]
 * @example transferOutcome({ dataGb: 10800, linkMbps: 1000 }).networkDays // 1
 */
export function transferOutcome(plan: TransferPlan): TransferOutcome {
  const dataGb = requireAtLeast('dataGb', plan.dataGb, 0)
  const share = requireWithin('utilisation', plan.utilisation ?? 1, [Number.MIN_VALUE, 1])
  const networkDays = daysFor(dataGb, requirePositive('linkMbps', plan.linkMbps) * share)
  const road = plan.device === undefined ? null : byRoad(dataGb, plan.device)
  const { deadlineDays } = plan
  return {
    networkDays,
    devices: road?.devices ?? null,
    deviceDays: road?.days ?? null,
    faster: road !== null && road.days < networkDays ? 'device' : 'network',
    inTime:
      deadlineDays === undefined
        ? null
        : { network: networkDays <= deadlineDays, device: road === null ? null : road.days <= deadlineDays },
  }
}
