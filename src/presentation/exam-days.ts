import { formatDay } from './formats.ts'

/** An exam as its days concern who prepares for it. */
export type ExamDays = {
  readonly lapsed: string | null
  readonly givenFrom: string | null
  readonly givenUntil: string | null
}

/**
 * What a candidate has to know about the days of an exam before practising; null where there is nothing to know.
 * @param today calendar day
 * @example examDaysText({ lapsed: null, givenFrom: '2026-12-01', givenUntil: null }, '2026-11-24') // 'Given from 1 December 2026.'
 */
export function examDaysText({ lapsed, givenFrom, givenUntil }: ExamDays, today: string): string | null {
  if (lapsed !== null) return `Topic assessment. ${lapsed}`
  const said = [
    givenFrom !== null && givenFrom > today ? `Given from ${formatDay(givenFrom)}.` : null,
    givenUntil === null ? null : `Its last day is ${formatDay(givenUntil)}.`,
  ].filter((part) => part !== null)
  return said.length === 0 ? null : said.join(' ')
}
