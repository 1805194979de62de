import type { Json, JsonObject } from '../../cloud/json.ts'
import { matches } from '../events/match.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Attribute, FilterScenario, Published } from './sample.ts'

type Seen = Pick<Published, 'attributes' | 'body'> & { readonly policy: JsonObject }

const asPublished = (attributes: Seen['attributes']): JsonObject =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { type, value }]) => [
      name,
      { DataType: type, StringValue: value },
    ]),
  )

const passes = ({ policy, attributes, body }: Seen): boolean =>
  matches({ policy, attributes: asPublished(attributes), body: JSON.stringify(body) })

const deliveredWhen =
  (ablate: (seen: Seen, scenario: FilterScenario) => readonly Seen[]) =>
  (scenario: FilterScenario): Answers =>
    scenario.messages
      .filter(({ attributes, body }) =>
        ablate({ policy: scenario.policy, attributes, body }, scenario).some(passes),
      )
      .map(({ id }) => id)

/** The messages that the subscription receives. */
export const solveFilter = deliveredWhen((seen) => [seen])

const withAttributes = (seen: Seen, change: (attribute: Attribute) => Attribute): Seen => ({
  ...seen,
  attributes: Object.fromEntries(
    Object.entries(seen.attributes).map(([name, value]) => [name, change(value)]),
  ),
})

const keysThat = (policy: JsonObject, test: (name: string) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(policy).filter(([name]) => test(name)))

/** The policy with "<" that includes its bound. */
const withBound = (policy: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(policy).replaceAll('"numeric":["<"', '"numeric":["<="')) as JsonObject

const lowerCase = (policy: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(policy).map(([name, entries]) => [
      name,
      Array.isArray(entries)
        ? (entries as Json[]).map((entry) => (typeof entry === 'string' ? entry.toLowerCase() : entry))
        : entries,
    ]),
  )

/** Beliefs about filter policies on message attributes. */
export const filterMisconceptions: readonly Misconception<FilterScenario>[] = [
  {
    id: 'text-is-number',
    statement: 'An attribute of type String satisfies a numeric condition when its text is a number.',
    solve: deliveredWhen((seen) => [
      withAttributes(seen, (attribute) =>
        /^\d+$/.test(attribute.value) ? { ...attribute, type: 'Number' } : attribute,
      ),
    ]),
  },
  {
    id: 'absent-attribute-passes',
    statement: 'A key of the policy that a message lacks is not compared.',
    solve: deliveredWhen((seen) => [
      { ...seen, policy: keysThat(seen.policy, (name) => name in seen.attributes) },
    ]),
  },
  {
    id: 'body-counts',
    statement: 'A policy on attributes also finds its keys in the body of the message.',
    solve: deliveredWhen((seen) => [
      {
        ...seen,
        attributes: {
          ...Object.fromEntries(
            Object.entries(seen.body).map(([name, value]) => [
              name,
              { type: 'String' as const, value: String(value) },
            ]),
          ),
          ...seen.attributes,
        },
      },
    ]),
  },
  {
    id: 'any-key-enough',
    statement: 'A message is delivered when one key of the policy matches.',
    solve: deliveredWhen((seen) =>
      Object.keys(seen.policy).map((key) => ({
        ...seen,
        policy: keysThat(seen.policy, (name) => name === key),
      })),
    ),
  },
  {
    id: 'case-ignored',
    statement: 'Values are compared without regard to upper and lower case.',
    solve: deliveredWhen((seen, { subject }) => [
      {
        ...withAttributes(seen, (attribute) =>
          subject.status.values.includes(attribute.value.toLowerCase())
            ? { ...attribute, value: attribute.value.toLowerCase() }
            : attribute,
        ),
        policy: {
          ...seen.policy,
          [subject.status.field]: lowerCase(seen.policy)[subject.status.field] ?? [],
        },
      },
    ]),
  },
  {
    id: 'bound-included',
    statement: 'A comparison with "<" includes the bound.',
    solve: deliveredWhen((seen) => [{ ...seen, policy: withBound(seen.policy) }]),
  },
]
