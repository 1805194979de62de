import type { Json } from '../../json.ts'
import { intrinsicFailure, takeInteger, takeList } from './arguments.ts'

type Arguments = readonly (Json | undefined)[]

/** Two values are the same when their JSON is, whatever the order of members. */
function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  )
}

/** States.ArrayPartition. @example partition([[1, 2, 3], 2]) // [[1, 2], [3]] */
export function partition([list, size]: Arguments): Json {
  const members = takeList(list, 'The first argument of States.ArrayPartition')
  const length = takeInteger(size, 'The chunk size')
  if (length < 1) throw intrinsicFailure('The chunk size must be at least 1.')
  return Array.from({ length: Math.ceil(members.length / length) }, (_, chunk) =>
    members.slice(chunk * length, (chunk + 1) * length),
  )
}

/** States.ArrayContains. @example contains([[[1], 2], [1]]) // true */
export function contains([list, wanted]: Arguments): Json {
  const name = canonical(wanted)
  return takeList(list, 'The first argument of States.ArrayContains').some(
    (member) => canonical(member) === name,
  )
}

/** Longest list that States.ArrayRange makes. */
const mostRange = 1000

/** States.ArrayRange, both ends included. @example range([1, 9, 2]) // [1, 3, 5, 7, 9] */
export function range([first, last, step]: Arguments): Json {
  const from = takeInteger(first, 'The first element')
  const to = takeInteger(last, 'The last element')
  const by = takeInteger(step, 'The increment')
  if (by === 0) throw intrinsicFailure('The increment of States.ArrayRange must not be 0.')
  const length = Math.max(0, Math.floor((to - from) / by) + 1)
  if (length > mostRange) throw intrinsicFailure(`States.ArrayRange makes at most ${mostRange} elements.`)
  return Array.from({ length }, (_, place) => from + place * by)
}

/** States.ArrayGetItem, counted from 0. @example getItem([['a', 'b'], 1]) // 'b' */
export function getItem([list, index]: Arguments): Json {
  const members = takeList(list, 'The first argument of States.ArrayGetItem')
  const at = takeInteger(index, 'The index')
  const found = members[at]
  if (found === undefined) throw intrinsicFailure(`The index ${at} lies outside a list of ${members.length}.`)
  return found
}

/** States.ArrayLength. @example length([[1, 2]]) // 2 */
export const length = ([list]: Arguments): Json => takeList(list, 'The argument of States.ArrayLength').length

/** States.ArrayUnique; of equal members the first stays. @example unique([[1, 1, 2]]) // [1, 2] */
export function unique([list]: Arguments): Json {
  const seen = new Map<string, Json>()
  for (const member of takeList(list, 'The argument of States.ArrayUnique')) {
    const name = canonical(member)
    if (!seen.has(name)) seen.set(name, member)
  }
  return [...seen.values()]
}
