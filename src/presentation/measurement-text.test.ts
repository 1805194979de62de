import { describe, expect, test } from 'vitest'
import { familyText, gateText, linkText, stateText } from './measurement-text.ts'

describe('words for what was measured', () => {
  test('a family tells its parameters, the spread of its variants, and how well both are known', () => {
    expect(
      familyText({
        family: 'iam-tag-keys',
        parameters: { a: 1.124, b: -0.306 },
        difficultySd: 0.18,
        spread: 0.42,
        spreadLow: 0.03,
        spreadHigh: 0.9,
        siblings: 61,
        responses: 64,
      }),
    ).toBe(
      'iam-tag-keys: a 1.12, b -0.31 ± 0.18, its variants spread by 0.42 (0.03 to 0.90); 64 responses to 61 variants',
    )
  })

  test('a gate tells its figure, a number of responses as it is', () => {
    expect(gateText({ gate: 'discrimination', verdict: 'hold', figure: 0.312 })).toBe(
      'hold: discrimination 0.31',
    )
    expect(gateText({ gate: 'responses', verdict: 'watch', figure: 120 })).toBe(
      'watch: number of responses 120',
    )
    expect(gateText({ gate: 'fit', verdict: 'unknown', figure: null })).toBe('unknown: fit to the model')
  })

  test('states and links have names', () => {
    expect(stateText('held')).toBe('Held')
    expect(linkText({ link: 'anchors', anchors: 12 })).toBe('scale carried on by 12 anchors')
  })
})
