import { describe, expect, test } from 'vitest'
import { factValues } from '../cloud/cloud-facts.ts'
import { seededRandom } from '../kernel/seeded-random.ts'
import { familyOf } from './compose-draft.ts'
import { shippedFacts } from './family-kit.fixture.ts'
import { sumModel } from './sum-model.fixture.ts'
import type { Draft, FamilyModel } from './types.ts'

const facts = factValues(shippedFacts())

const draftOf = (changes: Partial<FamilyModel<readonly [number, number]>>) =>
  familyOf({ ...sumModel, ...changes }).draft(seededRandom('one'), facts)

const sound = (changes: Partial<FamilyModel<readonly [number, number]>> = {}): Draft => {
  const draft = draftOf(changes)
  if (typeof draft === 'string') throw new Error(draft)
  return draft
}

describe('a draft', () => {
  test('has the key of the solver and an option of each misconception, numbers ascending', () => {
    const { key, alternatives } = sound({ sample: () => [30, 5] })
    expect(key).toEqual([35])
    expect(alternatives).toEqual([
      { answer: 25, misconception: 'subtracts' },
      { answer: 35, misconception: null },
      { answer: 150, misconception: 'multiplies' },
      { answer: 305, misconception: 'concatenates' },
    ])
  })

  test('takes one answer of each belief before a second one of any', () => {
    const greedy = { id: 'greedy', statement: 'Everything is right.', solve: () => [1, 2, 3, 4, 35] }
    const plain = sumModel.misconceptions.filter(({ id }) => id !== 'concatenates')
    const { alternatives } = sound({ sample: () => [30, 5], misconceptions: [greedy, ...plain] })
    const beliefs = alternatives.flatMap(({ misconception }) => misconception ?? [])
    expect(beliefs.toSorted()).toEqual(['greedy', 'multiplies', 'subtracts'])
  })

  test.each([
    ['unrealistic', { constraints: () => false }],
    ['key-not-unique', { solve: () => [1, 2] }],
    ['key-not-unique', { solve: () => [] }],
    ['too-few-distractors', { misconceptions: sumModel.misconceptions.slice(0, 2) }],
    [
      'options-equal',
      { render: () => ({ stem: 'Which?', option: () => ({ text: 'same', rationale: 'because' }) }) },
    ],
  ] as const)('is refused as %s', (refusal, changes) => {
    expect(draftOf({ sample: () => [30, 5], ...changes })).toBe(refusal)
  })

  test('an ordering needs two wrong orders, and keeps at most two steps that do not belong', () => {
    const order = (id: string, ...answers: string[]) => ({ id, statement: `${id}.`, solve: () => answers })
    const model = {
      kind: 'ordering' as const,
      solve: () => ['a', 'b', 'c'],
      misconceptions: [order('swaps', 'b', 'a', 'c'), order('adds', 'x', 'y', 'z', 'a')],
      render: () => ({
        stem: 'Order.',
        option: (answer: string | number) => ({ text: `Step ${answer}`, rationale: 'r' }),
      }),
    }
    expect(sound(model).alternatives).toHaveLength(5)
    expect(draftOf({ ...model, misconceptions: model.misconceptions.slice(0, 1) })).toBe(
      'too-few-distractors',
    )
  })
})
