import type { TierId } from '../../domain/catalogue/types.ts'
import { tierName } from '../catalogue-words.ts'
import { type CairnStone, drawPebble, pebbleHeight } from './cairn-pebble.ts'
import { type Box, stonePath } from './stone.ts'
import { element, textAt } from './svg.ts'

/** One tier's stone: its certifications in rows of `columns`, and its width in user units. */
export type TierPlan = {
  readonly tier: TierId
  readonly stones: readonly CairnStone[]
  readonly columns: number
  readonly width: number
}

/** Something drawn, and the room it takes. */
export type Placed = { readonly box: Box; readonly markup: string }

/** Where tiers are stacked: the middle and the top of the pile, and the room between stones, negative where they overlap. */
export type Pile = {
  readonly centre: number
  readonly top: number
  readonly spacing: number
  readonly chartId: string
}

/** Room between the certifications of a tier, in user units. */
export const pebbleGap = 10

const widestPebble = 210
const headHeight = 40
const footHeight = 22

const insetOf = (width: number): number => Math.max(14, width * 0.035)

const pebbleWidthOf = ({ columns, width }: TierPlan): number =>
  Math.min(widestPebble, (width - 2 * insetOf(width) - (columns - 1) * pebbleGap) / columns)

const pebbleHeightOf = (plan: TierPlan): number => pebbleHeight(plan.stones, pebbleWidthOf(plan))

/** The height of a tier's stone in user units. */
export function tierHeight(plan: TierPlan): number {
  const rows = Math.max(1, Math.ceil(plan.stones.length / plan.columns))
  return headHeight + rows * (pebbleHeightOf(plan) + pebbleGap) - pebbleGap + footHeight
}

/** Draws the certifications in rows in the middle of the tier's stone. */
function drawPebbles(plan: TierPlan, box: Box, chartId: string): string {
  const { stones, columns } = plan
  const [width, height] = [pebbleWidthOf(plan), pebbleHeightOf(plan)]
  const pebbles = stones.map((stone, index) => {
    const row = Math.floor(index / columns)
    const inRow = Math.min(columns, stones.length - row * columns)
    const left = box.x + (box.width - inRow * width - (inRow - 1) * pebbleGap) / 2
    const x = left + (index % columns) * (width + pebbleGap)
    const y = box.y + headHeight + row * (height + pebbleGap)
    return drawPebble(stone, { box: { x, y, width, height }, chartId, variant: index + columns })
  })
  return pebbles.join('')
}

function drawTier(plan: TierPlan, box: Box, chartId: string): string {
  const outline = { class: 'stone', fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.45 }
  return [
    element('path', { ...outline, d: stonePath(box, plan.tier.length, 5) }),
    textAt(box.x + box.width / 2, box.y + 26, tierName(plan.tier), {
      size: 15,
      anchor: 'middle',
      bold: true,
    }),
    drawPebbles(plan, box, chartId),
  ].join('')
}

/** Stacks tiers downwards in the order given. */
export function stackTiers(
  plans: readonly TierPlan[],
  { centre, top, spacing, chartId }: Pile,
): readonly Placed[] {
  let y = top
  return plans.map((plan) => {
    const box = { x: centre - plan.width / 2, y, width: plan.width, height: tierHeight(plan) }
    y += box.height + spacing
    return { box, markup: drawTier(plan, box, chartId) }
  })
}
