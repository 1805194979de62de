import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  collectByExchange,
  collectByToken,
  offerCredential,
  readOfferCode,
  redeemCode,
} from '../../../application/offer-credential.ts'
import { secureCredential } from '../../../application/secure-credential.ts'
import { toIso } from '../../../domain/kernel/instant.ts'
import { qrPath, qrSize } from '../../../presentation/badge/qr-path.ts'
import { type AddRoutes, type Api, addRoute, type HttpContext } from '../context.ts'
import { problem } from '../problem.ts'
import { answers, jsonBody } from '../schemas.ts'
import { addWalletMetadata, configurations, grantType } from './wallet-metadata.ts'

/** An error as OAuth 2.0 writes it (RFC 6749, section 5.2). */
const oauthError = (c: Context, error: string, status: 400 | 401 | 404 = 400): Response =>
  c.json({ error }, status, { 'cache-control': 'no-store' })

function addOffer(api: Api, { ports, candidateOf }: HttpContext): void {
  const offer = createRoute({
    method: 'post',
    path: '/api/v1/credentials/{credentialId}/offers',
    summary: 'Offer a credential to a wallet: by OpenID4VCI, or by a VC-API exchange',
    request: {
      params: z.object({ credentialId: z.string().max(64) }),
      ...jsonBody(z.strictObject({ channel: z.enum(['openid4vci', 'vc-api']).default('openid4vci') })),
    },
    responses: answers(
      201,
      'The offer',
      z.looseObject({
        offerId: z.string(),
        walletLink: z.string(),
        expiresAt: z.string(),
        qr: z.object({ size: z.int(), path: z.string() }),
      }),
    ),
  })
  addRoute(api, offer, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json'), candidateId: candidateOf(c) }
    const made = await offerCredential(ports, request)
    if (!made.ok) return problem(c, made.error)
    const { walletLink, expiresAt } = made.value
    const modules = ports.credentialPapers.qr(walletLink)
    const qr = { size: qrSize(modules), path: qrPath(modules) }
    return c.json({ ...made.value, expiresAt: toIso(expiresAt), qr }, 201)
  })
}

function addPreAuthorised(api: Api, { ports }: HttpContext): void {
  api.get('/credentials/offers/:offerId', async (c) => {
    const code = await readOfferCode(ports, c.req.param('offerId'))
    if (!code.ok) return problem(c, code.error)
    return c.json(
      {
        credential_issuer: ports.installation.origin,
        credential_configuration_ids: Object.keys(configurations),
        grants: { [grantType]: { 'pre-authorized_code': code.value } },
      },
      200,
      { 'cache-control': 'no-store' },
    )
  })

  api.post('/credentials/wallet/token', async (c) => {
    const form = await c.req.parseBody()
    if (form.grant_type !== grantType) return oauthError(c, 'unsupported_grant_type')
    const code = form['pre-authorized_code']
    const redeemed = await redeemCode(ports, typeof code === 'string' ? code : '')
    if (!redeemed.ok) return oauthError(c, 'invalid_grant')
    const { token, expiresAt } = redeemed.value
    const seconds = Math.max(0, Math.floor((expiresAt - ports.clock.now()) / 1000))
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: seconds }, 200, {
      'cache-control': 'no-store',
    })
  })

  api.post('/credentials/wallet/credential', async (c) => {
    const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    const asked = Object(await c.req.json().catch(() => null)) as { credential_configuration_id?: unknown }
    const configuration = configurations[String(asked.credential_configuration_id)]
    if (configuration === undefined) return oauthError(c, 'unknown_credential_configuration')
    const collected = await collectByToken(ports, token)
    if (!collected.ok) return oauthError(c, 'invalid_token', 401)
    const { credentialId } = collected.value
    const { format } = configuration
    const secured = await secureCredential(ports, { credentialId, format })
    if (!secured.ok) return oauthError(c, 'credential_request_denied')
    const credential = format === 'data-integrity' ? JSON.parse(secured.value) : secured.value
    return c.json({ credentials: [{ credential }] }, 200, { 'cache-control': 'no-store' })
  })
}

function addExchange(api: Api, { ports }: HttpContext): void {
  api.post('/credentials/exchanges/:offerId', async (c) => {
    const collected = await collectByExchange(ports, c.req.param('offerId'))
    if (!collected.ok) return problem(c, collected.error)
    const verifiablePresentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [collected.value.document],
    }
    return c.json({ verifiablePresentation }, 200, { 'cache-control': 'no-store' })
  })
}

/**
 * Delivery to wallets: OpenID4VCI 1.0 with a pre-authorised code, and a VC-API exchange. A credential names its subject by an
 * identifier of its own and not by a wallet's key, so no proof of possession is asked for.
 */
export const addWalletRoutes: AddRoutes = (api, http) => {
  addOffer(api, http)
  addWalletMetadata(api, http)
  addPreAuthorised(api, http)
  addExchange(api, http)
}
