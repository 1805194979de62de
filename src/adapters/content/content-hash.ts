import { createHash } from 'node:crypto'
import type { Item, Stimulus } from '../../domain/item/types.ts'

/** SHA-256 of a text, 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Hash of what a solver sees of an item, and its key: an edit of any of it voids the blind sheets.
 * What stands around the task (rationales, references, place in the blueprint, judgements) can be improved without
 * asking anybody to solve it again.
 */
export function contentHash(item: Omit<Item, 'hash'>, stimulus: Stimulus | undefined): string {
  const seen = [
    item.kind,
    item.stem,
    stimulus ? [stimulus.title, stimulus.text] : null,
    item.select,
    item.options.map(({ text, key }) => [text, key]),
    item.prompts.map(({ text, option }) => [text, option]),
  ]
  return sha256(JSON.stringify(seen))
}

/** Version of a pool: changes when an item enters, leaves or changes; 16 hexadecimal digits. */
export function poolVersion(items: readonly Pick<Item, 'id' | 'hash'>[]): string {
  const lines = items.map(({ id, hash }) => `${id} ${hash}`).sort()
  return sha256(lines.join('\n')).slice(0, 16)
}
