import { stateOf } from '../measurement/bank/item-state.ts'
import type { FitGate } from '../measurement/statistics/fit-gates.ts'
import type { RunItem } from './item-bank.ts'

/** An owner's word that a held item is sound as it is: it is scored again, until it is edited or another gate holds it. */
export type ItemRelease = {
  readonly itemId: string
  /** The content that was looked at: an edit voids the release. */
  readonly hash: string
  /** The run that held it, and the gates that did. */
  readonly version: number
  readonly gates: readonly FitGate[]
  readonly reason: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** The gates that hold an item. @example holdingGates({ fit: judgeFit({ answered: 300, a: 0.2 }) }) // ['discrimination'] */
export const holdingGates = ({ fit }: Pick<RunItem, 'fit'>): FitGate[] =>
  fit.findings.filter(({ verdict }) => verdict === 'hold').map(({ gate }) => gate)

/** Whether somebody has looked at all that holds the item, as it is worded today. */
export function isReleased(
  item: Pick<RunItem, 'itemId' | 'hash' | 'fit'>,
  releases: readonly ItemRelease[],
): boolean {
  const seen = new Set(
    releases
      .filter(({ itemId, hash }) => itemId === item.itemId && hash === item.hash)
      .flatMap(({ gates }) => gates),
  )
  const holding = holdingGates(item)
  return holding.length > 0 && holding.every((gate) => seen.has(gate))
}

/** The state of an item of a run once releases are heard: a released one has the state that its responses earn it. */
export function stateAfterReleases(item: RunItem, releases: readonly ItemRelease[]): RunItem['state'] {
  if (item.state !== 'held' || !isReleased(item, releases)) return item.state
  return stateOf({ responses: item.responses, errorOfB: item.difficultySd, verdict: 'watch' })
}
