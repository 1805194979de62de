import type { Item } from '../item/types.ts'
import type { ItemEstimate } from '../measurement/bank/item-estimate.ts'
import type {
  Calibration,
  CalibrationOptions,
  GroupSetup,
  ItemSetup,
} from '../measurement/calibration/types.ts'
import { thetaAtExpectedScore } from '../measurement/model/test-characteristic.ts'
import type { PoolResponses } from './collect-responses.ts'

/** Anchors from which a scale is carried on; fewer leave it to the judged values. */
export const fewestAnchors = 10

const priorOnSlope = { mean: 0, sd: 0.3 }

/** Where the people stand is not known yet, so the first look lets every difficulty lie where it wants. */
const openPriors = { logA: priorOnSlope, b: { mean: 0, sd: 2 } }

const groupSetups = (groups: Uint8Array, exam: GroupSetup): GroupSetup[] => [
  exam,
  ...(groups.includes(1) ? [{ mean: 'free', sd: 'free' } as const] : []),
]

/** Options of the first look: people of the exam group at N(0, 1), to find where the judged standard lies on their scale. */
export const firstLook = ({ groups }: PoolResponses): CalibrationOptions => ({
  items: { model: '2pl', priors: openPriors },
  groups,
  latent: groupSetups(groups, { mean: 0, sd: 1 }),
  tolerance: 1e-4,
  standardErrors: 'none',
})

/** P(correct) at the standard cannot be reached where items are all right or all wrong; nobody is further away than this. */
const furthest = 3

/**
 * Mean ability of the exam group with the standard at 0: minus the ability at which the items' judged values add up to the score
 * that their curves expect.
 *
 * Σ P_j(theta_cut) = Σ Angoff_j
 *
 * @param items the items of the columns
 */
export function meanFromStandard(
  { items: estimates }: Calibration,
  items: readonly Pick<Item, 'angoff'>[],
): number {
  const expected = items.reduce((sum, { angoff }) => sum + angoff, 0)
  const cut = thetaAtExpectedScore(
    expected,
    estimates.map(({ parameters }) => parameters),
  )
  return -Math.max(-furthest, Math.min(furthest, cut))
}

const judgedSetup = ({ parameters, difficultySd, logDiscriminationSd }: ItemEstimate): ItemSetup => ({
  model: '2pl',
  priors: { logA: { mean: 0, sd: logDiscriminationSd }, b: { mean: parameters.b, sd: difficultySd } },
})

/** Options that estimate every item on the scale whose origin is the judged standard, from its judged value on. */
export const fromJudgement = (
  { groups }: PoolResponses,
  judged: readonly ItemEstimate[],
  mean: number,
): CalibrationOptions => ({
  items: judged.map(judgedSetup),
  groups,
  latent: groupSetups(groups, { mean, sd: 1 }),
  standardErrors: 'oakes',
})

/**
 * Options that carry a scale on: anchors stay at their parameters, everybody's ability is free, the other items start from their
 * judged values.
 *
 * @param anchors parameters of the anchors by column
 */
export const fromAnchors = (
  { groups }: PoolResponses,
  judged: readonly ItemEstimate[],
  anchors: ReadonlyMap<number, ItemEstimate>,
): CalibrationOptions => ({
  items: judged.map((estimate, column) => {
    const anchor = anchors.get(column)
    return anchor === undefined ? judgedSetup(estimate) : { model: '2pl', fixed: anchor.parameters }
  }),
  groups,
  latent: groupSetups(groups, { mean: 'free', sd: 'free' }),
  standardErrors: 'oakes',
})

/** Options that free every item, groups held where the anchors put them: what the new responses alone say of the anchors. */
export const freed = (
  { groups }: PoolResponses,
  judged: readonly ItemEstimate[],
  { groups: found }: Calibration,
): CalibrationOptions => ({
  items: judged.map(({ logDiscriminationSd }) => ({
    model: '2pl',
    // Weak enough to leave b to the responses, and enough where all of them are alike.
    priors: { logA: { mean: 0, sd: logDiscriminationSd }, b: { mean: 0, sd: 4 } },
  })),
  groups,
  latent: found.map(({ mean, sd }) => ({ mean, sd })),
  standardErrors: 'oakes',
})
