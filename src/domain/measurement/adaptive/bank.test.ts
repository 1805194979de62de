import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { prepareBank } from './bank.ts'

const parameters = itemParameters({ a: 1.2, b: 0.3, c: 0.2 })
const item = { parameters, content: 0 }

describe('prepareBank', () => {
  test('tabulates P(correct) and both logarithms on the grid', () => {
    const { prior, correct, logCorrect, logWrong } = prepareBank([
      item,
      { ...item, parameters: itemParameters({ b: -1 }) },
    ])
    const width = prior.nodes.length
    expect(width).toBe(121)
    for (const q of [0, 60, 120]) {
      const p = probabilityCorrect(prior.nodes[q]!, parameters)
      expect(correct[q]).toBeCloseTo(p, 12)
      expect(Math.exp(logCorrect[q]!)).toBeCloseTo(p, 12)
      expect(Math.exp(logWrong[q]!)).toBeCloseTo(1 - p, 12)
      expect(correct[width + q]).toBeCloseTo(
        probabilityCorrect(prior.nodes[q]!, itemParameters({ b: -1 })),
        12,
      )
    }
  })

  test('enemies are mutual, siblings are rivals, sets hold their members', () => {
    const { rivals, sets } = prepareBank([
      { ...item, enemies: [1] },
      item,
      { ...item, family: 'subnets' },
      { ...item, family: 'subnets', set: 'case' },
      { ...item, set: 'case' },
    ])
    expect(rivals).toEqual([[1], [0], [3], [2], []])
    expect(sets).toEqual([[], [], [], [3, 4], [3, 4]])
  })

  test('refuses an empty bank, a strange content area, an enemy that is not there', () => {
    expect(() => prepareBank([])).toThrow(RangeError)
    expect(() => prepareBank([{ ...item, content: 1.5 }])).toThrow(RangeError)
    expect(() => prepareBank([{ ...item, enemies: [7] }])).toThrow(/enemy 7/)
  })
})
