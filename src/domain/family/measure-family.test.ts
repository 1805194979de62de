import { expect, test } from 'vitest'
import { familyOf } from './compose-draft.ts'
import { hashItem, shippedFacts } from './family-kit.fixture.ts'
import { drawMany, measureFamily } from './measure-family.ts'
import { sumModel } from './sum-model.fixture.ts'

const measure = (changes: Partial<typeof sumModel>, seeds: number) => {
  const family = familyOf({ ...sumModel, ...changes })
  return measureFamily(family, drawMany({ family, facts: shippedFacts(), hashItem }, seeds))
}

test('figures of a sound family: every belief stands in every item, the key in second place', () => {
  const figures = measure({}, 50)
  expect(figures).toMatchObject({
    seeds: 50,
    exhausted: [],
    yield: 1,
    keyPlaces: [0, 50, 0, 0],
    beliefs: { subtracts: 1, multiplies: 1, concatenates: 1 },
  })
  expect(Object.values(figures.renderings).reduce((a, b) => a + b)).toBe(50)
  expect(figures.angoffMean).toBeGreaterThan(0.7)
})

test('figures of a family that repeats itself, and of one that gives nothing', () => {
  expect(measure({ sample: () => [30, 5] }, 10)).toMatchObject({ distinctItems: 0.1, distinctKeys: 0.1 })
  const barren = measure({ constraints: () => false }, 3)
  expect(barren.exhausted).toHaveLength(3)
  expect(barren).toMatchObject({ yield: 0, distinctItems: 0, keyLongest: 0 })
})
