import type { ItemRelease } from '../../domain/form/item-release.ts'
import type { Query, Row } from './database.ts'

const insert = `INSERT INTO item_release (exam_code, item_id, at, body) VALUES ($1, $2, $3, $4)`

const select = `SELECT item_id, at, body FROM item_release WHERE exam_code = $1 ORDER BY at, item_id`

type ReleaseRow = Row & { item_id: string; at: number; body: string }

export async function insertRelease(query: Query, examCode: string, release: ItemRelease): Promise<void> {
  const { itemId, at, ...rest } = release
  await query(insert, [examCode, itemId, at, JSON.stringify(rest)])
}

/** Releases of an exam's items, oldest first. */
export async function selectReleases(query: Query, examCode: string): Promise<readonly ItemRelease[]> {
  const rows = await query<ReleaseRow>(select, [examCode])
  return rows.map(({ item_id, at, body }) => ({
    ...(JSON.parse(body) as Omit<ItemRelease, 'itemId' | 'at'>),
    itemId: item_id,
    at,
  }))
}
