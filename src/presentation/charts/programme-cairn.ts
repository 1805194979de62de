import type { CertificationStatus, TierId } from '../../domain/catalogue/types.ts'
import { bareName, statusWords, tierName } from '../catalogue-words.ts'
import { type Box, stateGlyph, stateStone, stonePath, stonePatterns } from './stone.ts'
import { chart, element, textAt } from './svg.ts'
import { estimateWidth, fitText } from './text-fit.ts'

/** A certification as a stone of the cairn. `remark` is a few words below it: an end, a start. */
export type CairnStone = {
  readonly id: string
  readonly name: string
  readonly tier: TierId
  readonly status: CertificationStatus
  readonly examCode: string | null
  readonly remark: string | null
}

/** The programme as a cairn. `width` in user units: from 900 the tiers beside the line stand beside the cairn, below that under it. */
export type ProgrammeCairn = {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly stones: readonly CairnStone[]
}

type Placed = { readonly box: Box; readonly markup: string }

/** How one tier's stone is laid out: its pebbles in rows of `columns`. */
type TierPlan = {
  readonly tier: TierId
  readonly stones: readonly CairnStone[]
  readonly columns: number
  readonly width: number
}

const line: readonly TierId[] = ['professional', 'associate', 'foundational']
const beside: readonly TierId[] = ['specialty', 'business']
const states: readonly CertificationStatus[] = ['active', 'ending', 'beta', 'announced', 'retired']

const gap = 10
const lineHeight = 16
const widestPebble = 210
const headHeight = 40
const footHeight = 22
const nameSize = 13
const smallSize = 11.5
const remarkSize = 11

const isLiving = (stone: CairnStone): boolean => stone.status !== 'retired'

const nameLines = ({ name }: CairnStone, width: number): readonly string[] =>
  fitText(bareName(name), { size: nameSize, width: width - 24, lines: 3 })

const linesOf = (stone: CairnStone, width: number): number =>
  nameLines(stone, width).length + (stone.remark === null ? 1 : 2)

function drawPebble(stone: CairnStone, box: Box, chartId: string, variant: number): string {
  const centre = box.x + box.width / 2
  const lines = nameLines(stone, box.width)
  const state = stone.status === 'active' ? '' : statusWords[stone.status]
  const code = `${state} ${stone.examCode ?? ''}`.trim()
  const first = box.y + box.height / 2 - (linesOf(stone, box.width) * lineHeight) / 2 + 12.5
  const codeY = first + lines.length * lineHeight
  const [remark = ''] = fitText(stone.remark ?? '', { size: remarkSize, width: box.width - 6, lines: 1 })
  return [
    stateStone(box, stone.status, { chartId, variant }),
    ...lines.map((words, index) =>
      textAt(centre, first + index * lineHeight, words, { size: nameSize, anchor: 'middle', bold: true }),
    ),
    stateGlyph(stone.status, centre - estimateWidth(code, smallSize) / 2 - 2, codeY - 4),
    textAt(centre + 6, codeY, code, { size: smallSize, anchor: 'middle', soft: true }),
    ...(remark === ''
      ? []
      : [textAt(centre, codeY + lineHeight, remark, { size: remarkSize, anchor: 'middle', soft: true })]),
  ].join('')
}

const rowsOf = ({ stones, columns }: TierPlan): number => Math.max(1, Math.ceil(stones.length / columns))

const insetOf = (width: number): number => Math.max(14, width * 0.035)

const pebbleWidthOf = ({ columns, width }: TierPlan): number =>
  Math.min(widestPebble, (width - 2 * insetOf(width) - (columns - 1) * gap) / columns)

/** Every pebble of a tier is as high as the one with most lines needs. */
function pebbleHeightOf(plan: TierPlan): number {
  const width = pebbleWidthOf(plan)
  return 28 + lineHeight * Math.max(2, ...plan.stones.map((stone) => linesOf(stone, width)))
}

const heightOf = (plan: TierPlan): number =>
  headHeight + rowsOf(plan) * (pebbleHeightOf(plan) + gap) - gap + footHeight

/** Places the pebbles in rows in the middle of a tier's stone. */
function placePebbles(plan: TierPlan, box: Box, chartId: string): string {
  const { stones, columns } = plan
  const [width, height] = [pebbleWidthOf(plan), pebbleHeightOf(plan)]
  return stones
    .map((stone, index) => {
      const row = Math.floor(index / columns)
      const inRow = Math.min(columns, stones.length - row * columns)
      const left = box.x + (box.width - inRow * width - (inRow - 1) * gap) / 2
      const x = left + (index % columns) * (width + gap)
      const y = box.y + headHeight + row * (height + gap)
      return drawPebble(stone, { x, y, width, height }, chartId, index + columns)
    })
    .join('')
}

function drawTier(plan: TierPlan, centre: number, y: number, chartId: string): Placed {
  const box = { x: centre - plan.width / 2, y, width: plan.width, height: heightOf(plan) }
  const variant = plan.tier.length
  const ground = element('path', {
    class: 'stone',
    d: stonePath(box, variant, 5),
    fill: 'none',
    stroke: 'currentColor',
    'stroke-opacity': 0.45,
  })
  const heading = textAt(centre, y + 26, tierName(plan.tier), { size: 15, anchor: 'middle', bold: true })
  return { box, markup: `${ground}${heading}${placePebbles(plan, box, chartId)}` }
}

/** Stacks tiers downwards from a height. */
function stack(
  plans: readonly TierPlan[],
  centre: number,
  top: number,
  spacing: number,
  chartId: string,
): readonly Placed[] {
  let y = top
  return plans.map((plan) => {
    const placed = drawTier(plan, centre, y, chartId)
    y += placed.box.height + spacing
    return placed
  })
}

const bottomOf = (placed: readonly Placed[], otherwise: number): number =>
  placed.reduce((bottom, { box }) => Math.max(bottom, box.y + box.height), otherwise)

const drawGround = (y: number, width: number): string =>
  element('path', {
    class: 'axis',
    d: `M4 ${y}H${width - 4}`,
    stroke: 'currentColor',
    'stroke-width': 1.5,
    'stroke-linecap': 'round',
  })

/** Lists retired certifications as small stones in rows. */
function drawRetired(
  stones: readonly CairnStone[],
  area: { x: number; y: number; width: number; columns: number },
  chartId: string,
): Placed {
  const { x, y, width, columns } = area
  const cell = (width - (columns - 1) * gap) / columns
  const height = 30
  const pebbles = stones.map((stone, index) => {
    const box = {
      x: x + (index % columns) * (cell + gap),
      y: y + 14 + Math.floor(index / columns) * (height + 8),
      width: cell,
      height,
    }
    const label = fitText(`${bareName(stone.name)}${stone.examCode === null ? '' : `, ${stone.examCode}`}`, {
      size: smallSize,
      width: cell - 34,
      lines: 1,
    })
    return [
      stateStone(box, stone.status, { chartId, variant: index }),
      stateGlyph(stone.status, box.x + 16, box.y + height / 2, 3.5),
      textAt(box.x + 27, box.y + height / 2 + 4, label[0] ?? '', { size: smallSize, soft: true }),
    ].join('')
  })
  const rows = Math.ceil(stones.length / columns)
  const box = { x, y, width, height: stones.length === 0 ? 0 : 14 + rows * (height + 8) }
  const heading = stones.length === 0 ? '' : textAt(x, y, 'Retired', { size: 12.5, bold: true })
  return { box, markup: `${heading}${pebbles.join('')}` }
}

/** Explains the states that a stone can have. */
function drawLegend(x: number, y: number, width: number, chartId: string): Placed {
  const cell = 106
  const columns = Math.max(1, Math.min(states.length, Math.floor(width / cell)))
  const entries = states.map((status, index) => {
    const [left, top] = [x + (index % columns) * cell, y + Math.floor(index / columns) * 26]
    return [
      stateStone({ x: left, y: top, width: 30, height: 18 }, status, { chartId, variant: index }),
      stateGlyph(status, left + 15, top + 9, 3),
      textAt(left + 37, top + 13, statusWords[status], { size: smallSize, soft: true }),
    ].join('')
  })
  return { box: { x, y, width, height: Math.ceil(states.length / columns) * 26 }, markup: entries.join('') }
}

function describe(stones: readonly CairnStone[]): string {
  const tiers = [...line].reverse().concat(beside)
  return tiers
    .flatMap((tier) => {
      const named = stones
        .filter((stone) => stone.tier === tier)
        .map(
          ({ name, status, examCode, remark }) =>
            `${bareName(name)} (${[statusWords[status], examCode, remark].filter(Boolean).join(', ')})`,
        )
      return named.length === 0 ? [] : [`${tierName(tier)}: ${named.join('; ')}.`]
    })
    .join(' ')
}

const planner =
  (stones: readonly CairnStone[]) =>
  (tier: TierId, columns: number, width: number): TierPlan => {
    const own = stones.filter((stone) => stone.tier === tier && isLiving(stone))
    return { tier, stones: own, columns: Math.max(1, Math.min(columns, own.length)), width }
  }

const present = (plans: readonly TierPlan[]): readonly TierPlan[] =>
  plans.filter((plan) => plan.stones.length > 0)

function drawWide({ id, width, stones }: ProgrammeCairn): {
  readonly height: number
  readonly parts: readonly string[]
} {
  const plan = planner(stones)
  const sideWidth = Math.min(290, width * 0.27)
  const cairnWidth = width - sideWidth - 48
  const shares = { professional: 0.66, associate: 0.9, foundational: 1 } as const
  const cairn = stack(
    present([
      plan('professional', 3, cairnWidth * shares.professional),
      plan('associate', 5, cairnWidth * shares.associate),
      plan('foundational', 4, cairnWidth * shares.foundational),
    ]),
    cairnWidth / 2 + 4,
    4,
    -9,
    id,
  )
  const ground = bottomOf(cairn, 200)
  const sidePlans = present(beside.map((tier) => plan(tier, 2, sideWidth)))
  const sideHeight = sidePlans.reduce((sum, each) => sum + heightOf(each) + 12, -12)
  const side = stack(sidePlans, width - sideWidth / 2 - 4, ground - sideHeight, 12, id)
  const caption = textAt(width - sideWidth / 2 - 4, ground - sideHeight - 12, 'Beside the line', {
    size: 12.5,
    anchor: 'middle',
    soft: true,
  })
  const retired = drawRetired(
    stones.filter((stone) => !isLiving(stone)),
    { x: 8, y: ground + 34, width: width - 16, columns: 4 },
    id,
  )
  const legend = drawLegend(8, retired.box.y + retired.box.height + 14, width - 16, id)
  const parts = [...cairn, ...side, retired, legend].map(({ markup }) => markup)
  return {
    height: legend.box.y + legend.box.height + 4,
    parts: [caption, drawGround(ground + 1, width), ...parts],
  }
}

function drawNarrow({ id, width, stones }: ProgrammeCairn): {
  readonly height: number
  readonly parts: readonly string[]
} {
  const plan = planner(stones)
  const columns = Math.max(1, Math.floor((width - 40) / 150))
  const full = width - 8
  const cairn = stack(
    present([
      plan('professional', columns, full * 0.9),
      plan('associate', columns, full * 0.95),
      plan('foundational', columns, full),
    ]),
    width / 2,
    4,
    -9,
    id,
  )
  const ground = bottomOf(cairn, 0)
  const side = stack(
    present(beside.map((tier) => plan(tier, columns, full * 0.95))),
    width / 2,
    ground + 36,
    10,
    id,
  )
  const sideBottom = bottomOf(side, ground)
  const caption = textAt(width / 2, ground + 26, 'Beside the line', {
    size: 12.5,
    anchor: 'middle',
    soft: true,
  })
  const retired = drawRetired(
    stones.filter((stone) => !isLiving(stone)),
    { x: 8, y: sideBottom + 34, width: width - 16, columns: Math.max(1, columns - 1) },
    id,
  )
  const legend = drawLegend(8, retired.box.y + retired.box.height + 14, width - 16, id)
  const parts = [...cairn, ...side, retired, legend].map(({ markup }) => markup)
  return {
    height: legend.box.y + legend.box.height + 4,
    parts: [drawGround(ground + 1, width), caption, ...parts],
  }
}

const wideFrom = 900

/** Draws the programme as a cairn: tiers as stones, widest at the bottom, certifications as labelled stones in them. */
export function programmeCairn(cairn: ProgrammeCairn): string {
  const { height, parts } = cairn.width >= wideFrom ? drawWide(cairn) : drawNarrow(cairn)
  const frame = {
    id: cairn.id,
    width: cairn.width,
    height,
    title: cairn.title,
    description: describe(cairn.stones),
  }
  return chart(frame, stonePatterns(cairn.id), ...parts)
}
