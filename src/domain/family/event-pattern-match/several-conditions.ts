import type { Json, JsonObject } from '../../cloud/json.ts'
import { code, word } from '../events/written.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { withCommas } from '../parts/words.ts'
import type { Story } from './scenario.ts'
import { editsOf, type Ground, type Trouble, unwanted, wanted } from './trouble.ts'

/** Two values are to be left out, and the rule lets both through. */
export function twoExcluded({
  random,
  subject: { status, place, thing, things, consumer },
  value,
}: Ground): Trouble {
  const { field } = place
  const [first = '', second = '', inside = ''] = pickSome(random, place.values, 3)
  const but = (out: Json): JsonObject => ({ 'anything-but': out })
  const detail: JsonObject = { [status.field]: [value], [field]: [but(first), but(second)] }
  const alternatives = [{ [field]: [but(first)] }, { [field]: [but(second)] }]
  const story: Story = {
    cause: pick(random, [
      `A colleague extended the rule last Thursday, because \`${second}\` was to be left out as \`${first}\` had been before.`,
      `Since \`${first}\` and \`${second}\` have a desk of their own, a developer tried to leave both out.`,
    ]),
    symptom: `Instead, ${things} of both now turn up at the ${consumer}.`,
    want: `Each ${value} ${thing} with any other ${field} must be reported to the ${consumer} once, and those of the two must not.`,
    limit: `New values of ${word(field)} appear each month, so the rule cannot list them.`,
    quote: `Since the last change we get everything, including what is not ours`,
  }
  return {
    ...{ story, detail, field },
    cases: [
      wanted({ [status.field]: value, [field]: inside }),
      unwanted({ [status.field]: value, [field]: first }),
      unwanted({ [status.field]: value, [field]: second }),
    ],
    edits: editsOf(detail, field, [
      [`Name both values in one entry, ${code(but([first, second]))}`, [but([first, second])]],
      [
        `Split the rule into two with the same target, each of which excludes one value with \`anything-but\``,
        [],
        { rules: alternatives.map((one) => ({ ...detail, ...one })) },
      ],
      [
        `Join two ${word(field)} conditions with \`$or\`, each of which excludes one value`,
        [],
        { rules: [{ [status.field]: [value], $or: alternatives }] },
      ],
      [
        `Exclude by prefix in two entries, ${code(but({ prefix: first }))} and ${code(but({ prefix: second }))}`,
        [but({ prefix: first }), but({ prefix: second })],
      ],
      [`Name both values in one text, ${code(but(`${first}|${second}`))}`, [but(`${first}|${second}`)]],
    ]),
  }
}

/** A second criterion is to let events through beside the first. */
export function secondCriterion({ random, subject, value, others }: Ground): Trouble {
  const { status, amount, thing, things, consumer } = subject
  const bound = between(random, Math.round(amount.high * 0.5), amount.high)
  const [above, below] = [bound + between(random, 1, 40), between(random, 1, bound - 1)]
  const other = others[0] ?? ''
  const large: Json = { numeric: ['>', bound] }
  const [byStatus, byAmount] = [{ [status.field]: [value] }, { [amount.field]: [large] }]
  const event = (state: string, size: number) => ({ [status.field]: state, [amount.field]: size })
  const story: Story = {
    cause: pick(random, [
      `From January on, ${things} with a ${amount.field} above ${withCommas(bound)} need attention too, whatever their ${status.field}.`,
      `An auditor demands that each ${thing} with a ${amount.field} above ${withCommas(bound)} be looked at as well.`,
    ]),
    symptom: `So far the ${consumer} sees ${value} ${things}.`,
    want: `Each ${thing} that meets one of the two criteria or both is to cause one notification, and those that meet neither are to cause none.`,
    limit: `The ${consumer} is paid by the notification, so nothing may be reported twice.`,
    quote: `Large ${things} pass us by unless they are ${value}`,
  }
  return {
    ...{ story, detail: byStatus, field: status.field },
    cases: [
      ...[event(value, below), event(other, above), event(value, above)].map(wanted),
      unwanted(event(other, below)),
    ],
    edits: editsOf(byStatus, status.field, [
      [
        `Put a condition on ${word(status.field)} and one on ${word(amount.field)} into a list named \`$or\``,
        [],
        { rules: [{ $or: [byStatus, byAmount] }] },
      ],
      [
        `Add a condition on ${word(amount.field)} beside the one on ${word(status.field)}`,
        [],
        { rules: [{ ...byStatus, ...byAmount }] },
      ],
      [
        `Create a second rule on ${word(amount.field)} that has the same target`,
        [],
        { rules: [byStatus, byAmount] },
      ],
      [`Add ${code(large)} as a second entry of the ${word(status.field)} list`, [value, large]],
    ]),
  }
}
