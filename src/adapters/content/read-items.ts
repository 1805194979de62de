import type { z } from 'zod'
import type { ContentFinding } from '../../application/ports.ts'
import type { Item, Stimulus } from '../../domain/item/types.ts'
import { contentHash } from './content-hash.ts'
import { type ItemFile, itemSchema } from './pack-schema.ts'
import { lineOf, type YamlEntry } from './pack-yaml.ts'

/** An item with the place it was read from. */
export type ReadItem = { readonly item: Item; readonly file: string; readonly entry: YamlEntry }

/** What a file gave: the items that could be read, and why others could not. */
export type ReadItems = { readonly items: readonly ReadItem[]; readonly findings: readonly ContentFinding[] }

const domainOf = ({ task, domain }: ItemFile): number | undefined =>
  task ? Number(task.split('.')[0]) : domain

/** Places of the right order; an ordering item need not repeat them in `select`. */
const selectOf = ({ kind, select, options }: ItemFile): number | null =>
  kind === 'ordering' ? options.filter((option) => typeof option.key === 'number').length : (select ?? null)

function toItem(file: ItemFile, domain: number, stimuli: readonly Stimulus[]): Item {
  const { stimulus: stimulusId = null, ...rest } = file
  const item = {
    ...rest,
    stimulusId,
    domain,
    task: file.task ?? null,
    select: selectOf(file),
    validUntil: file.validUntil ?? null,
    options: file.options.map((option) => ({
      ...option,
      key: option.key ?? null,
      misconception: option.misconception ?? null,
    })),
  }
  return {
    ...item,
    hash: contentHash(
      item,
      stimuli.find(({ id }) => id === stimulusId),
    ),
  }
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `"${issue.keys[0]}" is not a field here; correct its spelling or remove it.`
  const message = issue.message
    .replace(/^Invalid input: expected (\w+), received undefined$/, 'is missing.')
    .replace(/^Invalid (input|option): /, '')
  return `${issue.path.join('.') || 'the entry'}: ${message}`
}

const idOf = (value: unknown): string | null => {
  const id = (value as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : null
}

/**
 * Reads the items of one parsed file; an entry that cannot be read becomes findings and leaves its neighbours alone.
 */
export function readItems(
  file: string,
  entries: readonly YamlEntry[],
  stimuli: readonly Stimulus[],
): ReadItems {
  const items: ReadItem[] = []
  const findings: ContentFinding[] = []
  const report = (rule: string, line: number, itemId: string | null, advice: string): void => {
    findings.push({ file, line, level: 'error', rule, itemId, advice })
  }
  for (const entry of entries) {
    if (entry.fault) {
      report(
        'yaml',
        entry.fault.line,
        null,
        `${entry.fault.message}. Correct the indentation, quotes or brackets here.`,
      )
      continue
    }
    const itemId = idOf(entry.value)
    const parsed = itemSchema.safeParse(entry.value)
    for (const issue of parsed.error?.issues ?? [])
      report('schema', lineOf(entry, issue.path), itemId, explain(issue))
    if (!parsed.success) continue
    const domain = domainOf(parsed.data)
    const { stimulus } = parsed.data
    if (domain === undefined)
      report('task-missing', entry.line, itemId, 'Give a task, or task: null with its domain.')
    else if (stimulus && !stimuli.some(({ id }) => id === stimulus))
      report('stimulus-unknown', lineOf(entry, ['stimulus']), itemId, `stimuli.yaml has no "${stimulus}".`)
    else items.push({ item: toItem(parsed.data, domain, stimuli), file, entry })
  }
  return { items, findings }
}
