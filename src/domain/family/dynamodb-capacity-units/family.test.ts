import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { capacityUnitsModel, type UnitsScenario } from './family.ts'

const page = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html'

const documented = (request: UnitsScenario['request'], tenths: number, perSecond: number): UnitsScenario => ({
  ...capacityUnitsModel.sample(seededRandom('documented'), {} as never),
  request,
  tenths,
  perSecond,
})

/** Takes units away request by request until nothing of an item is left. */
function byCounting({ request, tenths, perSecond }: UnitsScenario): number[] {
  const isWrite = request.endsWith('write')
  let halves = 0
  for (let asked = 0; asked < perSecond; asked++)
    for (let left = Math.round(tenths * 102.4); left > 0; left -= isWrite ? 1024 : 4096)
      halves += request === 'eventual' ? 1 : request.startsWith('transactional') ? 4 : 2
  return [Math.ceil(halves / 2)]
}

tryFamily(capacityUnitsModel, {
  secondRoute: byCounting,
  golden: [
    {
      name: 'one strongly consistent read of 4 KB',
      page,
      scenario: documented('strong', 40, 1),
      answers: [1],
    },
    {
      name: 'two eventually consistent reads of 4 KB',
      page,
      scenario: documented('eventual', 40, 2),
      answers: [1],
    },
    {
      name: 'a transactional read of 4 KB',
      page,
      scenario: documented('transactional', 40, 1),
      answers: [2],
    },
    {
      name: 'an item of 8 KB, strongly consistent',
      page,
      scenario: documented('strong', 80, 1),
      answers: [2],
    },
    {
      name: 'an item of 8 KB, transactional',
      page,
      scenario: documented('transactional', 80, 1),
      answers: [4],
    },
    {
      name: 'a transactional write of 1 KB',
      page,
      scenario: documented('transactional-write', 10, 1),
      answers: [2],
    },
    {
      name: 'an item of 2 KB, written in a transaction',
      page,
      scenario: documented('transactional-write', 20, 1),
      answers: [4],
    },
  ],
})

describe('capacity units', () => {
  test('rounding once for the total never asks for more than rounding each item', () => {
    const values = factValues(shippedFacts())
    const total = capacityUnitsModel.misconceptions.find(({ id }) => id === 'rounds-total')
    for (let seed = 0; seed < 50; seed++) {
      const scenario = capacityUnitsModel.sample(seededRandom(`total ${seed}`), values)
      const [right] = capacityUnitsModel.solve(scenario, values)
      expect(Number(total?.solve(scenario, values)[0])).toBeLessThanOrEqual(Number(right))
    }
  })
})
