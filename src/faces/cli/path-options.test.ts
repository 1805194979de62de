import { describe, expect, test } from 'vitest'
import {
  completeProfile,
  missingFlags,
  parseHeld,
  parseNames,
  parseNumber,
  parseStack,
  parseVoucher,
} from './path-options.ts'

describe('flags of a profile', () => {
  test('a stack is areas with weights; repeated flags add up, the later wins', () => {
    expect(parseStack('serverless=0.8, databases=0.4')).toEqual({ serverless: 0.8, databases: 0.4 })
    expect(parseStack('databases=1', { serverless: 0.8, databases: 0.4 })).toEqual({
      serverless: 0.8,
      databases: 1,
    })
  })

  test('what is held has the day of the pass after the last colon', () => {
    expect(parseHeld('SAA-C03:2025-03-01')).toEqual([{ certificationId: 'SAA-C03', earnedOn: '2025-03-01' }])
    const both = parseHeld('AWS Certified: SAP on AWS - Specialty:2023-01-01', parseHeld('CLF:2024-02-02'))
    expect(both.map(({ certificationId }) => certificationId)).toEqual([
      'CLF',
      'AWS Certified: SAP on AWS - Specialty',
    ])
  })

  test('a voucher is a percentage and its last day', () => {
    expect(parseVoucher('50:2027-01-01')).toEqual([{ percent: 50, expiresOn: '2027-01-01' }])
    expect(parseVoucher('25 %:2027-02-01', parseVoucher('50:2027-01-01'))).toHaveLength(2)
  })

  test('names may be repeated or stand with commas', () => {
    expect(parseNames('SCS-C03, DOP-C02,', ['SAA-C03'])).toEqual(['SAA-C03', 'SCS-C03', 'DOP-C02'])
  })

  const faults: readonly (readonly [string, () => unknown])[] = [
    ['Write a number.', () => parseNumber('many')],
    ['Write a number.', () => parseNumber(' ')],
    ['Write AREA=WEIGHT', () => parseStack('serverless')],
    ['Write a number.', () => parseStack('serverless=much')],
    ['Write it as ID:YYYY-MM-DD', () => parseHeld('SAA-C03')],
    ['Write it as PERCENT:YYYY-MM-DD', () => parseVoucher('50')],
    ['Write it as PERCENT:YYYY-MM-DD', () => parseVoucher(':2027-01-01')],
  ]

  test.each(faults)('a malformed one is a usage error: %s', (message, parse) => {
    expect(parse).toThrow(message)
  })
})

describe('completing a profile', () => {
  test('role and hours are needed, the rest follows', () => {
    expect(missingFlags({})).toEqual(['--role', '--hours-per-week'])
    expect(missingFlags({ role: 'student', hoursPerWeek: 5 })).toEqual([])
    expect(completeProfile({ role: 'student', hoursPerWeek: 5 })).toEqual({
      role: 'student',
      direction: 'student',
      awsYears: 0,
      itYears: 0,
      hoursPerWeek: 5,
    })
    expect(completeProfile({ role: 'student', hoursPerWeek: 5, awsYears: 2 }).itYears).toBe(2)
    expect(
      completeProfile({ role: 'student', direction: 'data', hoursPerWeek: 5, itYears: 4 }),
    ).toMatchObject({
      direction: 'data',
      itYears: 4,
    })
  })
})
