/** The texts that an SVG shows, in order, entities resolved. */
export const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  )

/** Everything that keeps an SVG from being well formed, self-contained, named and free of script and style. */
export function faultsOf(svg: string): readonly string[] {
  const faults: string[] = []
  const open: string[] = []
  for (const [tag, closing, name = '', , selfClosed] of svg.matchAll(
    /<(\/?)([a-z]+)((?:"[^"]*"|[^">])*?)(\/?)>/gi,
  )) {
    if (closing === '/') {
      if (open.pop() !== name) faults.push(`${tag} closes nothing`)
    } else if (selfClosed !== '/') open.push(name)
  }
  if (open.length > 0) faults.push(`not closed: ${open.join(', ')}`)
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(svg)) faults.push('a bare ampersand')
  if (/<(script|style|foreignObject|image)|\sstyle=|\son\w+=|href=/i.test(svg))
    faults.push('active or external content')
  if (/NaN|undefined|Infinity/.test(svg)) faults.push('a number that is none')
  if (
    !/^<svg [^>]*role="img"[^>]*><title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/.test(svg)
  ) {
    faults.push('no role, title or description')
  }
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice')
  const missing = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id).filter((id) => !ids.includes(id))
  if (missing.length > 0) faults.push(`no such id: ${missing.join(', ')}`)
  return faults
}

/** Lowest and highest x of texts and rectangles, for a picture that must stay inside its width. */
export function horizontalExtent(svg: string): readonly [number, number] {
  const xs = [...svg.matchAll(/<(?:text|rect)[^>]* x="(-?[\d.]+)"(?:[^>]* width="([\d.]+)")?/g)].flatMap(
    ([, x, width]) => [Number(x), Number(x) + Number(width ?? 0)],
  )
  return [Math.min(...xs), Math.max(...xs)]
}
