import type { Json, JsonObject } from '../../cloud/json.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { type Subject, subjects } from '../events/subjects.ts'
import { between, chance, pick, pickSome } from '../parts/draw.ts'

/** The fields of an event's detail. */
export type Detail = Readonly<Record<string, Json>>

/** A rule's pattern and four events. */
export type PatternScenario = {
  readonly rendering: number
  readonly subject: Subject
  readonly pattern: JsonObject
  readonly events: readonly { readonly id: string; readonly detail: Detail }[]
}

/** Fields that a pattern asks about beside status and amount. */
const extras = ['place', 'number', 'flag'] as const
type Extra = (typeof extras)[number]

/** Ways in which an event fails that a belief overlooks; some need a field that the pattern asks about. */
const traps: readonly { readonly name: Trap; readonly needs: Extra | null }[] = [
  { name: 'text-for-number', needs: null },
  { name: 'at-the-bound', needs: null },
  { name: 'other-case', needs: null },
  { name: 'one-field-wrong', needs: null },
  { name: 'place-missing', needs: 'place' },
  { name: 'prefix-inside', needs: 'number' },
  { name: 'flag-null', needs: 'flag' },
]
type Trap =
  | 'text-for-number'
  | 'at-the-bound'
  | 'other-case'
  | 'one-field-wrong'
  | 'place-missing'
  | 'prefix-inside'
  | 'flag-null'

type Ground = {
  readonly random: SeededRandom
  readonly subject: Subject
  readonly wanted: readonly string[]
  readonly bound: number
  readonly excluded: readonly string[]
  readonly extras: readonly Extra[]
}

function patternOf({ subject, wanted, bound, excluded, extras: asked }: Ground): JsonObject {
  const conditions: Readonly<Record<Extra, readonly [string, Json]>> = {
    place: [subject.place.field, [{ 'anything-but': excluded }]],
    number: [subject.number.field, [{ prefix: subject.number.prefix }]],
    flag: [subject.flag.field, [{ exists: false }]],
  }
  return {
    source: [subject.source],
    detail: {
      [subject.status.field]: wanted,
      [subject.amount.field]: [{ numeric: ['>', bound] }],
      ...Object.fromEntries(asked.map((extra) => conditions[extra])),
    },
  }
}

const code = (random: SeededRandom): string => String(between(random, 1000, 9999))

/** An event that satisfies the pattern. */
function matching({ random, subject, wanted, bound, excluded, extras: asked }: Ground): Record<string, Json> {
  const free = subject.place.values.filter((value) => !excluded.includes(value))
  return {
    [subject.status.field]: pick(random, wanted),
    [subject.amount.field]: bound + between(random, 1, Math.max(4, Math.round(bound * 0.7))),
    ...(asked.includes('place') ? { [subject.place.field]: pick(random, free) } : {}),
    ...(asked.includes('number')
      ? { [subject.number.field]: `${subject.number.prefix}${code(random)}` }
      : {}),
  }
}

const without = (detail: Record<string, Json>, field: string): Record<string, Json> =>
  Object.fromEntries(Object.entries(detail).filter(([name]) => name !== field))

const spoil: Readonly<Record<Trap, (detail: Record<string, Json>, ground: Ground) => Record<string, Json>>> =
  {
    'text-for-number': (detail, { subject: { amount } }) => ({
      ...detail,
      [amount.field]: String(detail[amount.field]),
    }),
    'at-the-bound': (detail, { subject: { amount }, bound }) => ({ ...detail, [amount.field]: bound }),
    'other-case': (detail, { subject: { status } }) => {
      const value = String(detail[status.field])
      return { ...detail, [status.field]: value.charAt(0).toUpperCase() + value.slice(1) }
    },
    'one-field-wrong': (detail, { random, subject: { status }, wanted }) => ({
      ...detail,
      [status.field]: pick(
        random,
        status.values.filter((value) => !wanted.includes(value)),
      ),
    }),
    'place-missing': (detail, { subject: { place } }) => without(detail, place.field),
    'prefix-inside': (detail, { random, subject: { number } }) => ({
      ...detail,
      [number.field]: `${pick(random, ['EU', 'X', 'OLD'])}-${number.prefix}${code(random)}`,
    }),
    'flag-null': (detail, { subject: { flag } }) => ({ ...detail, [flag.field]: null }),
  }

/** Draws a pattern, an event that it matches, and three that it does not. */
export function samplePattern(random: SeededRandom): PatternScenario {
  const subject = pick(random, subjects)
  const { low, high } = subject.amount
  const ground: Ground = {
    random,
    subject,
    wanted: pickSome(random, subject.status.values, 2),
    bound: between(random, low, Math.round(high * 0.6)),
    excluded: pickSome(random, subject.place.values, chance(random, 0.5) ? 1 : 2),
    extras: pickSome(random, extras, 2),
  }
  const open = traps.filter(({ needs }) => needs === null || ground.extras.includes(needs))
  const details = [
    matching(ground),
    ...pickSome(random, open, 3).map(({ name }) => spoil[name](matching(ground), ground)),
  ]
  return {
    rendering: random.integer(3),
    subject,
    pattern: patternOf(ground),
    events: shuffle(details, random).map((detail, index) => ({ id: 'abcd'[index] ?? '', detail })),
  }
}
