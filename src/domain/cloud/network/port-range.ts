/** Ports from the first to the last, both included, 0 to 65535. */
export type PortRange = readonly [first: number, last: number]

/** Every port. */
export const everyPort: PortRange = [0, 65535]

/** True when two ranges share a port. @example meets([1, 5], [5, 9]) // true */
export const meets = (left: PortRange, right: PortRange): boolean =>
  left[0] <= right[1] && right[0] <= left[1]

/** What two ranges that meet have in common. @example commonPorts([1, 5], [4, 9]) // [4, 5] */
export const commonPorts = (left: PortRange, right: PortRange): PortRange => [
  Math.max(left[0], right[0]),
  Math.min(left[1], right[1]),
]

/** What is left of ranges once the ports of another are taken out. @example withoutPorts([[1, 9]], [4, 5]) // [[1, 3], [6, 9]] */
export const withoutPorts = (ranges: readonly PortRange[], taken: PortRange): readonly PortRange[] =>
  ranges.flatMap((range): PortRange[] => {
    if (!meets(range, taken)) return [range]
    const below: PortRange = [range[0], taken[0] - 1]
    const above: PortRange = [taken[1] + 1, range[1]]
    return [below, above].filter(([first, last]) => first <= last)
  })

/** A range as text. @example formatPorts([443, 443]) // '443' */
export const formatPorts = ([first, last]: PortRange): string =>
  first === last ? `${first}` : `${first}-${last}`
