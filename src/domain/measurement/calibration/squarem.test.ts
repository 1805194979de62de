import { describe, expect, test } from 'vitest'
import { equalNodes } from '../model/quadrature.ts'
import { makeByteTableKernel } from './byte-table-kernel.ts'
import { type Expectation, makeExpectation } from './expectation-maximisation.ts'
import { layOut } from './layout.ts'
import { simulatedData } from './simulated.fixture.ts'
import { search } from './squarem.ts'
import { itemTotals, startVector } from './start-values.ts'

const { responses } = simulatedData('squarem', { model: '2pl', persons: 400, items: 6 })
const nodes = equalNodes(61, -6, 6)
const layout = layOut({ items: { model: '2pl' } }, 6)
const persons = { count: 400, groups: new Uint16Array(400), weights: new Float64Array(400).fill(1) }
const em = makeExpectation(makeByteTableKernel({ responses, persons, layout, nodes }), layout, nodes)
const start = startVector(layout, itemTotals(responses, persons), undefined)

function run(expectation: Expectation, limits: { tolerance: number; maximumSteps: number }) {
  const steps = search(expectation, start, limits)
  const seen = []
  for (;;) {
    const step = steps.next()
    if (step.done) return { ...step.value, seen }
    seen.push(step.value)
  }
}

/** EM without acceleration: how many steps it takes to move by less than the tolerance. */
function plainSteps(tolerance: number): number {
  let vector = start
  for (let step = 1; ; step++) {
    const next = em.maximise(vector, em.expect(vector))
    const change = layout.free.reduce(
      (max, [place]) => Math.max(max, Math.abs(next[place!]! - vector[place!]!)),
      0,
    )
    vector = next
    if (change < tolerance) return step
  }
}

describe('search', () => {
  test('needs a fraction of the steps of plain EM', () => {
    const { steps, converged } = run(em, { tolerance: 1e-6, maximumSteps: 2000 })
    expect(converged).toBe(true)
    expect(steps).toBeLessThan(plainSteps(1e-6) / 2)
  })

  test('ends at a fixed point of EM', () => {
    const { vector } = run(em, { tolerance: 1e-8, maximumSteps: 2000 })
    const next = em.maximise(vector, em.expect(vector))
    for (const [place] of layout.free) expect(next[place!]).toBeCloseTo(vector[place!]!, 7)
  })

  test('reports every step it accepted, ever smaller', () => {
    const { seen, path } = run(em, { tolerance: 1e-6, maximumSteps: 2000 })
    expect(seen.map(({ logPosterior }) => logPosterior)).toEqual(path)
    expect(seen.at(-1)!.change).toBeLessThan(1e-6)
    expect(seen[0]!.change).toBeGreaterThan(0.01)
  })

  test('drops an extrapolation that loses ground and goes on from where it stood', () => {
    let calls = 0
    const treacherous: Expectation = {
      ...em,
      logPrior: () => {
        calls += 1
        return calls === 3 ? Number.NEGATIVE_INFINITY : 0
      },
    }
    const { converged, path } = run(treacherous, { tolerance: 1e-6, maximumSteps: 2000 })
    expect(converged).toBe(true)
    expect(path.every(Number.isFinite)).toBe(true)
    expect(path.at(-1)).toBeCloseTo(run(em, { tolerance: 1e-6, maximumSteps: 2000 }).path.at(-1)!, 6)
  })

  test('gives up after the steps it may take', () => {
    expect(run(em, { tolerance: 1e-12, maximumSteps: 4 })).toMatchObject({ converged: false, steps: 4 })
  })
})
