import { describe, expect, test } from 'vitest'
import { makeItem } from '../item/item.fixture.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import { probabilityCorrect } from '../measurement/model/probability.ts'
import { type CollectedResponse, collectResponses } from './collect-responses.ts'
import { estimateFamilies, estimateOfVariant } from './family-estimates.ts'
import { estimateOf, makeBank, type RunItem } from './item-bank.ts'
import { estimatesOf } from './measure-form.ts'

const population = { mean: 0, sd: 1 }
const parameters = (b: number) => ({ a: 1, b, c: 0, d: 1 })
const difficulties = Array.from({ length: 30 }, (_, index) => -1.5 + index * 0.1)
const hashes = new Map(difficulties.map((_, index) => [`item-${index}`, 'h']))
const middle = 0.8
const spread = 0.5

/** Answers of people to thirty items of known difficulty and to one variant of a family, in one attempt each. */
function sitAll(people: number, change: Partial<CollectedResponse> = {}): CollectedResponse[] {
  const random = seededRandom('family')
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return Array.from({ length: people }, (_, person) => {
    const theta = normal()
    const answer = (itemId: string, b: number): CollectedResponse => ({
      attemptId: `attempt-${person}`,
      candidateId: `person-${person}`,
      mode: 'exam',
      timed: true,
      itemId,
      hash: 'h',
      correct: random.next() < probabilityCorrect(theta, parameters(b)),
      answered: true,
      ...change,
    })
    const variant = middle + spread * normal()
    return [
      ...difficulties.map((b, index) => answer(`item-${index}`, b)),
      answer(`family-iam-tags-${person.toString(36)}`, variant),
    ]
  }).flat()
}

function estimate(responses: readonly CollectedResponse[]) {
  const pool = collectResponses(responses, hashes, 30)
  const items = pool.items.map((itemId) => ({
    itemId,
    parameters: parameters(difficulties[Number(itemId.split('-')[1])]!),
  })) as unknown as RunItem[]
  return estimateFamilies(responses, { pool, items, population })
}

describe('families in a calibration', () => {
  test('have a difficulty near the truth, and an interval for the spread of their variants', () => {
    const [family] = estimate(sitAll(1_500))
    expect(family).toMatchObject({ family: 'iam-tags', siblings: 1_500, responses: 1_500 })
    expect(Math.abs(family!.parameters.b - middle)).toBeLessThan(3 * family!.difficultySd)
    expect(family!.difficultySd).toBeLessThan(0.15)
    expect(family!.spreadLow).toBeLessThan(family!.spread)
    expect(family!.spreadHigh).toBeGreaterThan(family!.spread)
  })

  test('need thirty candidates who met them in an exam, each counted once', () => {
    expect(estimate(sitAll(29).concat(sitAll(20, { mode: 'custom' })))).toEqual([])
    const twice = sitAll(40).flatMap((one) =>
      one.itemId.startsWith('family') ? [one, { ...one, itemId: `${one.itemId}again` }] : [one],
    )
    expect(estimate(twice)[0]).toMatchObject({ responses: 40, siblings: 40 })
  })

  test('say nothing where an attempt has too few calibrated items to tell an ability', () => {
    const few = sitAll(60).filter(
      ({ itemId }) => itemId.startsWith('family') || Number(itemId.split('-')[1]) < 8,
    )
    expect(estimate(few)).toEqual([])
  })

  test('lend a variant that nobody has met their parameters, with the spread in the error', () => {
    const [family] = estimate(sitAll(400))
    const run = { version: 2, population, items: [], families: [family!] } as never
    const bank = makeBank({ items: [] }, run)
    const variant = makeItem({ id: 'family-iam-tags-zz9', angoff: 0.9 })
    expect(estimateOf(variant.id, bank)).toEqual(estimateOfVariant(family!))
    expect(estimateOfVariant(family!).difficultySd).toBeCloseTo(
      Math.hypot(family!.difficultySd, family!.spread),
      12,
    )
    const [onForm] = estimatesOf([{ scored: true, item: variant }], bank)
    expect(onForm?.parameters.b).toBeCloseTo(family!.parameters.b, 6)
    expect(estimateOf('family-other-1', bank)).toBeUndefined()
  })
})
