import { expect, test } from 'vitest'
import { isCalendarDate } from '../../kernel/calendar-date.ts'
import { statesFacts } from './facts.ts'

test('every limit names its page and the day it was read', () => {
  const facts = Object.values(statesFacts)
  expect(
    facts.every(({ page }) => /^https:\/\/docs\.aws\.amazon\.com\/step-functions\/.+\.html$/.test(page)),
  ).toBe(true)
  expect(facts.every(({ checked, value }) => isCalendarDate(checked) && value > 0)).toBe(true)
})
