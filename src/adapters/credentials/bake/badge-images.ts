import type { BadgeImages } from '../../../application/ports.ts'
import type { Achievement } from '../../../domain/credential/award.ts'
import { drawBadge } from '../../../presentation/badge/badge-shapes.ts'
import { badgeFrame, badgeMarkup } from '../../../presentation/badge/badge-svg.ts'
import { badgeSize } from '../../../presentation/badge/shape.ts'
import { element } from '../../../presentation/charts/svg.ts'
import { bakedText } from './ascii-json.ts'
import { paintBadge } from './paint-badge.ts'
import { bakePng, encodePng, type PngParts } from './png.ts'

/** Pictures kept in memory; each is some 20 kB. */
const picturesKept = 64

const faceKey = ({ kind, title, examCode, tier }: Achievement): string =>
  JSON.stringify([kind, title, examCode, tier])

/** Paints each picture once; those not asked for longest go first. */
function makePictures(): (achievement: Achievement) => PngParts {
  const pictures = new Map<string, PngParts>()
  return (achievement) => {
    const key = faceKey(achievement)
    const picture = pictures.get(key) ?? encodePng(paintBadge(drawBadge(achievement)), badgeSize)
    pictures.delete(key)
    pictures.set(key, picture)
    if (pictures.size > picturesKept) pictures.delete(pictures.keys().next().value as string)
    return picture
  }
}

/** The element that carries a credential: a document as its first text, a token as an attribute. */
const credentialElement = (text: string): string =>
  text.startsWith('{')
    ? `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`
    : element('openbadges:credential', { verify: text })

/**
 * Draws badges and bakes credentials into them.
 * @see Open Badges 3.0, section 5.3.2 (baking)
 */
export function makeBadgeImages(): BadgeImages {
  const pictureOf = makePictures()
  return {
    png: ({ achievement }, secured) => bakePng(pictureOf(achievement), bakedText(secured)),
    svg: ({ achievement }, secured) =>
      element(
        'svg',
        {
          xmlns: 'http://www.w3.org/2000/svg',
          'xmlns:openbadges': 'https://purl.imsglobal.org/ob/v3p0',
          ...badgeFrame('badge'),
        },
        credentialElement(bakedText(secured)),
        badgeMarkup(drawBadge(achievement), 'badge'),
      ),
  }
}
