import { createHash } from 'node:crypto'
import type { Item, Stimulus } from '../../domain/item/types.ts'

/** SHA-256 of a text, 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Hash of what a candidate or a scorer sees of an item: an edit of any of it voids the reviews.
 * Judgements about the item (Angoff value, cognitive level, enemies, misconceptions, the day a reference was checked) stay outside.
 */
export function contentHash(item: Omit<Item, 'hash'>, stimulus: Stimulus | undefined): string {
  const seen = [
    item.kind,
    item.stem,
    stimulus ? [stimulus.title, stimulus.text] : null,
    item.select,
    item.options.map(({ text, key, rationale }) => [text, key, rationale]),
    item.prompts.map(({ text, option }) => [text, option]),
    item.domain,
    item.task,
    item.references.map(({ title, url }) => [title, url]),
  ]
  return sha256(JSON.stringify(seen))
}

/** Version of a pool: changes when an item enters, leaves or changes; 16 hexadecimal digits. */
export function poolVersion(items: readonly Pick<Item, 'id' | 'hash'>[]): string {
  const lines = items.map(({ id, hash }) => `${id} ${hash}`).sort()
  return sha256(lines.join('\n')).slice(0, 16)
}
