/** Width and height of a badge in user units. */
export const badgeSize = 512

/** One painted shape: a path of absolute M, L, Q, C and Z, filled or drawn with a round pen. `inside`: only within the ground. */
export type Shape = {
  readonly path: string
  readonly paint: string
  readonly opacity: number
  /** Width of the pen; null where the shape is filled. */
  readonly pen: number | null
  readonly inside: boolean
}

/** The middle of a badge, across and down. */
export const badgeCentre = badgeSize / 2

/** A filled shape, or with a pen a drawn one. */
export const filled = (path: string, paint: string, more: Partial<Shape> = {}): Shape => ({
  path,
  paint,
  opacity: 1,
  pen: null,
  inside: false,
  ...more,
})
