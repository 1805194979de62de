import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { ownHostOnly, securityHeaders } from './guard.ts'

const origin = 'https://records.harbour.example'

function site(
  publicOrigin: string | null,
): (path: string, headers: Record<string, string>, method?: string) => Promise<Response> {
  const app = new Hono()
  app.use(securityHeaders)
  app.use(ownHostOnly(publicOrigin))
  app.all('*', (c) => c.text('here'))
  return async (path, headers, method = 'GET') => app.request(`http://any${path}`, { method, headers })
}

describe('on one’s own machine', () => {
  const ask = site(null)

  test.each(['127.0.0.1:4747', 'localhost:4747', '[::1]:4747'])('%s is answered', async (host) => {
    expect((await ask('/', { host })).status).toBe(200)
  })

  test.each(['evil.example', '127.0.0.1.evil.example', 'records.harbour.example', ''])(
    'another name is refused: "%s"',
    async (host) => {
      expect((await ask('/credentials/1', { host })).status).toBe(403)
    },
  )

  test('a page of another site is refused, the own one is not', async () => {
    const host = 'localhost:4747'
    expect((await ask('/', { host, origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask('/', { host, origin: 'null' })).status).toBe(403)
    expect((await ask('/', { host, origin: 'http://localhost:4747' })).status).toBe(200)
  })
})

describe('under a public origin', () => {
  const ask = site(origin)
  const host = 'records.harbour.example'

  test.each([
    '/credentials/1',
    '/credentials/status/1',
    '/issuers/cairn/did.json',
    '/.well-known/openid-credential-issuer',
  ])('%s is there for pages of every origin', async (path) => {
    const answer = await ask(path, { host, origin: 'https://wallet.example' })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  })

  test.each([
    '/',
    '/api/v1/credentials',
    '/credentials',
    '/api/v1/export',
    '/healthz',
    '/.well-known/other',
    '/xcredentials/1',
  ])('%s is not', async (path) => {
    expect((await ask(path, { host })).status).toBe(403)
  })

  test('a preflight is answered for what is public', async () => {
    const answer = await ask(
      '/credentials/wallet/token',
      { host, origin: 'https://wallet.example' },
      'OPTIONS',
    )
    expect([answer.status, answer.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization, content-type',
    ])
  })

  test('the person of this machine is served as before, and no other name', async () => {
    expect((await ask('/api/v1/export', { host: 'localhost:4747' })).status).toBe(200)
    expect((await ask('/credentials/1', { host: 'other.example' })).status).toBe(403)
  })
})

test('a route’s own policy stays, and every other answer gets the usual one', async () => {
  const app = new Hono()
  app.use(securityHeaders)
  app.get('/own', (c) => c.body('x', 200, { 'content-security-policy': "default-src 'none'" }))
  app.get('/usual', (c) => c.text('x'))
  expect((await app.request('/own')).headers.get('content-security-policy')).toBe("default-src 'none'")
  expect((await app.request('/usual')).headers.get('content-security-policy')).toMatch(/script-src 'self'/)
  expect((await app.request('/own')).headers.get('x-content-type-options')).toBe('nosniff')
})
