import { pointsText } from '../standard-text.ts'
import { drawAxes, drawDot, drawLine, drawSpan, type Plot, placeX, placeY, type Tick } from './plot.ts'
import { chart, element } from './svg.ts'

/** The cuts of a panel: a column for each round, then one for each compromise; `width` in user units, 280 at least. */
export type StandardRounds = {
  readonly id: string
  readonly width: number
  readonly rounds: readonly {
    readonly round: number
    readonly cut: number
    readonly standardError: number
    /** Each judge's own cut. */
    readonly sums: readonly number[]
  }[]
  readonly compromises: readonly { readonly name: string; readonly cut: number }[]
}

/** About four marks around a range, on round numbers. */
function ticksAround(low: number, high: number): Tick[] {
  const rough = Math.max(high - low, 0.4) / 4
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? magnitude
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, index) => {
    const at = (first + index) * step
    return { at, label: String(Math.round(at * 100) / 100) }
  })
}

function plotOf({ width, rounds, compromises }: StandardRounds): Plot {
  const heights = [
    ...rounds.flatMap(({ cut, standardError, sums }) => [cut - standardError, cut + standardError, ...sums]),
    ...compromises.map(({ cut }) => cut),
  ]
  const ticks = ticksAround(Math.min(...heights), Math.max(...heights))
  const names = [...rounds.map(({ round }) => `Round ${round}`), ...compromises.map(({ name }) => name)]
  return {
    width,
    height: 300,
    x: {
      ...{ from: 0.5, to: names.length + 0.5, name: 'cut in raw points' },
      ticks: names.map((label, index) => ({ at: index + 1, label })),
    },
    y: { from: ticks[0]?.at ?? 0, to: ticks.at(-1)?.at ?? 1, ticks },
  }
}

const describe = ({ rounds, compromises }: StandardRounds): string =>
  [
    ...rounds.map(
      ({ round, cut, standardError }) =>
        `Round ${round}: ${pointsText(cut)}, standard error ${pointsText(standardError)}`,
    ),
    ...compromises.map(({ name, cut }) => `${name}: ${pointsText(cut)}`),
  ].join('. ')

/** A judge's cut: an open ring beside the column, so that it never hides the panel's. */
const drawJudge = (plot: Plot, column: number, sum: number): string =>
  element('circle', {
    class: 'plot-judge',
    cx: placeX(plot, column) - 12,
    cy: placeY(plot, sum),
    r: 3.5,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.5,
  })

/** Draws each round's cut with one standard error to either side, the judges' own cuts as rings, and the compromises as dots. */
export function standardRounds(standard: StandardRounds): string {
  const plot = plotOf(standard)
  const { id, rounds, compromises } = standard
  const cuts = rounds.map(({ cut }, index) => ({ x: index + 1, y: cut }))
  return chart(
    {
      id,
      width: plot.width,
      height: plot.height,
      title: 'Cut by round',
      description: `${describe(standard)}.`,
    },
    drawAxes(plot),
    drawLine(plot, cuts, { class: 'plot-reference', dashes: '4 4', thickness: 1.5 }),
    ...rounds.flatMap(({ cut, standardError, sums }, index) => [
      ...sums.map((sum) => drawJudge(plot, index + 1, sum)),
      drawSpan(plot, index + 1, cut - standardError, cut + standardError),
    ]),
    ...[...cuts, ...compromises.map(({ cut }, index) => ({ x: rounds.length + index + 1, y: cut }))].map(
      (point) => drawDot(plot, point, 5),
    ),
  )
}
