import { element, escapeText } from '../charts/svg.ts'
import type { Badge } from './badge-shapes.ts'
import { badgeSize, type Shape } from './shape.ts'

const paintOf = ({ paint, pen }: Shape) =>
  pen === null
    ? { fill: paint }
    : {
        fill: 'none',
        stroke: paint,
        'stroke-width': pen,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }

const drawShape = (shape: Shape, clip: string): string =>
  element('path', {
    d: shape.path,
    ...paintOf(shape),
    opacity: shape.opacity === 1 ? undefined : shape.opacity,
    'clip-path': shape.inside ? `url(#${clip})` : undefined,
  })

/** The drawing of a badge as the children of an `svg` element. `id` is unique on its page. */
export const badgeMarkup = ({ ground, shapes, words }: Badge, id: string): string =>
  [
    element('title', { id: `${id}-title` }, escapeText(words)),
    element('defs', {}, element('clipPath', { id: `${id}-ground` }, element('path', { d: ground }))),
    ...shapes.map((shape) => drawShape(shape, `${id}-ground`)),
  ].join('')

/** Attributes of the `svg` element around a badge. */
export const badgeFrame = (id: string, size = badgeSize) => ({
  viewBox: `0 0 ${badgeSize} ${badgeSize}`,
  width: size,
  height: size,
  role: 'img',
  'aria-labelledby': `${id}-title`,
})

/** A badge as a complete SVG document, for a page. */
export const badgeSvg = (badge: Badge, options: { readonly id: string; readonly size?: number }): string =>
  element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'badge', ...badgeFrame(options.id, options.size) },
    badgeMarkup(badge, options.id),
  )
