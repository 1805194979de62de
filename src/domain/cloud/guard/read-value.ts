import type { Json } from '../json.ts'
import type { Scanner } from './scanner.ts'
import type { GuardValue } from './types.ts'

const json = (value: Json): GuardValue => ({ is: 'json', value })

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** A repeated group with something to choose or to repeat inside: the shape of expressions that take exponential time. */
const explodes = /\((?:[^()\\]|\\.)*[*+|}](?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,\})/

function readRegex(scanner: Scanner): GuardValue | null {
  const source = scanner.slashed()
  if (source === null) return null
  if (explodes.test(source))
    return scanner.fail(
      `/${source}/ repeats a group that holds alternatives or repetitions; write it without, so that it cannot run for ever`,
    )
  const ignoresCase = source.startsWith('(?i)')
  try {
    return { is: 'regex', regex: new RegExp(ignoresCase ? source.slice(4) : source, ignoresCase ? 'i' : '') }
  } catch {
    return scanner.fail(`/${source}/ is no regular expression`)
  }
}

/** `r[1, 5]`, `r(1, 5)` and mixtures. */
function readRange(scanner: Scanner): GuardValue | null {
  const open = ['r[', 'r('].find((text) => scanner.takeHere(text))
  if (open === undefined) return null
  scanner.space()
  const low = scanner.match(number)
  scanner.expect(',', 'in a range')
  scanner.space()
  const high = scanner.match(number)
  if (low === null || high === null) return scanner.fail('a range needs two numbers')
  scanner.space()
  const withHigh = scanner.takeHere(']')
  if (!withHigh) scanner.expect(')', 'at the end of a range')
  return { is: 'range', low: Number(low), high: Number(high), withLow: open === 'r[', withHigh }
}

function readList(scanner: Scanner): GuardValue | null {
  if (!scanner.takeHere('[')) return null
  const values: GuardValue[] = []
  while (!scanner.take(']')) {
    values.push(readValue(scanner) ?? scanner.fail('a list holds something that is no value'))
    if (!scanner.take(',')) {
      scanner.expect(']', 'at the end of a list')
      break
    }
  }
  const plain = values.flatMap((value) => (value.is === 'json' ? [value.value] : []))
  return plain.length === values.length ? json(plain) : { is: 'list', values }
}

function readMap(scanner: Scanner): GuardValue | null {
  if (!scanner.takeHere('{')) return null
  const members: [string, Json][] = []
  while (!scanner.take('}')) {
    scanner.space()
    const key = scanner.quoted() ?? scanner.word() ?? scanner.fail('a map needs names for its members')
    scanner.expect(':', `after "${key}"`)
    const value = readValue(scanner)
    if (value?.is !== 'json') return scanner.fail(`"${key}" needs a plain value`)
    members.push([key, value.value])
    if (!scanner.take(',')) {
      scanner.expect('}', 'at the end of a map')
      break
    }
  }
  return json(Object.fromEntries(members))
}

const words: Readonly<Record<string, Json>> = { true: true, false: false, null: null }

function readWord(scanner: Scanner): GuardValue | null {
  const start = scanner.at
  const word = scanner.word()
  const value = word === null ? undefined : words[word.toLowerCase()]
  if (value !== undefined && !scanner.sees('.')) return json(value)
  scanner.back(start)
  return null
}

/** Reads a literal, or gives null and takes nothing where none begins. */
export function readValue(scanner: Scanner): GuardValue | null {
  scanner.space()
  const text = scanner.quoted()
  if (text !== null) return json(text)
  const found =
    readRegex(scanner) ?? readRange(scanner) ?? readList(scanner) ?? readMap(scanner) ?? readWord(scanner)
  if (found !== null) return found
  const digits = scanner.match(number)
  return digits === null ? null : json(Number(digits))
}
