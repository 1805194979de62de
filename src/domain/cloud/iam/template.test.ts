import { describe, expect, test } from 'vitest'
import { fillTemplate, isFixed, readTemplate, spell, type TemplatePart } from './template.ts'

const text = (value: string): TemplatePart => ({ kind: 'text', text: value })
const variable = (key: string, fallback: string | null = null): TemplatePart => ({
  kind: 'variable',
  key,
  fallback,
})

const fill = (pattern: string, values: Readonly<Record<string, string>>): string | null => {
  const tokens = fillTemplate(readTemplate(pattern, true), (key) => values[key])
  return tokens === null ? null : spell(tokens)
}

describe('readTemplate', () => {
  test('takes a pattern apart into text, wildcards and variables', () => {
    expect(readTemplate(`arn:aws:s3:::docs/\${aws:username}/*`, true)).toEqual([
      text('arn:aws:s3:::docs/'),
      variable('aws:username'),
      text('/'),
      { kind: 'star' },
    ])
    expect(readTemplate('a?b', true)).toEqual([text('a'), { kind: 'one' }, text('b')])
    expect(readTemplate('', true)).toEqual([])
  })

  test('reads defaults between single quotes, with or without blanks', () => {
    expect(readTemplate(`\${aws:PrincipalTag/team, 'company-wide'}`, true)).toEqual([
      variable('aws:principaltag/team', 'company-wide'),
    ])
    expect(readTemplate(`\${ aws:PrincipalTag/team ,'' }`, true)).toEqual([
      variable('aws:principaltag/team', ''),
    ])
    expect(readTemplate(`\${aws:PrincipalTag/Cost Center}`, true)).toEqual([
      variable('aws:principaltag/cost center'),
    ])
  })

  test('the special variables are the characters themselves', () => {
    expect(readTemplate(`a\${*}b\${?}c\${$}d`, true)).toEqual(
      ['a', '*', 'b', '?', 'c', '$', 'd'].map((character) => text(character)),
    )
  })

  test('what is no variable stays text', () => {
    expect(spell(fillTemplate(readTemplate(`cost: 5$ \${} \${open`, true), () => undefined) ?? [])).toBe(
      `cost: 5$ \${} \${open`,
    )
    expect(isFixed(readTemplate(`\${a, b}`, true))).toBe(true)
  })

  test('version 2008-10-17 knows no variables, only wildcards', () => {
    const parts = readTemplate(`\${aws:username}/\${*}`, false)
    expect(parts.filter(({ kind }) => kind === 'variable')).toEqual([])
    expect(parts.filter(({ kind }) => kind === 'star')).toHaveLength(1)
    expect(isFixed(parts) && spell(parts)).toBe(`\${aws:username}/\${*}`)
  })
})

describe('fillTemplate', () => {
  test('puts values in the place of variables', () => {
    expect(fill(`home/\${aws:username}/x`, { 'aws:username': 'ana' })).toBe('home/ana/x')
    expect(fill(`bucket-\${aws:PrincipalTag/team, 'shared'}`, {})).toBe('bucket-shared')
    expect(fill(`bucket-\${aws:PrincipalTag/team, 'shared'}`, { 'aws:principaltag/team': 'red' })).toBe(
      'bucket-red',
    )
  })

  test('a variable without value and default leaves nothing to match', () => {
    expect(fill(`home/\${aws:username}`, {})).toBe(null)
  })

  test('a value is text, whatever wildcards it holds', () => {
    const tokens = fillTemplate(readTemplate(`\${aws:username}`, true), () => 'a*')
    expect(tokens).toEqual([text('a*')])
  })
})

test('spell writes wildcards as the characters they are', () => {
  expect(spell([{ kind: 'star' }, { kind: 'one' }, { kind: 'star-within' }, { kind: 'one-within' }])).toBe(
    '*?*?',
  )
})
