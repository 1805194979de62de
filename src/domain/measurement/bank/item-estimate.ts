import type { ItemParameters } from '../model/item-parameters.ts'
import type { UncertainItem } from '../readiness/uncertain-item.ts'

/**
 * How far an item's parameters can be trusted: judged by experts only; estimated from few responses; estimated well and fitting,
 * so that scores may rest on them; or kept out of scoring until somebody has looked at it.
 */
export type ItemState = 'uncalibrated' | 'provisional' | 'operational' | 'held'

/** An item's parameters as a bank holds them on a day. The origin of the scale is the standard: theta 0 is the cut. */
export type ItemEstimate = UncertainItem & {
  readonly state: ItemState
  /** First attempts under exam conditions behind the estimate; 0 for a judged one. */
  readonly responses: number
}

/** Weight of a panel's judgement against the mean of its domain, and the spread of b that remains around the mixture. */
const judgement = { weight: 0.49, difficultySd: 0.7, logDiscriminationSd: 0.3 } as const

const logit = (p: number): number => Math.log(p / (1 - p))

/** Judged probabilities of 0 and 1 have no difficulty; nobody means them to the last percent. */
const held = (p: number): number => Math.min(0.98, Math.max(0.02, p))

/**
 * What is believed of an item nobody has answered yet, from its Angoff value: with a = 1 the judged probability at the cut
 * gives b, drawn towards the mean of its domain as far as judgements are unreliable.
 *
 * b = 0.49 b_judged + 0.51 b_domain, b_judged = theta_cut - ln(p / (1 - p)), theta_cut = 0; SD 0.7
 *
 * @param angoff judged P(correct) of the minimally qualified candidate, 0 to 1
 * @param domainMean mean of that value over the pool's items of the domain, 0 to 1
 * @throws RangeError for a value outside 0 to 1
 * @see Swaminathan et al. (2003), Applied Psychological Measurement 27, 27-51, on judged priors; Angoff (1971)
 * @example coldStart(0.5, 0.5).parameters // { a: 1, b: -0, c: 0, d: 1 }
 */
export function coldStart(angoff: number, domainMean: number): ItemEstimate {
  if (![angoff, domainMean].every((p) => p >= 0 && p <= 1))
    throw new RangeError('A judged probability lies between 0 and 1.')
  const b = -(judgement.weight * logit(held(angoff)) + (1 - judgement.weight) * logit(held(domainMean)))
  return {
    parameters: { a: 1, b, c: 0, d: 1 },
    logDiscriminationSd: judgement.logDiscriminationSd,
    difficultySd: judgement.difficultySd,
    state: 'uncalibrated',
    responses: 0,
  }
}

/** Variance of the logistic distribution that a normal one of SD 1.7 stands for. */
const logisticSpread = 1.7

/**
 * The logistic curve nearest to an uncertain item's expected curve: the same difficulty, a flatter slope. It serves where a rule
 * needs parameters and must not take them for certain, as in choosing the next item.
 *
 * a' = a / sqrt(1 + (a s_b / 1.7)²)
 *
 * @throws RangeError for a standard error that is not 0 or more
 * @see Zeger, Liang, Albert (1988), Biometrics 44, 1049-1060, equation 3.3
 * @example attenuate({ parameters: { a: 1, b: 0, c: 0, d: 1 }, logDiscriminationSd: 0, difficultySd: 0 }).a // 1
 */
export function attenuate({ parameters, difficultySd }: UncertainItem): ItemParameters {
  if (!(difficultySd >= 0)) throw new RangeError('A standard error is 0 or more.')
  return { ...parameters, a: parameters.a / Math.hypot(1, (parameters.a * difficultySd) / logisticSpread) }
}
