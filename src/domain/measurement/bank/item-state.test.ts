import { describe, expect, test } from 'vitest'
import { stateOf } from './item-state.ts'

const of = (responses: number, errorOfB = 0.2, verdict: 'keep' | 'watch' | 'hold' = 'keep') =>
  stateOf({ responses, errorOfB, verdict })

describe('the state of an item', () => {
  test.each([
    [0, 'uncalibrated'],
    [29, 'uncalibrated'],
    [30, 'provisional'],
    [199, 'provisional'],
    [200, 'operational'],
  ] as const)('with %i responses it is %s', (responses, state) => {
    expect(of(responses)).toBe(state)
  })

  test('many responses that leave b unclear are not enough', () => {
    expect(of(500, 0.25)).toBe('operational')
    expect(of(500, 0.26)).toBe('provisional')
  })

  test('a gate holds an item from two hundred responses on, a watch holds nothing', () => {
    expect(of(199, 0.2, 'hold')).toBe('provisional')
    expect(of(200, 0.2, 'hold')).toBe('held')
    expect(of(1000, 0.1, 'hold')).toBe('held')
    expect(of(1000, 0.1, 'watch')).toBe('operational')
  })
})
