import { describe, expect, test } from 'vitest'
import { readIntrinsic } from './read-intrinsic.ts'
import { arityOf, isIntrinsicName } from './signatures.ts'

const read = (text: string) => {
  const call = readIntrinsic(text)
  return call.ok ? call.value : call.error.text
}

describe('readIntrinsic', () => {
  test('arguments are texts, values, paths and calls', () => {
    expect(
      read("States.Array('a', -1.5, true, null, $.x[0], $$.Execution.Id, $v, States.UUID())"),
    ).toMatchObject({
      kind: 'call',
      name: 'States.Array',
      arguments: [
        { kind: 'text', raw: 'a' },
        { kind: 'value', value: -1.5 },
        { kind: 'value', value: true },
        { kind: 'value', value: null },
        { kind: 'path', path: { root: { kind: 'data' } } },
        { kind: 'path', path: { root: { kind: 'context' } } },
        { kind: 'path', path: { root: { kind: 'variable', name: 'v' } } },
        { kind: 'call', name: 'States.UUID' },
      ],
    })
  })

  test('spaces between arguments do not count, those in texts do', () => {
    expect(read("States.Format( '{} {}' ,$.a ,  $.b )")).toMatchObject({
      arguments: [{ raw: '{} {}' }, { kind: 'path' }, { kind: 'path' }],
    })
  })

  test('texts keep their escapes, and may hold line ends and quotes of the other kind', () => {
    expect(read("States.Format('it\\'s \\{\\} \\\\ \"x\"\n')")).toMatchObject({
      arguments: [{ raw: 'it\\\'s \\{\\} \\\\ "x"\n' }],
    })
  })

  test.each([
    ['', /expected an intrinsic function at position 0/],
    ['States.Nope()', /instead of States.Nope/],
    ['States.Array(', /expected an argument/],
    ['States.Array(1', /expected ","/],
    ['States.Array(1 2)', /expected ","/],
    ['States.Array(1,)', /expected an argument/],
    ["States.Array('a)", /expected "'"/],
    ["States.Array('a\\n')", /one of ' { } \\ after a backslash/],
    ['States.Array(x)', /expected an argument/],
    ['States.Array($.)', /expected a name/],
    ['States.UUID() x', /nothing may follow/],
    ['States.UUID(1)', /expected 0 arguments of States.UUID/],
    ['States.MathAdd(1)', /expected 2 arguments/],
    ['States.MathRandom(1)', /expected 2 or more arguments/],
    ['States.MathRandom(1, 2, 3, 4)', /arguments of States.MathRandom/],
    ['States.Format()', /1 or more arguments/],
  ])('%s is refused', (text, reason) => {
    expect(read(text)).toMatch(reason)
  })

  test('calls nest ten deep', () => {
    const nested = (depth: number): string =>
      depth === 1 ? 'States.Array()' : `States.Array(${nested(depth - 1)})`
    expect(read(nested(10))).toMatchObject({ kind: 'call' })
    expect(read(nested(11))).toMatch(/at most 10 nested calls/)
  })
})

test('every intrinsic function has its number of arguments', () => {
  expect(isIntrinsicName('States.Hash')).toBe(true)
  expect(isIntrinsicName('States.ALL')).toBe(false)
  expect(arityOf('States.JsonMerge')).toEqual({ least: 3, most: 3 })
  expect(arityOf('States.Array').most).toBe(Number.POSITIVE_INFINITY)
})
