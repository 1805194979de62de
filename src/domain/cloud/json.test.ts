import { expect, test } from 'vitest'
import { isJsonList, isJsonObject } from './json.ts'

test('an object is no list and not null, and a list is no object', () => {
  expect([{}, { a: 1 }, [], null, 'a', 1, undefined].map(isJsonObject)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
  expect([[], [1], {}, null, 'a', undefined].map((value) => isJsonList(value))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
