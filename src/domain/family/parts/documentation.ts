import type { Reference } from '../../item/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'

/** A page of the vendor's documentation, as read on the day it was checked. @example documentation('a', 'b.html').url // 'https://docs.aws.amazon.com/b.html' */
export const documentation = (title: string, path: string): Reference => ({
  title,
  url: `https://docs.aws.amazon.com/${path}`,
  checked: calendarDate('2026-11-24'),
})
