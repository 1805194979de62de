import { fail, ok, type Result } from '../kernel/result.ts'

/** What is wrong with a value and where, as a path such as `vpcs[0].cidrs[1]` (empty for the whole value). */
export type ShapeFault = { readonly at: string; readonly text: string }

/** A value that does not have the expected shape, with every fault found. */
export type ShapeMalformed = { readonly code: 'shape-malformed'; readonly faults: readonly ShapeFault[] }

/** Says what keeps a value from being a `T`; `reads` exists for the type alone. */
export type Shape<T> = ((value: unknown, at: string) => readonly ShapeFault[]) & { readonly reads?: T }

/** A fault in words: `place: what is wrong`. @example describeFault({ at: 'port', text: 'is missing' }) // 'port: is missing' */
export const describeFault = ({ at, text }: ShapeFault): string => (at === '' ? text : `${at}: ${text}`)

const missing = 'is missing'

/** A shape from a test of the value and the words for what is expected. */
function shapeOf<T>(holds: (value: unknown) => boolean, expected: string): Shape<T> {
  return (value, at) => {
    if (holds(value)) return []
    return [{ at, text: value === undefined ? missing : `expected ${expected}` }]
  }
}

/** A text that is not empty. @example aText('', 'id') // [{ at: 'id', text: 'expected a text' }] */
export const aText: Shape<string> = shapeOf((value) => typeof value === 'string' && value !== '', 'a text')

/** True or false. @example aFlag(1, 'main').length // 1 */
export const aFlag: Shape<boolean> = shapeOf((value) => typeof value === 'boolean', 'true or false')

/** A finite number. @example aNumber(Number.NaN, 'rate').length // 1 */
export const aNumber: Shape<number> = shapeOf(Number.isFinite, 'a number')

/** A number of at least `least`. @example aNumberFrom(0)(-1, 'growth').length // 1 */
export const aNumberFrom = (least: number): Shape<number> =>
  shapeOf((value) => Number.isFinite(value) && (value as number) >= least, `a number of at least ${least}`)

/** A whole number of a range, ends included. @example aWhole(0, 65535)(70000, 'port').length // 1 */
export const aWhole = (least: number, most: number): Shape<number> =>
  shapeOf(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    `a whole number from ${least} to ${most}`,
  )

/** One of these words. @example aWord('tcp', 'udp')('tcp', 'protocol') // [] */
export const aWord = <W extends string>(...words: readonly W[]): Shape<W> =>
  shapeOf((value) => words.includes(value as W), words.map((word) => `"${word}"`).join(' or '))

/** A value that may be absent. @example optional(aText)(undefined, 'zone') // [] */
export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, at) =>
    value === undefined ? [] : shape(value, at)

/** The first shape where the value is a list, the other where it is not. @example listOr(listOf(aText), aText)('a', 'x') // [] */
export const listOr =
  <L extends readonly unknown[], T>(list: Shape<L>, other: Shape<T>): Shape<L | T> =>
  (value, at) =>
    Array.isArray(value) ? list(value, at) : other(value, at)

/** A list of at least `least` members. @example listOf(aText)(['a', 1], 'ids') // [{ at: 'ids[1]', text: 'expected a text' }] */
export const listOf =
  <T>(member: Shape<T>, least = 0): Shape<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) return [{ at, text: value === undefined ? missing : 'expected a list' }]
    if (value.length < least) return [{ at, text: `expected a list of at least ${least}` }]
    return value.flatMap((each, index) => member(each, `${at}[${index}]`))
  }

/** A list of exactly two members. @example pairOf(aText)(['a'], 'vpcs').length // 1 */
export const pairOf =
  <T>(member: Shape<T>): Shape<readonly [T, T]> =>
  (value, at) =>
    Array.isArray(value) && value.length === 2
      ? value.flatMap((each, index) => member(each, `${at}[${index}]`))
      : [{ at, text: value === undefined ? missing : 'expected a list of two' }]

type RecordValue = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is RecordValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const below = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`)

/** An object with any names and values of one shape. @example mapOf(aNumber)({ web: 0.99 }, 'components') // [] */
export const mapOf =
  <T>(member: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, at) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, held]) => member(held, below(at, name)))
      : [{ at, text: value === undefined ? missing : 'expected an object' }]

/**
 * An object of these members and no others, since a misspelt member would be ignored in silence.
 *
 * @example record({ id: aText })({ id: 'a', ID: 'b' }, '') // [{ at: 'ID', text: 'is not known here; correct its spelling or remove it' }]
 */
export function record<T extends object>(
  members: {
    readonly [K in keyof T]-?: Shape<T[K]>
  },
): Shape<T> {
  const shapes = Object.entries(members) as [string, Shape<unknown>][]
  return (value, at) => {
    if (!isRecord(value)) return [{ at, text: value === undefined ? missing : 'expected an object' }]
    const strange = Object.keys(value).filter((name) => !Object.hasOwn(members, name))
    return [
      ...strange.map((name) => ({
        at: below(at, name),
        text: 'is not known here; correct its spelling or remove it',
      })),
      ...shapes.flatMap(([name, shape]) => shape(value[name], below(at, name))),
    ]
  }
}

/** The shape that the word under `name` chooses. @example variant('kind', { a: record({ kind: aText }) })({ kind: 'a' }, '') // [] */
export function variant<T>(name: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const word = aWord(...Object.keys(shapes))
  return (value, at) => {
    if (!isRecord(value)) return [{ at, text: value === undefined ? missing : 'expected an object' }]
    const own = String(value[name])
    const chosen = Object.hasOwn(shapes, own) ? shapes[own] : undefined
    return chosen === undefined ? word(value[name], below(at, name)) : chosen(value, at)
  }
}

/**
 * Reads a value of unknown origin as a `T`.
 *
 * @returns the same value with its type, or `shape-malformed` with every fault and its place
 * @example readShape(aText, 'a') // { ok: true, value: 'a' }
 */
export function readShape<T>(shape: Shape<T>, value: unknown): Result<T, ShapeMalformed> {
  const faults = shape(value, '')
  return faults.length === 0 ? ok(value as T) : fail({ code: 'shape-malformed', faults })
}
