import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { UpdateBehaviour } from '../../domain/cloud/templates/update-behaviour.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'

const fileName = 'update-behaviour.json'

const schema = z.strictObject({
  source: z.string().min(1),
  licence: z.string().min(1),
  note: z.string(),
  types: z.record(
    z.string().regex(/^AWS::\w+::\w+$/),
    z.strictObject({
      replaces: z.string(),
      mayReplace: z.string(),
      inPlace: z.string(),
      stateful: z.boolean().optional(),
    }),
  ),
})

const names = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter((name) => name !== ''))

/**
 * Reads `update-behaviour.json` of the catalogue folder, which scripts/extract-update-behaviour.mjs writes.
 * Throws CairnError `update-behaviour-invalid`.
 */
export function loadUpdateBehaviour(folder: string): UpdateBehaviour {
  try {
    const { types } = schema.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
    return new Map(
      Object.entries(types).map(([type, { replaces, mayReplace, inPlace, stateful = false }]) => [
        type,
        { replaces: names(replaces), mayReplace: names(mayReplace), inPlace: names(inPlace), stateful },
      ]),
    )
  } catch (cause) {
    throw new CairnError(
      'update-behaviour-invalid',
      `${fileName} cannot be read. Write it anew with scripts/extract-update-behaviour.mjs.`,
      { cause },
    )
  }
}
