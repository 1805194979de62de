import type { ResponseMatrix } from '../src/domain/measurement/model/response-matrix.ts'

/** mulberry32, so that other tools can draw the same bytes. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/**
 * 2PL data: ln a ~ N(0, 0.3²) with a in [0.4, 2.5], then b ~ N(0, 1) in [-3, 3], then theta ~ N(0, 1), then a uniform number for
 * each response; D = 1. Normal numbers by Box and Muller, the cosine of each pair.
 */
export function benchmarkData(persons: number, items: number) {
  const uniform = mulberry32(20261123)
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  const many = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw)
  const slopes = many(items, () => within(Math.exp(0.3 * normal()), 0.4, 2.5))
  const difficulties = many(items, () => within(normal(), -3, 3))
  const abilities = many(persons, normal)
  const truth = slopes.map((a, item) => ({ a, b: difficulties[item]!, c: 0, d: 1 }))
  const cells = new Uint8Array(persons * items)
  abilities.forEach((theta, person) => {
    truth.forEach(({ a, b }, item) => {
      cells[person * items + item] = uniform() < 1 / (1 + Math.exp(-a * (theta - b))) ? 1 : 0
    })
  })
  const responses: ResponseMatrix = { persons, items, cells }
  return { truth, abilities, responses }
}
