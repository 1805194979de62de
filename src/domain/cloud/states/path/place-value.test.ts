import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../json.ts'
import { evaluateSteps } from './evaluate-path.ts'
import { placeValue } from './place-value.ts'
import { readPath } from './read-path.ts'

function place(data: Json, text: string, value: Json): Json | undefined {
  const path = readPath(text)
  if (!path.ok) throw new Error(path.error.text)
  return placeValue(data, path.value.steps, value)
}

describe('placeValue', () => {
  test.each<[Json, string, Json, Json | undefined]>([
    [{ a: 1 }, '$', 2, 2],
    [{ a: 1 }, '$.b', 2, { a: 1, b: 2 }],
    [{ a: 1 }, '$.a', null, { a: null }],
    [{}, '$.a.b.c', 1, { a: { b: { c: 1 } } }],
    [{ a: { x: 1 } }, '$.a.b', 2, { a: { x: 1, b: 2 } }],
    [{ l: [1, 2] }, '$.l[1]', 9, { l: [1, 9] }],
    [{ l: [{ a: 1 }] }, '$.l[0].b', 2, { l: [{ a: 1, b: 2 }] }],
    ['text', '$.a', 1, undefined],
    [{ a: 'text' }, '$.a.b', 1, undefined],
    [{ a: null }, '$.a.b', 1, undefined],
    [{ l: [1] }, '$.l[1]', 9, undefined],
    [{}, '$.l[0]', 9, undefined],
    [[1], '$.a', 9, undefined],
  ])('%j at %s takes %j', (data, path, value, expected) => {
    expect(place(data, path, value)).toEqual(expected)
  })

  test('the data itself stays as it was', () => {
    const data = { a: { b: [1, 2] } }
    expect(place(data, '$.a.b[0]', 9)).toEqual({ a: { b: [9, 2] } })
    expect(data).toEqual({ a: { b: [1, 2] } })
  })

  test('what is placed is found at the same path, and nothing else changes', () => {
    const name = fc.constantFrom('a', 'b', 'c')
    const object = fc.dictionary(name, fc.dictionary(name, fc.integer()))
    fc.assert(
      fc.property(
        object,
        fc.array(name, { minLength: 1, maxLength: 2 }),
        fc.jsonValue(),
        (data, names, value) => {
          const steps = names.map((own) => ({ kind: 'names', names: [own] }) as const)
          const placed = placeValue(data, steps, value as Json)
          expect(placed === undefined ? undefined : evaluateSteps(steps, placed)).toEqual(value)
          const others = Object.entries(data).filter(([own]) => own !== names[0])
          expect(placed).toMatchObject(Object.fromEntries(others))
        },
      ),
    )
  })
})
