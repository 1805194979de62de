import { describe, expect, test } from 'vitest'
import { slopeOf } from '../model/differentiate.fixture.ts'
import { equalNodes } from '../model/quadrature.ts'
import type { ResponseMatrix } from '../model/response-matrix.ts'
import { makeByteTableKernel } from './byte-table-kernel.ts'
import { crossProductInformation } from './cross-product.ts'
import { makeExpectation } from './expectation-maximisation.ts'
import { layOut } from './layout.ts'
import { observedInformation } from './observed-information.ts'
import { defaultPriors } from './priors.ts'
import { moveFree, scoreVector } from './score-vector.ts'
import { simulatedData, simulatedPartialCredit, withGaps } from './simulated.fixture.ts'
import { itemTotals, startVector } from './start-values.ts'
import type { CalibrationOptions } from './types.ts'

const nodes = equalNodes(61, -7, 7)

function bind(responses: ResponseMatrix, options: CalibrationOptions) {
  const layout = layOut(options, responses.items)
  const persons = {
    count: responses.persons,
    groups: Uint16Array.from({ length: responses.persons }, (_, person) => options.groups?.[person] ?? 0),
    weights: new Float64Array(responses.persons).fill(1),
  }
  const em = makeExpectation(makeByteTableKernel({ responses, persons, layout, nodes }), layout, nodes)
  return { em, persons, layout, vector: startVector(layout, itemTotals(responses, persons), undefined) }
}

const groups = Array.from({ length: 240 }, (_, person) => person % 2)
const binary = withGaps(
  simulatedData('score', { model: '2pl', persons: 240, items: 6 }).responses,
  0.1,
  'score gaps',
)
const partial = simulatedPartialCredit('score partial', 240, 4).responses

describe.each<[string, ResponseMatrix, CalibrationOptions]>([
  ['2PL items with priors', binary, { items: { model: '2pl', priors: defaultPriors } }],
  ['3PL items with priors', binary, { items: { model: '3pl', priors: defaultPriors } }],
  ['4PL items', binary, { items: { model: '4pl' } }],
  ['a common slope and two groups', binary, { items: { model: '1pl' }, groups }],
  [
    'partial-credit items and a free spread',
    partial,
    { items: { model: 'gpcm', maximum: 2 }, latent: [{ mean: 0, sd: 'free' }] },
  ],
])('the score vector of %s', (_, responses, options) => {
  const { em, layout, vector, persons } = bind(responses, options)
  const height = (at: Float64Array) => em.expect(at).logLikelihood + em.logPrior(at)

  test('is the gradient of the marginal log-posterior (Fisher)', () => {
    const scores = scoreVector({ layout, vector, counts: em.expect(vector), nodes })
    layout.free.forEach((places, parameter) => {
      const slope = slopeOf((by) => height(moveFree(vector, places, by)), 0)
      expect(scores[parameter]).toBeCloseTo(slope, 4)
    })
  })

  test('has minus the observed information as its derivative', () => {
    const information = observedInformation(em, vector)
    const size = layout.free.length
    const [first, second] = [layout.free[0]!, layout.free[size - 1]!]
    const mixed = slopeOf(
      (x) => slopeOf((y) => height(moveFree(moveFree(vector, first, x), second, y)), 0),
      0,
    )
    expect(information[size - 1]! + mixed).toBeCloseTo(0, 2)
    expect(information[(size - 1) * size]).toBe(information[size - 1])
  })

  test('adds up from the scores of persons: their outer products are positive on the diagonal', () => {
    const information = crossProductInformation(responses, persons, { layout, nodes, vector })
    const size = layout.free.length
    for (let i = 0; i < size; i++) {
      expect(information[i * size + i]).toBeGreaterThan(0)
      for (let j = 0; j < i; j++) expect(information[i * size + j]).toBe(information[j * size + i])
    }
  })
})
