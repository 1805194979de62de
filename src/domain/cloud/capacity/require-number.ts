/** A number of at least `least`, or RangeError with its name. @example requireAtLeast('days', 3, 0) // 3 */
export function requireAtLeast(name: string, value: number, least: number): number {
  if (!(value >= least)) throw new RangeError(`${name} must be at least ${least}, not ${value}.`)
  return value
}

/** A number above 0, or RangeError with its name. @example requirePositive('rate', 0.5) // 0.5 */
export function requirePositive(name: string, value: number): number {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} must be above 0, not ${value}.`)
  return value
}

/** A number from `least` to `most`, or RangeError with its name. @example requireWithin('share', 0.5, [0, 1]) // 0.5 */
export function requireWithin(name: string, value: number, [least, most]: readonly [number, number]): number {
  if (!(value >= least && value <= most))
    throw new RangeError(`${name} must be from ${least} to ${most}, not ${value}.`)
  return value
}

/** A whole number of at least `least`, or RangeError with its name. @example requireWhole('zones', 3, 1) // 3 */
export function requireWhole(name: string, value: number, least: number): number {
  if (!(Number.isInteger(value) && value >= least))
    throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}.`)
  return value
}
