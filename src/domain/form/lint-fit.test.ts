import { describe, expect, test } from 'vitest'
import { makeItem, makeOrdering } from '../item/item.fixture.ts'
import type { Item } from '../item/types.ts'
import { lintFit } from './lint-fit.ts'
import { makeVersion } from './version.fixture.ts'

const noTasks = makeVersion({ domains: makeVersion().domains.map((domain) => ({ ...domain, tasks: [] })) })
const rules = (item: Item, version = makeVersion()): string[] =>
  lintFit(item, version).map(({ rule }) => rule)

describe('lintFit', () => {
  test('takes an item whose kind, domain and task the exam version has', () => {
    expect(rules(makeItem())).toEqual([])
    expect(rules(makeItem({ task: null }), noTasks)).toEqual([])
  })

  test.each<[string, Item, ReturnType<typeof makeVersion>, string]>([
    ['a kind that the exam does not have', makeOrdering(), makeVersion(), 'kind-not-in-exam'],
    [
      'a case study where the exam has none',
      makeItem({ stimulusId: 'case' }),
      makeVersion(),
      'kind-not-in-exam',
    ],
    ['a domain that does not exist', makeItem({ domain: 9, task: '9.1' }), makeVersion(), 'domain-unknown'],
    ['a task that does not exist', makeItem({ task: '1.9' }), makeVersion(), 'task-unknown'],
    ['no task where tasks are known', makeItem({ task: null }), makeVersion(), 'task-missing'],
    ['a task where none is known', makeItem(), noTasks, 'task-unknown'],
  ])('refuses %s', (_, item, version, rule) => {
    expect(rules(item, version)).toEqual([rule])
  })

  test('asks for no task where the list of tasks has gaps, and still refuses one that is not on it', () => {
    const gaps = makeVersion({
      domains: makeVersion().domains.map((domain) => ({
        ...domain,
        tasks: [{ number: `${domain.number}.3`, text: 'The only one read' }],
      })),
    })
    expect(rules(makeItem({ task: null }), gaps)).toEqual([])
    expect(rules(makeItem({ task: '1.9' }), gaps)).toEqual(['task-unknown'])
  })

  test('knows no wrong kind where the kinds of the exam are unknown', () => {
    expect(rules(makeOrdering(), makeVersion({ itemKinds: null }))).toEqual([])
    expect(
      rules(makeItem({ stimulusId: 'case' }), makeVersion({ itemKinds: ['multiple-choice', 'case-study'] })),
    ).toEqual([])
  })
})
