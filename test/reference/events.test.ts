import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type MatchAnswer, matchEvents } from '../../src/application/match-events.ts'

type Case = { readonly name: string; readonly match?: boolean; readonly invalid?: true }

const read = (file: string): readonly Case[] =>
  JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')).cases

/** The answer without its reason, as the data have it. */
const verdictOf = (answer: MatchAnswer | undefined): Omit<Case, 'name'> =>
  answer !== undefined && 'match' in answer ? { match: answer.match } : { invalid: true }

/** Verdicts from outside: of the matcher that the vendor publishes, and recorded on the services themselves. */
describe.each([
  ['event-ruler.json', 51],
  ['eventbridge-recorded.json', 155],
  ['sns-recorded.json', 94],
])('%s', (file, count) => {
  const cases = read(file)
  const answers = matchEvents({ cases })

  test('every case is there and answered', () => {
    expect(cases).toHaveLength(count)
    expect(answers).toHaveLength(count)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(count)
  })

  test.each(cases.map((one, place) => [one.name, place] as const))('%s', (_, place) => {
    const { match, invalid } = cases[place] ?? {}
    expect(verdictOf(answers[place])).toEqual(invalid ? { invalid } : { match })
  })
})

/**
 * Where the published matcher and the documentation of the services differ, the documentation is followed: the matcher's
 * version 2.0.1 answers the opposite in each of these cases.
 */
describe('the documentation wins', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['an address matches character by character', ['2001:db8::1'], '2001:0db8:0:0:0:0:0:1', false],
    ['a range of IPv4 holds no IPv6 address', [{ cidr: '0.0.0.0/0' }], '2001:db8::1', false],
    ['a range of IPv6 holds no IPv4 address', [{ cidr: '::/1' }], '10.0.0.1', false],
    ['a range of addresses holds no number', [{ cidr: '0.0.0.0/0' }], 3, false],
    ['numbers beyond five billion do not compare', [{ numeric: ['>', 0] }], 6e9, false],
    [
      'a wildcard beside anything-but takes nothing from it',
      [{ wildcard: '*a' }, { 'anything-but': { 'equals-ignore-case': ['abc', 'b'] } }],
      'zz',
      true,
    ],
  ])('%s', (_, entries, value, match) => {
    expect(matchEvents({ pattern: { a: entries }, event: { a: value } })).toEqual([{ match }])
  })

  test.each([
    ['bounds beyond five billion', { numeric: ['>', 6e9] }],
    ['more than six digits after the point', { numeric: ['=', 0.1234567] }],
    ['an operator that is not documented', { exactly: 'x' }],
  ])('%s are refused', (_, entry) => {
    expect(matchEvents({ pattern: { a: [entry] }, event: {} })).toEqual([{ invalid: expect.any(String) }])
  })
})
