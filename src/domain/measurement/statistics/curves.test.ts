import { describe, expect, test } from 'vitest'
import { informationAt } from '../model/information.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { equalNodes } from '../model/quadrature.ts'
import { characteristicCurve, informationCurve, observedCurve } from './curves.ts'

const item = { a: 1.2, b: 0.4, c: 0.15, d: 1 }

describe('characteristicCurve and informationCurve', () => {
  const nodes = equalNodes(5, -2, 2)

  test('hold the model at every node', () => {
    expect(characteristicCurve(item, nodes)).toEqual(
      [...nodes].map((theta) => ({ theta, value: probabilityCorrect(theta, item) })),
    )
    expect(informationCurve(item, nodes)).toEqual(
      [...nodes].map((theta) => ({ theta, value: informationAt(theta, item) })),
    )
  })
})

describe('observedCurve', () => {
  test('groups candidates of similar ability, all of them once', () => {
    const abilities = [2, -2, 0, 1, -1, 0.5]
    const correct = [1, 0, 0, 1, 0, 1]
    expect(observedCurve(correct, abilities, 3)).toEqual([
      { theta: -1.5, p: 0, candidates: 2 },
      { theta: 0.25, p: 0.5, candidates: 2 },
      { theta: 1.5, p: 1, candidates: 2 },
    ])
  })

  test('drops groups without candidates', () => {
    expect(observedCurve([1], [0.3], 10)).toEqual([{ theta: 0.3, p: 1, candidates: 1 }])
    expect(observedCurve([], [])).toEqual([])
  })

  test('refuses lists of different lengths', () => {
    expect(() => observedCurve([1], [])).toThrow(RangeError)
  })
})
