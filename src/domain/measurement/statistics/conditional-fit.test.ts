import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { calibrated } from '../calibration/simulated.fixture.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { drawNormal } from '../simulation/draws.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { conditionalDif, conditionalFits } from './conditional-fit.ts'
import { expectFromOthers } from './expect-from-others.ts'

const itemCount = 60
const perForm = 20

type Odd = { readonly item: number; readonly answer: (theta: number, group: number) => number }

/** Two groups on forms of 20 out of 60 items; the second is weaker by a half. One item may behave in its own way. */
function sit(seed: string, persons: number, odd?: Odd) {
  const random = seededRandom(seed)
  const items = simulateItems({ model: '2pl' }, itemCount, random)
  const cells = new Uint8Array(persons * itemCount).fill(missing)
  const groups = new Uint8Array(persons)
  for (let person = 0; person < persons; person++) {
    groups[person] = person % 3 === 0 ? 1 : 0
    const theta = drawNormal(random, groups[person] === 1 ? -0.5 : 0)
    for (let place = 0; place < perForm; place++) {
      const item = (random.integer(3) + place * 3) % itemCount
      const p =
        odd?.item === item ? odd.answer(theta, groups[person]!) : probabilityCorrect(theta, items[item]!)
      cells[person * itemCount + item] = random.next() < p ? 1 : 0
    }
  }
  const responses: ResponseMatrix = { persons, items: itemCount, cells }
  return { responses, groups, items }
}

/** Calibrates what was sat, and gives what each answer was expected to be. */
function judge(seed: string, persons: number, odd?: Odd) {
  const { responses, groups } = sit(seed, persons, odd)
  const calibration = calibrated(responses, {
    items: { model: '2pl', priors: { logA: { mean: 0, sd: 0.3 } } },
    groups,
  })
  const { expected } = expectFromOthers(
    responses,
    calibration.items.map(({ parameters }) => parameters as { a: number; b: number; c: number; d: number }),
    { groups, latent: calibration.groups },
  )
  return {
    fits: conditionalFits(responses, expected, Array<number>(itemCount).fill(2)),
    dif: conditionalDif(responses, expected, groups),
  }
}

const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length

describe('fit from the other answers', () => {
  const sound = ['a', 'b', 'c', 'd', 'e'].map((seed) => judge(`sound ${seed}`, 3000))

  test('rejects sound items as often as it says, with estimated parameters', () => {
    const ps = sound.flatMap(({ fits }) => fits.map(({ p }) => p))
    expect(ps).toHaveLength(300)
    // 300 draws at 5 %: 15 expected, standard deviation 3.8.
    expect(share(ps.map((p) => p < 0.05))).toBeGreaterThan(0.012)
    expect(share(ps.map((p) => p < 0.05))).toBeLessThan(0.09)
    expect(share(ps.map((p) => p < 0.001))).toBeLessThan(0.011)
  })

  test('finds an item that the strong get wrong', () => {
    const { fits } = judge('bent', 3000, {
      item: 7,
      answer: (theta) => (theta > 0.8 ? 0.35 : probabilityCorrect(theta, { a: 1, b: 0, c: 0, d: 1 })),
    })
    expect(fits[7]!.p).toBeLessThan(0.001)
    expect(fits[7]!.persons).toBeGreaterThan(900)
    expect(fits[7]!.degrees).toBe(8)
  })

  test('says nothing without enough answers', () => {
    const { fits } = judge('few', 60)
    expect(fits.every(({ p, degrees }) => degrees > 0 || Number.isNaN(p))).toBe(true)
    expect(fits.some(({ p }) => Number.isNaN(p))).toBe(true)
  })
})

describe('differences between groups from the other answers', () => {
  test('calls sound items A although one group is weaker', () => {
    const classes = ['f', 'g', 'h'].flatMap((seed) => judge(`groups ${seed}`, 3000).dif)
    expect(share(classes.map((one) => one.class === 'A'))).toBeGreaterThan(0.97)
    expect(classes.some((one) => one.class === 'C')).toBe(false)
    // Differences in standard errors have a standard deviation of one.
    const z = classes.map(({ delta, standardErrorDelta }) => delta / standardErrorDelta)
    expect(Math.sqrt(z.reduce((sum, each) => sum + each * each, 0) / z.length)).toBeGreaterThan(0.8)
    expect(Math.sqrt(z.reduce((sum, each) => sum + each * each, 0) / z.length)).toBeLessThan(1.2)
  })

  test('finds the item that one group knew, with sign and about its size', () => {
    const { dif } = judge('leak', 6000, {
      item: 12,
      answer: (theta, group) => probabilityCorrect(theta, { a: 1, b: group === 1 ? -1 : 0, c: 0, d: 1 }),
    })
    expect(dif[12]!.class).toBe('C')
    // One unit of b at a = 1 is one logit: 2.35 on the delta scale, seen through uncertain abilities.
    expect(dif[12]!.delta).toBeGreaterThan(1.6)
    expect(dif[12]!.delta).toBeLessThan(2.8)
    expect(dif[12]!.focal + dif[12]!.reference).toBeGreaterThan(1500)
  })

  test('is undecided where one group gave no answer', () => {
    const { responses, items } = sit('lonely', 60)
    const groups = new Uint8Array(60)
    const { expected } = expectFromOthers(responses, items, { groups, latent: [{ mean: 0, sd: 1 }] })
    for (const one of conditionalDif(responses, expected, groups))
      expect(one).toMatchObject({ class: 'A', focal: 0, p: Number.NaN })
  })
})
