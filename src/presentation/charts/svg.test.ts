import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chart, element, escapeText, rounded, textAt } from './svg.ts'
import { faultsOf, textsOf } from './svg-check.fixture.ts'

const frame = { id: 'c', width: 100, height: 50, title: 'A title', description: 'What it shows' }

describe('escapeText', () => {
  test('escapes what markup would read', () => {
    expect(escapeText(`<b a="1">&'`)).toBe('&lt;b a=&quot;1&quot;&gt;&amp;&#39;')
  })

  test('drops what XML forbids and keeps other scripts', () => {
    expect(escapeText('a\u0000\u0008b\uFFFF 認定 🪨')).toBe('ab 認定 🪨')
  })
})

describe('element', () => {
  test('leaves undefined attributes out and rounds numbers', () => {
    expect(element('rect', { x: 1.23456, y: undefined, class: 'a"b' })).toBe(
      '<rect x="1.23" class="a&quot;b"/>',
    )
  })

  test('keeps children as markup', () => {
    expect(element('g', {}, '<a/>', '<b/>')).toBe('<g><a/><b/></g>')
  })
})

describe('textAt', () => {
  test('sets size, anchor, weight and class', () => {
    expect(textAt(1, 2, 'x', { size: 9, anchor: 'end', soft: true, bold: true })).toBe(
      '<text class="label-soft" x="1" y="2" font-size="9" font-weight="600" text-anchor="end" fill="currentColor">x</text>',
    )
  })
})

describe('chart', () => {
  test('is a named picture', () => {
    const svg = chart(frame, textAt(0, 0, 'hello'))
    expect(svg).toContain('aria-labelledby="c-title c-description"')
    expect(svg).toContain('viewBox="0 0 100 50"')
    expect(faultsOf(svg)).toEqual([])
  })

  test('stays well formed whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (hostile) => {
        const words = `x${hostile}`
        const svg = chart({ ...frame, title: words, description: words }, textAt(0, 0, words))
        expect(faultsOf(svg.replace(/NaN|undefined|Infinity/g, ''))).toEqual([])
      }),
    )
  })

  test('the check of pictures notices what it is for', () => {
    const broken = [
      chart(frame, '<g>'),
      chart(frame, '<text>a & b</text>'),
      chart(frame, '<script>a()</script>'),
      chart(frame, '<path d="MNaN 0"/>'),
      chart(frame, '<g id="c-title"/>'),
      chart(frame, '<path fill="url(#gone)"/>'),
      chart({ ...frame, title: '' }),
    ]
    expect(broken.map((svg) => faultsOf(svg).length > 0)).toEqual(broken.map(() => true))
    expect(textsOf('<text x="1">a &lt; b</text>')).toEqual(['a < b'])
  })
})

test('rounded keeps two decimals', () => {
  expect([rounded(1.006), rounded(-0.333)]).toEqual([1.01, -0.33])
})
