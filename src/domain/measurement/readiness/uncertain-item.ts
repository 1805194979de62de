import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'

/**
 * Item parameters that are known only so well: what is believed of them, estimates already drawn towards their prior. An
 * estimate taken at its word with its error added in counts that error twice.
 */
export type UncertainItem = {
  readonly parameters: ItemParameters
  /** Posterior standard deviation of ln a; 0 for a discrimination taken as known. */
  readonly logDiscriminationSd: number
  /** Posterior standard deviation of b, with the spread within a family added in; 0 for a difficulty taken as known. */
  readonly difficultySd: number
}

/** Nodes and weights of a Gauss-Hermite rule for the standard normal distribution: exact to degree 2n - 1. */
export type NormalRule = readonly (readonly [node: number, weight: number])[]

const certain: NormalRule = [[0, 1]]

/** The rule of three points. Source: Abramowitz, Stegun (1964), table 25.10, carried to the standard normal. */
export const threePoints: NormalRule = [
  [-1.7320508075688772, 1 / 6],
  [0, 2 / 3],
  [1.7320508075688772, 1 / 6],
]
/** The rule of seven points, of the same source. */
export const sevenPoints: NormalRule = [
  [-3.750439717725742, 0.0005482688559722178],
  [-2.366759410734541, 0.030757123967586498],
  [-1.154405394739968, 0.2401231786050127],
  [0, 16 / 35],
  [1.154405394739968, 0.2401231786050127],
  [2.366759410734541, 0.030757123967586498],
  [3.750439717725742, 0.0005482688559722178],
]

/**
 * P(correct) with the uncertainty of the parameters integrated out: the chance a candidate has on an item whose true parameters
 * are not known. It is flatter than the curve of the estimates.
 *
 * E[P(theta; a exp(s_a u), b + s_b v)], u and v standard normal
 *
 * @param nodes abilities
 * @returns P(correct) at each node
 * @throws RangeError for a standard error that is not 0 or more
 * @see Tsutakawa, Johnson (1990), Psychometrika 55, 371-390
 * @example expectedCurve({ parameters: { a: 1, b: 0, c: 0, d: 1 }, logDiscriminationSd: 0, difficultySd: 0 }, [0]) // Float64Array.of(0.5)
 */
export function expectedCurve(item: UncertainItem, nodes: ArrayLike<number>): Float64Array {
  const { parameters, logDiscriminationSd, difficultySd } = item
  if (!(logDiscriminationSd >= 0 && difficultySd >= 0)) throw new RangeError('A standard error is 0 or more.')
  const curve = new Float64Array(nodes.length)
  for (const [u, weightA] of logDiscriminationSd > 0 ? threePoints : certain) {
    for (const [v, weightB] of difficultySd > 0 ? sevenPoints : certain) {
      const drawn = {
        ...parameters,
        a: parameters.a * Math.exp(logDiscriminationSd * u),
        b: parameters.b + difficultySd * v,
      }
      for (let q = 0; q < nodes.length; q++)
        curve[q]! += weightA * weightB * probabilityCorrect(nodes[q]!, drawn)
    }
  }
  return curve
}
