import { after, type Instant } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Ports, StoredCredential, WalletOffer } from './ports.ts'
import { type CredentialUnknown, findCredential } from './read-credential.ts'

type OfferPorts = Pick<
  Ports,
  'clock' | 'credentials' | 'walletOffers' | 'identifiers' | 'secrets' | 'digests' | 'installation'
>

export type OriginMissing = { readonly code: 'origin-missing' }
export type OfferRefusal = { readonly code: 'offer-unknown' } | { readonly code: 'offer-used' }

/** How long an offer waits for a wallet, in milliseconds. */
const offerLife = 15 * 60_000

/** What the holder is shown: an address for the wallet, to be opened or scanned, and until when it works. */
export type MadeOffer = {
  readonly offerId: string
  readonly channel: WalletOffer['channel']
  readonly walletLink: string
  readonly expiresAt: Instant
}

/** A secret that nobody can guess and that need not be stored: the installation's own derivation of the offer's identifier. */
const secretOf = ({ secrets }: Pick<Ports, 'secrets'>, use: string, offerId: string): string =>
  secrets.derive(`wallet ${use} ${offerId}`)

const linkOf = (origin: string, { offerId, channel }: Pick<WalletOffer, 'offerId' | 'channel'>): string => {
  const address = `${origin}/credentials/offers/${offerId}`
  return channel === 'openid4vci'
    ? `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(address)}`
    : `${origin}/credentials/exchanges/${offerId}`
}

/**
 * Offers a credential to a wallet, by OpenID4VCI with a pre-authorised code or by a VC-API exchange.
 *
 * @returns the offer, or `credential-unknown`, `origin-missing`
 */
export async function offerCredential(
  ports: OfferPorts,
  request: {
    readonly credentialId: string
    readonly candidateId: string
    readonly channel: WalletOffer['channel']
  },
): Promise<Result<MadeOffer, CredentialUnknown | OriginMissing>> {
  const { origin } = ports.installation
  if (origin === null) return fail({ code: 'origin-missing' })
  const found = await findCredential(ports, request)
  if (!found.ok) return found
  const { credentialId, channel } = request
  const offerId = ports.secrets.derive(`wallet offer ${ports.identifiers.next()}`).slice(0, 32)
  const expiresAt = after(ports.clock.now(), offerLife)
  const codeHash = ports.digests.sha256(secretOf(ports, 'code', offerId))
  await ports.walletOffers.save({
    offerId,
    credentialId,
    channel,
    codeHash,
    tokenHash: null,
    step: 0,
    expiresAt,
  })
  return ok({ offerId, channel, expiresAt, walletLink: linkOf(origin, { offerId, channel }) })
}

const checkLife = (
  { clock }: Pick<Ports, 'clock'>,
  offer: WalletOffer | undefined,
  step: number,
): Result<WalletOffer, OfferRefusal> => {
  if (offer === undefined) return fail({ code: 'offer-unknown' })
  return offer.step !== step || offer.expiresAt < clock.now() ? fail({ code: 'offer-used' }) : ok(offer)
}

/** Gives a wallet the pre-authorised code of an offer; the code works once. */
export async function readOfferCode(
  ports: OfferPorts,
  offerId: string,
): Promise<Result<string, OfferRefusal>> {
  const offer = await ports.walletOffers.find(offerId)
  const live = checkLife(ports, offer?.channel === 'openid4vci' ? offer : undefined, 0)
  return live.ok ? ok(secretOf(ports, 'code', offerId)) : live
}

/** Exchanges a pre-authorised code for an access token, once. */
export async function redeemCode(
  ports: OfferPorts,
  code: string,
): Promise<Result<{ readonly token: string; readonly expiresAt: Instant }, OfferRefusal>> {
  const offer = checkLife(
    ports,
    await ports.walletOffers.findBy({ kind: 'code', hash: ports.digests.sha256(code) }),
    0,
  )
  if (!offer.ok) return offer
  const token = secretOf(ports, 'token', offer.value.offerId)
  const advanced = await ports.walletOffers.advance(offer.value, ports.digests.sha256(token))
  return advanced ? ok({ token, expiresAt: offer.value.expiresAt }) : fail({ code: 'offer-used' })
}

async function collect(
  ports: OfferPorts,
  offer: Result<WalletOffer, OfferRefusal>,
): Promise<Result<StoredCredential, OfferRefusal>> {
  if (!offer.ok) return offer
  const { credentialId, tokenHash } = offer.value
  const found = await findCredential(ports, { credentialId })
  if (!found.ok) return fail({ code: 'offer-unknown' })
  return (await ports.walletOffers.advance(offer.value, tokenHash))
    ? ok(found.value)
    : fail({ code: 'offer-used' })
}

/** Finds the credential that an access token stands for; the token is used up by it. */
export const collectByToken = async (
  ports: OfferPorts,
  token: string,
): Promise<Result<StoredCredential, OfferRefusal>> =>
  collect(
    ports,
    checkLife(
      ports,
      await ports.walletOffers.findBy({ kind: 'token', hash: ports.digests.sha256(token) }),
      1,
    ),
  )

/** Finds the credential of a VC-API exchange; the exchange is used up by it. */
export async function collectByExchange(
  ports: OfferPorts,
  offerId: string,
): Promise<Result<StoredCredential, OfferRefusal>> {
  const offer = await ports.walletOffers.find(offerId)
  return collect(ports, checkLife(ports, offer?.channel === 'vc-api' ? offer : undefined, 0))
}
