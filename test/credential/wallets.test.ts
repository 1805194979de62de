import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFor, sitExam, testOrigin, withOrigin } from '../support/credentials.ts'
import { makeProduct, realContent, send } from '../support/product.ts'

const host = new URL(testOrigin).host
const grantType = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

describe('delivery to wallets', { timeout: 60_000 }, () => {
  const product = makeProduct(realContent, {}, withOrigin)
  let credentialId: string
  beforeAll(async () => {
    credentialId = String((await askFor(product, await sitExam(product, 'SAA-C03'))).json.credentialId)
  }, 60_000)
  afterAll(() => product.remove())

  /** A wallet follows addresses as they are written, under the public name. */
  const visit = async (address: string, init: RequestInit = {}) => {
    const { pathname } = new URL(address)
    const response = await product.app.request(`http://${host}${pathname}`, {
      ...init,
      headers: { host, ...init.headers },
    })
    return { status: response.status, body: await response.json() }
  }
  const offer = async (channel: string) =>
    (await send(product, 'POST', `/api/v1/credentials/${credentialId}/offers`, { channel }))
      .json as unknown as {
      offerId: string
      walletLink: string
    }
  const askToken = (endpoint: string, code: string) =>
    visit(endpoint, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: grantType, 'pre-authorized_code': code }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  const askCredential = (endpoint: string, token: string, configuration: string) =>
    visit(endpoint, {
      method: 'POST',
      body: JSON.stringify({ credential_configuration_id: configuration }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })

  test.each([
    ['open-badge', 'data-integrity'],
    ['open-badge-jwt', 'jwt'],
    ['open-badge-sd-jwt', 'sd-jwt'],
  ])('a wallet goes from the offer to %s by the addresses it is given', async (configuration, format) => {
    const { walletLink } = await offer('openid4vci')
    expect(walletLink).toMatch(/^openid-credential-offer:\/\/\?credential_offer_uri=https/)
    const offerUri = new URL(walletLink).searchParams.get('credential_offer_uri') ?? ''
    const { body: offered } = await visit(offerUri)
    expect(offered.credential_configuration_ids).toContain(configuration)
    const { body: issuer } = await visit(`${offered.credential_issuer}/.well-known/openid-credential-issuer`)
    const { body: server } = await visit(
      `${offered.credential_issuer}/.well-known/oauth-authorization-server`,
    )
    expect(issuer.credential_issuer).toBe(testOrigin)
    const code = offered.grants[grantType]['pre-authorized_code']
    const { body: token } = await askToken(server.token_endpoint, code)
    expect(token).toMatchObject({ token_type: 'Bearer' })
    const { status, body } = await askCredential(
      issuer.credential_endpoint,
      token.access_token,
      configuration,
    )
    expect(status).toBe(200)
    const [{ credential }] = body.credentials
    const text = typeof credential === 'string' ? credential : JSON.stringify(credential)
    const report = await product.ports.credentialVerifier.verify(
      { text },
      { now: product.ports.clock.now(), online: false },
    )
    expect(report.format).toBe(format)
  })

  test('code and token work once', async () => {
    const { offerId } = await offer('openid4vci')
    const offerUri = `${testOrigin}/credentials/offers/${offerId}`
    const code = (await visit(offerUri)).body.grants[grantType]['pre-authorized_code']
    const tokenEndpoint = `${testOrigin}/credentials/wallet/token`
    const { body } = await askToken(tokenEndpoint, code)
    expect((await askToken(tokenEndpoint, code)).body).toEqual({ error: 'invalid_grant' })
    expect((await visit(offerUri)).status).toBe(410)
    const endpoint = `${testOrigin}/credentials/wallet/credential`
    expect((await askCredential(endpoint, body.access_token, 'other')).body).toEqual({
      error: 'unknown_credential_configuration',
    })
    expect((await askCredential(endpoint, body.access_token, 'open-badge')).status).toBe(200)
    expect((await askCredential(endpoint, body.access_token, 'open-badge')).status).toBe(401)
    expect((await askCredential(endpoint, 'guessed', 'open-badge')).status).toBe(401)
  })

  test('an offer ends by itself', async () => {
    const { offerId } = await offer('vc-api')
    product.advance(16 * 60_000)
    const exchange = await visit(`${testOrigin}/credentials/exchanges/${offerId}`, {
      method: 'POST',
      body: '{}',
    })
    expect([exchange.status, exchange.body.code]).toEqual([410, 'offer-used'])
  })

  test('a VC-API exchange gives a presentation with the record, once', async () => {
    const { walletLink } = await offer('vc-api')
    const first = await visit(walletLink, { method: 'POST', body: '{}' })
    expect(first.body.verifiablePresentation.verifiableCredential[0].id).toBe(
      `${testOrigin}/credentials/${credentialId}`,
    )
    expect((await visit(walletLink, { method: 'POST', body: '{}' })).status).toBe(410)
  })

  test('nobody else’s record is offered, and none without an origin', async () => {
    const unknown = await send(product, 'POST', '/api/v1/credentials/nowhere/offers', {})
    expect([unknown.status, unknown.json.code]).toEqual([404, 'credential-unknown'])
    const local = makeProduct()
    const refused = await send(local, 'POST', '/api/v1/credentials/nowhere/offers', {})
    await local.remove()
    expect(refused.json.code).toBe('origin-missing')
  })
})
