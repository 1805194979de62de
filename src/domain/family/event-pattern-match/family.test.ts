import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../cloud/json.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { patternMatchModel } from './family.ts'
import type { Detail, PatternScenario } from './sample.ts'

/** The few operators of this family, one value at a time. */
function satisfies(value: Json | undefined, entry: Json): boolean {
  if (typeof entry !== 'object' || entry === null) return value === entry
  const condition = entry as JsonObject
  if (condition.exists === false) return value === undefined
  if (Array.isArray(condition.numeric))
    return typeof value === 'number' && value > Number(condition.numeric[1])
  if (typeof condition.prefix === 'string')
    return typeof value === 'string' && value.startsWith(condition.prefix)
  return value !== undefined && !(condition['anything-but'] as readonly Json[]).includes(value)
}

const byOperators = ({ events, pattern }: PatternScenario): string[] =>
  events
    .filter(({ detail }) =>
      Object.entries(pattern.detail as JsonObject).every(([name, entries]) =>
        (entries as readonly Json[]).some((entry) => satisfies(detail[name], entry)),
      ),
    )
    .map(({ id }) => id)

const page = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html'

const documented = (condition: JsonObject, details: readonly Detail[]): PatternScenario => {
  const scenario = patternMatchModel.sample(seededRandom('documented'), {} as never)
  return {
    ...scenario,
    pattern: { detail: condition },
    events: details.map((detail, index) => ({ id: 'abcd'[index] ?? '', detail })),
  }
}

tryFamily(patternMatchModel, {
  secondRoute: byOperators,
  golden: [
    {
      name: 'anything-but matches any value except those given',
      page,
      scenario: documented({ state: [{ 'anything-but': 'initializing' }] }, [
        { state: 'initializing' },
        { state: 'running' },
      ]),
      answers: ['b'],
    },
    {
      name: 'a numeric range on a number',
      page,
      scenario: documented({ 'c-count': [{ numeric: ['>', 0, '<=', 5] }] }, [
        { 'c-count': 0 },
        { 'c-count': 5 },
      ]),
      answers: ['b'],
    },
  ],
})

describe('event patterns', () => {
  test('a field that the pattern does not name changes nothing', () => {
    const scenario = patternMatchModel.sample(seededRandom('more'), {} as never)
    const events = scenario.events.map(({ id, detail }) => ({ id, detail: { ...detail, unnamed: 'x' } }))
    expect(patternMatchModel.solve({ ...scenario, events }, {} as never)).toEqual(
      patternMatchModel.solve(scenario, {} as never),
    )
  })
})
