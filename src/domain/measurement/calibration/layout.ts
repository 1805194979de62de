import type { CalibrationOptions, GroupSetup, ItemSetup } from './types.ts'

/** Where one item's parameters and trace lines lie. Dichotomous: a, k = -a b, logit c, logit d; partial credit: a, k_1 to k_m. */
export type ItemLayout = {
  readonly index: number
  readonly setup: ItemSetup
  readonly slot: number
  readonly slots: number
  /** First of `categories` lines in the trace and in the expected counts. */
  readonly row: number
  readonly categories: number
}

/** One number that the search may move: the places of the parameter vector that hold it. */
export type FreeParameter = readonly number[]

/** The shape of a parameter vector: items first, then mean and ln sd of each group. */
export type Layout = {
  readonly items: readonly ItemLayout[]
  readonly latent: readonly GroupSetup[]
  readonly groupSlot: number
  readonly length: number
  readonly rows: number
  readonly free: readonly FreeParameter[]
  /** How far from 0 each place may go: flat priors can have their maximum at infinity. */
  readonly limits: Float64Array
  /** Places of the common slope of the 1PL items that are estimated; empty when it is given. */
  readonly commonSlope: FreeParameter
}

const stepsOf = (setup: ItemSetup): number => {
  if (setup.fixed && 'steps' in setup.fixed) return setup.fixed.steps.length
  return setup.maximum ?? 1
}

function layItems(setups: readonly ItemSetup[]): ItemLayout[] {
  let [slot, row] = [0, 0]
  return setups.map((setup, index) => {
    const partial = setup.model === 'gpcm'
    const slots = partial ? 1 + stepsOf(setup) : 4
    const categories = partial ? slots : 2
    const layout = { index, setup, slot, slots, row, categories }
    slot += slots
    row += categories
    return layout
  })
}

const ownSlots: Readonly<Record<ItemSetup['model'], readonly number[]>> = {
  '1pl': [1],
  '2pl': [0, 1],
  '3pl': [0, 1, 2],
  '4pl': [0, 1, 2, 3],
  gpcm: [],
}

/** Offsets, within an item's slots, of what is estimated for that item alone. */
export function freeOffsets({ setup, slots }: ItemLayout): readonly number[] {
  if (setup.fixed) return []
  return setup.model === 'gpcm' ? Array.from({ length: slots }, (_, offset) => offset) : ownSlots[setup.model]
}

function freeGroupSlots(latent: readonly GroupSetup[], groupSlot: number): FreeParameter[] {
  return latent.flatMap(({ mean, sd }, group) => [
    ...(mean === 'free' ? [[groupSlot + 2 * group]] : []),
    ...(sd === 'free' ? [[groupSlot + 2 * group + 1]] : []),
  ])
}

/** Slopes and intercepts up to 60; log-odds of asymptotes up to 9; mean of a group up to 20, ln of its sd up to 4. */
const farthest = { slope: 60, logOdds: 9, mean: 20, logSd: 4 }

function limitsOf(layouts: readonly ItemLayout[], groups: number): Float64Array {
  const ofItems = layouts.flatMap(({ setup, slots }) =>
    Array.from({ length: slots }, (_, offset) =>
      offset < 2 || setup.model === 'gpcm' ? farthest.slope : farthest.logOdds,
    ),
  )
  const ofGroups = Array.from({ length: groups }, () => [farthest.mean, farthest.logSd])
  return Float64Array.from([...ofItems, ...ofGroups.flat()])
}

function latentOf({ latent, groups }: CalibrationOptions, anchored: boolean): readonly GroupSetup[] {
  if (latent) return latent
  let count = 1
  for (let person = 0; person < (groups?.length ?? 0); person++) count = Math.max(count, groups![person]! + 1)
  return Array.from({ length: count }, (_, group) =>
    group === 0 && !anchored ? { mean: 0, sd: 1 } : { mean: 'free', sd: 'free' },
  )
}

/**
 * The setup of each item.
 * @throws RangeError when there is not one for each item
 */
export function setupsOf({ items: setups }: CalibrationOptions, items: number): readonly ItemSetup[] {
  if ('model' in setups) return Array<ItemSetup>(items).fill(setups)
  if (setups.length !== items) throw new RangeError(`${setups.length} item setups for ${items} items.`)
  return setups
}

/** The slope that 1PL items share has one prior, not one for each item: it stays with the first. */
function shareSlopePrior(setups: readonly ItemSetup[]): readonly ItemSetup[] {
  const first = setups.findIndex(({ model, fixed }) => model === '1pl' && !fixed)
  return setups.map((setup, index) => {
    if (setup.model !== '1pl' || index === first || !setup.priors) return setup
    const { logA: _, ...priors } = setup.priors
    return { ...setup, priors }
  })
}

/** Lays out the parameter vector of a calibration of so many items. */
export function layOut(options: CalibrationOptions, items: number): Layout {
  const setups = shareSlopePrior(setupsOf(options, items))
  const layouts = layItems(setups)
  const last = layouts.at(-1)
  const groupSlot = last ? last.slot + last.slots : 0
  const latent = latentOf(
    options,
    setups.some(({ fixed }) => fixed),
  )
  const sharing = layouts.filter(({ setup }) => setup.model === '1pl' && !setup.fixed).map(({ slot }) => slot)
  const commonSlope = options.slope === undefined ? sharing : []
  return {
    items: layouts,
    latent,
    groupSlot,
    length: groupSlot + 2 * latent.length,
    rows: last ? last.row + last.categories : 0,
    commonSlope,
    limits: limitsOf(layouts, latent.length),
    free: [
      ...(commonSlope.length > 0 ? [commonSlope] : []),
      ...layouts.flatMap((layout) => freeOffsets(layout).map((offset) => [layout.slot + offset])),
      ...freeGroupSlots(latent, groupSlot),
    ],
  }
}
