import { matchCase } from '../../cloud/events/match-case.ts'
import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { asExpressions, lowerCase, withEntries } from '../events/entries.ts'
import type { Answers, Misconception } from '../types.ts'
import { attributeOf, type Edit, type FilterScenario, type Message, type Scope } from './scenario.ts'

/** What decides about one message after an edit. */
type Seen = Pick<Message, 'attributes' | 'body'> & {
  readonly policy: JsonObject
  readonly scope: Scope
  readonly edit: Edit
}

/** Whether SNS delivers; a policy that it refuses delivers nothing. */
function delivers({ policy, scope, attributes, body }: Seen): boolean {
  const published = Object.entries(attributes).map(([name, { type, value }]) => [
    name,
    { DataType: type, StringValue: value },
  ])
  const asked = { policy, scope, attributes: Object.fromEntries(published), body: JSON.stringify(body) }
  const answer = matchCase(asked)
  return answer.ok && answer.value
}

/** The messages as they are after an edit. */
export const messagesAfter = (edit: Edit, { messages }: FilterScenario): readonly Message[] =>
  edit.messages ?? messages

/** The first message that an edit gets wrong; undefined for one that mends the subscription. */
export const failingMessage = (
  edit: Edit,
  scenario: FilterScenario,
  view: (seen: Seen) => boolean = delivers,
): Message | undefined =>
  messagesAfter(edit, scenario).find(
    ({ attributes, body, wanted }) =>
      view({ policy: edit.policy, scope: edit.scope ?? scenario.scope, attributes, body, edit }) !== wanted,
  )

const mendedWhen =
  (view: (seen: Seen) => boolean) =>
  (scenario: FilterScenario): Answers =>
    scenario.edits.filter((edit) => failingMessage(edit, scenario, view) === undefined).map(({ id }) => id)

/** The edits after which the queue receives what is wanted. */
export const solveFilter = mendedWhen(delivers)

/** The fields of a document as attributes, those of inner objects included. */
const flat = (body: JsonObject): Message['attributes'] =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      isJsonObject(value) ? Object.entries(flat(value)) : [[name, attributeOf(value)]],
    ),
  )

const valuesOf = ({ attributes }: Seen): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]))

/** Attributes that look like numbers with the type Number. */
const withNumbers = (attributes: Message['attributes']): Message['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { type, value }]) => [
      name,
      { type: /^\d+$/.test(value) ? ('Number' as const) : type, value },
    ]),
  )

const withAbsent = (policy: JsonObject, sign: Json): JsonObject =>
  withEntries(policy, (entry) => (entry === sign ? [sign, { exists: false }] : [entry]))

/** A policy whose keys with a path are nested objects; the key `body` stands for the document. */
function unfolded(policy: JsonObject): JsonObject {
  const entries = Object.entries(policy).flatMap(([name, condition]): [string, Json][] => {
    if (name === 'body' && isJsonObject(condition)) return Object.entries(condition)
    const [first = '', ...rest] = name.replace(/^\$\./, '').split('.')
    return [[first, rest.reduceRight<Json>((inner, step) => ({ [step]: inner }), condition)]]
  })
  return Object.fromEntries(entries)
}

/** Whether an entry that stands under one key is met by another attribute. */
const crossing = (seen: Seen): boolean =>
  Object.entries(seen.policy).every(([, condition]) =>
    Object.keys(seen.attributes).some((name) => delivers({ ...seen, policy: { [name]: condition } })),
  )

/** Beliefs about filter policies. */
export const filterMisconceptions: readonly Misconception<FilterScenario>[] = [
  {
    id: 'raw-shows-more',
    statement: 'With raw message delivery, the filter sees the document and the values as they were sent.',
    solve: mendedWhen((seen) => {
      const fields = flat(seen.body)
      return seen.edit.raw === true
        ? delivers({
            ...seen,
            scope: 'MessageAttributes',
            attributes: withNumbers({ ...fields, ...seen.attributes }),
          })
        : delivers(seen)
    }),
  },
  {
    id: 'path-in-key',
    statement: 'A key of a policy can name a place in the document by a path.',
    solve: mendedWhen((seen) => {
      const policy = unfolded(seen.policy)
      const isPath = JSON.stringify(policy) !== JSON.stringify(seen.policy)
      return delivers(isPath ? { ...seen, policy, scope: 'MessageBody' } : seen)
    }),
  },
  {
    id: 'fields-are-attributes',
    statement: 'Where a message has no attributes, its fields are taken for attributes.',
    solve: mendedWhen((seen) =>
      delivers({ ...seen, attributes: { ...flat(seen.body), ...seen.attributes } }),
    ),
  },
  {
    id: 'absent-is-null',
    statement: 'A null in a policy also matches an attribute that is absent.',
    solve: mendedWhen((seen) => delivers({ ...seen, policy: withAbsent(seen.policy, null) })),
  },
  {
    id: 'absent-is-empty',
    statement: 'An empty text in a policy matches an attribute that is absent.',
    solve: mendedWhen((seen) => delivers({ ...seen, policy: withAbsent(seen.policy, '') })),
  },
  {
    id: 'absent-passes-exclusion',
    statement: 'An attribute that is absent has none of the excluded values and satisfies anything-but.',
    solve: mendedWhen((seen) => {
      const elsewhere = Object.keys(seen.policy).map((name) => [name, attributeOf('elsewhere')])
      return delivers({ ...seen, attributes: { ...Object.fromEntries(elsewhere), ...seen.attributes } })
    }),
  },
  {
    id: 'text-is-number',
    statement: 'An attribute of type String satisfies a numeric condition when its text is a number.',
    solve: mendedWhen((seen) => delivers({ ...seen, attributes: withNumbers(seen.attributes) })),
  },
  {
    id: 'any-key-enough',
    statement: 'A message is delivered when one key of the policy matches.',
    solve: mendedWhen((seen) =>
      Object.entries(seen.policy).some(([name, condition]) =>
        delivers({ ...seen, policy: { [name]: condition } }),
      ),
    ),
  },
  {
    id: 'second-subscription',
    statement: 'A queue can be subscribed to a topic several times, each time with a policy of its own.',
    solve: mendedWhen(
      (seen) =>
        delivers(seen) || (seen.edit.second !== undefined && delivers({ ...seen, policy: seen.edit.second })),
    ),
  },
  {
    id: 'entry-for-any-attribute',
    statement: 'An entry of a list can be met by any attribute of the message.',
    solve: mendedWhen(crossing),
  },
  {
    id: 'case-ignored',
    statement: 'Values, prefixes and exclusions are compared without regard to upper and lower case.',
    solve: mendedWhen((seen) => {
      const values = Object.entries(seen.attributes).map(([name, { type, value }]) => [
        name,
        { type, value: value.toLowerCase() },
      ])
      return delivers({ ...seen, policy: lowerCase(seen.policy), attributes: Object.fromEntries(values) })
    }),
  },
  {
    id: 'plain-is-expression',
    statement: 'A text in a policy is read as a regular expression.',
    solve: mendedWhen((seen) => delivers({ ...seen, policy: asExpressions(seen.policy, valuesOf(seen)) })),
  },
]
