import { growForm } from '../../domain/form/adaptive-form.ts'
import type { Form, FormItem } from '../../domain/form/types.ts'
import type { Item } from '../../domain/item/types.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import { insertEvent } from './attempt-closing.ts'
import { type StoredForm, versionOf } from './attempt-rows.ts'
import type { Query } from './database.ts'

const insertItemVersion = `
  INSERT INTO item_version (version, item_id, exam_code, body) VALUES ($1, $2, $3, $4) ON CONFLICT (version) DO NOTHING`

const insertAttemptItem = `
  INSERT INTO attempt_item (attempt_id, position, item_id, item_version, scored) VALUES ($1, $2, $3, $4, $5)`

const takeNumber = `UPDATE attempt SET event_count = event_count + 1 WHERE attempt_id = $1 RETURNING event_count, exam_code`

const selectPlaced = `
  SELECT e.body FROM attempt_event e WHERE e.attempt_id = $1 AND e.kind = 'placed' ORDER BY e.number`

type StoredPlace = StoredForm['items'][number]

/**
 * Adds an item to a growing form: an event of its own in the attempt's log, told apart by the item's id as its token, so
 * that no item can be placed twice.
 */
export async function placeOnForm(
  query: Query,
  attemptId: string,
  { place: { item, ...place }, at }: { readonly place: FormItem; readonly at: Instant },
): Promise<void> {
  const [taken] = await query<{ event_count: number; exam_code: string }>(takeNumber, [attemptId])
  const itemVersion = versionOf(item)
  await query(insertItemVersion, [itemVersion, item.id, taken?.exam_code ?? '', JSON.stringify(item)])
  await query(insertAttemptItem, [attemptId, place.position, item.id, itemVersion, place.scored ? 1 : 0])
  const body = JSON.stringify({ place: { ...place, itemVersion } satisfies StoredPlace })
  await query(insertEvent, [attemptId, taken?.event_count ?? 0, 'placed', at, `placed/${item.id}`, body])
}

/** The form with every item that was placed on it so far, in order. */
export async function readGrown(
  query: Query,
  {
    attemptId,
    begun,
    items,
  }: { readonly attemptId: string; readonly begun: Form; readonly items: ReadonlyMap<string, Item> },
): Promise<Form> {
  const rows = await query<{ body: string }>(selectPlaced, [attemptId])
  return rows.reduce((form, { body }) => {
    const { itemVersion, ...place } = (JSON.parse(body) as { readonly place: StoredPlace }).place
    return growForm(form, { ...place, item: items.get(itemVersion) as Item })
  }, begun)
}
