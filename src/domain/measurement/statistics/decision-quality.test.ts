import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { expectedScore } from '../model/test-characteristic.ts'
import { simulateItems } from '../simulation/simulate-items.ts'
import { simulatePeople } from '../simulation/simulate-people.ts'
import { simulateOccasion } from '../simulation/simulate-responses.ts'
import { rawScores } from './complete-rows.ts'
import { decisionQuality } from './decision-quality.ts'

const items = simulateItems({ model: '3pl', c: 0.2 }, 65, seededRandom('decision items'))
const rawCut = Math.ceil(expectedScore(0, items))
const quality = decisionQuality(items, { thetaCut: 0, rawCut })

describe('decisionQuality', () => {
  test('of a 65-item form lies where such forms lie', () => {
    expect(quality.accuracy).toBeGreaterThan(0.88)
    expect(quality.accuracy).toBeLessThan(0.91)
    expect(quality.consistency).toBeGreaterThan(0.83)
    expect(quality.consistency).toBeLessThan(0.87)
    expect(quality.reliability).toBeGreaterThan(0.84)
    expect(quality.reliability).toBeLessThan(0.9)
    expect(quality.standardErrorRaw).toBeGreaterThan(3)
    expect(quality.standardErrorRaw).toBeLessThan(3.7)
  })

  test('agrees with 20,000 simulated candidates who sit two parallel forms', () => {
    const people = simulatePeople({}, 20_000, seededRandom('decision people'))
    const sit = (seed: string) =>
      [...rawScores(simulateOccasion({ people, items }, seededRandom(seed)).responses)].map(
        (score) => score >= rawCut,
      )
    const [first, second] = [sit('first sitting'), sit('second sitting')]
    const share = (holds: (person: number) => boolean) =>
      people.filter((_, person) => holds(person)).length / people.length
    expect(share((person) => first[person] === people[person]! >= 0)).toBeCloseTo(quality.accuracy, 2)
    expect(share((person) => first[person] === second[person])).toBeCloseTo(quality.consistency, 2)
    expect(share((person) => first[person]! && people[person]! < 0)).toBeCloseTo(quality.falsePass, 2)
  })

  test('adds up: accurate, falsely passed and falsely failed are everyone', () => {
    expect(quality.accuracy + quality.falsePass + quality.falseFail).toBeCloseTo(1, 12)
  })

  test('of a cut that everyone reaches is perfectly consistent, and kappa then says nothing', () => {
    const certain = decisionQuality(items, { thetaCut: -9, rawCut: 0 })
    expect(certain.consistency).toBeCloseTo(1, 12)
    expect(certain.passRate).toBeCloseTo(1, 12)
  })

  test('rises with the length of the form', () => {
    const shorter = items.slice(0, 30)
    const short = decisionQuality(shorter, { thetaCut: 0, rawCut: Math.ceil(expectedScore(0, shorter)) })
    expect(short.consistency).toBeLessThan(quality.consistency)
    expect(short.reliability).toBeLessThan(quality.reliability)
  })

  test('sees another population', () => {
    const abler = decisionQuality(items, { thetaCut: 0, rawCut, population: { mean: 1, sd: 0.8 } })
    expect(abler.passRate).toBeGreaterThan(quality.passRate + 0.2)
  })
})
