import { describe, expect, test } from 'vitest'
import { climb } from './climb.ts'
import { makeTerms } from './terms.ts'

/** Climbs a function of two numbers whose gradient and information are given. */
function climbFrom(
  start: readonly [number, number],
  f: (
    x: number,
    y: number,
  ) => {
    value: number
    gradient: readonly [number, number]
    information: readonly [number, number, number]
    curvature?: readonly [number, number, number]
  },
  limits: readonly number[] = [100, 100],
) {
  const vector = Float64Array.from(start)
  const terms = makeTerms(2)
  let evaluations = 0
  const evaluate = (): void => {
    const { value, gradient, information, curvature } = f(vector[0]!, vector[1]!)
    evaluations += 1
    terms.value = value
    terms.gradient.set(gradient)
    terms.information.set([information[0], information[1], information[1], information[2]])
    if (curvature) terms.curvature.set([curvature[0], curvature[1], curvature[1], curvature[2]])
  }
  climb({ vector, slot: 0, offsets: [0, 1], limits, terms, evaluate })
  return { x: vector[0]!, y: vector[1]!, evaluations }
}

const hill = (x: number, y: number) => ({
  value: -((x - 1) ** 2) - (y + 2) ** 2 - (x - 1) * (y + 2),
  gradient: [-2 * (x - 1) - (y + 2), -2 * (y + 2) - (x - 1)] as const,
  information: [2, 1, 2] as const,
})

describe('climb', () => {
  test('reaches the top of a parabola in one step', () => {
    const { x, y, evaluations } = climbFrom([5, 5], hill)
    expect(x).toBeCloseTo(1, 12)
    expect(y).toBeCloseTo(-2, 12)
    expect(evaluations).toBeLessThanOrEqual(3)
  })

  test('halves steps that would overshoot', () => {
    const { x } = climbFrom([3, 0], (u, v) => ({
      value: -Math.log(Math.cosh(u)) - v * v,
      gradient: [-Math.tanh(u), -2 * v],
      information: [1 - Math.tanh(u) ** 2, 0, 2],
    }))
    expect(x).toBeCloseTo(0, 6)
  })

  test('climbs where the information is not positive definite', () => {
    const { x, y } = climbFrom([5, 5], (u, v) => ({ ...hill(u, v), information: [0, 0, 0] }))
    expect(hill(x, y).value).toBeGreaterThan(hill(5, 5).value)
  })

  test('takes the curvature where it is positive definite, and is at the top at once', () => {
    const poor = { information: [50, 0, 50] as const }
    const [fisher, newton] = [undefined, [2, 1, 2] as const].map((curvature) =>
      climbFrom([5, 5], (u, v) => ({ ...hill(u, v), ...poor, ...(curvature && { curvature }) })),
    )
    expect(newton!.x).toBeCloseTo(1, 12)
    expect(newton!.evaluations).toBeLessThan(fisher!.evaluations)
  })

  test('rests at a limit that only one number would pass, and still moves the other', () => {
    const { x, y, evaluations } = climbFrom(
      [7, 3],
      (u, v) => ({ value: u - v * v, gradient: [1, -2 * v], information: [0.001, 0, 2] }),
      [7, 7],
    )
    expect(x).toBe(7)
    expect(y).toBeCloseTo(0, 12)
    expect(evaluations).toBeLessThan(5)
  })

  test('stays within the limits', () => {
    const { x } = climbFrom(
      [0, 0],
      (u, v) => ({ value: u - v * v, gradient: [1, -2 * v], information: [0.001, 0, 2] }),
      [7, 7],
    )
    expect(x).toBe(7)
  })

  test('stops where there are no numbers to go by', () => {
    const { x, y } = climbFrom([1, 1], () => ({
      value: Number.NaN,
      gradient: [Number.NaN, 0],
      information: [1, 0, 1],
    }))
    expect([x, y]).toEqual([1, 1])
  })
})
