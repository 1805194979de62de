import { describe, expect, test } from 'vitest'
import type { DomainResult, ReviewedItem } from '../../../domain/attempt/types.ts'
import { filterReviewed, nextSteps } from './next-steps.ts'

const domain = (
  number: number,
  weightPercent: number | null,
  correct: number,
  scored: number,
): DomainResult => ({
  number,
  name: `Domain ${number}`,
  weightPercent,
  correct,
  scored,
  band: 'too few items',
})

const item = (position: number, correct: boolean, flagged = false, inDomain = 1): ReviewedItem => ({
  position,
  itemId: `i-${position}`,
  kind: 'multiple-choice',
  domain: inDomain,
  task: null,
  scored: true,
  response: { selected: ['a'] },
  flagged,
  feedback: { correct, key: { selected: ['a'] }, rationales: [], references: [] },
  origin: { by: 'model', on: '2026-11-24' },
  seenBefore: false,
})

describe('next steps', () => {
  test('lead with what was missed, then the domain with most points left, then a fresh form', () => {
    const steps = nextSteps({
      domains: [domain(1, 30, 14, 15), domain(2, 20, 4, 10)],
      items: [item(1, false), item(2, true)],
    })
    expect(steps.map(({ kind }) => kind)).toEqual(['review-missed', 'practise-domain', 'sit-new-form'])
    expect(steps[1]).toMatchObject({ domain: { number: 2 } })
  })

  test('weigh a small gap in a heavy domain against a large one in a light domain', () => {
    const [step] = nextSteps({ domains: [domain(1, 60, 10, 15), domain(2, 10, 0, 5)] })
    expect(step).toMatchObject({ kind: 'practise-domain', domain: { number: 1 } })
  })

  test('treat unknown weights as equal', () => {
    const [step] = nextSteps({ domains: [domain(1, null, 9, 10), domain(2, null, 1, 10)] })
    expect(step).toMatchObject({ domain: { number: 2 } })
  })

  test('after a faultless form only a fresh form is left', () => {
    expect(nextSteps({ domains: [domain(1, 100, 10, 10)], items: [item(1, true)] })).toEqual([
      { kind: 'sit-new-form' },
    ])
  })

  test('a domain without scored items is not recommended', () => {
    expect(nextSteps({ domains: [domain(1, 100, 0, 0)] })).toEqual([{ kind: 'sit-new-form' }])
  })
})

describe('filtering the review', () => {
  const items = [item(1, true), item(2, false, true), item(3, false, false, 2)]
  const positions = (...filter: [Parameters<typeof filterReviewed>[1], number | null]) =>
    filterReviewed(items, ...filter).map(({ position }) => position)

  test('by outcome and flag', () => {
    expect(positions('all', null)).toEqual([1, 2, 3])
    expect(positions('missed', null)).toEqual([2, 3])
    expect(positions('flagged', null)).toEqual([2])
  })

  test('by domain on top', () => {
    expect(positions('missed', 2)).toEqual([3])
    expect(positions('flagged', 2)).toEqual([])
  })
})
