import { describe, expect, test } from 'vitest'
import { offerTable } from './offers.ts'
import { shareAt } from './outlooks.ts'
import { planningOf } from './path.fixture.ts'
import { worthObjective } from './planning.ts'

const planning = planningOf({ direction: 'devops' })
const { problem, outlooksAt } = planning
const find = (id: string) => problem.candidates.find(({ certification }) => certification.id === id)!
const dva = find('developer-associate')
const saa = find('solutions-architect-associate')

describe('outlooks of a candidate', () => {
  test('are one for each P(pass), worked out once for the same skills', () => {
    const first = outlooksAt(saa, dva.bit)
    expect(first.map(({ passProbability }) => passProbability)).toEqual([0.8, 0.9, 0.95])
    expect(outlooksAt(saa, dva.bit | find('ai-practitioner').bit)).toBe(first)
  })

  test('shorten by what is shared', () => {
    expect(shareAt(saa, 0)).toBe(1)
    expect(shareAt(saa, dva.bit)).toBeCloseTo(0.8, 12)
    const [alone, after] = [outlooksAt(saa, 0)[0]!, outlooksAt(saa, dva.bit)[0]!]
    expect(after.plannedHours / alone.plannedHours).toBeCloseTo(0.8, 12)
  })

  test('are kept apart for different candidates', () => {
    expect(outlooksAt(dva, 0)).not.toBe(outlooksAt(saa, 0))
  })
})

describe('offers', () => {
  const objective = worthObjective(problem)

  test('hold every window, each with the preparations worth trying', () => {
    const offers = offerTable(problem, objective, outlooksAt)(dva, 0)
    expect(new Set(offers.map(({ window }) => window.examCode))).toEqual(new Set(['DVA-C02', 'DVA-C03']))
  })

  test('leave out a preparation that another beats in cost, expected days and late days at once', () => {
    const preparations = (change: Partial<typeof objective>): readonly number[] => {
      const offers = offerTable(problem, { ...objective, ...change }, outlooksAt)(saa, 0)
      return offers.map(({ outlook }) => outlook.passProbability)
    }
    expect(preparations({})).toEqual([0.8, 0.9])
    expect(preparations({ usd: 10 })).toEqual([0.8, 0.9, 0.95])
  })

  test('keep one of two equal preparations', () => {
    const twice = () => [outlooksAt(saa, 0)[0]!, outlooksAt(saa, 0)[0]!]
    expect(offerTable(problem, objective, twice)(saa, 0)).toHaveLength(1)
  })
})
