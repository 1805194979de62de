import { describe, expect, test } from 'vitest'
import { isReferencePath, readPath } from './read-path.ts'

const stepsOf = (text: string) => {
  const path = readPath(text)
  return path.ok ? path.value.steps : path.error.text
}

describe('readPath', () => {
  test.each([
    ['$', []],
    ['$.a', [{ kind: 'names', names: ['a'] }]],
    ['$.delivery-partner', [{ kind: 'names', names: ['delivery-partner'] }]],
    ["$['a b']", [{ kind: 'names', names: ['a b'] }]],
    ["$['a','b']", [{ kind: 'names', names: ['a', 'b'] }]],
    ['$[0]', [{ kind: 'indices', indices: [0] }]],
    ['$[-1]', [{ kind: 'indices', indices: [-1] }]],
    ['$[0, 2]', [{ kind: 'indices', indices: [0, 2] }]],
    ['$[1:]', [{ kind: 'slice', from: 1, to: null, step: 1 }]],
    ['$[:2]', [{ kind: 'slice', from: null, to: 2, step: 1 }]],
    ['$[1:5:2]', [{ kind: 'slice', from: 1, to: 5, step: 2 }]],
    ['$.a[*]', [{ kind: 'names', names: ['a'] }, { kind: 'all' }]],
    ['$.*', [{ kind: 'all' }]],
    ['$..a', [{ kind: 'descend' }, { kind: 'names', names: ['a'] }]],
    [
      '$.a.length()',
      [
        { kind: 'names', names: ['a'] },
        { kind: 'function', name: 'length' },
      ],
    ],
  ])('%s', (text, steps) => {
    expect(stepsOf(text)).toEqual(steps)
  })

  test.each([
    ['$.a', { kind: 'data' }],
    ['$', { kind: 'data' }],
    ['$[0]', { kind: 'data' }],
    ['$$.Execution.Id', { kind: 'context' }],
    ['$$', { kind: 'context' }],
    ['$count', { kind: 'variable', name: 'count' }],
    ['$order.id', { kind: 'variable', name: 'order' }],
  ])('%s starts at the %j', (text, root) => {
    expect(readPath(text)).toMatchObject({ ok: true, value: { root, text } })
  })

  test.each([
    ['', 0],
    ['a', 0],
    ['$.', 2],
    ['$..', 3],
    ['$.a[', 4],
    ['$.a[0', 5],
    ["$['a", 4],
    ['$.a b', 3],
    ['$[a]', 2],
    ['$[1:3:0]', 7],
    ['$.a.nope()', 10],
    ['$.a.length(', 11],
    ['$[?(@.a == )]', 11],
    ['$[?@.a]', 3],
    ['$[?($x.a)]', 8],
  ])('%s is no path, as position %i tells', (text, position) => {
    expect(readPath(text)).toEqual({
      ok: false,
      error: { code: 'path-malformed', text: expect.stringContaining(`position ${position}`) },
    })
  })

  test('an element of a filter stands for itself only inside the filter', () => {
    expect(stepsOf('@.a')).toMatch(/must start with \$/)
  })
})

describe('isReferencePath', () => {
  const isReference = (text: string): boolean | null => {
    const path = readPath(text)
    return path.ok ? isReferencePath(path.value) : null
  }

  test('names and indices name one place', () => {
    expect(['$', '$.a', "$.a['b c'][0].d", '$$.Map.Item', '$x.y'].map(isReference)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
  })

  test('anything that can find several does not', () => {
    const several = ['$.*', '$..a', '$[0:1]', '$[0,1]', "$['a','b']", '$[?(@.a)]', '$[-1]', '$.a.length()']
    expect(several.filter((text) => isReference(text) !== false)).toEqual([])
  })
})
