import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context, Env, Hono } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

type StaticFile = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
  readonly type: string
}

const notBuilt = 'The pages have not been built. Run "npm start", or "npm run build" and start again.\n'

function makeReader(folder: string): (path: string) => StaticFile | undefined {
  const files = new Map<string, StaticFile>()
  return (path) => {
    const file = normalize(join(folder, path))
    const known = files.get(file)
    if (known !== undefined) return known
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return undefined
    const body = new Uint8Array(readFileSync(file))
    const read = {
      body,
      packed: new Uint8Array(gzipSync(body)),
      type: types[extname(file)] ?? 'application/octet-stream',
    }
    files.set(file, read)
    return read
  }
}

function send(c: Context, file: StaticFile, cacheControl: string): Response {
  const packed = c.req.header('accept-encoding')?.includes('gzip') === true
  const headers = { 'content-type': file.type, 'cache-control': cacheControl, vary: 'accept-encoding' }
  return c.body(
    packed ? file.packed : file.body,
    200,
    packed ? { ...headers, 'content-encoding': 'gzip' } : headers,
  )
}

/**
 * Serves what the web face built. Names under /assets carry a hash, so they may be kept; a path that names no file is a
 * page, and gets the one document that every page starts from.
 */
export function addStaticFiles<E extends Env>(app: Hono<E>, folder: string): void {
  const read = makeReader(folder)
  app.get('*', (c) => {
    const path = decodeURIComponent(new URL(c.req.url).pathname)
    const file = path.endsWith('/') ? undefined : read(path)
    if (file !== undefined)
      return send(c, file, path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (extname(path) !== '') return c.notFound()
    const page = read('/index.html')
    return page === undefined ? c.text(notBuilt, 503) : send(c, page, 'no-store')
  })
}
