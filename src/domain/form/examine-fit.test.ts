import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/seeded-random.ts'
import { probabilityCorrect } from '../measurement/model/probability.ts'
import { missing } from '../measurement/model/response-matrix.ts'
import { drawNormal } from '../measurement/simulation/draws.ts'
import { simulateItems } from '../measurement/simulation/simulate-items.ts'
import type { PoolResponses } from './collect-responses.ts'
import { examineFit } from './examine-fit.ts'

const width = 40
const parameters = simulateItems({ model: '2pl' }, width, seededRandom('examined items'))
const model = {
  latent: [
    { mean: 0, sd: 1 },
    { mean: -0.4, sd: 1 },
  ],
  estimated: Array<number>(width).fill(2),
}
/** Item 5 repeats the answer to item 3 for half of those who sat both; item 8 is known in practice. */
const [given, copier, leaked] = [3, 5, 8]

/** Exams of 30 of 40 items, and practice of 20. */
function pool(exams: number, practice: number): PoolResponses {
  const random = seededRandom('examined people')
  const persons = exams + practice
  const cells = new Uint8Array(persons * width).fill(missing)
  const groups = Uint8Array.from({ length: persons }, (_, person) => (person < exams ? 0 : 1))
  for (let person = 0; person < persons; person++) {
    const practises = groups[person] === 1
    const theta = drawNormal(random, practises ? -0.4 : 0)
    const row = cells.subarray(person * width, (person + 1) * width)
    for (let item = 0; item < width; item++) {
      if (random.next() > (practises ? 0.5 : 0.75)) continue
      const knows = practises && item === leaked && random.next() < 0.8
      row[item] = knows || random.next() < probabilityCorrect(theta, parameters[item]!) ? 1 : 0
    }
    if (row[given] !== missing && row[copier] !== missing && random.next() < 0.5) row[copier] = row[given]!
  }
  return {
    items: parameters.map((_, item) => `item-${item}`),
    responses: { persons, items: width, cells },
    attempts: Array.from({ length: persons }, (_, person) => `attempt-${person}`),
    groups,
  }
}

describe('fit of items on forms that differ', () => {
  const found = examineFit(pool(1500, 400), parameters, model)

  test('names the item that gives another away', () => {
    expect(found[copier]!.closest).toEqual({ itemId: `item-${given}`, q3: found[copier]!.largestQ3 })
    expect(found[copier]!.largestQ3).toBeGreaterThan(0.2)
    const others = found.filter((_, item) => item !== copier && item !== given)
    expect(Math.max(...others.map(({ largestQ3 }) => largestQ3 ?? 0))).toBeLessThan(0.2)
  })

  test('tells an item that practice knows from one that it does not', () => {
    expect(found[leaked]!.dif).toBe('C')
    expect(found.filter(({ dif }) => dif === 'C')).toHaveLength(1)
  })

  test('has a fit for every item, with the persons behind it', () => {
    expect(found.every(({ fit }) => fit !== undefined && fit.persons > 1000 && fit.degrees >= 5)).toBe(true)
    expect(found.filter(({ fit }) => fit!.p < 0.001).length).toBeLessThanOrEqual(1)
  })

  test('leaves open what too few have answered', () => {
    for (const one of examineFit(pool(300, 80), parameters, model)) {
      expect(one.largestQ3).toBeUndefined()
      expect(one.dif).toBeUndefined()
      expect(one.closest).toBeNull()
    }
  })

  test('copes with a pool that nobody practised', () => {
    expect(examineFit(pool(600, 0), parameters, { ...model, latent: [model.latent[0]!] })).toHaveLength(width)
  })
})
