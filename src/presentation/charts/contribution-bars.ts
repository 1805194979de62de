import type { Contribution, Leg } from '../../domain/path/route.ts'
import { shortName } from '../catalogue-words.ts'
import { formatNumber } from '../formats.ts'
import { chart, element, textAt } from './svg.ts'
import { fitText } from './text-fit.ts'

/** What the bars need of a leg. */
export type ContributionLeg = Pick<Leg, 'name' | 'examCode' | 'contributions'>

/** Worth and costs of each leg, in points; `width` in user units, 320 at least. */
export type ContributionBars = {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly legs: readonly ContributionLeg[]
}

type Part = { readonly label: string; readonly points: number }
type Balance = {
  readonly leg: ContributionLeg
  readonly worth: readonly Part[]
  readonly cost: readonly Part[]
  readonly net: number
  readonly asked: boolean
}

const kindNames: Readonly<Record<Contribution['kind'], string>> = {
  role: 'role',
  direction: 'direction',
  stack: 'stack',
  outgrown: 'outgrown',
  'beside-higher': 'beside a higher one',
  covered: 'covered',
  wanted: 'asked for',
  renewal: 'renewal',
  hours: 'hours',
  fees: 'fees',
  time: 'waiting',
}

const gap = 2
const barHeight = 14
const lineHeight = 15
const small = 11.5
const shades = [0.95, 0.7, 0.5, 0.35]

/** A wish outweighs all else by design: it is told, not drawn. */
function balanceOf(leg: ContributionLeg): Balance {
  const drawn = leg.contributions.filter(({ kind, points }) => kind !== 'wanted' && points !== 0)
  const parts = (sign: number): readonly Part[] =>
    drawn
      .filter(({ points }) => Math.sign(points) === sign)
      .map(({ kind, points }) => ({ label: kindNames[kind], points: Math.abs(points) }))
  return {
    leg,
    worth: parts(1),
    cost: parts(-1),
    net: drawn.reduce((sum, { points }) => sum + points, 0),
    asked: leg.contributions.some(({ kind }) => kind === 'wanted'),
  }
}

const total = (parts: readonly Part[]): number => parts.reduce((sum, { points }) => sum + points, 0)

const inWords = (parts: readonly Part[]): string =>
  parts.length === 0
    ? 'nothing'
    : parts.map(({ label, points }) => `${label} ${formatNumber(Math.round(points * 10) / 10)}`).join(', ')

const netWords = ({ net, asked }: Balance): string =>
  `${formatNumber(Math.round(net * 10) / 10)} points${asked ? ', and you asked for it' : ''}`

type Band = { readonly y: number; readonly perPoint: number; readonly isCost: boolean }

/** Parts side by side: worth filled in falling shades, costs in dashed outline. */
function drawParts(parts: readonly Part[], { y, perPoint, isCost }: Band): string {
  let x = 4
  return parts
    .map(({ points }, index) => {
      const width = Math.max(1, points * perPoint - gap)
      const shape = { x, y, width, height: barHeight, rx: 2 }
      x += points * perPoint
      return isCost
        ? element('rect', {
            ...shape,
            class: 'bar-planned',
            fill: 'none',
            stroke: 'currentColor',
            'stroke-dasharray': '4 3',
          })
        : element('rect', {
            ...shape,
            class: 'bar',
            fill: 'currentColor',
            'fill-opacity': shades[index % shades.length],
          })
    })
    .join('')
}

type Drawn = { readonly markup: string; readonly height: number }

function drawWords(text: string, y: number, width: number): Drawn {
  const lines = fitText(text, { size: small, width: width - 8, lines: 3 })
  const markup = lines.map((line, index) =>
    textAt(4, y + index * lineHeight, line, { size: small, soft: true }),
  )
  return { markup: markup.join(''), height: lines.length * lineHeight }
}

function drawLeg(
  balance: Balance,
  top: number,
  { width, perPoint }: { width: number; perPoint: number },
): Drawn {
  const { leg, worth, cost } = balance
  const [name = ''] = fitText(`${leg.examCode}: ${netWords(balance)}. ${shortName(leg.name)}`, {
    size: 13,
    width: width - 8,
    lines: 1,
  })
  const worthWords = drawWords(`Worth: ${inWords(worth)}`, top + 20 + barHeight + 14, width)
  const costTop = top + 20 + barHeight + worthWords.height + 8
  const costWords = drawWords(`Costs: ${inWords(cost)}`, costTop + barHeight + 14, width)
  const markup = [
    textAt(4, top + 13, name, { size: 13, bold: true }),
    drawParts(worth, { y: top + 20, perPoint, isCost: false }),
    worthWords.markup,
    drawParts(cost, { y: costTop, perPoint, isCost: true }),
    costWords.markup,
  ].join('')
  return { markup, height: costTop - top + barHeight + costWords.height + 18 }
}

function describe(balances: readonly Balance[]): string {
  const lines = balances.map(
    (balance) =>
      `${balance.leg.examCode}: worth ${inWords(balance.worth)}; costs ${inWords(balance.cost)}; ${netWords(balance)}`,
  )
  return lines.length === 0 ? 'No exam is planned.' : `${lines.join('. ')}.`
}

/** Draws for each leg what it is worth (filled) and what it costs (dashed) on one scale of points, with every number in words. */
export function contributionBars({ id, title, width, legs }: ContributionBars): string {
  const balances = legs.map(balanceOf)
  const longest = Math.max(1, ...balances.flatMap(({ worth, cost }) => [total(worth), total(cost)]))
  const perPoint = (width - 8) / longest
  let y = 4
  const rows = balances.map((balance) => {
    const { markup, height } = drawLeg(balance, y, { width, perPoint })
    y += height
    return markup
  })
  return chart({ id, width, height: Math.max(y, 20), title, description: describe(balances) }, ...rows)
}
