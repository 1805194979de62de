import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { expiryOf, renewedByPassing } from './renewal.ts'

const catalogue = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)
const renews = (id: string): readonly string[] =>
  renewedByPassing(catalogue, id)
    .map((renewed) => renewed.certificationId)
    .sort()

describe('renewedByPassing', () => {
  test('Generative AI Developer renews ML Engineer, Data Engineer, AI Practitioner and Cloud Practitioner', () => {
    expect(renews('generative-ai-developer-professional')).toEqual([
      'ai-practitioner',
      'cloud-practitioner',
      'data-engineer-associate',
      'generative-ai-developer-professional',
      'machine-learning-engineer-associate',
    ])
  })

  test('DevOps Engineer renews Developer and CloudOps Engineer', () => {
    expect(renews('devops-engineer-professional')).toEqual([
      'cloud-practitioner',
      'cloudops-engineer-associate',
      'developer-associate',
      'devops-engineer-professional',
    ])
  })

  test('any Associate renews Cloud Practitioner, and ML Engineer also AI Practitioner', () => {
    expect(renews('data-engineer-associate')).toEqual(['cloud-practitioner', 'data-engineer-associate'])
    expect(renews('machine-learning-engineer-associate')).toEqual([
      'ai-practitioner',
      'cloud-practitioner',
      'machine-learning-engineer-associate',
    ])
  })

  test('a Specialty exam renews itself and not Cloud Practitioner', () => {
    expect(renews('security-specialty')).toEqual(['security-specialty'])
  })

  test('every renewal by exam moves the expiry by three years', () => {
    const years = catalogue.certifications
      .flatMap(({ id }) => renewedByPassing(catalogue, id))
      .map((renewed) => renewed.extendsYears)
    expect(new Set(years)).toEqual(new Set([3]))
  })

  test('nothing is known to renew AI Business Strategist, and an unknown id renews nothing', () => {
    expect(renews('ai-business-strategist')).toEqual([])
    expect(renews('barista-professional')).toEqual([])
  })
})

describe('expiryOf', () => {
  test('is the same day three years later', () => {
    expect(expiryOf(calendarDate('2025-03-01'), 3)).toBe('2028-03-01')
    expect(expiryOf(calendarDate('2024-02-29'), 3)).toBe('2027-02-28')
  })
})
