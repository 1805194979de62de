import { formatCount, formatPercent } from '../formats.ts'
import { drawAxes, drawDot, drawLine, drawSpan, type Plot, percentTicks } from './plot.ts'
import { chart } from './svg.ts'

/** Stated chances against what happened, in bins; `width` in user units, 280 at least. */
export type ReliabilityPlot = {
  readonly id: string
  readonly width: number
  readonly bins: readonly {
    readonly count: number
    readonly stated: number
    readonly observed: number
    readonly low: number
    readonly high: number
  }[]
}

const plotOf = (width: number): Plot => ({
  width,
  height: Math.min(360, Math.max(260, width * 0.7)),
  x: { from: 0, to: 1, ticks: percentTicks, name: 'chance as stated' },
  y: { from: 0, to: 1, ticks: percentTicks },
})

const describe = ({ bins }: ReliabilityPlot): string =>
  bins.length === 0
    ? 'No outcomes yet.'
    : `Came true of what was stated: ${bins
        .map(
          ({ stated, observed, count }) =>
            `${formatPercent(observed)} of ${formatPercent(stated)} over ${formatCount(count, 'outcome')}`,
        )
        .join('; ')}.`

/**
 * Draws how often stated chances came true: a dot for each bin, larger for more outcomes, its 95 % interval as a line, and the
 * diagonal on which every chance comes true.
 */
export function reliabilityPlot(reliability: ReliabilityPlot): string {
  const plot = plotOf(reliability.width)
  const most = Math.max(...reliability.bins.map(({ count }) => count), 1)
  return chart(
    {
      id: reliability.id,
      width: plot.width,
      height: plot.height,
      title: 'How often stated chances came true',
      description: describe(reliability),
    },
    drawAxes(plot),
    drawLine(
      plot,
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      { class: 'plot-reference', dashes: '4 4', thickness: 1.5 },
    ),
    ...reliability.bins.map(({ stated, low, high }) => drawSpan(plot, stated, low, high)),
    ...reliability.bins.map(({ stated, observed, count }) =>
      drawDot(plot, { x: stated, y: observed }, 3 + 4 * Math.sqrt(count / most)),
    ),
  )
}
