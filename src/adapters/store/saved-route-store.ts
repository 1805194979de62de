import type { SavedRoute, SavedRouteStore } from '../../application/ports.ts'
import { instant } from '../../domain/kernel/instant.ts'
import type { Database, Row } from './database.ts'

const insertRoute = `INSERT INTO saved_route (saved_route_id, candidate_id, saved_at, body) VALUES ($1, $2, $3, $4)`

const selectRoutes = `SELECT * FROM saved_route WHERE candidate_id = $1 ORDER BY saved_at DESC, saved_route_id DESC`

const selectRoute = `SELECT * FROM saved_route WHERE saved_route_id = $1 AND candidate_id = $2`

const deleteRoute = `DELETE FROM saved_route WHERE saved_route_id = $1 AND candidate_id = $2 RETURNING saved_route_id`

const deleteRoutes = `DELETE FROM saved_route WHERE candidate_id = $1`

type RouteRow = Row & { saved_route_id: string; candidate_id: string; saved_at: number; body: string }

const toSavedRoute = (row: RouteRow): SavedRoute => ({
  ...(JSON.parse(row.body) as Pick<SavedRoute, 'asOf' | 'title' | 'profile' | 'result'>),
  savedRouteId: row.saved_route_id,
  candidateId: row.candidate_id,
  savedAt: instant(row.saved_at),
})

/** Saved routes on a database of the portable subset. */
export function makeSavedRouteStore(database: Database): SavedRouteStore {
  return {
    save: async ({ savedRouteId, candidateId, savedAt, ...body }) => {
      await database.transaction((query) =>
        query(insertRoute, [savedRouteId, candidateId, savedAt, JSON.stringify(body)]),
      )
    },
    list: async (candidateId) =>
      (await database.query<RouteRow>(selectRoutes, [candidateId])).map(toSavedRoute),
    find: async (savedRouteId, candidateId) => {
      const [row] = await database.query<RouteRow>(selectRoute, [savedRouteId, candidateId])
      return row === undefined ? undefined : toSavedRoute(row)
    },
    delete: async (savedRouteId, candidateId) =>
      database.transaction(
        async (query) => (await query(deleteRoute, [savedRouteId, candidateId])).length > 0,
      ),
    deleteAll: async (candidateId) => {
      await database.transaction((query) => query(deleteRoutes, [candidateId]))
    },
  }
}
