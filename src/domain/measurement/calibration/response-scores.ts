import type { Counts } from './counts.ts'
import { itemTerms } from './item-terms.ts'
import type { ItemLayout, Layout } from './layout.ts'
import { makeTerms } from './terms.ts'
import type { TracePoint } from './trace.ts'

/** What one response category, or membership of one group, says of a free parameter: d ln P by node. */
export type Score = { readonly parameter: number; readonly line: Float64Array }

/** The number of the free parameter that each place of a vector holds. */
export const parameterBySlot = ({ free }: Layout): ReadonlyMap<number, number> =>
  new Map(free.flatMap((places, parameter) => places.map((place) => [place, parameter] as const)))

/** Counts of a single response, to an item laid out on its own, at a single node. */
function countsOfOne({ categories: size }: ItemLayout, score: number, x: number): Counts {
  const categories = new Float64Array(size)
  categories[score] = 1
  return {
    categories,
    tries: Float64Array.of(1),
    mass: Float64Array.of(score),
    moment: Float64Array.of(score * x),
    groups: new Float64Array(0),
    logLikelihood: 0,
  }
}

/** Gradients, by slot, of ln P of one category at every node. */
function categoryGradients({ vector, nodes }: TracePoint, item: ItemLayout, score: number): Float64Array[] {
  const alone = { ...item, index: 0, row: 0 }
  return [...nodes].map((x) => {
    const terms = makeTerms(item.slots)
    itemTerms({ vector, counts: countsOfOne(item, score, x), nodes: Float64Array.of(x) }, alone, terms)
    return terms.gradient
  })
}

/** Scores of every category of every item, in the order of the trace lines. */
export function categoryScores(point: TracePoint): Score[][] {
  const parameters = parameterBySlot(point.layout)
  return point.layout.items.flatMap((item) =>
    Array.from({ length: item.categories }, (_, score) => {
      const gradients = categoryGradients(point, item, score)
      return Array.from({ length: item.slots }, (__, offset) => offset).flatMap((offset) => {
        const parameter = parameters.get(item.slot + offset)
        const line = Float64Array.from(gradients, (slopes) => slopes[offset]!)
        return parameter === undefined ? [] : [{ parameter, line }]
      })
    }),
  )
}

/** Scores of membership of each group: d ln weight by its mean and its ln sd. */
export function groupScores({ vector, layout, nodes }: TracePoint): Score[][] {
  const parameters = parameterBySlot(layout)
  return layout.latent.map((_, group) => {
    const slot = layout.groupSlot + 2 * group
    const precision = Math.exp(-2 * vector[slot + 1]!)
    const byMean = nodes.map((x) => (x - vector[slot]!) * precision)
    const byLogSd = nodes.map((x) => (x - vector[slot]!) ** 2 * precision - 1)
    return [byMean, byLogSd].flatMap((line, offset) => {
      const parameter = parameters.get(slot + offset)
      return parameter === undefined ? [] : [{ parameter, line }]
    })
  })
}
