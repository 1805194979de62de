import type { WalletOffer, WalletOfferStore } from '../../application/ports.ts'
import { instant } from '../../domain/kernel/instant.ts'
import type { Database, Row } from './database.ts'

const insertOffer = `
  INSERT INTO wallet_offer (offer_id, credential_id, channel, code_hash, token_hash, step, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`

const deleteExpired = `DELETE FROM wallet_offer WHERE expires_at < $1`

const selectOffer = `SELECT * FROM wallet_offer WHERE offer_id = $1`

const selectByCode = `SELECT * FROM wallet_offer WHERE code_hash = $1`

const selectByToken = `SELECT * FROM wallet_offer WHERE token_hash = $1`

const updateOffer = `
  UPDATE wallet_offer SET step = $2 + 1, token_hash = $3 WHERE offer_id = $1 AND step = $2 RETURNING offer_id`

type OfferRow = Row & {
  offer_id: string
  credential_id: string
  channel: string
  code_hash: string
  token_hash: string | null
  step: number
  expires_at: number
}

const toOffer = (row: OfferRow): WalletOffer => ({
  offerId: row.offer_id,
  credentialId: row.credential_id,
  channel: row.channel as WalletOffer['channel'],
  codeHash: row.code_hash,
  tokenHash: row.token_hash,
  step: row.step,
  expiresAt: instant(row.expires_at),
})

/** How long an offer is kept after its end, in milliseconds: long enough to say that it has ended. */
const keptAfterEnd = 86_400_000

/** Offers to wallets on a database of the portable subset. */
export function makeWalletOfferStore({ query, transaction }: Database): WalletOfferStore {
  const findOne = async (sql: string, value: string): Promise<WalletOffer | undefined> => {
    const [row] = await query<OfferRow>(sql, [value])
    return row === undefined ? undefined : toOffer(row)
  }
  return {
    save: async ({ offerId, credentialId, channel, codeHash, tokenHash, step, expiresAt }) => {
      await transaction(async (inside) => {
        await inside(deleteExpired, [expiresAt - keptAfterEnd])
        await inside(insertOffer, [offerId, credentialId, channel, codeHash, tokenHash, step, expiresAt])
      })
    },
    find: (offerId) => findOne(selectOffer, offerId),
    findBy: ({ kind, hash }) => findOne(kind === 'code' ? selectByCode : selectByToken, hash),
    advance: ({ offerId, step }, tokenHash) =>
      transaction(async (inside) => (await inside(updateOffer, [offerId, step, tokenHash])).length > 0),
  }
}
