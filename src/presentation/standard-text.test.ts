import { expect, test } from 'vitest'
import { compromiseText, pointsText, tableFaultText } from './standard-text.ts'

test('a compromise is told with who reaches it, or with why there is none', () => {
  expect(compromiseText({ cut: 38.246, passRate: 0.7 })).toBe('38.25 points, reached by 70%')
  expect(compromiseText({ failures: 'too-many' })).toMatch(/more candidates fail/)
  expect(compromiseText({ failures: 'too-few' })).toMatch(/fewer candidates fail/)
})

test('a fault names its place', () => {
  expect(tableFaultText({ file: 'scores', line: 2, column: 1, reason: 'no number' })).toBe(
    'scores, line 2, column 1: no number.',
  )
  expect(pointsText(3)).toBe('3.00')
})
