import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call, callForText } from './client.ts'

let server: Server
let answer: (request: IncomingMessage, response: ServerResponse) => void
const pageFetch = globalThis.fetch

/** Stands in for the page's origin: relative addresses go to the server of this test. */
function serveAtOrigin(port: number): void {
  globalThis.fetch = (input, init) => pageFetch(new URL(String(input), `http://127.0.0.1:${port}`), init)
}

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  serveAtOrigin((server.address() as AddressInfo).port)
})

afterEach(async () => {
  globalThis.fetch = pageFetch
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const reply = (status: number, body: string, type = 'application/json') => {
  answer = (_, response) => void response.writeHead(status, { 'content-type': type }).end(body)
}

describe('calling the API', () => {
  test('sends method, path and body, and gives what comes back', async () => {
    let seen = ''
    answer = (request, response) => {
      seen = `${request.method} ${request.url} ${request.headers['content-type']}`
      request.pipe(response)
    }
    expect(await call('PUT', '/attempts/1/responses/2', { sequence: 1 })).toEqual({
      ok: true,
      value: { sequence: 1 },
    })
    expect(seen).toBe('PUT /api/v1/attempts/1/responses/2 application/json')
  })

  test('no content is a success without a value', async () => {
    answer = (_, response) => void response.writeHead(204).end()
    expect(await call('DELETE', '/data')).toEqual({ ok: true, value: undefined })
  })

  test('a text comes as it is', async () => {
    reply(200, 'BEGIN:VCALENDAR', 'text/calendar')
    expect(await callForText('POST', '/routes/calendar', {})).toEqual({ ok: true, value: 'BEGIN:VCALENDAR' })
  })
})

describe('what goes wrong is a value', () => {
  test('a refusal keeps code, title, detail and facts', async () => {
    reply(
      409,
      JSON.stringify({
        code: 'superseded',
        title: 'A newer response stands',
        detail: 'Take it.',
        sequence: 4,
      }),
      'application/problem+json',
    )
    const refused = await call('PUT', '/x', {})
    expect(refused).toMatchObject({
      ok: false,
      error: {
        status: 409,
        code: 'superseded',
        title: 'A newer response stands',
        detail: 'Take it.',
        facts: { sequence: 4 },
      },
    })
  })

  test('an answer that is no problem body still has a next step', async () => {
    reply(502, '<html>')
    expect(await call('GET', '/x')).toMatchObject({
      ok: false,
      error: { status: 502, code: 'status-502', detail: expect.stringContaining('Try again') },
    })
  })

  test('a silent server is said plainly', async () => {
    answer = (request) => request.socket.destroy()
    expect(await call('GET', '/x')).toMatchObject({ ok: false, error: { status: 0, code: 'no-answer' } })
  })

  test('a success that is cut off is no success', async () => {
    reply(200, '{"a":')
    expect(await call('GET', '/x')).toMatchObject({ ok: false, error: { code: 'no-answer' } })
  })
})
