import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { responseMatrix, toSparse } from '../model/response-matrix.ts'
import { simulateAdaptive } from '../simulation/simulate-adaptive.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { calibrate, calibrateStepwise } from './calibrate.ts'
import { defaultPriors } from './priors.ts'
import {
  calibrated,
  estimatesOf,
  fingerprint,
  rmse,
  simulatedData,
  simulatedPartialCredit,
  withGaps,
} from './simulated.fixture.ts'

describe('calibrate: recovery of known parameters', () => {
  test('2PL, 3,000 persons: slopes and difficulties come back within their errors', () => {
    const { truth, responses } = simulatedData('recover', { model: '2pl', persons: 3000, items: 30 })
    const found = calibrated(responses, { items: { model: '2pl' } })
    expect(found.converged).toBe(true)
    expect(
      rmse(
        estimatesOf(found, 'a'),
        truth.map(({ a }) => a),
      ),
    ).toBeLessThan(0.08)
    expect(
      rmse(
        estimatesOf(found, 'b'),
        truth.map(({ b }) => b),
      ),
    ).toBeLessThan(0.09)
    const z = found.items.map(
      ({ parameters, standardErrors }, item) => (parameters.b - truth[item]!.b) / standardErrors!.b,
    )
    expect(Math.sqrt(z.reduce((sum, value) => sum + value ** 2, 0) / z.length)).toBeLessThan(1.5)
  })

  test('1PL: one slope for all', () => {
    const { truth, responses } = simulatedData('rasch', { model: '1pl', persons: 1500, items: 25 })
    const found = calibrated(responses, { items: { model: '1pl' } })
    expect(new Set(estimatesOf(found, 'a')).size).toBe(1)
    expect(found.items[0]!.parameters.a).toBeCloseTo(1, 1)
    expect(
      rmse(
        estimatesOf(found, 'b'),
        truth.map(({ b }) => b),
      ),
    ).toBeLessThan(0.1)
    expect(found.parameters).toBe(26)
  })

  test('3PL with priors: chance levels stay near where they are', () => {
    const { truth, responses } = simulatedData('guess', { model: '3pl', c: 0.2, persons: 3000, items: 40 })
    const found = calibrated(responses, {
      items: { model: '3pl', priors: defaultPriors },
      tolerance: 1e-5,
      standardErrors: 'none',
    })
    expect(
      rmse(
        estimatesOf(found, 'c'),
        truth.map(({ c }) => c),
      ),
    ).toBeLessThan(0.05)
    expect(
      rmse(
        estimatesOf(found, 'b'),
        truth.map(({ b }) => b),
      ),
    ).toBeLessThan(0.25)
  })

  test('4PL with priors: asymptotes stay ordered and finite', () => {
    const { responses } = simulatedData('ceiling', { model: '4pl', persons: 1500, items: 20 })
    const found = calibrated(responses, { items: { model: '4pl', priors: defaultPriors }, tolerance: 1e-5 })
    for (const { parameters, standardErrors } of found.items) {
      expect(parameters.c).toBeLessThan(parameters.d)
      expect(Object.values(standardErrors!).every((error) => error > 0 && error < 5)).toBe(true)
    }
  })

  test('partial credit: slopes and steps', () => {
    const { truth, responses } = simulatedPartialCredit('partial', 2500, 12)
    const found = calibrated(responses, { items: { model: 'gpcm', maximum: 2 } })
    expect(
      rmse(
        estimatesOf(found, 'a'),
        truth.map(({ a }) => a),
      ),
    ).toBeLessThan(0.1)
    for (const step of [0, 1]) {
      const steps = found.items.map((item) => item.steps!.values[step]!)
      expect(
        rmse(
          steps,
          truth.map((item) => item.steps[step]!),
        ),
      ).toBeLessThan(0.15)
      expect(found.items.every((item) => item.steps!.standardErrors![step]! > 0)).toBe(true)
    }
    expect(found.items[0]!.parameters.b).toBeCloseTo(
      (found.items[0]!.steps!.values[0]! + found.items[0]!.steps!.values[1]!) / 2,
      12,
    )
  })

  test('missing data: a third of the answers gone widens the errors and moves little', () => {
    const { truth, responses } = simulatedData('gaps', { model: '2pl', persons: 2000, items: 20 })
    const full = calibrated(responses, { items: { model: '2pl' } })
    const gappy = calibrated(withGaps(responses, 0.33, 'third'), { items: { model: '2pl' } })
    expect(
      rmse(
        estimatesOf(gappy, 'b'),
        truth.map(({ b }) => b),
      ),
    ).toBeLessThan(0.15)
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const errors = ({ items }: typeof full) => mean(items.map(({ standardErrors }) => standardErrors!.b))
    expect(errors(gappy)).toBeGreaterThan(errors(full) * 1.1)
  })

  test('sparse adaptive data: 30 of 150 items each, chosen by the answers', () => {
    const bank = simulateItems({ model: '2pl' }, 150, seededRandom('bank'))
    const people = simulatePeople({}, 3000, seededRandom('bank people'))
    const responses = simulateAdaptive({ people, bank, length: 30, among: 6 }, seededRandom('bank responses'))
    const found = calibrated(responses, {
      items: { model: '2pl', priors: defaultPriors },
      standardErrors: 'none',
    })
    expect(found.kernel).toBe('sparse')
    expect(
      rmse(
        estimatesOf(found, 'b'),
        bank.map(({ b }) => b),
      ),
    ).toBeLessThan(0.25)
    expect(
      rmse(
        estimatesOf(found, 'a'),
        bank.map(({ a }) => a),
      ),
    ).toBeLessThan(0.2)
  })

  test('100 persons with priors: RMSE of b at most .30 over twelve samples (without priors it is near .5)', () => {
    const errors = Array.from({ length: 12 }, (_, sample) => {
      const { truth, responses } = simulatedData(`small ${sample}`, { model: '2pl', persons: 100, items: 65 })
      const items = { model: '2pl', priors: defaultPriors } as const
      const found = calibrated(responses, { items, standardErrors: 'none', tolerance: 1e-4 })
      return rmse(
        estimatesOf(found, 'b'),
        truth.map(({ b }) => b),
      )
    })
    const overall = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length)
    expect(overall).toBeLessThan(0.3)
  })
})

describe('calibrate: groups', () => {
  const items = simulateItems({ model: '2pl' }, 25, seededRandom('group items'))
  const groups = Array.from({ length: 3000 }, (_, person) => (person < 1500 ? 0 : 1))
  const people = [
    ...simulatePeople({}, 1500, seededRandom('group one')),
    ...simulatePeople({ mean: 0.8, sd: 1.3 }, 1500, seededRandom('group two')),
  ]
  const { responses } = simulateOccasion({ people, items }, seededRandom('group responses'))

  test('mean and spread of the second group are found, the first is N(0, 1)', () => {
    const found = calibrated(responses, { items: { model: '2pl' }, groups })
    expect(found.groups[0]).toMatchObject({ mean: 0, sd: 1 })
    expect(found.groups[1]!.mean).toBeCloseTo(0.8, 0)
    expect(Math.abs(found.groups[1]!.mean - 0.8)).toBeLessThan(3.5 * found.groups[1]!.standardErrors!.mean)
    expect(Math.abs(found.groups[1]!.sd - 1.3)).toBeLessThan(3.5 * found.groups[1]!.standardErrors!.sd)
    expect(
      rmse(
        estimatesOf(found, 'b'),
        items.map(({ b }) => b),
      ),
    ).toBeLessThan(0.12)
  })

  test('anchors with free groups put new items on the scale of the bank; a group held at N(0, 1) biases them', () => {
    const able = { ...responses, persons: 1500, cells: responses.cells.slice(1500 * 25) }
    const setups = items.map((item, index) => ({ model: '2pl' as const, ...(index < 10 && { fixed: item }) }))
    const free = calibrated(able, { items: setups })
    const held = calibrated(able, { items: setups, latent: [{ mean: 0, sd: 1 }] })
    const newItems = (of: typeof free) =>
      rmse(
        estimatesOf(of, 'b').slice(10),
        items.slice(10).map(({ b }) => b),
      )
    expect(free.groups[0]!.mean).toBeCloseTo(0.8, 0)
    expect(newItems(free)).toBeLessThan(0.15)
    expect(newItems(held)).toBeGreaterThan(1.8 * newItems(free))
    expect(estimatesOf(free, 'a').slice(0, 10)).toEqual(items.slice(0, 10).map(({ a }) => a))
    expect(free.items[0]!.standardErrors).toEqual({ a: 0, b: 0, c: 0, d: 0 })
  })
})

describe('calibrate: what it promises', () => {
  const { responses } = simulatedData('promise', { model: '2pl', persons: 500, items: 12 })

  test('the log-posterior never falls along its path, and the search ends at a maximum', () => {
    const found = calibrated(responses, {
      items: { model: '2pl', priors: defaultPriors },
      kernel: 'byte-table',
    })
    const falls = found.path.filter((value, index) => index > 0 && value < found.path[index - 1]! - 1e-6)
    expect(falls).toHaveLength(0)
    expect(found.logPosterior).toBeGreaterThanOrEqual(found.path.at(-1)! - 1e-9)
    expect(found.logPosterior).toBeLessThan(found.logLikelihood)
  })

  test.each([
    ['3pl', 15, 5],
    ['4pl', 100, 30],
    ['4pl', 40, 8],
  ] as const)(
    'a %s with priors on %i persons and %i items converges, and its log-posterior never falls',
    (model, persons, items) => {
      const { responses: few } = simulatedData('few', { model, persons, items })
      const found = calibrated(few, { items: { model, priors: defaultPriors }, standardErrors: 'none' })
      expect(found.converged).toBe(true)
      expect(found.steps).toBeLessThan(100)
      expect(found.path.every((value, index) => index === 0 || value >= found.path[index - 1]! - 1e-6)).toBe(
        true,
      )
    },
  )

  test('a tighter tolerance gains next to nothing', () => {
    const [loose, tight] = [1e-4, 1e-9].map((tolerance) =>
      calibrated(responses, { items: { model: '2pl' }, tolerance }),
    )
    expect(tight!.logLikelihood - loose!.logLikelihood).toBeLessThan(1e-4)
    expect(tight!.steps).toBeGreaterThan(loose!.steps)
  })

  test.each(['byte-table', 's-grid', 'sparse'] as const)(
    'the %s kernel gives the same numbers twice, to the last bit',
    (kernel) => {
      const once = () => fingerprint(calibrated(responses, { items: { model: '2pl' }, kernel }))
      expect(once()).toBe(once())
    },
  )

  test('a list of responses gives what the matrix gives', () => {
    const gappy = withGaps(responses, 0.4, 'list')
    const [matrix, list] = [gappy, toSparse(gappy)].map((data) =>
      calibrated(data, { items: { model: '2pl' } }),
    )
    expect(list!.logLikelihood).toBeCloseTo(matrix!.logLikelihood, 6)
  })

  test('weights count rows as often as they say', () => {
    const small = responseMatrix([
      [1, 0, 1],
      [1, 1, 0],
      [0, 0, 1],
      [0, 1, 0],
      [1, 1, 1],
      [0, 0, 0],
    ])
    const twice = responseMatrix(
      [...Array(2)].flatMap(() => [
        [1, 0, 1],
        [1, 1, 0],
        [0, 0, 1],
        [0, 1, 0],
        [1, 1, 1],
        [0, 0, 0],
      ]),
    )
    const items = { model: '2pl', priors: defaultPriors } as const
    const weighted = calibrated(small, { items, weights: [2, 2, 2, 2, 2, 2] })
    expect(weighted.logPosterior).toBeCloseTo(calibrated(twice, { items }).logPosterior, 6)
  })

  test('says when it had to stop early', () => {
    const found = calibrated(responses, { items: { model: '2pl' }, maximumSteps: 3, standardErrors: 'none' })
    expect(found).toMatchObject({ converged: false, steps: 3 })
  })

  test('can be watched and left at any step', () => {
    const steps = calibrateStepwise(responses, { items: { model: '2pl' } })
    const [first, second] = [steps.next(), steps.next()]
    expect(first.value).toMatchObject({ step: 1 })
    expect(second.value).toMatchObject({ step: 2 })
    expect(steps.return({ ok: false, error: { code: 'no-responses' } }).done).toBe(true)
  })

  test('has no standard errors where the information cannot be inverted', () => {
    const one = responseMatrix([[1], [0], [1], [1]])
    const found = calibrated(one, { items: { model: '2pl' }, maximumSteps: 50 })
    expect(found.items[0]!.standardErrors).toBeNull()
    expect(Number.isFinite(found.logLikelihood)).toBe(true)
  })

  test('gives numbers for persons with all right and all wrong and for long tests', () => {
    const { responses: long } = simulatedData('long', { model: '3pl', persons: 60, items: 600 })
    const cells = long.cells.map((cell, place) => (place < 600 ? 1 : place < 1200 ? 0 : cell))
    const found = calibrated(
      { ...long, cells },
      { items: { model: '3pl', priors: defaultPriors }, tolerance: 1e-3, standardErrors: 'none' },
    )
    expect(Number.isFinite(found.logLikelihood)).toBe(true)
    expect(found.items.every(({ parameters }) => Object.values(parameters).every(Number.isFinite))).toBe(true)
  })

  test('finds an item that works backwards when no prior forbids it', () => {
    const { responses: sound } = simulatedData('backwards', { model: '2pl', persons: 1000, items: 10 })
    const turned = { ...sound, cells: sound.cells.map((cell, place) => (place % 10 === 3 ? 1 - cell : cell)) }
    const found = calibrated(turned, { items: { model: '2pl' }, kernel: 's-grid' })
    expect(found.items[3]!.parameters.a).toBeLessThan(-0.3)
    expect(
      calibrated(turned, { items: { model: '2pl', priors: defaultPriors } }).items[3]!.parameters.a,
    ).toBeGreaterThan(0)
  })
})

describe('calibrate: what it refuses', () => {
  const allRight = responseMatrix([
    [1, 1],
    [1, 0],
    [1, 1],
  ])

  test('items that leave no finite maximum, by position, unless a prior holds them', () => {
    expect(calibrate(allRight, { items: { model: '2pl' } })).toEqual({
      ok: false,
      error: { code: 'item-never-varies', items: [0] },
    })
    const unseen = responseMatrix([
      [null, 1],
      [null, 0],
    ])
    expect(calibrate(unseen, { items: { model: '2pl' } })).toEqual({
      ok: false,
      error: { code: 'item-never-varies', items: [0] },
    })
    const held = calibrated(allRight, { items: { model: '2pl', priors: defaultPriors } })
    expect(held.items[0]!.parameters.b).toBeLessThan(0)
    expect(held.items[0]!.standardErrors!.b).toBeGreaterThan(0.3)
  })

  test('data without an answer', () => {
    const empty = { ok: false, error: { code: 'no-responses' } }
    expect(calibrate(responseMatrix([]), { items: [] })).toEqual(empty)
    expect(calibrate(responseMatrix([[null]]), { items: { model: '2pl', priors: defaultPriors } })).toEqual(
      empty,
    )
  })

  test.each([
    [
      'a score that the model does not know',
      () => calibrate(responseMatrix([[2], [0]]), { items: { model: '2pl' } }),
    ],
    ['too few groups', () => calibrate(allRight, { items: { model: '2pl' }, groups: [0] })],
    [
      'a group without a distribution',
      () => calibrate(allRight, { items: { model: '2pl' }, groups: [0, 1, 2], latent: [{ mean: 0, sd: 1 }] }),
    ],
    ['too many weights', () => calibrate(allRight, { items: { model: '2pl' }, weights: [1, 1, 1, 1] })],
    ['too few setups', () => calibrate(allRight, { items: [{ model: '2pl' }] })],
    [
      'a single node',
      () =>
        calibrate(
          responseMatrix([
            [1, 0],
            [0, 1],
          ]),
          { items: { model: '2pl' }, nodes: 1 },
        ),
    ],
  ])('%s', (_, attempt) => {
    expect(attempt).toThrow(RangeError)
  })
})
