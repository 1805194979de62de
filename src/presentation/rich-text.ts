/** A run of text inside a block. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold'; readonly children: readonly Inline[] }

/** A block of item text. Nothing else can be written in an item: no links, images, headings or markup. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string; readonly language: string | null }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }

const fence = /^\s{0,3}```\s*([\w+-]*)\s*$/
const bullet = /^\s{0,3}[-*]\s+(.*)$/

type Lines = { readonly lines: readonly string[]; at: number }

function readFencedCode(source: Lines, language: string): Block {
  const body: string[] = []
  source.at++
  while (source.at < source.lines.length) {
    const line = source.lines[source.at++] ?? ''
    if (fence.test(line)) break
    body.push(line)
  }
  return { kind: 'code', text: body.join('\n'), language: language === '' ? null : language }
}

function isContinuation(line: string): boolean {
  return line.trim() !== '' && !bullet.test(line) && !fence.test(line)
}

function readWrapped(source: Lines, first: string): readonly Inline[] {
  const parts = [first.trim()]
  source.at++
  while (source.at < source.lines.length && isContinuation(source.lines[source.at] ?? '')) {
    parts.push((source.lines[source.at++] ?? '').trim())
  }
  return parseInline(parts.join(' '))
}

function readList(source: Lines): Block {
  const items: (readonly Inline[])[] = []
  for (
    let match = bullet.exec(source.lines[source.at] ?? '');
    match !== null;
    match = bullet.exec(source.lines[source.at] ?? '')
  ) {
    items.push(readWrapped(source, match[1] ?? ''))
  }
  return { kind: 'list', items }
}

function readBlock(source: Lines): Block {
  const line = source.lines[source.at] ?? ''
  const fenced = fence.exec(line)
  if (fenced !== null) return readFencedCode(source, fenced[1] ?? '')
  if (bullet.test(line)) return readList(source)
  return { kind: 'paragraph', children: readWrapped(source, line) }
}

/** Parses what may stand inside a line: `code` and **bold**. Unclosed marks stay as text. @example parseInline('a `b`')[1] // { kind: 'code', text: 'b' } */
export function parseInline(text: string): readonly Inline[] {
  const pattern = /`([^`]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*/g
  const runs: Inline[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) runs.push({ kind: 'text', text: text.slice(end, match.index) })
    runs.push(
      match[1] === undefined
        ? { kind: 'bold', children: parseInline(match[2] ?? '') }
        : { kind: 'code', text: match[1] },
    )
    end = match.index + match[0].length
  }
  if (end < text.length) runs.push({ kind: 'text', text: text.slice(end) })
  return runs
}

/**
 * Parses item text by its allow-list: paragraphs, bullet lists, fenced code, `code`, **bold**.
 * Everything else, markup included, is kept as the text that it is; no input is refused.
 *
 * @example parseRichText('A **b**.\n\n- c').map((block) => block.kind) // ['paragraph', 'list']
 */
export function parseRichText(text: string): readonly Block[] {
  const source: Lines = { lines: text.replaceAll('\r\n', '\n').split('\n'), at: 0 }
  const blocks: Block[] = []
  while (source.at < source.lines.length) {
    if ((source.lines[source.at] ?? '').trim() === '') source.at++
    else blocks.push(readBlock(source))
  }
  return blocks
}

const inlineText = (runs: readonly Inline[]): string =>
  runs.map((run) => (run.kind === 'bold' ? inlineText(run.children) : run.text)).join('')

function blockText(block: Block): string {
  if (block.kind === 'code') return block.text
  if (block.kind === 'list') return block.items.map((item) => `- ${inlineText(item)}`).join('\n')
  return inlineText(block.children)
}

/** The first words of a text on one line, at most `characters` long with its ellipsis. @example firstWords('one **two** three', 9) // 'one two…' */
export function firstWords(text: string, characters: number): string {
  const line = plainText(text).replaceAll(/\s+/g, ' ').trim()
  if (line.length <= characters) return line
  const cut = line.slice(0, characters)
  const end = cut.lastIndexOf(' ')
  return `${(end > 0 ? cut.slice(0, end) : cut.slice(0, -1)).replace(/[\s,;:.]+$/, '')}…`
}

/** The same text without marks, for a terminal or an accessible name. @example plainText('A **b** `c`') // 'A b c' */
export const plainText = (text: string): string => parseRichText(text).map(blockText).join('\n\n')
