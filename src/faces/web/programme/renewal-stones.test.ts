import { describe, expect, test } from 'vitest'
import type { ListedCertification } from '../../../application/read-catalogue.ts'
import type { CertificationView } from '../../../application/read-certification.ts'
import type { CalendarDate } from '../../../domain/kernel/calendar-date.ts'
import { nameOf, renewedByStones, renewsStones } from './renewal-stones.ts'

const listed = (id: string, change: Partial<ListedCertification> = {}): ListedCertification => ({
  id,
  name: `AWS Certified ${id}`,
  tier: 'associate',
  status: 'active',
  inForce: null,
  sittings: [],
  roles: [],
  validates: '',
  recommended: { yearsMin: 1, text: '', candidate: '', priorCertifications: [] },
  validityYears: 3,
  examVersions: [],
  renewedBy: [],
  supersededBy: null,
  nearest: [],
  sources: [],
  ...change,
})

const view = (id: string, change: Partial<CertificationView> = {}): CertificationView => ({
  ...listed(id),
  asOf: '2026-11-24' as CalendarDate,
  recordedOn: '2026-11-23' as CalendarDate,
  versions: [],
  formerNames: [],
  statusNote: null,
  urls: { page: null, guide: null, announcement: null, comparison: null },
  renews: [],
  nearest: [],
  changes: [],
  sources: [],
  confidence: 'secondary',
  confidenceOf: 'X',
  ...change,
})

describe('what renews a certification', () => {
  test('is unknown where no source says', () => {
    expect(renewedByStones(view('SAA', { renewedBy: null }), [])).toBeNull()
  })

  test('names exams with their state, tiers and activities without', () => {
    const renewedBy = [
      { kind: 'exam', certificationId: 'SAP', extendsYears: 3, note: null },
      { kind: 'any-exam-of-tier', tier: 'professional', extendsYears: 3, note: null },
    ] as const
    expect(renewedByStones(view('SAA', { renewedBy }), [listed('SAP')])).toEqual([
      { name: 'SAP', status: 'active', extendsYears: 3 },
      { name: 'any Professional exam', status: null, extendsYears: 3 },
    ])
  })
})

describe('what a pass renews', () => {
  test('leaves the certification itself out and takes the years from what it renews', () => {
    const clf = listed('CLF', {
      renewedBy: [{ kind: 'any-exam-of-tier', tier: 'associate', extendsYears: 2, note: null }],
    })
    expect(renewsStones(view('SAA', { renews: ['SAA', 'CLF'] }), [clf])).toEqual([
      { name: 'CLF', status: 'active', extendsYears: 2 },
    ])
  })

  test('falls back on the validity where the renewed one says nothing', () => {
    expect(renewsStones(view('SAP', { renews: ['SAA'] }), [listed('SAA', { renewedBy: null })])).toEqual([
      { name: 'SAA', status: 'active', extendsYears: 3 },
    ])
  })
})

describe('names', () => {
  test('are short, and an id the list does not know stays an id', () => {
    expect(nameOf([listed('SAA')])('SAA')).toBe('SAA')
    expect(nameOf([])('gone')).toBe('gone')
  })
})
