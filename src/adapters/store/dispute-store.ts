import type { DisputeStore } from '../../application/ports.ts'
import type { Dispute } from '../../domain/item/dispute.ts'
import type { Database, Row } from './database.ts'

const insertDispute = `
  INSERT INTO dispute (dispute_id, candidate_id, item_id, state, raised_at, body) VALUES ($1, $2, $3, $4, $5, $6)`

const updateDispute = `
  UPDATE dispute SET state = $2, body = $3 WHERE dispute_id = $1 AND state = $4 RETURNING dispute_id`

const selectDispute = `SELECT body FROM dispute WHERE dispute_id = $1`

const selectDisputes = `SELECT body FROM dispute ORDER BY raised_at, dispute_id`

const selectOfCandidate = `SELECT body FROM dispute WHERE candidate_id = $1 ORDER BY raised_at, dispute_id`

const deleteOfCandidate = `DELETE FROM dispute WHERE candidate_id = $1`

type DisputeRow = Row & { body: string }

const toDispute = ({ body }: DisputeRow): Dispute => JSON.parse(body) as Dispute

/** Disputes on a database of the portable subset. */
export function makeDisputeStore(database: Database): DisputeStore {
  return {
    add: async (dispute) => {
      const { disputeId, candidateId, itemId, state, raisedAt } = dispute
      await database.transaction((query) =>
        query(insertDispute, [disputeId, candidateId, itemId, state, raisedAt, JSON.stringify(dispute)]),
      )
    },
    update: async (dispute, from) =>
      database.transaction(
        async (query) =>
          (await query(updateDispute, [dispute.disputeId, dispute.state, JSON.stringify(dispute), from]))
            .length > 0,
      ),
    find: async (disputeId) =>
      (await database.query<DisputeRow>(selectDispute, [disputeId])).map(toDispute)[0],
    list: async () => (await database.query<DisputeRow>(selectDisputes)).map(toDispute),
    ofCandidate: async (candidateId) =>
      (await database.query<DisputeRow>(selectOfCandidate, [candidateId])).map(toDispute),
    deleteAll: async (candidateId) => {
      await database.transaction((query) => query(deleteOfCandidate, [candidateId]))
    },
  }
}
