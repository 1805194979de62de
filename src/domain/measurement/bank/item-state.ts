import type { FitVerdict } from '../statistics/fit-gates.ts'
import type { ItemState } from './item-estimate.ts'

/** What the state of an item turns on. */
export type StateEvidence = {
  /** First attempts under exam conditions. */
  readonly responses: number
  /** Standard error of b. */
  readonly errorOfB: number
  /** The worst of the fit gates. */
  readonly verdict: FitVerdict
}

/**
 * Responses from which an item is estimated, from which a gate may hold it, from which scores may rest on it; and the largest
 * standard error of b that they may rest on.
 */
export const stateRule = { provisional: 30, judged: 200, operational: 200, errorOfB: 0.25 } as const

/**
 * The state of an item: uncalibrated below 30 responses, held where a fit gate says so and at least 200 stand behind it (with fewer, noise alone fails one good item in a hundred),
 * operational from 200 with a standard error of b of at most 0.25, provisional otherwise.
 *
 * @example stateOf({ responses: 250, errorOfB: 0.2, verdict: 'keep' }) // 'operational'
 */
export function stateOf({ responses, errorOfB, verdict }: StateEvidence): ItemState {
  if (responses < stateRule.provisional) return 'uncalibrated'
  if (verdict === 'hold' && responses >= stateRule.judged) return 'held'
  const known = responses >= stateRule.operational && errorOfB <= stateRule.errorOfB
  return known ? 'operational' : 'provisional'
}
