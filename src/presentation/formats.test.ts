import { describe, expect, test } from 'vitest'
import {
  formatClock,
  formatCount,
  formatDay,
  formatLanguage,
  formatList,
  formatMinutes,
  formatMoment,
  formatNumber,
  formatPercent,
  formatShortDay,
  formatSpokenTime,
  formatUsd,
  orUnknown,
  upperFirst,
} from './formats.ts'

describe('days and moments', () => {
  test('a day is written in full and stays the same day in every zone', () => {
    expect(formatDay('2026-11-24')).toBe('24 November 2026')
    expect(formatDay('2026-01-01')).toBe('1 January 2026')
  })

  test('a short day abbreviates the month', () => {
    expect(formatShortDay('2026-11-24')).toBe('24 Nov 2026')
  })

  test('the day of a moment is its first ten characters', () => {
    expect(formatDay('2026-11-24T23:59:59.999Z')).toBe('24 November 2026')
  })

  test('a moment is written in UTC unless a zone is given', () => {
    expect(formatMoment('2026-11-24T23:30:00Z')).toBe('24 Nov 2026, 23:30')
    expect(formatMoment('2026-11-24T23:30:00Z', 'Asia/Tokyo')).toBe('25 Nov 2026, 08:30')
  })
})

describe('durations', () => {
  test.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [130, '2 h 10 min'],
    [59.6, '1 h'],
  ])('%s minutes read %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text)
  })

  test.each([
    [3_661_000, '1:01:01'],
    [300_000, '05:00'],
    [59_001, '01:00'],
    [1, '00:01'],
    [0, '00:00'],
    [-5_000, '00:00'],
  ])('a clock with %s ms left shows %s', (milliseconds, text) => {
    expect(formatClock(milliseconds)).toBe(text)
  })

  test.each([
    [7_800_000, '2 hours 10 minutes'],
    [3_600_000, '1 hour'],
    [60_000, '1 minute'],
    [59_000, '59 seconds'],
    [1_000, '1 second'],
    [-1, '0 seconds'],
  ])('%s ms left are spoken as %s', (milliseconds, text) => {
    expect(formatSpokenTime(milliseconds)).toBe(text)
  })
})

describe('numbers', () => {
  test('dollars keep cents only where there are some', () => {
    expect(formatUsd(150)).toBe('US$150')
    expect(formatUsd(1234.5)).toBe('US$1,234.50')
  })

  test('a share becomes a whole percentage', () => {
    expect(formatPercent(0.825)).toBe('83%')
    expect(formatPercent(0)).toBe('0%')
  })

  test('numbers are grouped and keep one decimal', () => {
    expect(formatNumber(1234.56)).toBe('1,234.6')
  })

  test('a count agrees with its noun', () => {
    expect(formatCount(1, 'item')).toBe('1 item')
    expect(formatCount(0, 'item')).toBe('0 items')
    expect(formatCount(2, 'entry', 'entries')).toBe('2 entries')
  })
})

describe('words', () => {
  test('a list has its conjunction before the last part', () => {
    expect(formatList(['one'])).toBe('one')
    expect(formatList(['one', 'two'])).toBe('one and two')
    expect(formatList(['one', 'two', 'three'])).toBe('one, two and three')
  })

  test('a sentence begins with a capital, an empty one with nothing', () => {
    expect(upperFirst('less than a minute')).toBe('Less than a minute')
    expect(upperFirst('')).toBe('')
  })

  test('a missing fact reads unknown, a zero does not', () => {
    expect(orUnknown(null, formatUsd)).toBe('unknown')
    expect(orUnknown(undefined, formatUsd)).toBe('unknown')
    expect(orUnknown(0, formatUsd)).toBe('US$0')
  })

  test('language tags get their English name, others stay as they are', () => {
    expect(formatLanguage('zh-Hans')).toBe('Simplified Chinese')
    expect(formatLanguage('pt-BR')).toBe('Brazilian Portuguese')
    expect(formatLanguage('not a tag')).toBe('not a tag')
  })
})
