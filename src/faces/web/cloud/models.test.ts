import { expect, test } from 'vitest'
import { listCalculations } from '../../../application/estimate-capacity.ts'
import { listSimulations } from '../../../application/simulate-time.ts'
import { models } from './models.ts'

const kindsOf = (model: string) => models.find(({ name }) => name === model)?.kinds

test('the pages name every simulation and every calculation', () => {
  expect(kindsOf('time')).toEqual(listSimulations().map(({ name }) => name))
  expect(kindsOf('capacity')).toEqual(listCalculations().map(({ name }) => name))
})

test('every model has at least two examples, each with a title of its own', () => {
  for (const { examples } of models) {
    expect(examples.length).toBeGreaterThan(1)
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length)
  }
})
