import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityDerivatives } from '../model/probability.ts'
import { equalNodes, type Quadrature } from '../model/quadrature.ts'
import { linkMeanMean } from './moment-links.ts'
import { type CommonItems, checkCommonItems, type ScaleLink } from './scale-link.ts'

/** Where characteristic curves are compared. */
export type CurveLinkOptions = {
  /** Abilities and their weights; 61 equally weighted nodes on [-4, 4] unless told. */
  readonly nodes?: Quadrature
  /** Compare on both scales instead of on Y only. */
  readonly symmetric?: boolean
}

/** Equally weighted abilities on [-4, 4]. @example curveNodes(61).nodes.length // 61 */
export const curveNodes = (count: number): Quadrature => ({
  nodes: equalNodes(count, -4, 4),
  weights: new Float64Array(count).fill(1),
})

type CurvePoint = { readonly p: number; readonly first: number }
/** The curves that are compared, at one theta. */
type Curves = (theta: number) => readonly CurvePoint[]

const itemCurves =
  (items: readonly ItemParameters[]): Curves =>
  (theta) =>
    items.map((item) => probabilityDerivatives(theta, item))

const testCurve =
  (items: readonly ItemParameters[]): Curves =>
  (theta) => [
    itemCurves(items)(theta).reduce((sum, { p, first }) => ({ p: sum.p + p, first: sum.first + first }), {
      p: 0,
      first: 0,
    }),
  ]

/** A weighted difference of two curves, with its derivatives by slope and intercept. */
type Residual = {
  readonly weight: number
  readonly value: number
  readonly bySlope: number
  readonly byIntercept: number
}
type Comparison = {
  readonly x: Curves
  readonly y: Curves
  readonly quadrature: Quadrature
  readonly symmetric: boolean
}

/** Differences at an ability of scale Y: the curves of X stand at (theta - intercept) / slope. */
function compareOnY(
  { x, y }: Comparison,
  { slope, intercept }: ScaleLink,
  theta: number,
  weight: number,
): Residual[] {
  const onX = (theta - intercept) / slope
  const from = x(onX)
  return y(theta).map(({ p }, curve) => {
    const other = from[curve] as CurvePoint
    const byIntercept = other.first / slope
    return { weight, value: p - other.p, bySlope: byIntercept * onX, byIntercept }
  })
}

/** Differences at an ability of scale X: the curves of Y stand at slope · theta + intercept. */
function compareOnX(
  { x, y }: Comparison,
  { slope, intercept }: ScaleLink,
  theta: number,
  weight: number,
): Residual[] {
  const from = x(theta)
  return y(slope * theta + intercept).map(({ p, first }, curve) => ({
    weight,
    value: p - (from[curve] as CurvePoint).p,
    bySlope: first * theta,
    byIntercept: first,
  }))
}

function residualsAt(comparison: Comparison, link: ScaleLink): Residual[] {
  const { nodes, weights } = comparison.quadrature
  return [...nodes].flatMap((theta, node) => {
    const weight = weights[node] as number
    const onY = compareOnY(comparison, link, theta, weight)
    return comparison.symmetric ? [...onY, ...compareOnX(comparison, link, theta, weight)] : onY
  })
}

const lossOf = (residuals: readonly Residual[]): number =>
  residuals.reduce((sum, { weight, value }) => sum + weight * value * value, 0)

/** One damped Gauss-Newton step for the two coefficients. */
function stepFrom(link: ScaleLink, residuals: readonly Residual[], damping: number): ScaleLink {
  let [ss, si, ii, sv, iv] = [0, 0, 0, 0, 0]
  for (const { weight, value, bySlope, byIntercept } of residuals) {
    ss += weight * bySlope * bySlope
    si += weight * bySlope * byIntercept
    ii += weight * byIntercept * byIntercept
    sv += weight * bySlope * value
    iv += weight * byIntercept * value
  }
  const [ssDamped, iiDamped] = [ss * (1 + damping), ii * (1 + damping)]
  const determinant = ssDamped * iiDamped - si * si
  return {
    slope: link.slope - (iiDamped * sv - si * iv) / determinant,
    intercept: link.intercept - (ssDamped * iv - si * sv) / determinant,
  }
}

const mostSteps = 500

/** Levenberg-Marquardt from a starting link: each step lowers the loss or raises the damping. */
function minimise(comparison: Comparison, start: ScaleLink): ScaleLink {
  let link = start
  let residuals = residualsAt(comparison, link)
  let damping = 1e-3
  for (let step = 0; step < mostSteps && damping < 1e12; step++) {
    const next = stepFrom(link, residuals, damping)
    const tried = next.slope > 0 ? residualsAt(comparison, next) : []
    if (tried.length === 0 || !(lossOf(tried) < lossOf(residuals))) {
      damping *= 10
      continue
    }
    const moved = Math.abs(next.slope - link.slope) + Math.abs(next.intercept - link.intercept)
    link = next
    residuals = tried
    damping = Math.max(1e-12, damping / 10)
    if (moved < 1e-12) break
  }
  return link
}

function linkCurves(
  items: CommonItems,
  curvesOf: (items: readonly ItemParameters[]) => Curves,
  options: CurveLinkOptions,
): ScaleLink {
  checkCommonItems(items)
  const { nodes = curveNodes(61), symmetric = false } = options
  const comparison = { x: curvesOf(items.x), y: curvesOf(items.y), quadrature: nodes, symmetric }
  return minimise(comparison, linkMeanMean(items))
}

/**
 * Haebara's link: the slope and intercept with the least squared distance between the curves of each common item.
 *
 * min Σ_q w_q Σ_j (P_jY(theta_q) - P_jX((theta_q - intercept) / slope))²
 *
 * @throws RangeError unless both lists hold the same items, with mean discriminations above 0
 * @see Haebara (1980), Japanese Psychological Research 22, 144-149; Kim, Lee (2006) for the symmetric form
 * @example ((items) => linkHaebara({ x: items, y: items }))([{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 1, c: 0, d: 1 }]) // { slope: 1, intercept: 0 }
 */
export const linkHaebara = (items: CommonItems, options: CurveLinkOptions = {}): ScaleLink =>
  linkCurves(items, itemCurves, options)

/**
 * Stocking and Lord's link: the slope and intercept with the least squared distance between the test characteristic curves of
 * the common items.
 *
 * min Σ_q w_q (Σ_j P_jY(theta_q) - Σ_j P_jX((theta_q - intercept) / slope))²
 *
 * @throws RangeError unless both lists hold the same items, with mean discriminations above 0
 * @see Stocking, Lord (1983), Applied Psychological Measurement 7, 201-210
 * @example ((items) => linkStockingLord({ x: items, y: items }))([{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 1, c: 0, d: 1 }]) // { slope: 1, intercept: 0 }
 */
export const linkStockingLord = (items: CommonItems, options: CurveLinkOptions = {}): ScaleLink =>
  linkCurves(items, testCurve, options)
