/** The derivative of f at x by central differences, extrapolated to step 0 from two steps (error of the order of step^4). */
export function slopeOf(f: (x: number) => number, x: number, step = 1e-3): number {
  const central = (h: number): number => (f(x + h) - f(x - h)) / (2 * h)
  return (4 * central(step / 2) - central(step)) / 3
}
