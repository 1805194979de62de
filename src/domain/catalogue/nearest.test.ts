import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { calendarDate } from '../kernel/calendar-date.ts'
import { nearestLiving } from './nearest.ts'
import type { Catalogue } from './types.ts'

const catalogue = loadCatalogue(new URL('../../../catalogue', import.meta.url).pathname)
const today = calendarDate('2026-11-23')
const ids = (id: string, asOf = today): readonly string[] =>
  nearestLiving(catalogue, id, asOf).map((route) => route.id)

describe('nearestLiving', () => {
  test('follows a retired certification through another to a living one', () => {
    expect(nearestLiving(catalogue, 'big-data-specialty', today)).toEqual([
      {
        id: 'data-engineer-associate',
        relation: 'closest, not an automatic replacement',
        by: 'source',
        via: ['data-analytics-specialty'],
      },
    ])
  })

  test('stops at the successor while that was alive', () => {
    expect(ids('big-data-specialty', calendarDate('2021-01-01'))).toEqual(['data-analytics-specialty'])
  })

  test('names the two routes out of Machine Learning - Specialty', () => {
    expect(ids('machine-learning-specialty')).toEqual([
      'machine-learning-engineer-associate',
      'generative-ai-developer-professional',
    ])
  })

  test('says that the mapping is ours where the vendor names none', () => {
    const ours = ['database-specialty', 'sap-on-aws-specialty', 'advanced-networking-specialty'].flatMap(
      (id) => nearestLiving(catalogue, id, today),
    )
    expect(ours.length).toBeGreaterThan(5)
    expect(
      ours.filter((route) => route.by !== 'cairn' || !/Cairn's own mapping/.test(route.relation)),
    ).toEqual([])
  })

  test('is empty where nothing is recorded, and for an unknown id', () => {
    expect(ids('alexa-skill-builder-specialty')).toEqual([])
    expect(ids('barista-professional')).toEqual([])
  })

  test('ends on a circle of retired certifications', () => {
    const circle: Catalogue = {
      ...catalogue,
      certifications: catalogue.certifications
        .filter((each) => ['big-data-specialty', 'data-analytics-specialty'].includes(each.id))
        .map((each) => ({
          ...each,
          nearest: [
            {
              id: each.id === 'big-data-specialty' ? 'data-analytics-specialty' : 'big-data-specialty',
              relation: 'circle',
              by: 'cairn',
            },
          ],
        })),
    }
    expect(nearestLiving(circle, 'big-data-specialty', today)).toEqual([])
  })
})
