import { describe, expect, test } from 'vitest'
import { factLines, nextStepOf } from './problem-facts.ts'

const linesOf = (facts: Record<string, unknown>) =>
  factLines({ status: 422, code: 'x', title: '', detail: '', facts })

describe('the facts of a problem', () => {
  test('say what a pool lacks where', () => {
    expect(
      linesOf({
        missing: [
          { domain: 1, needed: 19, available: 15 },
          { task: '2.1', needed: 3, available: 0 },
          { needed: 9, available: 8 },
        ],
      }),
    ).toEqual([
      'Domain 1 needs 19 items and has 15.',
      'Task 2.1 needs 3 items and has 0.',
      'The pool needs 9 items and has 8.',
    ])
  })

  test('say which fields of a profile are wrong', () => {
    expect(
      linesOf({
        problems: [
          { field: 'awsYears', message: 'Write a number of years.' },
          { at: 'items', problem: 'Too big' },
        ],
      }),
    ).toEqual(['Write a number of years.', 'Too big'])
  })

  test('are not repeated where the message already names them', () => {
    expect(
      linesOf({ message: 'Correct 1 field: Write a number.', problems: [{ message: 'Write a number.' }] }),
    ).toEqual([])
  })

  test('are empty where there are none or they have another shape', () => {
    expect(linesOf({})).toEqual([])
    expect(linesOf({ missing: 'much', problems: [{}, { message: 7 }, null, 'x'] })).toEqual([])
  })
})

describe('the next step', () => {
  const step = (code: string, facts = {}) =>
    nextStepOf({ status: 422, code, title: '', detail: 'As the server says.', facts })

  test("is the server's own unless that speaks of the API", () => {
    expect(step('attempt-closed')).toBe('As the server says.')
    expect(step('pool-too-small')).toBe('Ask for fewer items, or for more domains.')
  })

  test('is the message where a refusal brings one', () => {
    expect(step('no-route', { message: 'Nothing fits before the deadline.' })).toBe(
      'Nothing fits before the deadline.',
    )
  })
})
