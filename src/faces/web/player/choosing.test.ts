import { describe, expect, test } from 'vitest'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { canChoose, hasFreePlace, instructionOf, tooManyText } from './choosing.ts'

const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id.toUpperCase(), text: id }))
const several: PresentedItem = { position: 1, kind: 'multiple-response', stem: '', select: 2, options }

describe('instructions', () => {
  test.each([
    [{ kind: 'multiple-choice' }, 'Choose one option'],
    [{ kind: 'multiple-response', select: 2 }, 'Choose two options'],
    [{ kind: 'multiple-response', select: 7 }, 'Choose 7 options'],
    [{ kind: 'ordering', select: 3 }, 'Choose three options and put them in order'],
    [{ kind: 'ordering' }, 'Put the options in order'],
    [{ kind: 'matching' }, 'Match each line with an option'],
  ] as const)('%j reads %s', (item, text) => {
    expect(instructionOf(item)).toBe(text)
  })
})

describe('how many may be chosen', () => {
  test('no more than asked for, but what is chosen can always be taken back', () => {
    const full = { selected: ['a', 'b'] }
    expect(canChoose(several, { selected: ['a'] }, 'b')).toBe(true)
    expect(canChoose(several, full, 'c')).toBe(false)
    expect(canChoose(several, full, 'a')).toBe(true)
  })

  test('what is said to one too many names the number', () => {
    expect(tooManyText(several)).toBe('Choose two options, no more: take one back first.')
  })

  test('one option always gives way to another', () => {
    expect(canChoose({ ...several, kind: 'multiple-choice', select: 1 }, { selected: ['a'] }, 'b')).toBe(true)
  })

  test('an ordering item has as many places as it asks for, or as options', () => {
    const ordering: PresentedItem = { position: 1, kind: 'ordering', stem: '', select: 3, options }
    expect(hasFreePlace(ordering, 2)).toBe(true)
    expect(hasFreePlace(ordering, 3)).toBe(false)
    expect(hasFreePlace({ position: 1, kind: 'ordering', stem: '', options }, 4)).toBe(true)
  })
})
