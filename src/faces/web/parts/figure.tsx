import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

type FigureProps = {
  /** Draws a complete SVG document of `presentation/charts` for a width in CSS pixels; the chart escapes all text itself. */
  readonly draw: (width: number) => string
  readonly caption?: ComponentChildren
  readonly children?: ComponentChildren
}

/** Widths are rounded down to this many pixels, so that a chart is not redrawn at every one. */
const step = 20

/** Shows a chart as wide as its place; what it says in numbers can follow as children. Malformed SVG shows nothing. */
export function Figure({ draw, caption, children }: FigureProps) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const node = place.current
    if (node === null) return
    const measure = (): void => setWidth(Math.floor(node.clientWidth / step) * step)
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    measure()
    return () => observer.disconnect()
  }, [])
  const svg = width > 0 ? draw(width) : ''
  useEffect(() => {
    if (svg === '') return
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
