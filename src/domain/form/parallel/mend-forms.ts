import { type Draft, place, remove } from './draft.ts'
import { type Change, violationAfter, violationOf } from './energy.ts'
import type { AssemblyModel } from './model.ts'
import { type Peers, swapOf } from './propose-move.ts'

/** Violation less than this is none. */
const hair = 1e-9

type Swap = { readonly changes: readonly Change[]; readonly gain: number }

function gainOf(model: AssemblyModel, draft: Draft, changes: readonly Change[]): number {
  let gain = 0
  for (const change of changes)
    gain += violationOf(model, draft, change.form) - violationAfter(model, draft, change)
  return gain
}

/** The swap on a form that lowers the violation of all forms most; nothing where none lowers it. */
function bestSwap(model: AssemblyModel, draft: Draft, form: number, peers: Peers): Swap | undefined {
  let best: Swap | undefined
  for (const out of draft.members[form]!) {
    for (const into of peers.sameSize[out]!) {
      const changes = swapOf(model, draft, { form, out, into })
      const gain = gainOf(model, draft, changes)
      if (gain > (best?.gain ?? hair)) best = { changes, gain }
    }
  }
  return best
}

/**
 * Looks through every swap of a form that breaks a rule, and takes the best as long as one helps: where the pool is nearly used up, chance
 * hits on that swap too seldom.
 */
export function mendForms(model: AssemblyModel, draft: Draft, peers: Peers): void {
  draft.members.forEach((_, form) => {
    while (violationOf(model, draft, form) > hair) {
      const swap = bestSwap(model, draft, form, peers)
      if (swap === undefined) return
      for (const change of swap.changes) {
        for (const unit of change.out) remove(model, draft, change.form, unit)
        for (const unit of change.into) place(model, draft, change.form, unit)
      }
    }
  })
}
