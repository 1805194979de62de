import { describe, expect, test } from 'vitest'
import { logCategoryProbabilities } from '../model/partial-credit.ts'
import { logProbability } from '../model/probability.ts'
import { equalNodes, normalWeights } from '../model/quadrature.ts'
import { layOut } from './layout.ts'
import { startVector } from './start-values.ts'
import { fillLogWeights, fillTrace } from './trace.ts'

const items = [
  { a: 1.2, b: 0.3, c: 0, d: 1 },
  { a: 0.7, b: -1, c: 0.2, d: 1 },
  { a: 2, b: 1, c: 0.1, d: 0.9 },
]
const partial = { a: 0.9, steps: [-1, 0.2, 1.4] }
const nodes = equalNodes(41, -10, 10)
const layout = layOut(
  { items: [...items.map((fixed) => ({ model: '2pl' as const, fixed })), { model: 'gpcm', fixed: partial }] },
  4,
)
const totals = { answers: new Float64Array(4), points: new Float64Array(4) }
const vector = startVector(layout, totals, undefined)

describe('fillTrace', () => {
  const trace = new Float64Array(layout.rows * nodes.length)
  fillTrace({ vector, layout, nodes }, trace)

  test('holds ln P of wrong and correct for every dichotomous model', () => {
    items.forEach((item, index) => {
      nodes.forEach((theta, node) => {
        const row = 2 * index * nodes.length
        expect(trace[row + node]).toBeCloseTo(logProbability(theta, item, false), 11)
        expect(trace[row + nodes.length + node]).toBeCloseTo(logProbability(theta, item, true), 11)
      })
    })
  })

  test('holds ln P of every score of a partial-credit item', () => {
    nodes.forEach((theta, node) => {
      logCategoryProbabilities(theta, partial).forEach((log, score) => {
        expect(trace[(6 + score) * nodes.length + node]).toBeCloseTo(log, 11)
      })
    })
  })
})

describe('fillLogWeights', () => {
  test('are the logarithms of normal weights', () => {
    const two = layOut(
      {
        items: { model: '2pl' },
        latent: [
          { mean: 0, sd: 1 },
          { mean: 1.2, sd: 0.5 },
        ],
      },
      1,
    )
    const start = startVector(two, { answers: Float64Array.of(1), points: Float64Array.of(1) }, undefined)
    const logWeights = new Float64Array(2 * nodes.length)
    fillLogWeights({ vector: start, layout: two, nodes }, logWeights)
    const expected = [...normalWeights(nodes, 0, 1), ...normalWeights(nodes, 1.2, 0.5)]
    expected.forEach((weight, place) => {
      expect(Math.exp(logWeights[place]!)).toBeCloseTo(weight, 12)
    })
  })
})
