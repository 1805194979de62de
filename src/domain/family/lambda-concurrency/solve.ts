import { functionConcurrency } from '../../cloud/capacity/lambda.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { type DeedScenario, hoping, supposing } from '../capacity/deeds.ts'
import type { Misconception } from '../types.ts'

/** A function at its peak, and what it shares with others. */
export type Load = {
  readonly perSecond: number
  readonly milliseconds: number
  /** Reserved concurrency, or null where the function takes from the pool of the account. */
  readonly reserved: number | null
  readonly provisioned: number
  /** Concurrency of the account, and what other functions take of it without a reservation. */
  readonly account: number
  readonly usedByOthers: number
  /** Provisioned concurrency of the others, which does not limit them. */
  readonly othersProvisioned?: number
  /** What is wanted: no throttling, no more connections than a database takes, or no cold starts. */
  readonly need: 'no-throttling' | 'few-connections' | 'no-cold-start'
  readonly connections: number
  /** Whether it costs more than another deed that serves. */
  readonly costly?: boolean
}

/** Concurrency that a function needs at its peak. */
export const neededOf = ({ perSecond, milliseconds }: Load, facts: FactValues): number =>
  functionConcurrency({ requestsPerSecond: perSecond, averageDurationMs: milliseconds }, facts).needed

/** Whether a function does what is wanted of it, at the least cost. */
export function isWell(load: Load, facts: FactValues): boolean {
  const { perSecond, milliseconds, reserved, provisioned, account, usedByOthers } = load
  const { needed, available, reservationFits } = functionConcurrency(
    {
      ...{ requestsPerSecond: perSecond, averageDurationMs: milliseconds },
      ...{ accountConcurrency: account, usedByOthers },
      ...(reserved === null ? {} : { reserved }),
    },
    facts,
  )
  if (load.costly || !reservationFits) return false
  const own = reserved === null ? Math.max(available, provisioned) : reserved
  if (load.need === 'few-connections') return Math.min(needed, own) <= load.connections
  if (load.need === 'no-cold-start') return own >= needed && provisioned >= needed
  return own >= needed
}

/** Beliefs about what concurrency a function has. */
export const concurrencyMisconceptions: readonly Misconception<DeedScenario<Load>>[] = [
  supposing(
    'provisioned-on-top',
    'Provisioned concurrency comes on top of the reservation of a function.',
    isWell,
    (load) => (load.reserved === null ? load : { ...load, reserved: load.reserved + load.provisioned }),
  ),
  supposing(
    'provisioned-is-a-cap',
    'A function runs no more often at once than it has provisioned concurrency.',
    isWell,
    ({ othersProvisioned, ...load }) => ({
      ...load,
      reserved: load.reserved ?? (load.provisioned > 0 ? load.provisioned : null),
      usedByOthers: othersProvisioned ?? load.usedByOthers,
    }),
  ),
  supposing('reserved-is-warm', 'Reserved concurrency is initialized in advance.', isWell, (load) =>
    load.reserved === null ? load : { ...load, provisioned: Math.max(load.provisioned, load.reserved) },
  ),
  supposing(
    'quota-governs',
    'The quota of the account governs how often a function runs at once, whatever its settings.',
    isWell,
    (load, facts) =>
      load.account === facts['lambda-account-concurrency']
        ? load
        : { ...load, reserved: null, provisioned: load.account, connections: load.account },
  ),
  supposing('cost-no-object', 'What ends the trouble is worth its price.', isWell, (load) => ({
    ...load,
    costly: false,
  })),
  hoping('timeout-frees', 'The timeout of a function decides how many of its calls can run.', isWell),
  hoping('memory-adds-room', 'More memory gives a function more concurrent executions.', isWell),
  hoping('queue-takes-the-blame', 'Settings of a queue for failed messages prevent the failures.', isWell),
  hoping('one-warm-is-enough', 'A call now and then keeps each environment of a function warm.', isWell),
]
