import { describe, expect, test } from 'vitest'
import { sampleForm } from '../../../test/support/sample-attempt.ts'
import { abilityOnForm, type ScoredPlace } from './estimate-score.ts'
import { rankTasks } from './rank-tasks.ts'

const base = sampleForm('f', 30)
const form = {
  ...base,
  blueprint: {
    ...base.blueprint,
    domains: [
      { number: 1, name: 'One', weightPercent: 60, tasks: ['1.1', '1.2'] },
      { number: 2, name: 'Two', weightPercent: 40, tasks: ['2.1', '2.2'] },
    ],
  },
}
const places = (isRight: (domain: number) => boolean): ScoredPlace[] =>
  form.items.map((place) => ({ place, correct: isRight(place.item.domain), answered: true }))
const rank = (of: ScoredPlace[]) => rankTasks(form, of, abilityOnForm(form, of))

describe('where an hour brings most', () => {
  test('every task of the blueprint is ranked, met or not', () => {
    const ranked = rank(places(() => true))
    expect(ranked.map(({ task }) => task).sort()).toEqual(['1.1', '1.2', '2.1', '2.2'])
    expect(ranked.find(({ task }) => task === '1.1')?.answered).toBe(15)
    expect(ranked.find(({ task }) => task === '1.2')?.answered).toBe(0)
  })

  test('an hour on a task that is mastered brings less than on one that is not', () => {
    const ranked = rank(places((domain) => domain === 2))
    const gain = (task: string): number => ranked.find((one) => one.task === task)!.pointsPerHour
    expect(gain('1.1')).toBeGreaterThan(gain('2.1'))
  })

  test('of two tasks known alike the heavier one comes first', () => {
    const ranked = rank(places(() => true))
    const gain = (task: string): number => ranked.find((one) => one.task === task)!.pointsPerHour
    expect(gain('1.2')).toBeGreaterThan(gain('2.2'))
  })

  test('gains are small and positive: an hour adds a part of an item', () => {
    for (const { pointsPerHour } of rank(places((domain) => domain === 1))) {
      expect(pointsPerHour).toBeGreaterThan(0)
      expect(pointsPerHour).toBeLessThan(1)
    }
  })

  test('a form without measurement ranks nothing', () => {
    const { measurement: _, ...older } = form
    expect(rankTasks(older, [], abilityOnForm(form, []))).toEqual([])
  })
})
