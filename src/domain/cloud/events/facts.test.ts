import { expect, test } from 'vitest'
import { isCalendarDate } from '../../kernel/calendar-date.ts'
import { eventBridgeFacts, snsFacts } from './facts.ts'

test('every limit names its page and the day it was read', () => {
  const facts = [...Object.values(eventBridgeFacts), ...Object.values(snsFacts)]
  expect(facts).toHaveLength(8)
  expect(facts.every(({ page }) => page.startsWith('https://docs.aws.amazon.com/'))).toBe(true)
  expect(facts.every(({ checked, value }) => isCalendarDate(checked) && value > 0)).toBe(true)
})
