import { expect, test } from 'vitest'
import { factsOf, told, wordsOf } from './view-parts.ts'

test('a name of the answer is read as words', () => {
  expect(wordsOf('readUnits')).toBe('read units')
  expect(wordsOf('dead-lettered')).toBe('dead lettered')
  expect(wordsOf('LambdaFunctionFailed')).toBe('lambda function failed')
})

test('figures are listed with their path, plain lists in one line, and nothing that is told elsewhere', () => {
  const answer = {
    id: 'x',
    total: { readUnits: 3 },
    states: ['OK', 'ALARM'],
    free: [],
    winner: null,
    indexes: [{ name: 'by-day' }],
    trail: [{ at: 0, text: 'a' }],
  }
  expect(factsOf(answer)).toEqual([
    { name: 'Total, read units', value: '3' },
    { name: 'States', value: 'OK, ALARM' },
    { name: 'Free', value: 'none' },
    { name: 'Winner', value: 'none' },
    { name: 'Indexes, 1, name', value: 'by-day' },
  ])
})

test('a trail without lines is left out', () => {
  expect(told([{ title: 'a', lines: [] }])).toEqual([])
  expect(told([{ title: 'a', lines: ['b'] }])).toHaveLength(1)
})
