import { describe, expect, test } from 'vitest'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { itemAt, startWalk, stepBack, stepOn, toReview } from './walk.ts'

const items: PresentedItem[] = [1, 2, 3].map((position) => ({
  position,
  kind: 'multiple-choice',
  stem: '',
  options: [],
}))

describe('walking through items', () => {
  test('starts at the first and reaches the review after the last', () => {
    const first = startWalk(items)
    expect(itemAt(first)?.position).toBe(1)
    expect(itemAt(stepOn(stepOn(first)))?.position).toBe(3)
    expect(itemAt(stepOn(stepOn(stepOn(first))))).toBeNull()
  })

  test('goes back, but not before the first', () => {
    const second = stepOn(startWalk(items))
    expect(itemAt(stepBack(second))?.position).toBe(1)
    expect(itemAt(stepBack(stepBack(second)))?.position).toBe(1)
  })

  test('the review screen stays until a walk is started', () => {
    const review = toReview(startWalk(items))
    expect(stepOn(review)).toEqual(review)
    expect(stepBack(review)).toEqual(review)
    expect(itemAt(startWalk(items.slice(1)))?.position).toBe(2)
  })

  test('a walk through nothing is the review screen', () => {
    expect(itemAt(startWalk([]))).toBeNull()
  })
})
