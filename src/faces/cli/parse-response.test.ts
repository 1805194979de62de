import { describe, expect, test } from 'vitest'
import type { PresentedItem } from '../../domain/form/types.ts'
import { parseResponse } from './parse-response.ts'

const options = ['A', 'B', 'C', 'D'].map((label) => ({ id: `id-${label}`, label, text: label }))
const item = (kind: PresentedItem['kind']): PresentedItem => ({ position: 1, kind, stem: 'Stem', options })
const matching: PresentedItem = {
  ...item('matching'),
  prompts: [
    { id: 'p1', text: 'One' },
    { id: 'p2', text: 'Two' },
  ],
}

describe('parseResponse', () => {
  test('takes letters in any case, apart or together', () => {
    expect(parseResponse(item('multiple-choice'), 'b')).toEqual({ selected: ['id-B'] })
    for (const text of ['A C', 'ac', 'a,c', ' A  C ']) {
      expect(parseResponse(item('multiple-response'), text)).toEqual({ selected: ['id-A', 'id-C'] })
    }
  })

  test('keeps the order of an ordering item', () => {
    expect(parseResponse(item('ordering'), 'C A B')).toEqual({ ordered: ['id-C', 'id-A', 'id-B'] })
  })

  test('takes pairs of prompt and option for matching', () => {
    expect(parseResponse(matching, '1C 2a')).toEqual({ matched: { p1: 'id-C', p2: 'id-A' } })
    expect(parseResponse(matching, '3A')).toBeUndefined()
    expect(parseResponse(matching, 'A')).toBeUndefined()
  })

  test('gives nothing for a letter that is not there, or for no letter', () => {
    for (const text of ['E', 'A E', '', '   ', '1'])
      expect(parseResponse(item('multiple-choice'), text)).toBeUndefined()
  })
})
