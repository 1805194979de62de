import type { Json, JsonObject } from '../../cloud/json.ts'
import { code, word } from '../events/written.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { capitalised, withCommas } from '../parts/words.ts'
import type { Case, Story } from './scenario.ts'
import { secondCriterion, twoExcluded } from './several-conditions.ts'
import { editsOf, type Ground, type Trouble, unwanted, wanted } from './trouble.ts'

function otherCase({ random, subject: { status, thing, things, consumer }, value, others }: Ground): Trouble {
  const { field } = status
  const [capital, upper] = [capitalised(value), value.toUpperCase()]
  const detail: JsonObject = { [field]: [value] }
  const story: Story = {
    cause: pick(random, [
      `Two acquired subsidiaries now publish to the same bus and write ${word(field)} as \`${capital}\` or \`${upper}\`.`,
      `Since last week, ${things} also come from a partner, whose software writes \`${capital}\` or \`${upper}\` in ${word(field)}.`,
    ]),
    symptom: `Their ${things} do not arrive at the ${consumer}.`,
    want: `Each ${thing} with this ${field} has to arrive, however it is spelled in capitals, and other values of ${word(field)} have to stay out.`,
    limit: 'The publishers cannot be changed this quarter.',
    quote: `We see our own ${value} ${things}, but not those of the new colleagues`,
  }
  return {
    ...{ story, detail, field },
    cases: [
      ...[value, capital, upper].map((state) => wanted({ [field]: state })),
      ...others.flatMap((state) => [state, capitalised(state)]).map((state) => unwanted({ [field]: state })),
    ],
    edits: editsOf(detail, field, [
      [
        `Match the value with ${code({ 'equals-ignore-case': value })} instead of the plain text`,
        [{ 'equals-ignore-case': value }],
      ],
      [`Match its beginning with ${code({ prefix: value.slice(0, -2) })}`, [{ prefix: value.slice(0, -2) }]],
      [`Exclude the other values with ${code({ 'anything-but': others })}`, [{ 'anything-but': others }]],
      [`Write the value as ${code(`(?i)${value}`)}, so that case is ignored`, [`(?i)${value}`]],
      [`Match its ending with ${code({ suffix: value.slice(1) })}`, [{ suffix: value.slice(1) }]],
    ]),
  }
}

function absentPlace({
  random,
  subject: { status, place, thing, things, consumer },
  value,
  others,
}: Ground): Trouble {
  const { field } = place
  const [out = '', inside = ''] = pickSome(random, place.values, 2)
  const detail: JsonObject = { [status.field]: [value], [field]: [{ 'anything-but': [out] }] }
  const open: Json = { 'anything-but': [out] }
  const story: Story = {
    cause: pick(random, [
      `A mobile app has started to publish ${things} too, and its events have no ${word(field)} field.`,
      `With the latest release, the publisher leaves out ${word(field)} where it does not know it.`,
    ]),
    symptom: `Events without the field do not reach the ${consumer}.`,
    want: `It needs each ${value} ${thing} except those of \`${out}\`, with or without the field.`,
    limit: 'The developers of the publisher have no time before the next season.',
    quote: `Some of the ${value} ${things} that customers ask us about were not in our list`,
  }
  return {
    ...{ story, detail, field },
    cases: [
      wanted({ [status.field]: value }),
      wanted({ [status.field]: value, [field]: inside }),
      unwanted({ [status.field]: value, [field]: out }),
      unwanted({ [status.field]: others[0] ?? '' }),
    ],
    edits: editsOf(detail, field, [
      [
        `Add ${code({ exists: false })} as a second entry of the ${word(field)} list`,
        [open, { exists: false }],
      ],
      [`Add ${code(null)} as a second entry of the ${word(field)} list`, [open, null]],
      [`Add an empty text, ${code('')}, as a second entry of the ${word(field)} list`, [open, '']],
      [`Extend the exclusion to ${code({ 'anything-but': [out, ''] })}`, [{ 'anything-but': [out, ''] }]],
      [
        `Exclude by prefix with ${code({ 'anything-but': { prefix: out } })}`,
        [{ 'anything-but': { prefix: out } }],
      ],
    ]),
  }
}

function prefixInside({ random, subject: { status, number, things, consumer }, value }: Ground): Trouble {
  const { field, prefix, otherPrefix } = number
  const region = pick(random, ['EU', 'NORD', 'UK', 'CH'])
  const detail: JsonObject = { [status.field]: [value], [field]: [{ prefix }] }
  const numbered = (start: string) => ({
    [status.field]: value,
    [field]: `${start}${between(random, 1000, 9999)}`,
  })
  const example = numbered(`${region}-${prefix}`)
  const story: Story = {
    cause: pick(random, [
      `After a reform of the numbers, some begin with a region, as in \`${example[field]}\`, and older ones are still in use.`,
      `A branch that joined in spring puts its code in front, as in \`${example[field]}\`, and the others keep the old form.`,
    ]),
    symptom: `The new form is missing at the ${consumer}.`,
    want: `Both forms have to reach the ${consumer}, whatever code stands in front, but no ${things} with \`${otherPrefix}\` in the number.`,
    limit: 'Further codes will follow, and the rule is not to be edited for each of them.',
    quote: `We are still waiting for the ${value} ${things} of the new branch`,
  }
  return {
    ...{ story, detail, field },
    cases: [
      wanted(numbered(prefix)),
      wanted(example),
      wanted(numbered(`NEW-${prefix}`)),
      unwanted(numbered(otherPrefix)),
      unwanted(numbered(`${region}-${otherPrefix}`)),
    ],
    edits: editsOf(detail, field, [
      [`Replace the prefix by ${code({ wildcard: `*${prefix}*` })}`, [{ wildcard: `*${prefix}*` }]],
      [`Replace the prefix by the text ${code(`.*${prefix}.*`)}`, [`.*${prefix}.*`]],
      [
        `Let the prefix begin with an asterisk, ${code({ prefix: `*${prefix}` })}`,
        [{ prefix: `*${prefix}` }],
      ],
      [`Add a second entry ${code({ prefix: `-${prefix}` })}`, [{ prefix }, { prefix: `-${prefix}` }]],
      [`Add a second entry ${code({ suffix: prefix })}`, [{ prefix }, { suffix: prefix }]],
    ]),
  }
}

function numberAsText({ random, subject: { amount, things, thing, consumer } }: Ground): Trouble {
  const { field, low, high } = amount
  const bound = between(random, low, Math.round(high * 0.6))
  const [above, below] = [between(random, bound + 1, high), between(random, 1, bound - 1)]
  const detail: JsonObject = { [field]: [{ numeric: ['>', bound] }] }
  const cases = (write: (value: number) => Json): readonly Case[] => [
    wanted({ [field]: write(above) }),
    unwanted({ [field]: write(below) }),
  ]
  const story: Story = {
    cause: pick(random, [
      `Since the publisher was rewritten, an event reads \`"${field}": "${above}"\`.`,
      `The new version of the publisher sends \`"${field}": "${above}"\`, where the old one sent \`${above}\` without quotation marks.`,
    ]),
    symptom: `The ${consumer} has received nothing from it.`,
    want: `Each ${thing} with a ${field} above ${withCommas(bound)} must reach the ${consumer}, and smaller ones must not.`,
    limit: `The ${consumer} pays for each notification.`,
    quote: `Not one of the large ${things} has come through since Monday`,
  }
  return {
    ...{ story, detail, field },
    cases: cases(String),
    edits: editsOf(detail, field, [
      [
        `Have the publisher write ${word(field)} as a JSON number again`,
        detail[field] ?? [],
        { cases: cases(Number) },
      ],
      [`Compare with ${code({ numeric: ['>=', bound + 1] })} instead`, [{ numeric: ['>=', bound + 1] }]],
      [
        `Close the range with ${code({ numeric: ['>', bound, '<=', high * 1000] })}`,
        [{ numeric: ['>', bound, '<=', high * 1000] }],
      ],
      [
        `Add an input transformer to the target that passes ${word(field)} on without quotation marks`,
        detail[field] ?? [],
        { transformed: field },
      ],
    ]),
  }
}

function nullFlag({ random, subject: { status, flag, things, consumer }, value }: Ground): Trouble {
  const { field } = flag
  const detail: JsonObject = { [status.field]: [value], [field]: [{ exists: false }] }
  const story: Story = {
    cause: pick(random, [
      `Of two publishers, the older one leaves ${word(field)} out when there is no value, and the newer one sends \`"${field}": null\`.`,
      `A new serializer writes \`"${field}": null\` where the old one, still in use at two sites, omits the field.`,
    ]),
    symptom: `${capitalised(things)} with the null value are missing at the ${consumer}.`,
    want: `The ${consumer} handles ${value} ${things} that have no value for ${word(field)}, in either form, and nothing with a value such as \`${flag.value}\`.`,
    limit: 'Both publishers are products of vendors.',
    quote: `About half of our ${things} have vanished`,
  }
  return {
    ...{ story, detail, field },
    cases: [
      wanted({ [status.field]: value }),
      wanted({ [status.field]: value, [field]: null }),
      unwanted({ [status.field]: value, [field]: flag.value }),
    ],
    edits: editsOf(detail, field, [
      [`Add ${code(null)} to the list, beside ${code({ exists: false })}`, [{ exists: false }, null]],
      [`Replace the entry of the list by ${code(null)}`, [null]],
      [`Add an empty text, ${code('')}, beside ${code({ exists: false })}`, [{ exists: false }, '']],
      [`Add the text ${code('null')} beside ${code({ exists: false })}`, [{ exists: false }, 'null']],
    ]),
  }
}

/** Troubles by name. */
export const troubles: Readonly<Record<string, (ground: Ground) => Trouble>> = {
  ...{ otherCase, absentPlace, twoExcluded, secondCriterion, prefixInside, numberAsText, nullFlag },
}
