import type { StatusPlace } from '../../application/ports.ts'
import type { Query } from './database.ts'

const selectNewestList = `SELECT COALESCE(MAX(list), 1) AS list FROM status_entry`

const selectPlaces = `SELECT place FROM status_entry WHERE list = $1`

const insertPlace = `INSERT INTO status_entry (list, place, revoked) VALUES ($1, $2, 0)`

const revokePlace = `UPDATE status_entry SET revoked = 1 WHERE list = $1 AND place = $2`

const selectRevoked = `SELECT place FROM status_entry WHERE list = $1 AND revoked = 1 ORDER BY place`

const selectListExists = `SELECT 1 AS here FROM status_entry WHERE list = $1 LIMIT 1`

/** A list is used up to half, so that a free place is found by chance and the herd stays large. */
const placesInUse = 65_536

/** Takes free places in the newest list, and begins another where it is full. */
export async function reserveAll(
  query: Query,
  count: number,
  choose: (taken: ReadonlySet<number>) => number,
): Promise<readonly StatusPlace[]> {
  const [newest] = await query<{ list: number }>(selectNewestList)
  let list = newest?.list ?? 1
  let taken = new Set((await query<{ place: number }>(selectPlaces, [list])).map(({ place }) => place))
  const places: StatusPlace[] = []
  while (places.length < count) {
    if (taken.size >= placesInUse) {
      list += 1
      taken = new Set()
    }
    const index = choose(taken)
    taken.add(index)
    await query(insertPlace, [list, index])
    places.push({ list, index })
  }
  return places
}

/** Indexes of a list that are revoked; undefined where there is no such list. */
export async function revokedIn(query: Query, list: number): Promise<readonly number[] | undefined> {
  const [here] = await query(selectListExists, [list])
  if (here === undefined) return undefined
  return (await query<{ place: number }>(selectRevoked, [list])).map(({ place }) => place)
}

/** Marks a place as revoked, for good. */
export const markRevoked = (query: Query, { list, index }: StatusPlace) => query(revokePlace, [list, index])
