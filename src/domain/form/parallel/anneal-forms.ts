import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { type Draft, place, remove } from './draft.ts'
import { type Change, energyAfter, energyOf, missOf, type Prices, violationOf } from './energy.ts'
import { mendForms } from './mend-forms.ts'
import type { AssemblyModel } from './model.ts'
import { findPeers, proposeMove } from './propose-move.ts'
import { startDraft } from './start-draft.ts'

/** Price of an item, minute or pair of enemies too many, beside squared relative deviations of information. */
const violationPrice = 0.02

/** How a search is done: `swaps` at most in all; it ends at a round after which no aim is missed by more than
 * `enough`, a share of it. */
export type Effort = { readonly swaps: number; readonly enough: number }

/**
 * What the forms should have at each ability, above 0; more is no miss unless `bothSides`. A relative deviation up to `slack`, which
 * cannot be helped, is none either.
 */
export type Aims = { readonly values: readonly number[]; readonly bothSides: boolean; readonly slack: number }

/** Where a search ended: units by form, and how far the rules and the aims are missed. */
export type Annealed = {
  readonly forms: readonly (readonly number[])[]
  readonly violation: number
  readonly miss: number
  readonly swaps: number
}

type Search = {
  readonly model: AssemblyModel
  readonly draft: Draft
  readonly prices: Prices
  readonly energies: Float64Array
}

function take({ model, draft }: Search, { form, out, into }: Change): void {
  for (const unit of out) remove(model, draft, form, unit)
  for (const unit of into) place(model, draft, form, unit)
}

/** Rounds of a search: each twice as long as the one before, each from a lower temperature. */
const firstRound = 0.1
const hottest = 1e-3
const coldest = 1e-9

/** Cools from one temperature to another, by the rule of Metropolis. */
function cool(
  search: Search,
  propose: () => readonly Change[],
  { from, swaps, random }: { readonly from: number; readonly swaps: number; readonly random: SeededRandom },
): void {
  const { model, draft, prices, energies } = search
  for (const form of draft.members.keys()) energies[form] = energyOf(model, draft, form, prices)
  const factor = (coldest / from) ** (1 / swaps)
  let temperature = from
  for (let swap = 0; swap < swaps; swap++, temperature *= factor) {
    const changes = propose()
    if (changes.length === 0) continue
    let change = 0
    for (const each of changes) change += energyAfter(model, draft, each, prices) - energies[each.form]!
    if (change > 0 && random.next() >= Math.exp(-change / temperature)) continue
    for (const each of changes) take(search, each)
    for (const { form } of changes) energies[form] = energyOf(model, draft, form, prices)
  }
}

/** The largest miss of any form at any ability. */
const largestMiss = ({ model, draft, prices }: Search): number =>
  draft.information.reduce(
    (largest, value, place) => Math.max(largest, missOf(value, place % model.abilities, prices)),
    0,
  )

const totalViolation = ({ model, draft }: Search): number =>
  draft.members.reduce((sum, _, form) => sum + violationOf(model, draft, form), 0)

const snapshot = (search: Search, swaps: number): Annealed => ({
  forms: search.draft.members.map((units) => units.toSorted((a, b) => a - b)),
  violation: totalViolation(search),
  miss: largestMiss(search),
  swaps,
})

const isBetter = (a: Annealed, b: Annealed): boolean =>
  a.violation < b.violation - 1e-9 || (a.violation < b.violation + 1e-9 && a.miss < b.miss)

/**
 * Draws forms by simulated annealing: random swaps between forms and pool, kept when they lower the energy and now and then when
 * they do not, in rounds that grow until the aims are met closely enough or the effort is spent. Deterministic by its source of
 * chance.
 *
 * @returns the best end of a round
 * @see Kirkpatrick, Gelatt, Vecchi (1983), Optimization by simulated annealing; van der Linden (2005), Linear Models for Optimal
 *   Test Design, chapter 6 (parallel forms)
 * @example annealForms(model, { values: [5], bothSides: true, slack: 0 }, { swaps: 1000, enough: 0, random }).violation // 0 where the pool is rich
 */
export function annealForms(
  model: AssemblyModel,
  { values, ...aims }: Aims,
  { swaps, enough, random }: Effort & { readonly random: SeededRandom },
): Annealed {
  const draft = startDraft(model, random)
  const prices: Prices = { ...aims, aims: Float64Array.from(values), violation: violationPrice }
  const search: Search = { model, draft, prices, energies: new Float64Array(draft.members.length) }
  const moves = { model, draft, peers: findPeers(model), random }
  let best = snapshot(search, 0)
  let spent = 0
  for (let round = 0; spent < swaps; round++) {
    const length = Math.min(swaps - spent, Math.max(1000, Math.round(firstRound * swaps * 2 ** round)))
    cool(search, () => proposeMove(moves), { from: hottest / 10 ** round, swaps: length, random })
    mendForms(model, draft, moves.peers)
    spent += length
    const end = snapshot(search, spent)
    if (isBetter(end, best)) best = end
    if (best.violation < 1e-9 && best.miss <= enough) break
  }
  return { ...best, swaps: spent }
}
