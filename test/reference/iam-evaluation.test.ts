import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluateIam } from '../../src/application/evaluate-iam.ts'

type Case = { readonly id: string; readonly expect: string; readonly src: string }

const { cases } = JSON.parse(
  readFileSync(new URL('./data/iam-evaluation.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] }

const answers = evaluateIam({ cases })

/** Authorization decisions as the documentation page named in `src` gives them. */
describe('documented decisions', () => {
  test('every case is answered, in order', () => {
    expect(cases.length).toBeGreaterThan(100)
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    expect(answers.filter((answer) => 'invalid' in answer || answer.warnings !== undefined)).toEqual([])
  })

  test.each(cases.map((one, place) => [one.id, one.expect, place] as const))(
    '%s: %s',
    (_, expected, place) => {
      expect(answers[place]).toMatchObject({ decision: expected })
    },
  )

  test('every answer tells its reason in a sentence', () => {
    const texts = answers.map((answer) => ('because' in answer ? answer.because.text : ''))
    expect(texts.filter((text) => !/^(Allowed|Explicit deny|Implicit deny): .+\.$/.test(text))).toEqual([])
  })
})
