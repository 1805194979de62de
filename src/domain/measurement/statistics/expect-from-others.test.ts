import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { simulatedData, withGaps } from '../calibration/simulated.fixture.ts'
import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { responseMatrix, toSparse } from '../model/response-matrix.ts'
import { posteriorGrid } from '../scoring/posterior-grid.ts'
import { expectFromOthers } from './expect-from-others.ts'

const standard = { mean: 0, sd: 1 }
const two: ItemParameters[] = [
  { a: 1.2, b: -0.4, c: 0, d: 1 },
  { a: 0.8, b: 0.9, c: 0.2, d: 0.95 },
]

describe('what is expected from the other answers', () => {
  test('is the mean of P over the posterior without the answer, found on a grid of its own', () => {
    const { truth, responses } = simulatedData('loo', { model: '2pl', persons: 20, items: 9 })
    const rows = Array.from({ length: 20 }, (_, person) =>
      Array.from(responses.cells.subarray(person * 9, person * 9 + 9)),
    )
    const { expected } = expectFromOthers(responses, truth, {
      groups: new Uint8Array(20),
      latent: [standard],
    })
    rows.forEach((row, person) => {
      row.forEach((_, item) => {
        const others = row.flatMap((score, place) => (place === item ? [] : [{ item: truth[place]!, score }]))
        const { nodes, weights } = posteriorGrid(others)
        const mean = nodes.reduce(
          (sum, theta, node) => sum + weights[node]! * probabilityCorrect(theta, truth[item]!),
          0,
        )
        expect(expected[person * 9 + item]).toBeCloseTo(mean, 6)
      })
    })
  })

  test('of a lone answer is the share correct in the group of the person', () => {
    const responses = responseMatrix([
      [1, null],
      [0, null],
    ])
    const latent = [standard, { mean: 1, sd: 0.5 }]
    const { expected, abilities } = expectFromOthers(responses, two, { groups: [0, 1], latent })
    const share = ({ mean, sd }: typeof standard): number => {
      const { nodes, weights } = posteriorGrid([], { mean, sd })
      return nodes.reduce((sum, theta, node) => sum + weights[node]! * probabilityCorrect(theta, two[0]!), 0)
    }
    expect(expected[0]).toBeCloseTo(share(latent[0]!), 7)
    expect(expected[1]).toBeCloseTo(share(latent[1]!), 7)
    expect(abilities[0]).toBeGreaterThan(0)
    expect(abilities[1]).toBeLessThan(1)
  })

  test('comes true: of answers given a chance, that share is right', () => {
    const data = simulatedData('loo true', { model: '2pl', persons: 4000, items: 40 })
    const gappy = toSparse(withGaps(data.responses, 0.7, 'gaps'))
    const { expected } = expectFromOthers(gappy, data.truth, {
      groups: new Uint8Array(4000),
      latent: [standard],
    })
    const tenth = Array.from({ length: 10 }, () => ({ n: 0, hoped: 0, right: 0 }))
    expected.forEach((chance, entry) => {
      const bin = tenth[Math.min(9, Math.floor(chance * 10))]!
      bin.n += 1
      bin.hoped += chance
      bin.right += gappy.score[entry]!
    })
    for (const { n, hoped, right } of tenth)
      expect(Math.abs(right - hoped)).toBeLessThan(4 * Math.sqrt(n / 4 + 1))
  })

  test('stays a chance where the answers are extreme', () => {
    const random = seededRandom('extreme')
    const items = Array.from({ length: 300 }, () => ({ a: 2.5, b: random.next() * 8 - 4, c: 0, d: 1 }))
    const all = responseMatrix([items.map(() => 1), items.map(() => 0)])
    const { expected, abilities } = expectFromOthers(all, items, { groups: [0, 0], latent: [standard] })
    expect(expected.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
    expect([...abilities].every(Number.isFinite)).toBe(true)
  })

  test('asks for parameters and a group each', () => {
    expect(() => expectFromOthers(responseMatrix([[1]]), two, { groups: [0], latent: [standard] })).toThrow(
      RangeError,
    )
    expect(() => expectFromOthers(responseMatrix([[1, 0]]), two, { groups: [], latent: [standard] })).toThrow(
      RangeError,
    )
  })
})
