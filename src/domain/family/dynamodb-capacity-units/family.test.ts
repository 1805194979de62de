import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { planIn } from '../capacity/plans.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { capacityUnitsModel } from './family.ts'
import { type RequestKind, type UnitsScenario, unitsFor } from './solve.ts'

const page = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html'
const values = factValues(shippedFacts())

type Case = Pick<UnitsScenario, 'direction' | 'strict' | 'tenths' | 'perSecond'>

const documented = (given: Case): UnitsScenario => ({
  ...capacityUnitsModel.sample(seededRandom('documented'), values),
  ...given,
})

/** Takes units away request by request until nothing of an item is left. */
function byCounting({ direction, strict, tenths, perSecond }: UnitsScenario): string[] {
  let halves = 0
  for (let asked = 0; asked < perSecond; asked++)
    for (let left = Math.round(tenths * 102.4); left > 0; left -= direction === 'write' ? 1024 : 4096)
      halves += direction === 'read' ? (strict ? 2 : 1) : strict ? 4 : 2
  const kind =
    direction === 'read' ? (strict ? 'strong' : 'eventual') : strict ? 'transactional-write' : 'write'
  return [`${kind} ${Math.ceil(halves / 2)}`]
}

const read = (strict: boolean, tenths: number, perSecond: number) =>
  documented({ direction: 'read', strict, tenths, perSecond })
const write = (strict: boolean, tenths: number) =>
  documented({ direction: 'write', strict, tenths, perSecond: 1 })

tryFamily(capacityUnitsModel, {
  secondRoute: byCounting,
  golden: [
    { name: 'a strongly consistent read of 4 KB', page, scenario: read(true, 40, 1), answers: ['strong 1'] },
    { name: 'two eventual reads of 4 KB', page, scenario: read(false, 40, 2), answers: ['eventual 1'] },
    {
      name: 'an item of 8 KB, strongly consistent',
      page,
      scenario: read(true, 80, 1),
      answers: ['strong 2'],
    },
    {
      name: 'a transactional write of 1 KB',
      page,
      scenario: write(true, 10),
      answers: ['transactional-write 2'],
    },
    { name: '2 KB in a transaction', page, scenario: write(true, 20), answers: ['transactional-write 4'] },
    { name: '2 KB by a standard write', page, scenario: write(false, 20), answers: ['write 2'] },
  ],
})

describe('capacity units', () => {
  const scenarios = Array.from({ length: 50 }, (_, seed) =>
    capacityUnitsModel.sample(seededRandom(`units ${seed}`), values),
  )
  const units = (answer: unknown) => planIn(String(answer)).amount

  test('rounding once for the total never asks for more than rounding each item', () => {
    const total = capacityUnitsModel.misconceptions.find(({ id }) => id === 'rounds-total')
    for (const scenario of scenarios) {
      const [right] = capacityUnitsModel.solve(scenario, values)
      for (const answer of total?.solve(scenario, values) ?? [])
        expect(units(answer)).toBeLessThanOrEqual(units(right))
    }
  })

  test('the requests of today need about twice what the cheaper kind needs', () => {
    const pairs: Record<UnitsScenario['direction'], readonly [RequestKind, RequestKind]> = {
      read: ['strong', 'eventual'],
      write: ['transactional-write', 'write'],
    }
    for (const scenario of scenarios) {
      const [dear, cheap] = pairs[scenario.direction].map((kind) => unitsFor(scenario, kind, values))
      expect(Math.ceil((dear ?? 0) / 2)).toBe(cheap)
    }
  })
})
