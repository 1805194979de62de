import { Refused } from '../refused.ts'

/** Namespace of a credential in an SVG (Open Badges 3.0, section 5.3.2). */
const namespace = 'https://purl.imsglobal.org/ob/v3p0'

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const damaged = (why: string): never => {
  throw new Refused('svg-invalid', { why })
}

function decodeReference(whole: string, name: string): string {
  const code = /^#x[0-9a-fA-F]{1,6}$/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (name.startsWith('#') && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  return entities[name] ?? damaged(`unknown reference ${whole.slice(0, 20)}`)
}

const decode = (text: string): string => text.replace(/&([^;&\s]{1,10});/g, decodeReference)

/** True for text that may be an SVG. */
export const isSvg = (text: string): boolean => /^\s*(?:<\?xml|<!--|<!DOCTYPE|<svg|<[\w-]+:svg)/i.test(text)

/** Prefixes that the document binds to the namespace of credentials. */
const prefixesOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/\sxmlns:([\w-]{1,40})\s*=\s*(["'])(.{0,200}?)\2/g)]
    .filter(([, , , uri]) => uri === namespace)
    .map(([, prefix]) => prefix as string)

/** The text of an element: character data and CDATA sections in a row. Elements within are refused. */
function contentOf(inner: string): string {
  const parts: string[] = []
  for (let at = 0; at < inner.length; ) {
    const section = inner.indexOf('<![CDATA[', at)
    const text = inner.slice(at, section < 0 ? inner.length : section)
    if (text.includes('<')) damaged('an element within the credential')
    parts.push(decode(text))
    if (section < 0) break
    const end = inner.indexOf(']]>', section)
    if (end < 0) damaged('a section without end')
    parts.push(inner.slice(section + '<![CDATA['.length, end))
    at = end + ']]>'.length
  }
  return parts.join('').trim()
}

/** The end of a start tag; a `>` within an attribute's value does not end it. */
function endOfTag(svg: string, from: number): number {
  let quote = ''
  for (let at = from; at < svg.length; at += 1) {
    const letter = svg[at] as string
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  return damaged('a tag without end')
}

function readElement(svg: string, prefix: string): string | null {
  const start = svg.search(new RegExp(`<${prefix}:credential[\\s/>]`))
  if (start < 0) return null
  const tagEnd = endOfTag(svg, start)
  const tag = svg.slice(start, tagEnd)
  const attribute = /\sverify\s*=\s*(["'])([^"']*)\1/.exec(tag)
  if (attribute !== null) return decode(attribute[2] as string).trim()
  const end = svg.indexOf(`</${prefix}:credential`, tagEnd)
  return end < 0 ? damaged('the credential has no end') : contentOf(svg.slice(tagEnd + 1, end))
}

/** A document type that only names a public one says nothing that is read; one with declarations of its own may. */
const declares = /<!ENTITY|<!DOCTYPE[^>[]*\[/i

/** The credential baked into an SVG; null where there is none. Declarations of entities are refused. Throws `Refused`. */
export function readBakedSvg(svg: string): string | null {
  const withoutSections = svg.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  if (declares.test(withoutSections)) throw new Refused('xml-entity-refused')
  const visible = svg.replace(/<!--[\s\S]*?-->/g, (comment) => (comment.includes('CDATA') ? comment : ''))
  for (const prefix of prefixesOf(visible)) {
    const found = readElement(visible, prefix)
    if (found !== null) return found
  }
  return null
}
