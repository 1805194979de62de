import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runStates } from '../../src/application/run-states.ts'

type Data<T> = { readonly cases: readonly T[] }
type Json = Parameters<typeof JSON.stringify>[0]

const read = <T>(file: string): readonly T[] =>
  (JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')) as Data<T>).cases

type Choice = {
  readonly operator: string
  readonly variable: Json
  readonly value: Json
  readonly holds: boolean
}

/** The rule as it was recorded: the operand stands in it, or in the input where the operator takes a path. */
function choiceCase({ operator, variable, value }: Choice): Json {
  const operand = operator.endsWith('Path') ? '$.value' : value
  const rule = { Variable: '$.variable', [operator]: operand, Next: 'Holds' }
  const States = {
    Ask: { Type: 'Choice', Choices: [rule], Default: 'Fails' },
    Holds: { Type: 'Pass', Result: true, End: true },
    Fails: { Type: 'Pass', Result: false, End: true },
  }
  return { definition: { StartAt: 'Ask', States }, input: { variable, value } }
}

describe('recorded results of Choice rules', async () => {
  const cases = read<Choice>('states-choice.json')
  const answers = await runStates(cases.map(choiceCase))
  const operators = [...new Set(cases.map(({ operator }) => operator))]

  test('all 491 are there, 230 of numbers and booleans among them', () => {
    expect(cases).toHaveLength(491)
    expect(cases.filter(({ operator }) => /^(Numeric|Boolean)/.test(operator))).toHaveLength(230)
  })

  test.each(operators)('%s', (operator) => {
    const places = cases.flatMap((one, place) => (one.operator === operator ? [place] : []))
    expect(places.map((place) => answers[place])).toMatchObject(
      places.map((place) => ({ status: 'SUCCEEDED', output: cases[place]?.holds })),
    )
  })
})

type Intrinsic = { readonly expression: string; readonly input: Json; readonly output: Json }

function intrinsicCase({ expression, input }: Intrinsic): Json {
  const state = expression.startsWith('{%')
    ? { QueryLanguage: 'JSONata', Output: { result: expression } }
    : { Parameters: { 'result.$': expression } }
  return { definition: { StartAt: 'A', States: { A: { Type: 'Pass', ...state, End: true } } }, input }
}

describe('recorded results of intrinsic functions', async () => {
  const cases = read<Intrinsic>('states-intrinsics.json')
  const answers = await runStates(cases.map(intrinsicCase))
  const expressions = [...new Set(cases.map(({ expression }) => expression))]

  test('all 152 are there', () => {
    expect(cases).toHaveLength(152)
  })

  test.each(expressions)('%s', (expression) => {
    const places = cases.flatMap((one, place) => (one.expression === expression ? [place] : []))
    expect(places.map((place) => answers[place])).toMatchObject(
      places.map((place) => ({ status: 'SUCCEEDED', output: { result: cases[place]?.output } })),
    )
  })
})

type Recorded = {
  readonly name: string
  readonly status: string
  readonly output?: Json
  readonly error?: string
  /** How many events the history has, where their types are the same in the same order. */
  readonly events?: number
  readonly differs?: true
}

/**
 * Where recordings and the documentation differ, the documentation is followed: States.ALL does not catch
 * States.DataLimitExceeded, and a Map with JSONata takes the members of an object for items.
 */
describe('recorded executions', async () => {
  const cases = read<Recorded>('states-executions.json')
  const answers = await runStates(cases)
  const places = cases.map(({ name, differs }, place) => [name, place, differs === true] as const)

  test('all are there and can run', () => {
    expect(cases).toHaveLength(258)
    expect(answers.filter((answer) => 'invalid' in answer)).toEqual([])
  })

  test.each(places.filter(([, , differs]) => !differs))('%s', (_, place) => {
    const { status, output = null, error, events } = cases[place] ?? { status: 'none' }
    expect(answers[place]).toMatchObject({ status, output, ...(error === undefined ? {} : { error }) })
    if (events !== undefined) expect(answers[place]).toHaveProperty('history.length', events)
  })

  test('those that differ are these five', () => {
    const differing = places.filter(([, , differs]) => differs)
    expect(differing.map(([name]) => name)).toEqual([
      expect.stringMatching(/data_limit_exceeded/),
      ...Array.from({ length: 4 }, () => expect.stringMatching(/\[object\]/)),
    ])
    const answered = differing.map(([, place]) => answers[place])
    expect(answered).toMatchObject([
      { status: 'FAILED', error: 'States.DataLimitExceeded' },
      ...Array.from({ length: 4 }, () => ({ status: 'SUCCEEDED', output: ['bar'] })),
    ])
  })
})
