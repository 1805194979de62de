import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { eventBridgeDialect } from './dialect.ts'
import { expandPattern } from './expand-pattern.ts'
import type { PatternFinding } from './types.ts'

function expand(pattern: JsonObject) {
  const findings: PatternFinding[] = []
  const branches = expandPattern(pattern, eventBridgeDialect, findings)
  return { paths: branches.map((branch) => [...branch.keys()]), branches, findings }
}

describe('expandPattern', () => {
  test('nested fields become dotted paths', () => {
    const { paths, findings } = expand({ source: ['a'], detail: { state: ['b'], owner: { team: ['c'] } } })
    expect(paths).toEqual([['source', 'detail.state', 'detail.owner.team']])
    expect(findings).toEqual([])
  })

  test('alternatives branch, with the fields around them in each branch', () => {
    const { paths } = expand({ a: [1], $or: [{ b: [1] }, { c: [1], d: [1] }], e: [1] })
    expect(paths).toEqual([
      ['a', 'b', 'e'],
      ['a', 'c', 'd', 'e'],
    ])
  })

  test('alternatives inside alternatives and in two places multiply', () => {
    const { paths } = expand({
      $or: [{ a: [1] }, { b: [1], $or: [{ c: [1] }, { d: [1] }] }],
      detail: { $or: [{ x: [1] }, { y: [1] }] },
    })
    expect(paths).toEqual([
      ['a', 'detail.x'],
      ['b', 'c', 'detail.x'],
      ['b', 'd', 'detail.x'],
      ['a', 'detail.y'],
      ['b', 'c', 'detail.y'],
      ['b', 'd', 'detail.y'],
    ])
  })

  test('the later of two mentions of a path counts, and the earlier is still checked', () => {
    const { branches, findings } = expand({ 'a.b': [{ nope: 1 }], a: { b: ['x', 'y'] } })
    expect(branches[0]?.get('a.b')).toMatchObject({ entries: 2 })
    expect(findings).toHaveLength(1)
  })

  test.each<[JsonObject, PatternFinding['at'], RegExp]>([
    [{}, 'the pattern', /empty object/],
    [{ a: {} }, 'a', /empty object/],
    [{ a: { b: 1 } }, 'a.b', /list of values/],
    [{ a: 'x' }, 'a', /list of values/],
    [{ a: { suffix: 'x' } }, 'a.suffix', /list of values/],
    [{ detail: { a: [] } }, 'detail.a', /empty list/],
    [{ $or: [{ a: [1] }] }, '$or', /at least two/],
    [{ $or: [{ a: [1] }, 'x'] }, '$or', /objects only/],
    [{ d: { $or: [{ a: [1] }, { prefix: ['x'] }] } }, 'd.prefix', /name of an operator/],
    [{ $or: [{ a: [1] }, { b: { numeric: [1] } }] }, 'b.numeric', /name of an operator/],
  ])('%j is refused at %s', (pattern, at, reason) => {
    expect(expand(pattern).findings).toEqual([{ at, text: expect.stringMatching(reason) }])
  })

  test('outside alternatives a field may be called like an operator', () => {
    expect(expand({ detail: { prefix: ['x'] } }).findings).toEqual([])
  })
})
