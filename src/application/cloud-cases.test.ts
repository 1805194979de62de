import { expect, test } from 'vitest'
import { casesOf, identify } from './cloud-cases.ts'

test('a list, an object with cases, and a single case all are cases', () => {
  expect(casesOf([1, 2])).toEqual([1, 2])
  expect(casesOf({ cases: [1] })).toEqual([1])
  expect(casesOf({ cases: 'none' })).toEqual([{ cases: 'none' }])
  expect(casesOf('text')).toEqual(['text'])
})

test('only texts and numbers identify a case', () => {
  expect(identify({ id: 'a' })).toEqual({ id: 'a' })
  expect(identify({ id: 0 })).toEqual({ id: 0 })
  expect([{ id: null }, { id: ['a'] }, {}, null, 'a'].map(identify)).toEqual([{}, {}, {}, {}, {}])
})
