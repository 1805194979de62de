import type { JsonObject } from '../../cloud/json.ts'
import { code, word } from '../events/written.ts'
import type { Ground, Trouble } from './scenario.ts'
import { editsOf, inBody } from './trouble.ts'

/** The policy looks at attributes, and messages have none. */
export function untagged({ subject: { status, things, consumer }, value, others, pick }: Ground): Trouble {
  const { field } = status
  const policy: JsonObject = { [field]: [value] }
  return {
    policy,
    scope: 'MessageAttributes',
    story: {
      cause: pick([
        `The publisher is a purchased product: it sends JSON documents with a top-level ${word(field)} and sets no message attributes.`,
        `Messages come from a legacy system that puts ${word(field)} at the top level of the JSON document and knows no message attributes.`,
      ]),
      symptom: `Since the policy was added, the queue has received nothing.`,
      want: `The ${consumer} is interested in ${value} ${things} alone.`,
      limit: 'Nothing can be changed in the publisher.',
      quote: `Our queue has been empty since you set the filter`,
    },
    messages: [inBody({ [field]: value }, true), inBody({ [field]: others[0] ?? '' }, false)],
    edits: editsOf([
      [
        `Set the filter policy scope of the subscription to \`MessageBody\``,
        policy,
        { scope: 'MessageBody' },
      ],
      [`Enable raw message delivery for the subscription`, policy, { raw: true }],
      [`Wrap the policy as ${code({ body: policy })} in the same subscription`, { body: policy }],
      [
        `Accept messages without the attribute too, by adding ${code({ exists: false })} to the list`,
        { [field]: [value, { exists: false }] },
      ],
      [`Name the field by its path, as in ${code({ [`$.${field}`]: [value] })}`, { [`$.${field}`]: [value] }],
    ]),
  }
}

/** The fields of the document moved into an object. */
export function nested({
  subject: { status, number, things, consumer },
  value,
  others,
  pick,
}: Ground): Trouble {
  const { field } = status
  const around = pick(['data', 'payload', 'content'])
  const policy: JsonObject = { [field]: [value] }
  const body = (state: string, wanted: boolean) => inBody({ [around]: { [field]: state } }, wanted)
  return {
    policy,
    scope: 'MessageBody',
    story: {
      cause: pick([
        `With version 2 of the message format, ${word(field)} and ${word(number.field)} moved from the top level into an object named ${word(around)}.`,
        `A new envelope puts ${word(field)} and the other fields of the message into an object named ${word(around)}.`,
      ]),
      symptom: `No message has reached the queue since.`,
      want: `The ${consumer} still needs the ${value} ${things}, and no others.`,
      limit: 'The publisher sets no message attributes, and the new format has been agreed with partners.',
      quote: `Not a single message came in after the new format went live`,
    },
    messages: [body(value, true), body(others[0] ?? '', false)],
    edits: editsOf([
      [`Nest the condition in the policy, ${code({ [around]: policy })}`, { [around]: policy }],
      [
        `Write the key as a path, ${code({ [`$.${around}.${field}`]: [value] })}`,
        { [`$.${around}.${field}`]: [value] },
      ],
      [
        'Change the filter policy scope to `MessageAttributes`, and keep the policy',
        policy,
        { scope: 'MessageAttributes' },
      ],
      ['Enable raw message delivery, and keep the policy and its scope', policy, { raw: true }],
    ]),
  }
}
