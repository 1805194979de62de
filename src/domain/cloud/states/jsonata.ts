import jsonata from 'jsonata'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { seededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { Json } from '../json.ts'
import { hashText } from './hash/hash.ts'
import { partition, range } from './intrinsic/array-functions.ts'
import { makeUuid } from './intrinsic/evaluate-intrinsic.ts'

/** What an expression sees: `$states` and the variables, by name without the dollar. */
export type Bindings = Readonly<Record<string, Json>>

/** What stands behind the functions that answer differently every time: milliseconds since 1970, and numbers of [0, 1). */
export type Surroundings = { readonly now: number; readonly random: () => number }

/** Why an expression gives nothing that JSON can write. */
export type JsonataFailed =
  | { readonly code: 'jsonata-failed'; readonly text: string }
  | { readonly code: 'jsonata-undefined' }
  | { readonly code: 'jsonata-unsupported' }

/** Bounds on one evaluation, against expressions that never end. */
const limits = { timeout: 5_000, stack: 500 }

/** The language takes the only member of such a list for the list. */
function asSequence(list: Json): Json {
  return Object.defineProperty(list, 'sequence', { value: true, enumerable: false })
}

const formatMillis = (millis: number, picture?: string, zone?: string): unknown =>
  jsonata('$fromMillis($millis, $picture, $zone)').evaluate(undefined, { millis, picture, zone })

/** The functions that Step Functions adds to JSONata, and those that must not ask the machine for time or chance. */
function functionsIn({ now, random }: Surroundings): Record<string, unknown> {
  return {
    partition: (list: Json, size: Json) => partition([list, size]),
    range: (first: Json, last: Json, step: Json) => asSequence(range([first, last, step])),
    hash: (data: string, algorithm: string) => hashText(data, algorithm) ?? undefined,
    random: (seed?: number) => (seed === undefined ? random() : seededRandom(String(seed)).next()),
    uuid: () => makeUuid(random),
    parse: (text: string) => JSON.parse(text) as unknown,
    now: (picture?: string, zone?: string) => formatMillis(now, picture, zone),
    millis: () => now,
    shuffle: (list: readonly unknown[]) => shuffle(list, seededRandom(String(random()))),
    eval: () => {
      throw new Error('$eval is not available; use $parse')
    },
  }
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)

const isFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' &&
    value !== null &&
    ('_jsonata_lambda' in value || '_jsonata_function' in value))

/** A plain copy: lists of the language carry marks, and numbers may be none. */
function toJson(value: unknown): Json {
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'number' && !Number.isFinite(inner)) throw new Error('a number is out of range')
    return inner
  })
  return JSON.parse(text) as Json
}

/**
 * Says what is wrong with the syntax of an expression, or null.
 * @example checkJsonata('1 +') !== null // true
 */
export function checkJsonata(expression: string): string | null {
  try {
    jsonata(expression)
    return null
  } catch (error) {
    return messageOf(error)
  }
}

/**
 * Evaluates a JSONata expression.
 *
 * @returns the value as JSON, or why there is none: an error, nothing at all, or a function
 * @see JSONata 2.x; AWS Step Functions developer guide, Transforming data with JSONata in Step Functions
 */
export async function evaluateJsonata(
  expression: string,
  bindings: Bindings,
  surroundings: Surroundings,
): Promise<Result<Json, JsonataFailed>> {
  try {
    const all = { ...functionsIn(surroundings), ...bindings }
    const value: unknown = await jsonata(expression, limits).evaluate(undefined, all)
    if (value === undefined) return fail({ code: 'jsonata-undefined' })
    return isFunction(value) ? fail({ code: 'jsonata-unsupported' }) : ok(toJson(value))
  } catch (error) {
    return fail({ code: 'jsonata-failed', text: messageOf(error) })
  }
}
