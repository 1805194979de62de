import { normaliseLine } from '../model/posterior-line.ts'
import { linesOf } from './kernel.ts'

/** Distance of two points of the s-grid; the error of cubic interpolation falls with its fourth power. */
const spacing = 0.06
const fewestPoints = 256

/** Everything that a posterior proportional to exp(base_q + s x_q) is, tabulated over s: ln of its sum, its mean, its shares. */
export type SGrid = {
  readonly low: number
  readonly step: number
  readonly points: number
  readonly logSum: Float64Array
  readonly mean: Float64Array
  readonly shares: readonly Float64Array[]
}

/** Tabulates the posteriors for s from low to high, with a point more beyond each end for the interpolation. */
export function tabulateGrid(
  low: number,
  high: number,
  { base, nodes }: { readonly base: Float64Array; readonly nodes: Float64Array },
): SGrid {
  const width = nodes.length
  const points = Math.max(fewestPoints, Math.ceil((high - low) / spacing)) + 3
  const step = (high - low) / (points - 3) || 1
  const shares = linesOf(new Float64Array(points * width), width)
  const logSum = new Float64Array(points)
  const mean = new Float64Array(points)
  shares.forEach((line, point) => {
    const s = low + (point - 1) * step
    for (let node = 0; node < width; node++) line[node] = base[node]! + s * nodes[node]!
    logSum[point] = normaliseLine(line, 1)
    for (let node = 0; node < width; node++) mean[point]! += line[node]! * nodes[node]!
  })
  return { low: low - step, step, points, logSum, mean, shares }
}
