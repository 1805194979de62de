import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badge, makeParty } from '../security/forge.fixture.ts'
import { makeProduct, type Product, send } from '../support/product.ts'

const path = '/api/v1/credentials/verification'
const issuer = makeParty()

let product: Product
beforeAll(() => {
  product = makeProduct()
  // The badges are signed at noon.
  product.advance(4 * 3_600_000)
})
afterAll(() => product.remove())

describe('checking a credential over HTTP', () => {
  test('a badge, wrapped or as it is, gets four answers of its own', async () => {
    const signed = await issuer.sign(badge(issuer))
    for (const body of [
      { credential: signed },
      { credential: JSON.stringify(signed) },
      { data: Buffer.from(JSON.stringify(signed)).toString('base64') },
      signed,
    ]) {
      const reply = await send(product, 'POST', path, body)
      expect(reply.status).toBe(200)
      expect(reply.json).toMatchObject({
        authentic: { answer: 'pass' },
        current: { answer: 'pass' },
        status: { reason: 'no-status-entry' },
        issuer: { answer: 'could-not-tell', reason: 'issuer-key-only' },
        recipient: { answer: 'not-checked' },
      })
    }
  })

  test('an expired badge is authentic and expired', async () => {
    const signed = await issuer.sign(badge(issuer, { validUntil: '2026-02-01T00:00:00Z' }))
    const reply = await send(product, 'POST', path, {
      credential: signed,
      trustedIssuers: [{ id: issuer.id }],
    })
    expect(reply.json).toMatchObject({
      authentic: { answer: 'pass' },
      current: { answer: 'fail', reason: 'expired' },
      issuer: { answer: 'pass', reason: 'issuer-trusted' },
    })
  })

  test('nonsense is a report, and an empty request is refused', async () => {
    expect((await send(product, 'POST', path, { credential: '{}' })).json).toMatchObject({
      authentic: { reason: 'credential-malformed' },
    })
    expect((await send(product, 'POST', path, {})).status).toBe(400)
  })

  test('the endpoints for suites are not there unless asked for', async () => {
    expect((await send(product, 'POST', '/credentials/verify', { verifiableCredential: {} })).status).toBe(
      404,
    )
  })
})
