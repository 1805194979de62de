import { describe, expect, test } from 'vitest'
import { equalNodes } from '../model/quadrature.ts'
import { type ResponseMatrix, responseMatrix, toSparse } from '../model/response-matrix.ts'
import { makeByteTableKernel } from './byte-table-kernel.ts'
import { chooseKernel } from './choose-kernel.ts'
import type { Counts } from './counts.ts'
import { makeExpectation } from './expectation-maximisation.ts'
import type { Kernel } from './kernel.ts'
import { layOut } from './layout.ts'
import { sGridCells } from './s-grid-cells.ts'
import { makeSGridKernel } from './s-grid-kernel.ts'
import { simulatedData, simulatedPartialCredit, withGaps } from './simulated.fixture.ts'
import { makeSparseKernel } from './sparse-kernel.ts'
import { itemTotals, startVector } from './start-values.ts'
import type { CalibrationOptions } from './types.ts'

const nodes = equalNodes(61, -6, 6)

function setUp(responses: ResponseMatrix, options: CalibrationOptions) {
  const layout = layOut(options, responses.items)
  const persons = {
    count: responses.persons,
    groups: Uint16Array.from({ length: responses.persons }, (_, person) => options.groups?.[person] ?? 0),
    weights: Float64Array.from({ length: responses.persons }, (_, person) => options.weights?.[person] ?? 1),
  }
  const vector = startVector(layout, itemTotals(responses, persons), undefined)
  layout.items.forEach(({ slot, index }) => {
    vector[slot]! += 0.1 * ((index % 5) - 2)
  })
  return { data: { responses, persons, layout, nodes }, vector, layout, persons }
}

/** The E-step as its definition has it: Bayes' rule for one person after the other. */
function naiveExpectation({ data, vector, layout, persons }: ReturnType<typeof setUp>): Counts {
  let seen: { trace: Float64Array; logWeights: Float64Array } | undefined
  const spy: Kernel = {
    name: 'sparse',
    expect: (model) => {
      seen = { trace: model.trace.slice(), logWeights: model.logWeights.slice() }
      return makeSparseKernel({ ...data, responses: toSparse(data.responses) }).expect(model)
    },
  }
  const shape = makeExpectation(spy, layout, nodes).expect(vector)
  const { trace, logWeights } = seen!
  const categories = new Float64Array(layout.rows * 61)
  const groups = new Float64Array(layout.latent.length * 61)
  let logLikelihood = 0
  for (let person = 0; person < persons.count; person++) {
    const rows = layout.items.flatMap(({ row, index, categories: count }) => {
      const cell = data.responses.cells[person * layout.items.length + index]!
      return cell < count ? [row + cell] : []
    })
    const joint = [...nodes].map((_, node) =>
      Math.exp(
        logWeights[persons.groups[person]! * 61 + node]! +
          rows.reduce((sum, row) => sum + trace[row * 61 + node]!, 0),
      ),
    )
    const total = joint.reduce((sum, value) => sum + value, 0)
    logLikelihood += persons.weights[person]! * Math.log(total)
    joint.forEach((value, node) => {
      const share = (persons.weights[person]! * value) / total
      groups[persons.groups[person]! * 61 + node]! += share
      for (const row of rows) categories[row * 61 + node]! += share
    })
  }
  return { ...shape, categories, groups, logLikelihood }
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, digits: number): void {
  expect(found.length).toBe(expected.length)
  for (let place = 0; place < expected.length; place++)
    expect(found[place]).toBeCloseTo(expected[place]!, digits)
}

const complete = simulatedData('kernels', { model: '2pl', persons: 300, items: 19 }).responses
const gappy = withGaps(complete, 0.25, 'kernel gaps')
const groups = Array.from({ length: 300 }, (_, person) => person % 3)
const weights = Array.from({ length: 300 }, (_, person) => 1 + (person % 4) / 2)
const partial = withGaps(
  simulatedPartialCredit('kernel partial', 200, 7).responses,
  0.1,
  'kernel partial gaps',
)

const cases: readonly (readonly [string, ResponseMatrix, CalibrationOptions])[] = [
  ['complete 2PL data', complete, { items: { model: '2pl' } }],
  ['3PL data with gaps', gappy, { items: { model: '3pl' } }],
  ['three groups with weights', gappy, { items: { model: '2pl' }, groups, weights }],
  ['partial credit with gaps', partial, { items: { model: 'gpcm', maximum: 2 } }],
]

describe.each(cases)('the E-step for %s', (_, responses, options) => {
  const set = setUp(responses, options)
  const expected = naiveExpectation(set)
  const kernels = {
    'byte-table': makeByteTableKernel(set.data),
    sparse: makeSparseKernel({ ...set.data, responses: toSparse(responses) }),
  }

  test.each(['byte-table', 'sparse'] as const)('of the %s kernel is that of the definition', (name) => {
    const counts = makeExpectation(kernels[name], set.layout, nodes).expect(set.vector)
    expect(counts.logLikelihood).toBeCloseTo(expected.logLikelihood, 8)
    expectClose(counts.categories!, expected.categories!, 9)
    expectClose(counts.groups, expected.groups, 9)
  })

  test('counts everybody once', () => {
    const counts = makeExpectation(kernels['byte-table'], set.layout, nodes).expect(set.vector)
    const total = counts.groups.reduce((sum, count) => sum + count, 0)
    expect(total).toBeCloseTo(
      set.persons.weights.reduce((sum, weight) => sum + weight, 0),
      8,
    )
  })
})

describe('the s-grid kernel', () => {
  const twoForms = responseMatrix(
    Array.from({ length: 300 }, (_, person) =>
      Array.from({ length: 19 }, (__, item) =>
        (person % 2 === 0 ? item < 12 : item >= 7) ? complete.cells[person * 19 + item]! : null,
      ),
    ),
  )

  test.each([
    ['complete data', complete, { items: { model: '2pl' } as const }],
    ['two forms and three groups, weighted', twoForms, { items: { model: '2pl' } as const, groups, weights }],
  ])('agrees with the byte table on %s', (_, responses, options) => {
    const set = setUp(responses, options)
    const cells = sGridCells(responses, set.persons, { layout: set.layout, always: true })!
    const fast = makeExpectation(makeSGridKernel(set.data, cells), set.layout, nodes).expect(set.vector)
    const exact = makeExpectation(makeByteTableKernel(set.data), set.layout, nodes).expect(set.vector)
    expect(fast.logLikelihood).toBeCloseTo(exact.logLikelihood, 6)
    expectClose(fast.tries, exact.tries, 5)
    expectClose(fast.mass, exact.mass, 8)
    expectClose(fast.moment, exact.moment, 6)
    expectClose(fast.groups, exact.groups, 5)
  })

  test('serves slopes below 0', () => {
    const set = setUp(complete, { items: { model: '2pl' } })
    set.vector[0] = -0.7
    const cells = sGridCells(complete, set.persons, { layout: set.layout, always: true })!
    const fast = makeExpectation(makeSGridKernel(set.data, cells), set.layout, nodes).expect(set.vector)
    const exact = makeExpectation(makeByteTableKernel(set.data), set.layout, nodes).expect(set.vector)
    expect(fast.logLikelihood).toBeCloseTo(exact.logLikelihood, 6)
  })
})

describe('chooseKernel', () => {
  const nameFor = (responses: ResponseMatrix, options: CalibrationOptions) =>
    chooseKernel(setUp(responses, options).data, options.kernel).name

  test('takes the s-grid for many persons on complete logistic items', () => {
    const { responses } = simulatedData('choose', { model: '2pl', persons: 400, items: 5 })
    expect(nameFor(responses, { items: { model: '2pl' } })).toBe('s-grid')
    expect(nameFor(responses, { items: { model: '1pl' } })).toBe('s-grid')
    expect(nameFor(responses, { items: { model: '3pl' } })).toBe('byte-table')
    expect(nameFor(responses, { items: { model: '2pl', c: 0.2 } })).toBe('byte-table')
  })

  test('takes the byte table where the grid would be larger than the data, or gaps make too many forms', () => {
    expect(nameFor(complete, { items: { model: '2pl' } })).toBe('byte-table')
    expect(nameFor(gappy, { items: { model: '2pl' }, kernel: 'byte-table' })).toBe('byte-table')
    expect(nameFor(gappy, { items: { model: '2pl' } })).toBe('byte-table')
  })

  test('takes the list where most cells are empty', () => {
    expect(nameFor(withGaps(complete, 0.9, 'mostly'), { items: { model: '2pl' } })).toBe('sparse')
  })

  test('refuses a named kernel that cannot serve the data', () => {
    const { data } = setUp(gappy, { items: { model: '2pl' } })
    expect(() => chooseKernel(data, 's-grid')).toThrow(RangeError)
    expect(() => chooseKernel({ ...data, responses: toSparse(gappy) }, 'byte-table')).toThrow(RangeError)
  })
})
