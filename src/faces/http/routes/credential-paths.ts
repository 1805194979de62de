import { z } from '@hono/zod-openapi'
import type { Api } from '../context.ts'

type PublicPath = {
  readonly path: string
  readonly summary: string
  readonly type: string
  readonly params: readonly string[]
}

/** What anybody may read who has its address, for the description of the API. */
const publicPaths: readonly PublicPath[] = [
  {
    path: '/credentials/{credentialId}',
    summary: 'The page of a credential: plain HTML, without script',
    type: 'text/html',
    params: ['credentialId'],
  },
  {
    path: '/credentials/{credentialId}.json',
    summary: 'The signed credential',
    type: 'application/ld+json',
    params: ['credentialId'],
  },
  {
    path: '/credentials/{credentialId}.png',
    summary: 'Its badge with the credential baked in',
    type: 'image/png',
    params: ['credentialId'],
  },
  {
    path: '/credentials/{credentialId}.svg',
    summary: 'The same as SVG',
    type: 'image/svg+xml',
    params: ['credentialId'],
  },
  {
    path: '/credentials/{credentialId}.pdf',
    summary: 'The credential on paper, with the signed JSON attached',
    type: 'application/pdf',
    params: ['credentialId'],
  },
  {
    path: '/credentials/{credentialId}/refresh',
    summary: 'The newest version of a credential (1EdTechCredentialRefresh)',
    type: 'application/ld+json',
    params: ['credentialId'],
  },
  {
    path: '/credentials/status/{list}',
    summary: 'A Bitstring Status List credential',
    type: 'application/vc+ld+json',
    params: ['list'],
  },
  {
    path: '/credentials/log',
    summary: 'The head of the issuance log; with ?after=N its entries',
    type: 'application/json',
    params: [],
  },
  {
    path: '/issuers/{organisation}/did.json',
    summary: "The issuer's public keys",
    type: 'application/did+ld+json',
    params: ['organisation'],
  },
]

const paramsOf = (names: readonly string[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string()])))

/** Describes the public addresses of credentials in the description of the API. */
export function describeCredentialPaths(api: Api): void {
  for (const { path, summary, type, params } of publicPaths) {
    api.openAPIRegistry.registerPath({
      method: 'get',
      path,
      summary,
      request: { params: paramsOf(params) },
      responses: {
        200: { description: summary, content: { [type]: { schema: z.string() } } },
        404: { description: 'There is no such thing' },
      },
    })
  }
}
