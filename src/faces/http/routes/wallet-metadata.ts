import type { ProofFormat } from '../../../domain/credential/types.ts'
import type { Api, HttpContext } from '../context.ts'

/** The grant of a pre-authorised code (OpenID4VCI 1.0, section 3.5). */
export const grantType = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

const definition = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
}

/** Formats that a wallet may ask for, by the identifier under which the issuer's metadata lists them. */
export const configurations: Readonly<
  Record<string, { readonly format: ProofFormat; readonly listed: object }>
> = {
  'open-badge': {
    format: 'data-integrity',
    listed: {
      format: 'ldp_vc',
      credential_definition: definition,
      credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
    },
  },
  'open-badge-jwt': {
    format: 'jwt',
    listed: {
      format: 'jwt_vc_json',
      credential_definition: { type: definition.type },
      credential_signing_alg_values_supported: ['ES256'],
    },
  },
  'open-badge-sd-jwt': {
    format: 'sd-jwt',
    listed: {
      format: 'dc+sd-jwt',
      vct: 'urn:eu.europa.ec.eudi:learning:credential:1',
      credential_signing_alg_values_supported: ['ES256'],
    },
  },
}

/** What a wallet reads first: which formats there are, and where to ask for a token and for the credential. */
export function addWalletMetadata(api: Api, { ports }: HttpContext): void {
  const { origin, issuerName } = ports.installation
  if (origin === null) return
  api.get('/.well-known/openid-credential-issuer', (c) =>
    c.json({
      credential_issuer: origin,
      credential_endpoint: `${origin}/credentials/wallet/credential`,
      display: [{ name: issuerName, locale: 'en' }],
      credential_configurations_supported: Object.fromEntries(
        Object.entries(configurations).map(([id, { listed }]) => [id, listed]),
      ),
    }),
  )
  api.get('/.well-known/oauth-authorization-server', (c) =>
    c.json({
      issuer: origin,
      token_endpoint: `${origin}/credentials/wallet/token`,
      grant_types_supported: [grantType],
      response_types_supported: [],
      'pre-authorized_grant_anonymous_access_supported': true,
    }),
  )
}
