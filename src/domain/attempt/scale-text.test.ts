import { describe, expect, test } from 'vitest'
import { sampleForm } from '../../../test/support/sample-attempt.ts'
import type { ItemState } from '../measurement/bank/item-estimate.ts'
import { scaleText } from './scale-text.ts'

const form = sampleForm('f', 30)

const withStates = (states: readonly ItemState[]) => ({
  ...form,
  measurement: {
    ...form.measurement!,
    estimates: form.measurement!.estimates.map((estimate, index) => ({
      ...estimate,
      state: states[index] ?? ('operational' as const),
    })),
  },
})

describe('how a score came about', () => {
  test('study mode, a short block and an older form say why there is none', () => {
    const { measurement: _, ...older } = form
    expect(scaleText({ mode: 'study', form }, 30)).toMatch(/^No scaled score: in study mode/)
    expect(scaleText({ mode: 'custom', form }, 11)).toMatch(/^No scaled score: fewer than 12/)
    expect(scaleText({ mode: 'exam', form: older }, 30)).toMatch(
      /^No scaled score: this form was drawn before/,
    )
  })

  test('judged items are named: all of them, some, none', () => {
    expect(scaleText({ mode: 'exam', form }, 30)).toMatch(/Every scored item is rated by judgement only/)
    const some = withStates(['uncalibrated', 'uncalibrated'])
    expect(scaleText({ mode: 'exam', form: some }, 30)).toMatch(/2 of 30 scored items are rated by judgement/)
    expect(scaleText({ mode: 'exam', form: withStates([]) }, 30)).not.toMatch(/judgement/)
  })

  test('never claims to be the scale of the vendor', () => {
    expect(scaleText({ mode: 'exam', form }, 30)).toMatch(/not the vendor's/)
  })
})
