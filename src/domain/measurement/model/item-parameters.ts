/**
 * Parameters of a dichotomous item, P(theta) = c + (d - c) / (1 + exp(-a (theta - b))): the four-parameter logistic
 * model with scaling constant D = 1. With d = 1 it is the 3PL, with c = 0 the 2PL, with a common a the 1PL.
 */
export type ItemParameters = {
  /** Discrimination per unit of theta; any finite number, negative for an item that works backwards. */
  readonly a: number
  /** Difficulty on the theta scale. */
  readonly b: number
  /** Lower asymptote, 0 up to below d. */
  readonly c: number
  /** Upper asymptote, above c up to 1. */
  readonly d: number
}

/**
 * Completes item parameters (a = 1, c = 0, d = 1 where not given) and checks them.
 *
 * @throws RangeError for parameters that are not finite, or without 0 <= c < d <= 1
 * @see Barton, Lord (1981), An upper asymptote for the three-parameter logistic item-response model
 * @example itemParameters({ b: 0.5 }) // { a: 1, b: 0.5, c: 0, d: 1 }
 */
export function itemParameters({
  a = 1,
  b,
  c = 0,
  d = 1,
}: Partial<ItemParameters> & { readonly b: number }): ItemParameters {
  if (!(Number.isFinite(a) && Number.isFinite(b)))
    throw new RangeError('Discrimination and difficulty are finite numbers.')
  if (!(c >= 0 && c < d && d <= 1)) throw new RangeError('Asymptotes satisfy 0 <= c < d <= 1.')
  return { a, b, c, d }
}

/**
 * Carries parameters given with a scaling constant D (1.7 or 1.702 in many tables) to D = 1: a becomes D a.
 *
 * @param scale D, above 0
 * @throws RangeError for another D
 * @example fromScale({ a: 1, b: 0, c: 0, d: 1 }, 1.7).a // 1.7
 */
export function fromScale(item: ItemParameters, scale: number): ItemParameters {
  if (!(scale > 0 && Number.isFinite(scale))) throw new RangeError('A scaling constant is above 0.')
  return { ...item, a: item.a * scale }
}
