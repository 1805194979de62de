import { describe, expect, test } from 'vitest'
import {
  aFlag,
  aNumber,
  aText,
  aWhole,
  aWord,
  describeFault,
  listOf,
  listOr,
  mapOf,
  optional,
  pairOf,
  readShape,
  record,
  type Shape,
  variant,
} from './shape.ts'

const faultsOf = <T>(shape: Shape<T>, value: unknown): string[] => {
  const read = readShape(shape, value)
  return read.ok ? [] : read.error.faults.map(describeFault)
}

type Port = { readonly name: string; readonly number: number; readonly open?: boolean }
const port = record<Port>({ name: aText, number: aWhole(0, 65535), open: optional(aFlag) })

describe('single values', () => {
  test.each([
    ['a text', aText, 'a', ''],
    ['a flag', aFlag, false, 'false'],
    ['a number', aNumber, -0.5, Number.POSITIVE_INFINITY],
    ['a whole number', aWhole(1, 3), 3, 4],
    ['a whole number without fraction', aWhole(1, 3), 1, 1.5],
    ['a word', aWord('tcp', 'udp'), 'udp', 'icmp'],
    ['a list', listOf(aText), [], {}],
    ['a list that is long enough', listOf(aText, 1), ['a'], []],
    ['a pair', pairOf(aNumber), [1, 2], [1, 2, 3]],
    ['a map', mapOf(aNumber), { web: 1 }, { web: '1' }],
    ['a list or a number', listOr(pairOf(aNumber), aNumber), 7, 'seven'],
  ] as const)('%s is told from another value', (_, shape, good, bad) => {
    expect(faultsOf(shape as Shape<unknown>, good)).toEqual([])
    expect(faultsOf(shape as Shape<unknown>, bad)).not.toEqual([])
  })

  test('null is no value, and absent is not null', () => {
    expect(faultsOf(optional(aText), undefined)).toEqual([])
    expect(faultsOf(optional(aText), null)).toEqual(['expected a text'])
    expect(faultsOf(aText, undefined)).toEqual(['is missing'])
  })
})

describe('records', () => {
  test('name every fault with its place, and members that are not known', () => {
    expect(faultsOf(listOf(port), [{ name: 'https', number: 443 }, { name: '', nummer: 80 }, 'ssh'])).toEqual(
      [
        '[1].nummer: is not known here; correct its spelling or remove it',
        '[1].name: expected a text',
        '[1].number: is missing',
        '[2]: expected an object',
      ],
    )
  })

  test('do not take names that every object inherits for members', () => {
    expect(faultsOf(port, { name: 'a', number: 1, constructor: 2 })).toHaveLength(1)
    expect(faultsOf(variant('kind', { a: port }), { kind: 'constructor' })).toEqual(['kind: expected "a"'])
  })

  test('are given back as they are', () => {
    const value = { name: 'https', number: 443 }
    const read = readShape(port, value)
    expect(read.ok && read.value).toBe(value)
  })

  test('of several kinds are chosen by a word', () => {
    type Round = { readonly kind: 'round'; readonly radius: number }
    type Square = { readonly kind: 'square'; readonly side: number }
    const figure = variant<Round | Square>('kind', {
      round: record<Round>({ kind: aWord('round'), radius: aNumber }),
      square: record<Square>({ kind: aWord('square'), side: aNumber }),
    })
    expect(faultsOf(figure, { kind: 'round', radius: 1 })).toEqual([])
    expect(faultsOf(figure, { kind: 'square', radius: 1 })).toHaveLength(2)
    expect(faultsOf(figure, { kind: 'oval' })).toEqual(['kind: expected "round" or "square"'])
    expect(faultsOf(figure, {})).toEqual(['kind: is missing'])
    expect(faultsOf(figure, [])).toEqual(['expected an object'])
  })
})
