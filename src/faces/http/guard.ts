import type { MiddlewareHandler } from 'hono'
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

/** Security headers for every answer; nothing under /api is kept by a cache. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('content-security-policy', contentSecurityPolicy)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
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

/**
 * Local mode: the server listens for one person on this machine, so a page of another site, or a name that merely
 * resolves here (DNS rebinding), must not reach it.
 */
export const localOnly: MiddlewareHandler = async (c, next) => {
  const host = nameOf(`http://${c.req.header('host') ?? ''}`)
  if (host === undefined || !ownNames.has(host)) return problem(c, { code: 'foreign-host' })
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== `http://${c.req.header('host')}`)
    return problem(c, { code: 'foreign-origin' })
  await next()
}
