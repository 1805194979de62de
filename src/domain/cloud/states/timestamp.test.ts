import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTimestamp } from './timestamp.ts'

test.each([
  ['1970-01-01T00:00:01Z', 1000],
  ['2016-03-14T01:59:00Z', Date.UTC(2016, 2, 14, 1, 59)],
  ['2016-03-14T01:59:00.123Z', Date.UTC(2016, 2, 14, 1, 59, 0, 123)],
  ['2012-10-09T19:00:55+01:00', Date.UTC(2012, 9, 9, 18, 0, 55)],
  ['2024-02-29T00:00:00-00:30', Date.UTC(2024, 1, 29, 0, 30)],
])('%s is a timestamp', (text, moment) => {
  expect(readTimestamp(text)).toBe(moment)
})

test.each([
  '2016-03-14',
  '2016-03-14T01:59:00',
  '2016-03-14 01:59:00Z',
  '2016-03-14t01:59:00z',
  '2016-13-05T21:29:29Z',
  '2016-02-30T00:00:00Z',
  '2016-12-05T25:29:29Z',
  '05-12-2016T21:29:29Z',
  '',
])('"%s" is none', (text) => {
  expect(readTimestamp(text)).toBe(null)
})

test('every moment that is written so is read back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
      expect(readTimestamp(date.toISOString())).toBe(date.getTime())
    }),
  )
})
