import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { calibrate } from '../calibration/calibrate.ts'
import { type ResponseMatrix, responseMatrix } from '../model/response-matrix.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { modelFit } from './m2.ts'

const items = simulateItems({ model: '2pl' }, 10, seededRandom('m2 items'))
const people = simulatePeople({}, 2000, seededRandom('m2 people'))
const { responses } = simulateOccasion({ people, items }, seededRandom('m2 responses'))

function fitOf(model: '1pl' | '2pl', data: ResponseMatrix) {
  const calibration = calibrate(data, { items: { model }, standardErrors: 'none' })
  if (!calibration.ok) throw new Error(calibration.error.code)
  const estimates = calibration.value.items.map(({ parameters }) => parameters)
  return model === '2pl'
    ? modelFit(data, estimates, { perItem: estimates.map(() => ['a', 'b']) })
    : modelFit(data, estimates, { perItem: estimates.map(() => ['b']), commonSlope: true })
}

describe('modelFit', () => {
  test('accepts the model that made the data', () => {
    const fit = fitOf('2pl', responses)!
    expect(fit.degrees).toBe(55 - 20)
    expect(fit.p).toBeGreaterThan(0.001)
    expect(fit.rmsea).toBeLessThan(0.03)
  })

  test('rejects equal slopes where they differ, and counts the common slope once', () => {
    const fit = fitOf('1pl', responses)!
    expect(fit.degrees).toBe(55 - 11)
    expect(fit.p).toBeLessThan(1e-6)
  })

  test('has nothing to test without degrees of freedom or persons', () => {
    const three = items.slice(0, 3)
    const perItem = three.map(() => ['a', 'b'] as const)
    expect(modelFit(responseMatrix([[1, 0, 1]]), three, { perItem })).toBeUndefined()
    expect(
      modelFit(responseMatrix([[1, null, 1]]), three, { perItem: three.map(() => ['b'] as const) }),
    ).toBeUndefined()
  })

  test('knows no answer where an item is certain', () => {
    const certain = [{ a: 1, b: -900, c: 0, d: 1 }, ...items.slice(1, 4)]
    expect(
      modelFit(responseMatrix([[1, 1, 0, 0]]), certain, { perItem: certain.map(() => ['b'] as const) }),
    ).toBeUndefined()
  })

  test('refuses items without parameters', () => {
    expect(() => modelFit(responses, items.slice(1), { perItem: [] })).toThrow(RangeError)
  })
})
