import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import type { Quadrature } from '../model/quadrature.ts'

/** How the theta scale X is carried to the scale Y: theta_Y = slope · theta_X + intercept, slope above 0. */
export type ScaleLink = { readonly slope: number; readonly intercept: number }

/** The parameters of the common items on both scales, item by item. */
export type CommonItems = { readonly x: readonly ItemParameters[]; readonly y: readonly ItemParameters[] }

/**
 * Checks that items can link two scales.
 * @throws RangeError unless both lists hold the same items, one at least
 * @example checkCommonItems({ x: [{ a: 1, b: 0, c: 0, d: 1 }], y: [{ a: 1, b: 1, c: 0, d: 1 }] }) // undefined
 */
export function checkCommonItems({ x, y }: CommonItems): void {
  if (x.length === 0 || x.length !== y.length)
    throw new RangeError('A link needs the same common items on both scales, one at least.')
}

/** An ability of scale X on scale Y. @example linkAbility(1, { slope: 2, intercept: 0.5 }) // 2.5 */
export const linkAbility = (theta: number, { slope, intercept }: ScaleLink): number =>
  slope * theta + intercept

/**
 * Item parameters of scale X on scale Y: a / slope, slope · b + intercept; asymptotes stay.
 *
 * @see Kolen, Brennan (2004), equations 6.3 to 6.5
 * @example linkParameters({ a: 1, b: 1, c: 0, d: 1 }, { slope: 2, intercept: 0.5 }) // { a: 0.5, b: 2.5, c: 0, d: 1 }
 */
export const linkParameters = (item: ItemParameters, link: ScaleLink): ItemParameters => ({
  ...item,
  a: item.a / link.slope,
  b: linkAbility(item.b, link),
})

/** How far a common item is from itself after linking. */
export type AnchorDisplacement = {
  /** b on Y minus the linked b, in units of theta. */
  readonly difficulty: number
  /** Root mean square distance of the two curves over the nodes, 0 to 1. */
  readonly curve: number
}

/**
 * Displacement of each common item after linking: items that stand out have drifted and should leave the link.
 *
 * @param population abilities on scale Y over which curves are compared
 * @throws RangeError unless both lists hold the same items
 * @example measureDisplacement({ x: [{ a: 1, b: 0, c: 0, d: 1 }], y: [{ a: 1, b: 0.5, c: 0, d: 1 }] }, { slope: 1, intercept: 0 }, normalQuadrature())[0]?.difficulty // 0.5
 */
export function measureDisplacement(
  items: CommonItems,
  link: ScaleLink,
  { nodes, weights }: Quadrature,
): AnchorDisplacement[] {
  checkCommonItems(items)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return items.x.map((item, index) => {
    const onY = items.y[index] as ItemParameters
    const linked = linkParameters(item, link)
    const squares = nodes.reduce(
      (sum, theta, node) =>
        sum +
        (weights[node] as number) * (probabilityCorrect(theta, onY) - probabilityCorrect(theta, linked)) ** 2,
      0,
    )
    return { difficulty: onY.b - linked.b, curve: Math.sqrt(squares / total) }
  })
}
