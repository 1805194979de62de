import { describe, expect, test } from 'vitest'
import type { ListedCertification, ListedVersion } from '../../../application/read-catalogue.ts'
import type { CalendarDate } from '../../../domain/kernel/calendar-date.ts'
import { stoneOf } from './stones.ts'

const version = (examCode: string, from: string | null, to: string | null): ListedVersion => ({
  examCode,
  windows: [
    {
      examCode,
      form: 'standard',
      language: 'en',
      from: from as CalendarDate | null,
      to: to as CalendarDate | null,
      basis: 'announced',
      confidence: 'secondary',
    },
  ],
  durationMinutes: null,
  totalItems: null,
  scoredItems: null,
  unscoredItems: null,
  cutScore: null,
  feeUsd: null,
  itemKinds: null,
  domains: [],
  beta: null,
})

const certification: ListedCertification = {
  id: 'developer-associate',
  name: 'Developer - Associate',
  tier: 'associate',
  status: 'active',
  inForce: 'DVA-C02',
  sittings: [],
  roles: [],
  validates: '',
  recommended: { yearsMin: 1, text: '', candidate: '', priorCertifications: [] },
  validityYears: 3,
  examVersions: [version('DVA-C02', '2023-02-28', null)],
  renewedBy: [],
  supersededBy: null,
  nearest: [],
  sources: [],
}

describe('stones of the picture', () => {
  test('an active certification shows the version in force and nothing else', () => {
    expect(stoneOf(certification)).toMatchObject({ examCode: 'DVA-C02', remark: null })
  })

  test('a version that turns is said', () => {
    const turning = {
      ...certification,
      examVersions: [version('DVA-C02', null, '2026-11-30'), version('DVA-C03', '2026-12-01', null)],
    }
    expect(stoneOf(turning).remark).toBe('DVA-C03 comes')
  })

  test('an ending one shows its last day in any language', () => {
    const ending: ListedCertification = {
      ...certification,
      status: 'ending',
      examVersions: [version('ANS-C01', null, '2026-12-31'), version('ANS-C01', null, '2026-11-30')],
    }
    expect(stoneOf(ending).remark).toBe('until 31 Dec 2026')
  })

  test('an announced one shows its first day and its coming code', () => {
    const announced: ListedCertification = {
      ...certification,
      status: 'announced',
      inForce: null,
      examVersions: [version('MLA-C02', '2027-01-14', null)],
    }
    expect(stoneOf(announced)).toMatchObject({ examCode: 'MLA-C02', remark: 'from 14 Jan 2027' })
  })

  test('unknown days are left out', () => {
    expect(stoneOf({ ...certification, status: 'ending', examVersions: [] })).toMatchObject({
      examCode: 'DVA-C02',
      remark: null,
    })
  })
})
