import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Coverage, coverArea, coverStroke } from './coverage.ts'
import { flattenPath } from './flatten-path.ts'

const sum = ({ values }: Coverage): number => values.reduce((total, value) => total + value, 0)
const at = ({ x, y, width, values }: Coverage, column: number, row: number): number =>
  values[(row - y) * width + column - x] ?? 0

describe('covered area', () => {
  test('of a rectangle on whole pixels is whole pixels', () => {
    const covered = coverArea(flattenPath('M2 3L6 3L6 5L2 5Z'), 10)
    expect([covered.x, covered.y, covered.width, covered.height]).toEqual([2, 3, 4, 2])
    expect([...covered.values].every((value) => value === 1)).toBe(true)
  })

  test('of a rectangle between pixels is shared among them', () => {
    const covered = coverArea(flattenPath('M2.25 3.5L4.25 3.5L4.25 4.5L2.25 4.5Z'), 10)
    expect(at(covered, 2, 3)).toBeCloseTo(0.375)
    expect(at(covered, 3, 4)).toBeCloseTo(0.5)
    expect(at(covered, 4, 3)).toBeCloseTo(0.125)
  })

  test('of any triangle sums to its area, whichever way it turns', () => {
    const coordinate = fc.double({ min: 0, max: 40, noNaN: true })
    const point = fc.tuple(coordinate, coordinate)
    fc.assert(
      fc.property(point, point, point, ([ax, ay], [bx, by], [cx, cy]) => {
        const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
        const turned = [
          [ax, ay, bx, by, cx, cy, ax, ay],
          [ax, ay, cx, cy, bx, by, ax, ay],
        ]
        for (const line of turned) expect(Math.abs(sum(coverArea([line], 40)) - area)).toBeLessThan(0.01)
      }),
      { numRuns: 200 },
    )
  })

  test('of a disc comes near pi r squared', () => {
    const circle = 'M30 20Q30 30 20 30Q10 30 10 20Q10 10 20 10Q30 10 30 20Z'
    const area = sum(coverArea(flattenPath(circle), 40))
    // Four quadratic arcs bulge a little beyond the circle they stand for: their area is 10/3 r squared.
    expect(area).toBeCloseTo((10 / 3) * 100, -1)
  })
})

describe('a pen', () => {
  test('covers its width along a line, with round ends', () => {
    const covered = coverStroke(flattenPath('M10 10L30 10'), 4, 40)
    expect(at(covered, 20, 10)).toBe(1)
    expect(at(covered, 20, 13)).toBe(0)
    expect(at(covered, 33, 10)).toBe(0)
    expect(sum(covered)).toBeGreaterThan(80)
    expect(sum(covered)).toBeLessThan(80 + Math.PI * 4 + 3)
  })

  test('covers once where it passes twice', () => {
    const once = coverStroke(flattenPath('M10 10L30 10'), 4, 40)
    const twice = coverStroke(flattenPath('M10 10L30 10L10 10'), 4, 40)
    expect(sum(twice)).toBeCloseTo(sum(once), 6)
  })

  test('stays within the square', () => {
    const covered = coverStroke(flattenPath('M-5 20L45 20'), 3, 40)
    expect([covered.x, covered.x + covered.width]).toEqual([0, 40])
  })
})

describe('a path', () => {
  test('becomes lines of points, closed where it says so', () => {
    expect(flattenPath('M0 0L4 0L4 3Z')).toEqual([[0, 0, 4, 0, 4, 3, 0, 0]])
    expect(flattenPath('M0 0L1 1M2 2L3 3')).toHaveLength(2)
  })

  test.each(['Q5 10 10 0', 'C3 10 7 10 10 0'])('bends with %s and ends where it should', (curve) => {
    const [line = []] = flattenPath(`M0 0${curve}`)
    expect(line.slice(-2)).toEqual([10, 0])
    expect(Math.max(...line)).toBeLessThan(11)
    expect(line.length).toBeGreaterThan(20)
  })

  test.each(['M0 0A1 1 0 0 1 2 2', 'L1 1', 'M0 0h5'])('refuses %s', (path) => {
    expect(() => flattenPath(path)).toThrow(RangeError)
  })
})
