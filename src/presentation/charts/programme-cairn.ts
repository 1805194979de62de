import type { CertificationStatus, TierId } from '../../domain/catalogue/types.ts'
import { bareName, statusWords, tierName } from '../catalogue-words.ts'
import { type CairnStone, drawLowStone, drawSample } from './cairn-pebble.ts'
import { type Placed, pebbleGap, stackTiers, type TierPlan, tierHeight } from './cairn-tier.ts'
import { stonePatterns } from './stone.ts'
import { chart, element, textAt } from './svg.ts'

export type { CairnStone } from './cairn-pebble.ts'

/**
 * The programme as a cairn. `width` in user units, 320 at least: from 900 the tiers beside the line stand beside the
 * cairn, below that under it.
 */
export type ProgrammeCairn = {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly stones: readonly CairnStone[]
}

/** What stands above and beside the ground; `retiredFrom` is where the list of retired certifications begins. */
type Piles = {
  readonly placed: readonly Placed[]
  readonly caption: string
  readonly ground: number
  readonly retiredFrom: number
  readonly retiredColumns: number
}

const line: readonly TierId[] = ['professional', 'associate', 'foundational']
const beside: readonly TierId[] = ['specialty', 'business']
const states: readonly CertificationStatus[] = ['active', 'ending', 'beta', 'announced', 'retired']

const wideFrom = 900
const overlap = -9
const lowHeight = 30
const sampleWidth = 112
const sampleHeight = 26
const margin = 8

const isLiving = (stone: CairnStone): boolean => stone.status !== 'retired'

/** Plans a tier of living certifications; none where it has none. */
function planTier(
  stones: readonly CairnStone[],
  tier: TierId,
  size: { columns: number; width: number },
): readonly TierPlan[] {
  const own = stones.filter((stone) => stone.tier === tier && isLiving(stone))
  return own.length === 0
    ? []
    : [{ tier, stones: own, columns: Math.min(size.columns, own.length), width: size.width }]
}

const bottomOf = (placed: readonly Placed[], otherwise: number): number =>
  placed.reduce((bottom, { box }) => Math.max(bottom, box.y + box.height), otherwise)

const besideCaption = (x: number, y: number): string =>
  textAt(x, y, 'Beside the line', { size: 12.5, anchor: 'middle', soft: true })

const wideShares: Readonly<Partial<Record<TierId, number>>> = { professional: 0.66, associate: 0.9 }
const wideColumns = 5

function pileWide({ id, width, stones }: ProgrammeCairn): Piles {
  const sideWidth = Math.min(290, width * 0.27)
  const cairnWidth = width - sideWidth - 48
  const plans = line.flatMap((tier) => {
    const size = { columns: wideColumns, width: cairnWidth * (wideShares[tier] ?? 1) }
    return planTier(stones, tier, size)
  })
  const cairn = stackTiers(plans, { centre: cairnWidth / 2 + 4, top: 4, spacing: overlap, chartId: id })
  const sidePlans = beside.flatMap((tier) => planTier(stones, tier, { columns: 2, width: sideWidth }))
  const sideHeight = sidePlans.reduce((sum, plan) => sum + tierHeight(plan) + pebbleGap, -pebbleGap)
  const ground = bottomOf(cairn, sideHeight + 30)
  const centre = width - sideWidth / 2 - 4
  const side = stackTiers(sidePlans, { centre, top: ground - sideHeight, spacing: pebbleGap, chartId: id })
  const caption = side.length === 0 ? '' : besideCaption(centre, ground - sideHeight - 12)
  return { placed: [...cairn, ...side], caption, ground, retiredFrom: ground + 34, retiredColumns: 4 }
}

const narrowShares: Readonly<Partial<Record<TierId, number>>> = { professional: 0.9, foundational: 1 }

function pileNarrow({ id, width, stones }: ProgrammeCairn): Piles {
  const columns = Math.max(1, Math.floor((width - 40) / 150))
  const plan = (tier: TierId): readonly TierPlan[] =>
    planTier(stones, tier, { columns, width: (width - margin) * (narrowShares[tier] ?? 0.95) })
  const centre = width / 2
  const cairn = stackTiers(line.flatMap(plan), { centre, top: 4, spacing: overlap, chartId: id })
  const ground = bottomOf(cairn, 4)
  const side = stackTiers(beside.flatMap(plan), { centre, top: ground + 36, spacing: pebbleGap, chartId: id })
  const caption = side.length === 0 ? '' : besideCaption(centre, ground + 26)
  const retiredFrom = bottomOf(side, ground) + 34
  return {
    placed: [...cairn, ...side],
    caption,
    ground,
    retiredFrom,
    retiredColumns: Math.max(1, columns - 1),
  }
}

function drawGround(y: number, width: number): string {
  const stroke = { stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round' }
  return element('path', { class: 'axis', d: `M4 ${y}H${width - 4}`, ...stroke })
}

/** Draws the retired certifications as low stones in rows. */
function drawRetired(
  { id, width, stones }: ProgrammeCairn,
  { retiredFrom: y, retiredColumns: columns }: Piles,
): Placed {
  const retired = stones.filter((stone) => !isLiving(stone))
  if (retired.length === 0) return { box: { x: margin, y, width, height: 0 }, markup: '' }
  const cell = (width - 2 * margin - (columns - 1) * pebbleGap) / columns
  const low = retired.map((stone, index) => {
    const x = margin + (index % columns) * (cell + pebbleGap)
    const top = y + 14 + Math.floor(index / columns) * (lowHeight + 8)
    return drawLowStone(stone, {
      box: { x, y: top, width: cell, height: lowHeight },
      chartId: id,
      variant: index,
    })
  })
  const height = 14 + Math.ceil(retired.length / columns) * (lowHeight + 8)
  const heading = textAt(margin, y, 'Retired', { size: 12.5, bold: true })
  return { box: { x: margin, y, width, height }, markup: [heading, ...low].join('') }
}

function drawLegend({ id, width }: ProgrammeCairn, y: number): Placed {
  const columns = Math.min(states.length, Math.max(1, Math.floor((width - 2 * margin) / sampleWidth)))
  const samples = states.map((status, index) => {
    const x = margin + (index % columns) * sampleWidth
    return drawSample(status, x, y + Math.floor(index / columns) * sampleHeight, {
      chartId: id,
      variant: index,
    })
  })
  const height = Math.ceil(states.length / columns) * sampleHeight
  return { box: { x: margin, y, width, height }, markup: samples.join('') }
}

function describe(stones: readonly CairnStone[]): string {
  const nameIn = ({ name, status, examCode, remark }: CairnStone): string =>
    `${bareName(name)} (${[statusWords[status], examCode, remark].filter((part) => part !== null).join(', ')})`
  return [...line.toReversed(), ...beside]
    .map((tier) => ({ tier, named: stones.filter((stone) => stone.tier === tier).map(nameIn) }))
    .filter(({ named }) => named.length > 0)
    .map(({ tier, named }) => `${tierName(tier)}: ${named.join('; ')}.`)
    .join(' ')
}

/** Draws the programme as a cairn: tiers as stones, widest at the bottom, certifications as labelled stones in them. */
export function programmeCairn(cairn: ProgrammeCairn): string {
  const { id, title, width, stones } = cairn
  const piles = width >= wideFrom ? pileWide(cairn) : pileNarrow(cairn)
  const retired = drawRetired(cairn, piles)
  const legend = drawLegend(cairn, retired.box.y + retired.box.height + 14)
  const frame = { id, width, height: bottomOf([legend], 0) + 4, title, description: describe(stones) }
  const drawn = [...piles.placed, retired, legend].map(({ markup }) => markup)
  return chart(frame, stonePatterns(id), drawGround(piles.ground + 1, width), piles.caption, ...drawn)
}
