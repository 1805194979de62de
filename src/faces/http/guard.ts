import type { Context, MiddlewareHandler, Next } from 'hono'
import { problem } from './problem.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const usualHeaders: readonly (readonly [name: string, value: string])[] = [
  ['content-security-policy', contentSecurityPolicy],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
]

/** Security headers for every answer that does not bring its own; nothing under /api is kept by a cache. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of usualHeaders) if (!c.res.headers.has(name)) c.header(name, value)
  if (c.req.path.startsWith('/api/')) c.header('cache-control', 'no-store')
}

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

function nameOf(address: string): string | undefined {
  try {
    return new URL(address).hostname
  } catch {
    return undefined
  }
}

/** What everybody may read who has its address, where there is a public origin. */
const publicPath =
  /^\/(credentials|issuers)\/|^\/\.well-known\/(openid-credential-issuer|oauth-authorization-server)$/

const isLocal = (host: string | undefined): boolean =>
  host !== undefined && ownNames.has(nameOf(`http://${host}`) ?? '')

/** Public documents carry no authority of their own, so pages of every origin may read them. */
async function servePublicly(c: Context, next: Next): Promise<Response | undefined> {
  c.header('access-control-allow-origin', '*')
  if (c.req.method !== 'OPTIONS') {
    await next()
    return undefined
  }
  const allowed = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
  }
  return c.body(null, 204, allowed)
}

/**
 * The server listens for one person on this machine, so a page of another site, or a name that merely resolves here (DNS
 * rebinding), must not reach it. Under a public origin the records, and nothing else, are there for everyone.
 */
export const ownHostOnly =
  (publicOrigin: string | null): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host')
    if (publicOrigin !== null && host === new URL(publicOrigin).host)
      return publicPath.test(c.req.path) ? servePublicly(c, next) : problem(c, { code: 'foreign-host' })
    if (!isLocal(host)) return problem(c, { code: 'foreign-host' })
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`) return problem(c, { code: 'foreign-origin' })
    await next()
  }
