import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type FigureProps = {
  /** A complete SVG document from `presentation/charts`, which escapes all text itself. */
  readonly svg: string
  readonly caption?: ComponentChildren
  readonly children?: ComponentChildren
}

/** Shows a chart; what it says in numbers can follow as children. Malformed SVG shows nothing rather than half a chart. */
export function Figure({ svg, caption, children }: FigureProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chart = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    if (chart.nodeName === 'svg') place.current?.replaceChildren(document.importNode(chart, true))
  }, [svg])
  return (
    <figure class="figure">
      <div class="figure-chart" ref={place} />
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
      {children}
    </figure>
  )
}
