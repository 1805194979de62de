type Arity = { readonly least: number; readonly most: number }

const exactly = (count: number): Arity => ({ least: count, most: count })
const atLeast = (count: number): Arity => ({ least: count, most: Number.POSITIVE_INFINITY })

const arities: ReadonlyMap<string, Arity> = new Map([
  ['States.Format', atLeast(1)],
  ['States.StringToJson', exactly(1)],
  ['States.JsonToString', exactly(1)],
  ['States.Array', atLeast(0)],
  ['States.ArrayPartition', exactly(2)],
  ['States.ArrayContains', exactly(2)],
  ['States.ArrayRange', exactly(3)],
  ['States.ArrayGetItem', exactly(2)],
  ['States.ArrayLength', exactly(1)],
  ['States.ArrayUnique', exactly(1)],
  ['States.Base64Encode', exactly(1)],
  ['States.Base64Decode', exactly(1)],
  ['States.Hash', exactly(2)],
  ['States.JsonMerge', exactly(3)],
  ['States.MathRandom', { least: 2, most: 3 }],
  ['States.MathAdd', exactly(2)],
  ['States.StringSplit', exactly(2)],
  ['States.UUID', exactly(0)],
])

/** How deep calls may stand inside each other. */
export const mostNesting = 10

/** True for the name of an intrinsic function. @example isIntrinsicName('States.UUID') // true */
export const isIntrinsicName = (name: string): boolean => arities.has(name)

/**
 * How many arguments an intrinsic function takes.
 *
 * @see AWS Step Functions developer guide, Intrinsic functions
 * @example arityOf('States.MathAdd') // { least: 2, most: 2 }
 */
export const arityOf = (name: string): Arity => arities.get(name) ?? exactly(0)
