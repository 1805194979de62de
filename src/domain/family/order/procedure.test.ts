import { expect, test } from 'vitest'
import { hasOneOrder, orderSteps, type Step } from './procedure.ts'

const step = (id: string, after: Step['after'] = {}, role?: Step['role']): Step => ({
  id,
  text: id,
  why: id,
  after,
  ...(role === undefined ? {} : { role }),
})

const chain = [
  step('delete', { check: 'check', copy: 'safety' }, 'removes'),
  step('check', { copy: 'result' }, 'checks'),
  step('copy'),
]

test('steps come after what they need', () => {
  expect(orderSteps(chain)).toEqual(['copy', 'check', 'delete'])
  expect(hasOneOrder(chain)).toBe(true)
})

test('an overlooked reason lets a removal come early or a check late', () => {
  const loose = [
    step('delete', { copy: 'safety' }, 'removes'),
    step('check', { copy: 'result' }, 'checks'),
    step('copy'),
  ]
  expect(orderSteps(loose, { ignored: 'safety', early: 'removes' })).toEqual(['delete', 'copy', 'check'])
  expect(orderSteps(chain, { ignored: 'check', late: 'checks' })).toEqual(['copy', 'delete', 'check'])
})

test('two free steps have no single order, and steps that wait for each other none at all', () => {
  expect(hasOneOrder([step('a'), step('b')])).toBe(false)
  const circle = [step('a', { b: 'result' }), step('b', { a: 'result' })]
  expect(orderSteps(circle)).toEqual([])
  expect(hasOneOrder(circle)).toBe(false)
})
