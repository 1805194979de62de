import { describe, expect, test } from 'vitest'
import type { PresentedItem } from '../../../domain/form/types.ts'
import {
  adopt,
  chooseOption,
  filterItems,
  isComplete,
  isSelected,
  matchPrompt,
  placeOption,
  positionOf,
  type Sheet,
  sheetOf,
  toggleStruck,
  withPosition,
} from './sheet.ts'

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase(), text: id }))
const choice: PresentedItem = { position: 1, kind: 'multiple-choice', stem: 's', options }
const several: PresentedItem = { position: 2, kind: 'multiple-response', stem: 's', select: 2, options }
const ordering: PresentedItem = { position: 3, kind: 'ordering', stem: 's', options: options.slice(0, 3) }
const matching: PresentedItem = {
  position: 4,
  kind: 'matching',
  stem: 's',
  options,
  prompts: [
    { id: 'p', text: 'p' },
    { id: 'q', text: 'q' },
  ],
}

describe('choosing', () => {
  test('in a multiple-choice item one option replaces the other', () => {
    expect(chooseOption(choice, { selected: ['a'] }, 'b')).toEqual({ selected: ['b'] })
  })

  test('in a multiple-response item options are ticked and unticked, and none left is no response', () => {
    const two = chooseOption(several, { selected: ['a'] }, 'b')
    expect(two).toEqual({ selected: ['a', 'b'] })
    expect(chooseOption(several, two, 'a')).toEqual({ selected: ['b'] })
    expect(chooseOption(several, { selected: ['b'] }, 'b')).toBeNull()
  })

  test('more options than asked for can be ticked, but do not make the item complete', () => {
    const three = { selected: ['a', 'b', 'c'] }
    expect(isSelected(chooseOption(several, { selected: ['a', 'b'] }, 'c'), 'c')).toBe(true)
    expect(isComplete(several, three)).toBe(false)
  })
})

describe('ordering and matching', () => {
  test('an option is put in, moved and taken out', () => {
    const one = placeOption(null, 'a', 0)
    const two = placeOption(one, 'b', 0)
    expect(two).toEqual({ ordered: ['b', 'a'] })
    expect(placeOption(two, 'b', 1)).toEqual({ ordered: ['a', 'b'] })
    expect(placeOption(two, 'a', null)).toEqual({ ordered: ['b'] })
    expect(placeOption(one, 'a', null)).toBeNull()
  })

  test('a prompt is matched, matched otherwise and freed; an option may serve twice', () => {
    const both = matchPrompt(matchPrompt(null, 'p', 'a'), 'q', 'a')
    expect(both).toEqual({ matched: { p: 'a', q: 'a' } })
    expect(matchPrompt(both, 'p', 'c')).toEqual({ matched: { p: 'c', q: 'a' } })
    expect(matchPrompt({ matched: { p: 'a' } }, 'p', null)).toBeNull()
  })
})

describe('completeness', () => {
  test.each([
    [choice, null, false],
    [choice, { selected: ['a'] }, true],
    [several, { selected: ['a'] }, false],
    [several, { selected: ['a', 'b'] }, true],
    [ordering, { ordered: ['a', 'b'] }, false],
    [ordering, { ordered: ['a', 'b', 'c'] }, true],
    [{ ...ordering, select: 2 }, { ordered: ['a', 'b'] }, true],
    [matching, { matched: { p: 'a' } }, false],
    [matching, { matched: { p: 'a', q: 'a' } }, true],
  ] as const)('case %#', (item, response, complete) => {
    expect(isComplete(item, response)).toBe(complete)
  })
})

describe('striking out', () => {
  test('strikes and restores without touching the others', () => {
    expect(toggleStruck(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggleStruck(['a', 'b'], 'a')).toEqual(['b'])
  })
})

describe('the sheet', () => {
  const held = {
    sequence: 2,
    response: { selected: ['a'] },
    flagged: true,
    struck: ['d'],
    savedAt: '2026-11-24T10:00:00Z',
  }

  test('starts from the server, with newer waiting changes on top', () => {
    const waiting = new Map([[1, { sequence: 3, response: { selected: ['b'] }, flagged: false, struck: [] }]])
    expect(positionOf(sheetOf({ 1: held }, waiting), 1)).toMatchObject({
      response: { selected: ['b'] },
      sequence: 2,
    })
  })

  test('a waiting change that the server already overtook does not hide the winner', () => {
    const waiting = new Map([[1, { sequence: 2, response: { selected: ['b'] }, flagged: false, struck: [] }]])
    expect(positionOf(sheetOf({ 1: held }, waiting), 1).response).toEqual({ selected: ['a'] })
  })

  test('adopting clears feedback that the server does not have', () => {
    const feedback = { correct: true, key: { selected: ['a'] }, rationales: [], references: [] }
    const sheet = withPosition(new Map(), 1, { feedback })
    const { savedAt: _, ...kept } = held
    expect(positionOf(adopt(sheet, 1, held), 1)).toEqual({ ...kept, feedback: null })
    expect(positionOf(adopt(sheet, 1, { ...held, feedback }), 1).feedback).toBe(feedback)
  })

  test('a change leaves the sheet it came from as it was', () => {
    const before: Sheet = new Map()
    withPosition(before, 1, { flagged: true })
    expect(before.size).toBe(0)
  })

  test('filters the review by what is incomplete or flagged', () => {
    const sheet = withPosition(withPosition(new Map(), 1, { response: { selected: ['a'] } }), 2, {
      response: { selected: ['a'] },
      flagged: true,
    })
    const positions = (filter: 'all' | 'incomplete' | 'flagged') =>
      filterItems([choice, several, ordering], sheet, filter).map((item) => item.position)
    expect(positions('all')).toEqual([1, 2, 3])
    expect(positions('incomplete')).toEqual([2, 3])
    expect(positions('flagged')).toEqual([2])
  })
})
