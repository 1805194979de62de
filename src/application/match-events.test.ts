import { describe, expect, test } from 'vitest'
import { matchEvents } from './match-events.ts'

const match = { pattern: { a: ['x'] }, event: { a: 'x' } }

describe('matchEvents', () => {
  test('answers come in order, with the ids that were given', () => {
    expect(
      matchEvents([
        { id: 'one', ...match },
        { ...match, event: {} },
        { id: 3, pattern: {}, event: {} },
      ]),
    ).toEqual([
      { id: 'one', match: true },
      { match: false },
      { id: 3, invalid: expect.stringContaining('empty object') },
    ])
  })

  test('one case and an object of cases are taken as well', () => {
    expect(matchEvents(match)).toEqual([{ match: true }])
    expect(matchEvents({ cases: [match, match] })).toHaveLength(2)
  })

  test('what is no case gets its reason, and an id that is no name is left out', () => {
    expect(matchEvents([null, { id: {}, ...match }])).toEqual([
      { invalid: expect.stringContaining('a case is an object') },
      { match: true },
    ])
  })
})
