import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/seeded-random.ts'
import { coldStart } from '../measurement/bank/item-estimate.ts'
import { calibrate } from '../measurement/calibration/calibrate.ts'
import type { CalibrationOptions } from '../measurement/calibration/types.ts'
import { drawNormal } from '../measurement/simulation/draws.ts'
import { simulatePeople } from '../measurement/simulation/simulate-people.ts'
import { simulateOccasion } from '../measurement/simulation/simulate-responses.ts'
import { firstLook, freed, fromAnchors, fromJudgement, meanFromStandard } from './calibration-plan.ts'
import type { PoolResponses } from './collect-responses.ts'
import type { RunItem } from './item-bank.ts'
import { driftOf, readItems } from './read-calibration.ts'

const count = 30
const random = seededRandom('calibration plan')
/** Judges are right on average and off by 0.4 on each item; the people stand 0.6 above the standard. */
const truths = Array.from({ length: count }, () => ({
  ...{ a: Math.exp(drawNormal(random, 0, 0.2)), b: drawNormal(random, 0, 0.8), c: 0, d: 1 },
}))
const angoffs = truths.map(({ b }) => 1 / (1 + Math.exp(b + drawNormal(random, 0, 0.4))))
const judged = angoffs.map((angoff) => coldStart(angoff, angoff))

function sit(people: number, mean: number, shift: (item: number) => number = () => 0): PoolResponses {
  const items = truths.map((item, index) => ({ ...item, b: item.b + shift(index) }))
  const { responses } = simulateOccasion({ people: simulatePeople({ mean }, people, random), items }, random)
  return {
    responses,
    items: truths.map((_, index) => `item-${index}`),
    attempts: Array.from({ length: people }, (_, person) => `attempt-${person}`),
    groups: new Uint8Array(people),
  }
}

function run(pool: PoolResponses, options: CalibrationOptions) {
  const found = calibrate(pool.responses, options)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

const pool = sit(600, 0.6)
const first = run(pool, firstLook(pool))
const mean = meanFromStandard(
  first,
  angoffs.map((angoff) => ({ angoff })),
)
const found = run(pool, fromJudgement(pool, judged, mean))
const evidence = {
  ...{ pool, version: 1, frozen: new Map(), drifts: new Map(), drifted: new Map() },
  hashes: new Map(pool.items.map((id) => [id, `hash of ${id}`])),
}
const items = readItems(found, evidence)

describe('from judgement', () => {
  test('the people are found where they stand from the standard', () => {
    expect(mean).toBeGreaterThan(0.4)
    expect(mean).toBeLessThan(0.8)
  })

  test('difficulties come out on the scale whose origin is the standard', () => {
    const errors = items.map(({ parameters }, index) => parameters.b - truths[index]!.b)
    const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / count)
    expect(rmse).toBeLessThan(0.22)
    expect(items.filter(({ state }) => state === 'operational').length).toBeGreaterThan(count * 0.8)
  })

  test('each item has its errors, its share correct, its run and its hash', () => {
    for (const item of items) {
      expect(item).toMatchObject({ responses: 600, practice: 0, since: 1, hash: `hash of ${item.itemId}` })
      expect(item.difficultySd).toBeGreaterThan(0.02)
      expect(item.p).toBeGreaterThan(0)
      expect(item.drift).toBeNull()
    }
  })
})

describe('from anchors', () => {
  const frozen = new Map<number, RunItem>(items.map((item, column) => [column, item]))
  const later = sit(600, -0.3, (item) => (item === 4 ? 1.2 : 0))
  const anchored = run(later, fromAnchors(later, judged, frozen))
  const free = run(later, freed(later, judged, anchored))
  const drifts = new Map([...frozen].map(([column, item]) => [column, driftOf(item, free.items[column]!)]))

  test('other people on the same scale are found where they stand, in spite of one drifted item', () => {
    expect(anchored.groups[0]!.mean).toBeGreaterThan(-0.55)
    expect(anchored.groups[0]!.mean).toBeLessThan(-0.05)
  })

  test('the item that got harder drifted most; of the others at most one does by chance', () => {
    const byDrift = [...drifts].sort(([, one], [, other]) => Math.abs(other.zB) - Math.abs(one.zB))
    expect(byDrift[0]).toMatchObject([4, { drifted: true }])
    expect(drifts.get(4)!.changeB).toBeGreaterThan(0.8)
    expect(byDrift.slice(2).some(([, { drifted }]) => drifted)).toBe(false)
  })

  test('it is held, the others keep the parameters that they were frozen with', () => {
    const next = readItems(anchored, { ...evidence, pool: later, version: 2, frozen, drifts })
    expect(next[4]?.state).toBe('held')
    next.forEach(({ parameters, since }, column) => {
      expect(parameters).toEqual(items[column]!.parameters)
      expect(since).toBe(1)
    })
  })

  test('an item held for drift stays held when nothing of it is frozen any more', () => {
    const drifted = new Map([['item-4', drifts.get(4)!]])
    const next = readItems(found, { ...evidence, version: 3, drifted })
    expect(next[4]?.state).toBe('held')
  })
})
