import { seededRandom } from '../../../kernel/seeded-random.ts'
import type { Json } from '../../json.ts'
import type { JsonPath } from '../path/types.ts'
import { intrinsicFailure, takeInteger, takeText } from './arguments.ts'
import { contains, getItem, length, partition, range, unique } from './array-functions.ts'
import { format, withoutEscapes } from './format.ts'
import type { Expression } from './read-intrinsic.ts'
import {
  base64Decode,
  base64Encode,
  hash,
  jsonMerge,
  jsonToString,
  split,
  stringToJson,
} from './text-functions.ts'

/** What an intrinsic function can ask the execution for: the value at a path, and the next number of [0, 1). */
export type IntrinsicWorld = {
  readonly resolve: (path: JsonPath) => Json
  readonly random: () => number
}

type Apply = (values: readonly (Json | undefined)[], world: IntrinsicWorld) => Json

const mathAdd: Apply = ([left, right]) =>
  takeInteger(left, 'The first argument of States.MathAdd') +
  takeInteger(right, 'The second argument of States.MathAdd')

/** A seed makes the number repeatable here, though not the same as the service's. */
const mathRandom: Apply = ([start, end, seed], world) => {
  const from = takeInteger(start, 'The start of States.MathRandom')
  const to = takeInteger(end, 'The end of States.MathRandom')
  if (from >= to) throw intrinsicFailure('The start of States.MathRandom must lie below its end.')
  const next =
    seed === undefined ? world.random() : seededRandom(String(takeInteger(seed, 'The seed'))).next()
  return from + Math.floor(next * (to - from))
}

/**
 * A version 4 identifier from a source of numbers.
 * @see RFC 9562, section 5.4
 * @example makeUuid(() => 0) // '00000000-0000-4000-8000-000000000000'
 */
export const makeUuid = (random: () => number): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
    (place === 'x' ? Math.floor(random() * 16) : 8 + Math.floor(random() * 4)).toString(16),
  )

const functions: Readonly<Record<string, Apply>> = {
  'States.Array': (values) => values.map((value) => value ?? null),
  'States.ArrayPartition': partition,
  'States.ArrayContains': contains,
  'States.ArrayRange': range,
  'States.ArrayGetItem': getItem,
  'States.ArrayLength': length,
  'States.ArrayUnique': unique,
  'States.Base64Encode': base64Encode,
  'States.Base64Decode': base64Decode,
  'States.Hash': hash,
  'States.JsonMerge': jsonMerge,
  'States.JsonToString': jsonToString,
  'States.MathAdd': mathAdd,
  'States.MathRandom': mathRandom,
  'States.StringSplit': split,
  'States.StringToJson': stringToJson,
  'States.UUID': (_, world) => makeUuid(world.random),
}

function evaluateFormat(parts: readonly Expression[], world: IntrinsicWorld): Json {
  const [template, ...rest] = parts
  const values = rest.map((part) => evaluateIntrinsic(part, world))
  if (template?.kind === 'text') return format(template.raw, values)
  const text = template === undefined ? undefined : evaluateIntrinsic(template, world)
  return format(takeText(text, 'The template of States.Format'), values)
}

/**
 * Evaluates a call of an intrinsic function.
 *
 * @throws StateError States.IntrinsicFailure when an argument does not fit
 * @see Amazon States Language, Intrinsic Functions; AWS Step Functions developer guide, Intrinsic functions
 * @example evaluateIntrinsic({ kind: 'value', value: 1 }, { resolve: () => null, random: () => 0 }) // 1
 */
export function evaluateIntrinsic(expression: Expression, world: IntrinsicWorld): Json {
  switch (expression.kind) {
    case 'text':
      return withoutEscapes(expression.raw)
    case 'value':
      return expression.value
    case 'path':
      return world.resolve(expression.path)
    case 'call': {
      if (expression.name === 'States.Format') return evaluateFormat(expression.arguments, world)
      const values = expression.arguments.map((part) => evaluateIntrinsic(part, world))
      return functions[expression.name]?.(values, world) ?? null
    }
  }
}
