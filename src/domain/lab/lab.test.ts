import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawVariant } from './draw-variant.ts'
import { fillJson, fillText } from './fill.ts'
import { describeAnswer, gradeMatrix, meets } from './grade.ts'
import { resolveFiles } from './resolve-files.ts'
import type { LabCase, ReadFiles } from './types.ts'

describe('variants', () => {
  test('equal seeds give equal values, within their bounds', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const plan = {
          a: { account: true },
          n: { integer: [10, 20], step: 5 },
          h: { hex: 4, prefix: 'x-' },
        } as const
        const drawn = drawVariant(plan, seed)
        expect(drawVariant(plan, seed)).toEqual(drawn)
        expect(drawn.a).toMatch(/^[1-9]\d{11}$/)
        expect([10, 15, 20]).toContain(drawn.n)
        expect(drawn.h).toMatch(/^x-[0-9a-f]{4}$/)
      }),
    )
  })

  test('a sample repeats nothing, and later values use earlier ones', () => {
    const drawn = drawVariant(
      { s: { sample: ['a', 'b', 'c'], count: 2 }, t: { text: '{{s.0}}-{{k}}' }, p: { pick: ['{{t}}!'] } },
      'seed',
      { k: 7 },
    )
    const [first, second] = drawn.s as string[]
    expect(first).not.toBe(second)
    expect([drawn.t, drawn.p]).toEqual([`${first}-7`, `${first}-7!`])
  })

  test('a lone placeholder keeps its type, and an unknown name is an error', () => {
    expect(fillJson({ '{{k}}': ['{{n}}', 'a{{n}}'] }, { k: 'x', n: 4 })).toEqual({ x: [4, 'a4'] })
    expect(() => fillText('{{absent}}', {})).toThrow(RangeError)
  })
})

const files: ReadFiles = {
  'a.json': { text: '{"b":[1]}', value: { b: [1] }, finding: null },
  'bad.json': {
    text: '{',
    value: undefined,
    finding: { path: 'bad.json', line: 1, level: 'error', text: 'is not JSON.' },
  },
}

describe('files in cases', () => {
  test('are put in by value, by place and as text', () => {
    const ask = {
      whole: { $file: 'a.json' },
      part: { $file: 'a.json', at: 'b.0' },
      text: { $text: 'a.json' },
    }
    expect(resolveFiles(ask, files)).toEqual({
      ok: true,
      value: { whole: { b: [1] }, part: 1, text: '{"b":[1]}' },
    })
  })

  test('that are broken, missing or lack a member say so', () => {
    const why = (ask: Record<string, string>) => {
      const resolved = resolveFiles({ x: ask }, files)
      return resolved.ok ? '' : resolved.error.text
    }
    expect(why({ $file: 'bad.json' })).toBe('bad.json, line 1: is not JSON.')
    expect(why({ $file: 'c.json' })).toBe('c.json is missing.')
    expect(why({ $file: 'a.json', at: 'c' })).toBe('a.json has no "c".')
  })
})

const requirement = (id: string, must: 'work' | 'denied') => ({ id, text: id, must, weight: 2 })
const caseOf = (requirementId: string, value: string, visible = true): LabCase => ({
  requirementId,
  title: value,
  visible,
  probe: 'value',
  ask: { value },
  expect: 'yes',
})
const echo = { value: ({ value = null }) => ({ answer: value, because: `It is ${JSON.stringify(value)}.` }) }
const grade = (matrix: readonly LabCase[]) =>
  gradeMatrix([requirement('w', 'work'), requirement('d', 'denied')], matrix, { files, probes: echo })

describe('grading', () => {
  test('compares values without regard to order of members, and bounds', () => {
    expect(meets({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
    expect([meets(3, { atMost: 3 }), meets(4, { atMost: 3 }), meets('3', { atMost: 3 })]).toEqual([
      true,
      false,
      false,
    ])
    expect([meets(3, { atLeast: 3 }), meets(2, { atLeast: 3 })]).toEqual([true, false])
    expect(describeAnswer({ atLeast: 3 })).toBe('at least 3')
  })

  test('a requirement earns its weight only where every case holds', async () => {
    const [work, denied] = await grade([caseOf('w', 'yes'), caseOf('d', 'yes'), caseOf('w', 'no', false)])
    expect(work).toMatchObject({ earned: 0, hidden: { passed: 0, total: 1 }, failed: { title: 'no' } })
    expect(denied).toMatchObject({ earned: 0 })
    const all = await grade([caseOf('w', 'yes'), caseOf('d', 'yes')])
    expect(all.map(({ earned }) => earned)).toEqual([2, 2])
  })

  test('work in which nothing works, or nothing stays denied, earns nothing', async () => {
    const nothing = await grade([caseOf('w', 'no'), caseOf('d', 'yes')])
    const everything = await grade([caseOf('w', 'yes'), caseOf('d', 'no')])
    for (const results of [nothing, everything]) expect(results.map(({ earned }) => earned)).toEqual([0, 0])
  })
})
