import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { matches } from '../events/match.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Detail, PatternScenario } from './sample.ts'

type Seen = { readonly pattern: JsonObject; readonly detail: Detail }

/** The whole event of a detail. */
const eventOf = ({ subject }: PatternScenario, detail: Detail): JsonObject => ({
  source: subject.source,
  'detail-type': subject.detailType,
  detail,
})

const matchingWhen =
  (ablate: (seen: Seen, scenario: PatternScenario) => readonly Seen[]) =>
  (scenario: PatternScenario): Answers =>
    scenario.events
      .filter(({ detail }) =>
        ablate({ pattern: scenario.pattern, detail }, scenario).some((seen) =>
          matches({ pattern: seen.pattern, event: eventOf(scenario, seen.detail) }),
        ),
      )
      .map(({ id }) => id)

/** The events that the rule matches. */
export const solvePattern = matchingWhen((seen) => [seen])

const conditionsOf = ({ detail }: JsonObject): JsonObject => (isJsonObject(detail) ? detail : {})

const withConditions = ({ pattern, detail }: Seen, change: (condition: Json) => Json): Seen => ({
  pattern: {
    ...pattern,
    detail: Object.fromEntries(
      Object.entries(conditionsOf(pattern)).map(([name, value]) => [name, change(value)]),
    ),
  },
  detail,
})

const withDetail = ({ pattern, detail }: Seen, change: (value: Json) => Json): Seen => ({
  pattern,
  detail: Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, change(value)])),
})

const firstOf = (condition: Json): JsonObject | null => {
  const entry = Array.isArray(condition) ? (condition[0] as Json) : null
  return isJsonObject(entry) ? entry : null
}

const lower = (value: Json): Json => (typeof value === 'string' ? value.toLowerCase() : value)

/** Beliefs about event patterns. */
export const patternMisconceptions: readonly Misconception<PatternScenario>[] = [
  {
    id: 'any-field-enough',
    statement: 'An event matches when one of the fields in the pattern matches.',
    solve: matchingWhen(({ pattern, detail }) =>
      Object.entries(conditionsOf(pattern)).map(([name, condition]) => ({
        pattern: { ...pattern, detail: { [name]: condition } },
        detail,
      })),
    ),
  },
  {
    id: 'text-is-number',
    statement: 'A number that is written as text satisfies a numeric comparison.',
    solve: matchingWhen((seen) => [
      withDetail(seen, (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)),
    ]),
  },
  {
    id: 'bound-included',
    statement: 'A comparison with ">" includes the bound.',
    solve: matchingWhen((seen) => [
      withConditions(seen, (condition) => {
        const numeric = firstOf(condition)?.numeric
        return Array.isArray(numeric) ? [{ numeric: ['>=', numeric[1] as Json] }] : condition
      }),
    ]),
  },
  {
    id: 'case-ignored',
    statement: 'Values match without regard to upper and lower case.',
    solve: matchingWhen((seen) => [
      withDetail(
        withConditions(seen, (condition) => {
          if (!Array.isArray(condition)) return condition
          const entry = firstOf(condition)
          return entry?.prefix === undefined
            ? (condition as Json[]).map(lower)
            : [{ prefix: lower(entry.prefix as Json) }]
        }),
        lower,
      ),
    ]),
  },
  {
    id: 'absent-is-anything-but',
    statement: 'A field that is absent satisfies anything-but, since it has none of the excluded values.',
    solve: matchingWhen((seen, { subject }) => [
      { ...seen, detail: { [subject.place.field]: 'elsewhere', ...seen.detail } },
    ]),
  },
  {
    id: 'prefix-anywhere',
    statement: 'A prefix may stand anywhere in the value.',
    solve: matchingWhen((seen) => [
      withConditions(seen, (condition) => {
        const prefix = firstOf(condition)?.prefix
        return typeof prefix === 'string' ? [{ wildcard: `*${prefix}*` }] : condition
      }),
    ]),
  },
  {
    id: 'null-is-absent',
    statement: 'A field with the value null counts as absent.',
    solve: matchingWhen(({ pattern, detail }) => [
      { pattern, detail: Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null)) },
    ]),
  },
]
