import { formatCount, formatPercent } from '../formats.ts'
import { drawAxes, drawDot, drawLine, drawReference, type Plot, percentTicks, scaledTicks } from './plot.ts'
import { chart } from './svg.ts'

/** An item's share correct over the scaled score of candidates, expected and observed; `width` in user units, 280 at least. */
export type ItemCurve = {
  readonly id: string
  readonly width: number
  readonly cutScore: number
  readonly curve: readonly { readonly scaled: number; readonly expected: number }[]
  readonly observed: readonly {
    readonly scaled: number
    readonly share: number
    readonly candidates: number
  }[]
}

const plotOf = (width: number): Plot => ({
  width,
  height: 280,
  x: { from: 100, to: 1000, ticks: scaledTicks(100, 1000, width), name: 'scaled score of the candidate' },
  y: { from: 0, to: 1, ticks: percentTicks },
})

function describe({ curve, observed, cutScore }: ItemCurve): string {
  const atCut = curve.find(({ scaled }) => scaled >= cutScore)
  const expected =
    atCut === undefined ? '' : `Expected at the cut: ${formatPercent(atCut.expected)} correct. `
  const seen = observed.map(
    ({ scaled, share, candidates }) =>
      `${formatPercent(share)} of ${formatCount(candidates, 'candidate')} about ${scaled}`,
  )
  return `${expected}${seen.length === 0 ? 'Nothing observed yet.' : `Observed: ${seen.join('; ')}.`}`
}

/** Draws an item's characteristic curve with what was observed as dots, larger for more candidates, and the cut. */
export function itemCurve(item: ItemCurve): string {
  const plot = plotOf(item.width)
  const most = Math.max(...item.observed.map(({ candidates }) => candidates), 1)
  return chart(
    {
      id: item.id,
      width: plot.width,
      height: plot.height,
      title: 'Share correct by scaled score',
      description: describe(item),
    },
    drawAxes(plot),
    drawReference(plot, item.cutScore, `cut ${item.cutScore}`),
    drawLine(
      plot,
      item.curve.map(({ scaled, expected }) => ({ x: scaled, y: expected })),
      { class: 'plot-line', thickness: 2.5 },
    ),
    ...item.observed.map(({ scaled, share, candidates }) =>
      drawDot(plot, { x: scaled, y: share }, 3 + 3 * Math.sqrt(candidates / most)),
    ),
  )
}
