import { drawAxes, drawLine, drawReference, type Plot, scaledTicks, type Tick } from './plot.ts'
import { chart } from './svg.ts'

/** Curves of forms side by side over the scaled score; `width` in user units, 280 at least. */
export type FormCurves = {
  readonly id: string
  readonly width: number
  readonly cutScore: number
  /** What is drawn, in words: it names the chart. */
  readonly title: string
  readonly curves: readonly {
    readonly name: string
    readonly points: readonly { readonly scaled: number; readonly value: number }[]
  }[]
}

/** Dashes by which lines differ where colours do not. */
export const dashesOf = (index: number): string | undefined =>
  [undefined, '7 4', '2 3', '10 3 2 3', '4 4', '1 4'][index % 6]

/** Marks of an axis from 0 that carries a largest value, about five of them. */
function ticksUpTo(largest: number): Tick[] {
  const rough = largest / 4
  const magnitude = 10 ** Math.floor(Math.log10(rough || 1))
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? magnitude
  const count = Math.ceil(largest / step)
  return Array.from({ length: count + 1 }, (_, index) => {
    const at = index * step
    return { at, label: String(Math.round(at * 100) / 100) }
  })
}

function plotOf({ width, curves }: FormCurves): Plot {
  const ticks = ticksUpTo(Math.max(...curves.flatMap(({ points }) => points.map(({ value }) => value)), 1))
  return {
    width,
    height: 300,
    x: { from: 100, to: 1000, ticks: scaledTicks(100, 1000, width), name: 'scaled score of the candidate' },
    y: { from: 0, to: ticks.at(-1)?.at ?? 1, ticks },
  }
}

function describe({ curves, cutScore }: FormCurves): string {
  const atCut = curves.flatMap(({ name, points }) => {
    const point = points.find(({ scaled }) => scaled >= cutScore)
    return point === undefined ? [] : [`${name} ${Math.round(point.value * 10) / 10}`]
  })
  return `At the cut of ${cutScore}: ${atCut.join(', ') || 'nothing'}.`
}

/** Draws one curve for each form, told apart by its dashes, and the cut. */
export function formCurves(forms: FormCurves): string {
  const plot = plotOf(forms)
  return chart(
    {
      id: forms.id,
      width: plot.width,
      height: plot.height,
      title: forms.title,
      description: describe(forms),
    },
    drawAxes(plot),
    drawReference(plot, forms.cutScore, `cut ${forms.cutScore}`),
    ...forms.curves.map(({ points }, index) => {
      const dashes = dashesOf(index)
      return drawLine(
        plot,
        points.map(({ scaled, value }) => ({ x: scaled, y: value })),
        { class: `plot-line plot-line-${(index % 6) + 1}`, ...(dashes === undefined ? {} : { dashes }) },
      )
    }),
  )
}
