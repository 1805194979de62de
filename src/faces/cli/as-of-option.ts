import { InvalidArgumentError, Option } from 'commander'
import { type CalendarDate, isCalendarDate } from '../../domain/kernel/calendar-date.ts'

/** Reads an existing day from the command line; anything else is a usage error. */
export function parseDay(text: string): CalendarDate {
  if (isCalendarDate(text)) return text
  throw new InvalidArgumentError('Write an existing day as YYYY-MM-DD.')
}

/** `--as-of DATE`: the day that an answer is about; today where it is not given. */
export const asOfOption = (): Option =>
  new Option('--as-of <date>', 'answer as of this day, YYYY-MM-DD (default: today)').argParser(parseDay)
