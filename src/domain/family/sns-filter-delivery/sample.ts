import type { Json, JsonObject } from '../../cloud/json.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { type Subject, subjects } from '../events/subjects.ts'
import { between, pick, pickSome } from '../parts/draw.ts'

/** An attribute of a message as it is published. */
export type Attribute = { readonly type: 'String' | 'Number' | 'String.Array'; readonly value: string }

/** A message: attributes by name, and the fields of its JSON body. */
export type Published = {
  readonly id: string
  readonly attributes: Readonly<Record<string, Attribute>>
  readonly body: JsonObject
}

/** A filter policy on attributes and four messages. */
export type FilterScenario = {
  readonly rendering: number
  readonly subject: Subject
  readonly policy: JsonObject
  readonly messages: readonly Published[]
}

type Attributes = Record<string, Attribute>
type Message = { readonly attributes: Attributes; readonly body: Record<string, Json> }

const traps = [
  'text-for-number',
  'attribute-missing',
  'in-body',
  'one-key-wrong',
  'other-case',
  'at-the-bound',
] as const
type Trap = (typeof traps)[number]

type Ground = {
  readonly random: SeededRandom
  readonly subject: Subject
  readonly wanted: readonly string[]
  readonly bound: number
  readonly excluded: readonly string[]
}

const text = (value: string): Attribute => ({ type: 'String', value })

function delivered({ random, subject, wanted, bound, excluded }: Ground): Message {
  const free = subject.place.values.filter((value) => !excluded.includes(value))
  return {
    attributes: {
      [subject.status.field]: text(pick(random, wanted)),
      [subject.amount.field]: {
        type: 'Number',
        value: String(bound - between(random, 1, Math.max(3, Math.round(bound * 0.6)))),
      },
      [subject.place.field]: text(pick(random, free)),
    },
    body: {},
  }
}

const without = (attributes: Attributes, field: string): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== field))

const changed = ({ attributes, body }: Message, field: string, change: Partial<Attribute>): Message => ({
  attributes: { ...attributes, [field]: { ...text(''), ...attributes[field], ...change } },
  body,
})

const spoil: Readonly<Record<Trap, (message: Message, ground: Ground) => Message>> = {
  'text-for-number': (message, { subject: { amount } }) => changed(message, amount.field, { type: 'String' }),
  'attribute-missing': ({ attributes, body }, { subject: { place } }) => ({
    attributes: without(attributes, place.field),
    body,
  }),
  'in-body': ({ attributes, body }, { random, subject: { status, place } }) => {
    const { field } = pick(random, [status, place])
    return {
      attributes: without(attributes, field),
      body: { ...body, [field]: attributes[field]?.value ?? '' },
    }
  },
  'one-key-wrong': (message, { random, subject: { status }, wanted }) =>
    changed(message, status.field, {
      value: pick(
        random,
        status.values.filter((value) => !wanted.includes(value)),
      ),
    }),
  'other-case': (message, { subject: { status } }) => {
    const value = message.attributes[status.field]?.value ?? ''
    return changed(message, status.field, { value: value.charAt(0).toUpperCase() + value.slice(1) })
  },
  'at-the-bound': (message, { subject: { amount }, bound }) =>
    changed(message, amount.field, { value: String(bound) }),
}

/** Draws a policy, a message that it lets through, and three that it does not. */
export function sampleFilter(random: SeededRandom): FilterScenario {
  const subject = pick(random, subjects)
  const { low, high } = subject.amount
  const ground: Ground = {
    random,
    subject,
    wanted: pickSome(random, subject.status.values, 2),
    bound: between(random, low + Math.round(low / 2), high),
    excluded: pickSome(random, subject.place.values, pick(random, [1, 2])),
  }
  const messages = [
    delivered(ground),
    ...pickSome(random, traps, 3).map((trap) => spoil[trap](delivered(ground), ground)),
  ]
  return {
    rendering: random.integer(3),
    subject,
    policy: {
      [subject.status.field]: ground.wanted,
      [subject.amount.field]: [{ numeric: ['<', ground.bound] }],
      [subject.place.field]: [{ 'anything-but': ground.excluded }],
    },
    messages: shuffle(messages, random).map((message, index) => ({ id: 'abcd'[index] ?? '', ...message })),
  }
}
