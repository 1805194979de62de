import { climb } from './climb.ts'
import { itemTerms } from './item-terms.ts'
import { freeOffsets, type ItemLayout, type Layout } from './layout.ts'
import { addPriors } from './priors.ts'
import { makeTerms, type TermPoint, type Terms } from './terms.ts'

/** Where an M-step stands: the vector it improves, the counts it improves it for. */
export type MaximisationState = TermPoint & { readonly layout: Layout }

/** Terms of one item, priors included, at the state's vector. */
export function penalisedTerms(point: TermPoint, item: ItemLayout, terms: Terms): void {
  itemTerms(point, item, terms)
  addPriors(point.vector, item, terms)
}

function maximiseItem(state: MaximisationState, item: ItemLayout): void {
  const offsets = freeOffsets(item)
  if (offsets.length === 0) return
  const terms = makeTerms(item.slots)
  const evaluate = (): void => penalisedTerms(state, item, terms)
  const limits = state.layout.limits.subarray(item.slot, item.slot + item.slots)
  climb({ vector: state.vector, slot: item.slot, offsets, limits, terms, evaluate })
}

/** The sum over the sharing items of what the common slope needs: its arrow-shaped system, eliminated item by item. */
function commonSlopeStep(state: MaximisationState, sharing: readonly ItemLayout[]) {
  let [value, gradient, information] = [0, 0, 0]
  const rests = sharing.map((item) => {
    const terms = makeTerms(item.slots)
    penalisedTerms(state, item, terms)
    const [own, cross] = [terms.information[item.slots + 1]!, terms.information[1]!]
    value += terms.value
    gradient += terms.gradient[0]! - (cross * terms.gradient[1]!) / own
    information += terms.information[0]! - (cross * cross) / own
    return { item, own, cross, gradient: terms.gradient[1]! }
  })
  const step = gradient / information
  const intercepts = rests.map((rest) => (rest.gradient - rest.cross * step) / rest.own)
  const gain = step * gradient + rests.reduce((sum, rest) => sum + rest.gradient ** 2 / rest.own, 0)
  return { sharing, value, step, intercepts, gain }
}

type SlopeStep = ReturnType<typeof commonSlopeStep>

/** Takes a share of the step: the slope in every sharing item, each intercept in its own. */
function shiftAll(
  { vector, layout: { limits } }: MaximisationState,
  { sharing, step, intercepts }: SlopeStep,
  share: number,
): void {
  const shift = (place: number, by: number): void => {
    vector[place] = Math.max(-limits[place]!, Math.min(limits[place]!, vector[place]! + share * by))
  }
  sharing.forEach(({ slot }, index) => {
    shift(slot, step)
    shift(slot + 1, intercepts[index]!)
  })
}

/** Newton's method for the common slope and the intercepts of the 1PL items together. */
function maximiseCommonSlope(state: MaximisationState): void {
  const slots = new Set(state.layout.commonSlope)
  const sharing = state.layout.items.filter(({ slot }) => slots.has(slot))
  let step = commonSlopeStep(state, sharing)
  for (let round = 0; round < 20 && step.gain > 1e-9; round++) {
    shiftAll(state, step, 1)
    let next = commonSlopeStep(state, sharing)
    for (let share = 0.5; next.value < step.value - 1e-9 && share > 1e-4; share /= 2) {
      shiftAll(state, step, -share)
      next = commonSlopeStep(state, sharing)
    }
    step = next
  }
}

/** Moments of the expected persons of a group are the maximum of its normal distribution. */
function maximiseGroups({ layout, vector, counts, nodes }: MaximisationState): void {
  layout.latent.forEach(({ mean, sd }, group) => {
    const persons = counts.groups.subarray(group * nodes.length, (group + 1) * nodes.length)
    const slot = layout.groupSlot + 2 * group
    const total = persons.reduce((sum, count) => sum + count, 0)
    if (total === 0) return
    if (mean === 'free')
      vector[slot] = persons.reduce((sum, count, node) => sum + count * nodes[node]!, 0) / total
    if (sd !== 'free') return
    const squares = persons.reduce((sum, count, node) => sum + count * (nodes[node]! - vector[slot]!) ** 2, 0)
    vector[slot + 1] = 0.5 * Math.log(Math.max(squares / total, 1e-6))
  })
}

/** The M-step: improves every free parameter of the vector, in place, for the expected counts. */
export function maximise(state: MaximisationState): void {
  const shared = new Set(state.layout.commonSlope)
  if (shared.size > 0) maximiseCommonSlope(state)
  for (const item of state.layout.items) if (!shared.has(item.slot)) maximiseItem(state, item)
  maximiseGroups(state)
}
