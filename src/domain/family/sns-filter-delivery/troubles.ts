import type { Json, JsonObject } from '../../cloud/json.ts'
import { code, word } from '../events/written.ts'
import { capitalised, withCommas } from '../parts/words.ts'
import { nested, untagged } from './document-troubles.ts'
import type { Ground, Message, Trouble } from './scenario.ts'
import { editsOf, tagged } from './trouble.ts'

function missing({ subject: { status, place, thing, consumer }, value, pick }: Ground): Trouble {
  const { field } = place
  const out = pick(place.values)
  const inside = pick(place.values.filter((each) => each !== out))
  const rest: JsonObject = { [status.field]: [value] }
  const but: Json = { 'anything-but': [out] }
  const withPlace = (entries: Json): JsonObject => ({ ...rest, [field]: entries })
  return {
    policy: withPlace([but]),
    scope: 'MessageAttributes',
    story: {
      cause: pick([
        `One of the publishers, a mobile app, does not set the attribute ${word(field)}.`,
        `Messages of an acquired company arrive without the attribute ${word(field)}.`,
      ]),
      symptom: `Its messages are not delivered.`,
      want: `The ${consumer} needs each ${value} ${thing} except those of \`${out}\`, whether or not ${word(field)} is set.`,
      limit: 'Its developers are busy until the end of the quarter.',
      quote: `What customers enter in the app does not get to us`,
    },
    messages: [
      tagged({ [status.field]: value, [field]: inside }, true),
      tagged({ [status.field]: value }, true),
      tagged({ [status.field]: value, [field]: out }, false),
    ],
    edits: editsOf([
      [`Add ${code({ exists: false })} to the list of ${word(field)}`, withPlace([but, { exists: false }])],
      [`Add ${code(null)} to the list of ${word(field)}`, withPlace([but, null])],
      [`Add an empty text, ${code('')}, to the list of ${word(field)}`, withPlace([but, ''])],
      [
        `Exclude by prefix, with ${code({ 'anything-but': { prefix: out } })}`,
        withPlace([{ 'anything-but': { prefix: out } }]),
      ],
    ]),
  }
}

function mistyped({ subject: { amount, things, thing, consumer }, pick, between }: Ground): Trouble {
  const { field, low, high } = amount
  const bound = between(low, Math.round(high * 0.6))
  const [above, below] = [between(bound + 1, high), between(1, bound - 1)]
  const policy: JsonObject = { [field]: [{ numeric: ['>', bound] }] }
  const messages = (write: (value: number) => Json): readonly Message[] => [
    tagged({ [field]: write(above) }, true),
    tagged({ [field]: write(below) }, false),
  ]
  const other = (numeric: Json): JsonObject => ({ [field]: [{ numeric }] })
  return {
    policy,
    scope: 'MessageAttributes',
    story: {
      cause: pick([
        `In a message from the log, the attribute ${word(field)} has the data type String and the value ${above}.`,
        `The publisher passes the attribute ${word(field)} with the data type String, for example ${above}.`,
      ]),
      symptom: `The dead-letter queue is empty, and so is the queue.`,
      want: `Each ${thing} with a ${field} above ${withCommas(bound)} must arrive, and smaller ones must not.`,
      limit: `The ${consumer} owns both the publisher and the subscription.`,
      quote: `We get no ${things} whatever, although some of them are large`,
    },
    messages: messages(String),
    edits: editsOf([
      [`Publish the attribute with the data type Number`, policy, { messages: messages(Number) }],
      [`Compare with ${code({ numeric: ['>=', bound + 1] })} in the policy`, other(['>=', bound + 1])],
      [
        `Close the range with ${code({ numeric: ['>', bound, '<=', high * 1000] })}`,
        other(['>', bound, '<=', high * 1000]),
      ],
      ['Enable raw message delivery, so that attributes keep their values', policy, { raw: true }],
    ]),
  }
}

function either({
  subject: { status, amount, thing, things, consumer },
  value,
  others,
  pick,
  between,
}: Ground): Trouble {
  const bound = between(Math.round(amount.high * 0.5), amount.high)
  const [above, below] = [bound + between(1, 40), between(1, bound - 1)]
  const other = others[0] ?? ''
  const large: Json = { numeric: ['>', bound] }
  const [byStatus, byAmount]: readonly JsonObject[] = [
    { [status.field]: [value] },
    { [amount.field]: [large] },
  ]
  const policy = byStatus ?? {}
  const message = (state: string, size: number, wanted: boolean) =>
    tagged({ [status.field]: state, [amount.field]: size }, wanted)
  return {
    policy,
    scope: 'MessageAttributes',
    story: {
      cause: pick([
        `After an audit, ${things} with a ${amount.field} above ${withCommas(bound)} have to be looked at as well, whatever their ${status.field}.`,
        `From next month, the ${consumer} also handles ${things} whose ${amount.field} exceeds ${withCommas(bound)}.`,
      ]),
      symptom: `So far the queue receives ${value} ${things}.`,
      want: `Each ${thing} that meets one of the two criteria is to be delivered, and those that meet neither are not.`,
      limit: 'Publishers set both values as message attributes of a fitting type.',
      quote: `We need the large ${things} too, not just the ${value} ones`,
    },
    messages: [
      message(value, below, true),
      message(other, above, true),
      message(value, above, true),
      message(other, below, false),
    ],
    edits: editsOf([
      [
        `Combine a condition on ${word(status.field)} and one on ${word(amount.field)} in a list named \`$or\``,
        { $or: [byStatus ?? {}, byAmount ?? {}] },
      ],
      [
        `Add a condition on ${word(amount.field)} as a second key of the policy`,
        { ...byStatus, ...byAmount },
      ],
      [
        `Subscribe the queue to the topic a second time, with a policy on ${word(amount.field)}`,
        policy,
        { second: byAmount ?? {} },
      ],
      [
        `Add ${code(large)} as a second entry of the ${word(status.field)} list`,
        { [status.field]: [value, large] },
      ],
    ]),
  }
}

function spelled({ subject: { status, things, consumer }, value, others, pick }: Ground): Trouble {
  const { field } = status
  const policy: JsonObject = { [field]: [value] }
  const listed = (entry: Json): JsonObject => ({ [field]: [entry] })
  const [capital, upper] = [capitalised(value), value.toUpperCase()]
  return {
    policy,
    scope: 'MessageAttributes',
    story: {
      cause: pick([
        `Some branches set the attribute ${word(field)} to \`${capital}\`, others to \`${upper}\` or \`${value}\`.`,
        `A partner that publishes to the topic since May writes \`${capital}\` or \`${upper}\` in the attribute ${word(field)}.`,
      ]),
      symptom: `The queue receives one of the spellings.`,
      want: `The ${consumer} has to receive these ${things} in each spelling, and no other ${things}.`,
      limit: 'Their programs will not be changed.',
      quote: `We see ${things} of some branches and not of others`,
    },
    messages: [
      ...[value, capital, upper].map((state) => tagged({ [field]: state }, true)),
      ...others
        .flatMap((state) => [state, capitalised(state)])
        .map((state) => tagged({ [field]: state }, false)),
    ],
    edits: editsOf([
      [
        `Match the value with ${code({ 'equals-ignore-case': value })}`,
        listed({ 'equals-ignore-case': value }),
      ],
      [
        `Match its beginning with ${code({ prefix: value.slice(0, -2) })}`,
        listed({ prefix: value.slice(0, -2) }),
      ],
      [
        `Exclude the other values with ${code({ 'anything-but': others })}`,
        listed({ 'anything-but': others }),
      ],
      [`Write the value as ${code(`(?i)${value}`)}, so that case is ignored`, listed(`(?i)${value}`)],
    ]),
  }
}

/** Troubles by name. */
export const troubles: Readonly<Record<string, (ground: Ground) => Trouble>> = {
  ...{ untagged, nested, missing, mistyped, either, spelled },
}
