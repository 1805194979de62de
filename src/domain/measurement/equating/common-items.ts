import { chainLines, type Line, matchSpreads, type Spread } from './line.ts'

/** Moments of a form's scores and of its anchor's scores in the group that took the form; divisors n - 1. */
export type AnchoredMoments = {
  readonly n: number
  readonly mean: number
  readonly variance: number
  readonly anchorMean: number
  readonly anchorVariance: number
  readonly covariance: number
}

/** `internal`: the anchor's items count in the form's score; `external`: they do not. */
export type AnchorKind = 'internal' | 'external'

/** A linear equating through common items, and what it rests on. */
export type AnchoredEquating = {
  readonly line: Line
  /** Mean and standard deviation of both forms in the synthetic group. */
  readonly synthetic: { readonly x: Spread; readonly y: Spread }
  /** Points of the form for a point of the anchor, by form. */
  readonly gamma: { readonly x: number; readonly y: number }
}

/** A score on a form with the score on its anchor, and how many candidates got both. */
export type AnchoredScore = { readonly score: number; readonly anchor: number; readonly count: number }

/**
 * Moments of paired scores.
 *
 * @throws RangeError for fewer than two candidates
 * @example anchoredMoments([{ score: 1, anchor: 0, count: 1 }, { score: 3, anchor: 2, count: 1 }]).covariance // 2
 */
export function anchoredMoments(pairs: readonly AnchoredScore[]): AnchoredMoments {
  const n = pairs.reduce((sum, { count }) => sum + count, 0)
  if (!(n >= 2)) throw new RangeError('Moments of paired scores need at least two candidates.')
  const mean = pairs.reduce((sum, { score, count }) => sum + count * score, 0) / n
  const anchorMean = pairs.reduce((sum, { anchor, count }) => sum + count * anchor, 0) / n
  let [variance, anchorVariance, covariance] = [0, 0, 0]
  for (const { score, anchor, count } of pairs) {
    const [own, other, weight] = [score - mean, anchor - anchorMean, count / (n - 1)]
    variance += weight * own * own
    anchorVariance += weight * other * other
    covariance += weight * own * other
  }
  return { n, mean, variance, anchorMean, anchorVariance, covariance }
}

const tuckerGamma = ({ covariance, anchorVariance }: AnchoredMoments): number => covariance / anchorVariance

/** Points of true score on the form for a point of true score on the anchor, under the classical congeneric model. */
const levineGamma = (moments: AnchoredMoments, kind: AnchorKind): number =>
  kind === 'internal'
    ? moments.variance / moments.covariance
    : (moments.variance + moments.covariance) / (moments.anchorVariance + moments.covariance)

type Groups = { readonly x: AnchoredMoments; readonly y: AnchoredMoments }

/** Moments of both forms in a group made of a share `weight` of group X and the rest of group Y. */
function synthesise({ x, y }: Groups, gamma: AnchoredEquating['gamma'], weight: number): AnchoredEquating {
  if (!(weight >= 0 && weight <= 1)) throw new RangeError('The weight of group X lies between 0 and 1.')
  const rest = 1 - weight
  const shift = x.anchorMean - y.anchorMean
  const spread = x.anchorVariance - y.anchorVariance
  const between = weight * rest * shift ** 2
  const synthetic = {
    x: {
      mean: x.mean - rest * gamma.x * shift,
      standardDeviation: Math.sqrt(x.variance + gamma.x ** 2 * (between - rest * spread)),
    },
    y: {
      mean: y.mean + weight * gamma.y * shift,
      standardDeviation: Math.sqrt(y.variance + gamma.y ** 2 * (between + weight * spread)),
    },
  }
  return { line: matchSpreads(synthetic.x, synthetic.y), synthetic, gamma }
}

/**
 * Tucker's linear equating of forms taken by different groups: the regression on the anchor is the same in both.
 *
 * @param weight share of group X in the synthetic group, 0 to 1
 * @throws RangeError for another weight, or when scores do not vary
 * @see Kolen, Brennan (2004), equations 4.17 to 4.22
 * @example ((m) => equateTucker({ x: m, y: m }, 1).line)({ n: 9, mean: 5, variance: 4, anchorMean: 2, anchorVariance: 1, covariance: 1 }) // { slope: 1, intercept: 0 }
 */
export const equateTucker = (groups: Groups, weight: number): AnchoredEquating =>
  synthesise(groups, { x: tuckerGamma(groups.x), y: tuckerGamma(groups.y) }, weight)

/**
 * Levine's observed-score linear equating: true scores on form and anchor are perfectly related in both groups.
 *
 * @param options.weight share of group X in the synthetic group, 0 to 1
 * @throws RangeError for another weight, or when scores do not vary
 * @see Kolen, Brennan (2004), section 4.2, tables 4.1 and 4.2
 * @example ((m) => equateLevine({ x: m, y: m }, { anchor: 'internal', weight: 1 }).line)({ n: 9, mean: 5, variance: 4, anchorMean: 2, anchorVariance: 1, covariance: 1 }) // { slope: 1, intercept: 0 }
 */
export const equateLevine = (
  groups: Groups,
  { anchor, weight }: { readonly anchor: AnchorKind; readonly weight: number },
): AnchoredEquating =>
  synthesise(groups, { x: levineGamma(groups.x, anchor), y: levineGamma(groups.y, anchor) }, weight)

/**
 * Levine's true-score linear equating; needs no synthetic group.
 *
 * y = (gamma_y / gamma_x)(x - mean_x) + mean_y + gamma_y (anchorMean_x - anchorMean_y)
 *
 * @see Levine (1955), ETS RB-55-23; Kolen, Brennan (2004), equation 4.66
 * @example ((m) => equateLevineTrueScores({ x: m, y: m }, 'internal'))({ n: 9, mean: 5, variance: 4, anchorMean: 2, anchorVariance: 1, covariance: 1 }) // { slope: 1, intercept: 0 }
 */
export function equateLevineTrueScores({ x, y }: Groups, anchor: AnchorKind): Line {
  const [gammaX, gammaY] = [levineGamma(x, anchor), levineGamma(y, anchor)]
  const slope = gammaY / gammaX
  return { slope, intercept: y.mean + gammaY * (x.anchorMean - y.anchorMean) - slope * x.mean }
}

/**
 * Chained linear equating: X to anchor in group X, anchor to Y in group Y.
 *
 * @throws RangeError when scores do not vary
 * @see Livingston (2004), Equating test scores (without IRT), part 7; Kolen, Brennan (2004), section 4.5
 * @example ((m) => chainThroughAnchor({ x: m, y: m }))({ n: 9, mean: 5, variance: 4, anchorMean: 2, anchorVariance: 1, covariance: 1 }) // { slope: 1, intercept: 0 }
 */
export function chainThroughAnchor({ x, y }: Groups): Line {
  const spread = (mean: number, variance: number): Spread => ({
    mean,
    standardDeviation: Math.sqrt(variance),
  })
  const anchorX = spread(x.anchorMean, x.anchorVariance)
  const anchorY = spread(y.anchorMean, y.anchorVariance)
  return chainLines(
    matchSpreads(spread(x.mean, x.variance), anchorX),
    matchSpreads(anchorY, spread(y.mean, y.variance)),
  )
}
