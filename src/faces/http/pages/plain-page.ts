import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { escapeText } from '../../../presentation/charts/svg.ts'
import { independence } from '../../../presentation/independence.ts'
import { plainStyle } from './plain-style.ts'

const styleHash = createHash('sha256').update(plainStyle).digest('base64')

/** Nothing is loaded, run or framed: the page's own style by its hash, and its own forms. */
export const plainPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const sign =
  '<svg viewBox="0 0 48 48" width="36" height="36" aria-hidden="true">' +
  '<path fill="#857d70" d="M5 39.5c-.3-4.3 5.6-7.3 17.6-7.5 12.6-.2 20.6 2.3 20.8 7 .2 4.5-6.8 6.6-18.8 6.7C12.6 45.8 5.3 43.9 5 39.5z"/>' +
  '<path fill="#a39a8c" d="M10.3 27.7c0-3.6 4.6-5.9 13.2-6.2 8.9-.3 13.6 1.5 13.9 5 .3 3.5-4.6 5.3-13.2 5.5-8.7.2-13.9-.9-13.9-4.3z"/>' +
  '<path fill="#bdb5a8" d="M16.3 18.6c-.4-3 2.9-5 8.6-5.2 5.9-.2 9.4 1.1 9.6 4.1.2 2.8-3.2 4.3-8.8 4.5-5.7.2-9-.7-9.4-3.4z"/>' +
  '<path fill="#2f8377" d="M18.3 9.6c-.2-3.2 2.2-5.4 5.9-5.5 4-.1 6.3 1.7 6.5 4.6.2 3-2.3 4.7-6.1 4.8-3.8.1-6.1-1-6.3-3.9z"/></svg>'

/** Markup that is safe already. `home`: where the sign leads; everyone's way home is not the person's of this machine. */
export type PlainPage = {
  readonly title: string
  readonly main: string
  readonly home: string
  readonly status?: 200 | 404
}

/** Answers with a page that is complete in itself, within head, sign and foot. */
export function plainPage(c: Context, page: PlainPage): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeText(page.title)} · Cairn</title>
<style>${plainStyle}</style>
</head>
<body>
<header><a href="${escapeText(page.home)}">${sign}Cairn</a></header>
<main>${page.main}</main>
<footer><div class="small"><p>${escapeText(independence)}</p></div></footer>
</body>
</html>
`
  return c.body(html, page.status ?? 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': plainPolicy,
    // Without a referrer a browser would send the page's own forms as if from nowhere.
    'referrer-policy': 'same-origin',
    'cache-control': 'no-cache',
  })
}
