import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadUpdateBehaviour } from './load-update-behaviour.ts'
import { readTemplate } from './read-template.ts'

const longFormOf = (text: string) => {
  const read = readTemplate(`Value: ${text}\n`)
  return read.ok ? read.value.Value : read.error
}

describe('a template', () => {
  test.each([
    ['!Ref Vpc', { Ref: 'Vpc' }],
    ['!Condition IsProd', { Condition: 'IsProd' }],
    ['!GetAtt Role.Arn', { 'Fn::GetAtt': ['Role', 'Arn'] }],
    ['!GetAtt Stack.Outputs.Url', { 'Fn::GetAtt': ['Stack', 'Outputs.Url'] }],
    ['!GetAtt [Role, Arn]', { 'Fn::GetAtt': ['Role', 'Arn'] }],
    [`!Sub "\${Env}-x"`, { 'Fn::Sub': `\${Env}-x` }],
    ['!Join ["-", [a, !Ref B]]', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }],
    [
      '!If [IsProd, !Select [0, !GetAZs ""], !Ref AWS::NoValue]',
      { 'Fn::If': ['IsProd', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, { Ref: 'AWS::NoValue' }] },
    ],
    ['2012-10-17', '2012-10-17'],
    ['{ Fn::Base64: !Sub x }', { 'Fn::Base64': { 'Fn::Sub': 'x' } }],
    ['true', true],
    ['~', null],
  ])('writes %s in its long form', (text, value) => {
    expect(longFormOf(text)).toEqual(value)
  })

  test('in JSON is read as it stands', () => {
    expect(readTemplate('{ "Resources": { "A": { "Type": "T" } } }')).toEqual({
      ok: true,
      value: { Resources: { A: { Type: 'T' } } },
    })
  })

  test('with anchors is written out', () => {
    expect(readTemplate('a: &x { k: !Ref Y }\nb: *x\n')).toEqual({
      ok: true,
      value: { a: { k: { Ref: 'Y' } }, b: { k: { Ref: 'Y' } } },
    })
  })

  test('that is none is refused with its line', () => {
    expect(readTemplate('a: 1\nb: [\n')).toMatchObject({
      ok: false,
      error: { code: 'template-unreadable', line: 3 },
    })
    expect(readTemplate('- a')).toMatchObject({ ok: false, error: { reason: 'a template is an object' } })
    expect(readTemplate('').ok).toBe(false)
    expect(readTemplate('x'.repeat(1_048_577)).ok).toBe(false)
  })
})

describe('the table of update behaviour', () => {
  test('holds common types, each property under one effect', () => {
    const table = loadUpdateBehaviour(new URL('../../../catalogue', import.meta.url).pathname)
    expect(table.size).toBeGreaterThanOrEqual(120)
    for (const { replaces, mayReplace, inPlace } of table.values()) {
      expect(replaces.isDisjointFrom(mayReplace) && replaces.isDisjointFrom(inPlace)).toBe(true)
      expect(replaces.size + mayReplace.size + inPlace.size).toBeGreaterThan(0)
    }
  })

  test('that is broken stops the start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-table-'))
    expect(() => loadUpdateBehaviour(folder)).toThrow(/extract-update-behaviour/)
    writeFileSync(join(folder, 'update-behaviour.json'), '{"types":{}}')
    expect(() => loadUpdateBehaviour(folder)).toThrow(/extract-update-behaviour/)
    rmSync(folder, { recursive: true })
  })
})
