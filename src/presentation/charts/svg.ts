/**
 * Helpers of every chart. A chart is a complete SVG document: `role="img"` with a title and a description, no style and no
 * script, so that the strictest content security policy shows it. It is legible as it is, in the colour of the text
 * around it; a style sheet themes it through these classes:
 *
 * - `chart`: the document
 * - `stone`: the ground stone of a tier; `stone-active`, `stone-ending`, `stone-beta`, `stone-announced`, `stone-retired`:
 *   a certification's stone by state. Set `fill` and `stroke`; they differ in outline, pattern, glyph and words besides
 * - `stone-pattern`: a band of pattern inside a stone's outline; it keeps its paint
 * - `label`: text, `label-soft`: secondary text. Set `fill`
 * - `bar`: a bar, `bar-track`: what it is measured against. Set `fill`; `bar-planned`: its announced part. Set `stroke`
 * - `axis`: lines of reference. Set `stroke`
 * - `glyph`: the sign of a state; `mark-now`: the mark of today; `edge`: a line from stone to stone, and the marks in a
 *   pattern. Set `color` only: some are filled and some are lines
 */

/** Attributes of an element; undefined leaves one out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in an element or attribute; characters that XML forbids are dropped. @example escapeText('a < b') // 'a &lt; b' */
export const escapeText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** A coordinate with two decimals at most. @example rounded(1.23456) // 1.23 */
export const rounded = (value: number): number => Math.round(value * 100) / 100

const write = (value: string | number): string =>
  escapeText(String(typeof value === 'number' ? rounded(value) : value))

/** Writes an element; children are markup already. @example element('g', { class: 'axis' }) // '<g class="axis"/>' */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${write(value)}"`]))
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/** How a text is set; sizes in user units. */
export type TextStyle = {
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly soft?: boolean
  readonly bold?: boolean
}

/** Writes a line of text with its baseline at a point. */
export function textAt(x: number, y: number, content: string, style: TextStyle = {}): string {
  const attributes = {
    class: style.soft ? 'label-soft' : 'label',
    x,
    y,
    'font-size': style.size ?? 13,
    'font-weight': style.bold ? 600 : undefined,
    'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
    fill: 'currentColor',
  }
  return element('text', attributes, escapeText(content))
}

/** What a chart is called, how large it is, and what it shows in words. `id` is unique on its page. */
export type ChartFrame = {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
}

/** Writes the whole document of a chart around its markup. */
export function chart(
  { id, width, height, title, description }: ChartFrame,
  ...children: readonly string[]
): string {
  const [titleId, descriptionId] = [`${id}-title`, `${id}-description`]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      role: 'img',
      'aria-labelledby': `${titleId} ${descriptionId}`,
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      width,
      height,
      'font-family': 'system-ui, sans-serif',
    },
    element('title', { id: titleId }, escapeText(title)),
    element('desc', { id: descriptionId }, escapeText(description)),
    ...children,
  )
}
