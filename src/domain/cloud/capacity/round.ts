/** Digits that a double keeps through the few operations of a calculation here. */
const digits = 12

/**
 * The next whole number, where a number that only rounding errors keep from being whole counts as whole.
 *
 * @example wholeUp(0.1 * 3 / 0.1) // 3
 */
export const wholeUp = (value: number): number => Math.ceil(Number(value.toPrecision(digits)))

/** The whole number below, with the same indulgence. @example wholeDown(0.3 / 0.1) // 3 */
export const wholeDown = (value: number): number => Math.floor(Number(value.toPrecision(digits)))
