import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { ContentFinding } from '../../application/ports.ts'
import type { KeyChange } from '../../domain/item/key-change.ts'
import type { BlindSheet } from '../../domain/item/standing.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import { readLocated } from './catalogue-yaml.ts'
import {
  keyChangeSchema,
  type PackFile,
  packSchema,
  type StimuliFile,
  sheetSchema,
  stimuliSchema,
} from './pack-schema.ts'
import type { ParseList } from './parse-cache.ts'
import { type ReadItem, readItems } from './read-items.ts'

/** Everything that one pack's folder holds, read but not yet judged. */
export type PackFolder = {
  readonly folder: string
  readonly declared: PackFile
  readonly stimuli: StimuliFile
  readonly items: readonly ReadItem[]
  readonly sheets: readonly BlindSheet[]
  readonly changes: readonly KeyChange[]
  readonly findings: readonly ContentFinding[]
}

/** Files of a folder with an ending, in the order of their names; none where the folder is missing. */
function listFiles(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  return names.sort().map((name) => join(folder, name))
}

/** Reads a file that must be right as a whole. */
function readWhole<S extends z.ZodType>(folder: string, name: string, schema: S): z.infer<S> {
  const yaml = readLocated(folder, name)
  const parsed = schema.safeParse(yaml.value)
  const issues = yaml.problems.length > 0 ? [] : (parsed.error?.issues ?? [])
  const problems = [
    ...yaml.problems,
    ...issues.map((issue) => yaml.problemAt(issue.path, `${issue.path.join('.')}: ${issue.message}`)),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  const faults = problems.map(({ line, text }) => `line ${line} ${text}`).join('; ')
  throw new CairnError(
    'pack-invalid',
    `${join(folder, name)} cannot be used: ${faults} Correct it, or leave its folder out.`,
  )
}

type ReadLines<T> = { readonly values: readonly T[]; readonly findings: readonly ContentFinding[] }

/** Reads a file of one JSON value per line; a faulty line is a finding, and the others stay. */
function readLines<T>(file: string, schema: z.ZodType<T>, rule: string): ReadLines<T> {
  const values: T[] = []
  const findings: ContentFinding[] = []
  const report = (index: number, advice: string): void => {
    findings.push({ file, line: index + 1, level: 'error', rule, itemId: null, advice })
  }
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') return
      try {
        const parsed = schema.safeParse(JSON.parse(line))
        if (parsed.success) values.push(parsed.data)
        else
          report(
            index,
            parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
          )
      } catch {
        report(index, 'This line is not JSON; write it again, or take it out.')
      }
    })
  return { values, findings }
}

/**
 * Reads one pack's folder.
 * @throws CairnError `pack-invalid` where `pack.yaml` or `stimuli.yaml` cannot be used
 */
export function readPack(folder: string, parse: ParseList): PackFolder {
  const declared = readWhole(folder, 'pack.yaml', packSchema)
  const stimuli = existsSync(join(folder, 'stimuli.yaml'))
    ? readWhole(folder, 'stimuli.yaml', stimuliSchema)
    : []
  const itemFiles = listFiles(join(folder, 'items'), '.yaml').map((file) =>
    readItems(file, parse(file, readFileSync(file, 'utf8')), stimuli),
  )
  const sheetFiles = listFiles(join(folder, 'reviews'), '.jsonl').map((file) =>
    readLines(file, sheetSchema, 'sheet'),
  )
  const changeFiles = listFiles(folder, 'changes.jsonl').map((file) =>
    readLines(file, keyChangeSchema, 'key-change'),
  )
  return {
    folder,
    declared,
    stimuli,
    items: itemFiles.flatMap(({ items }) => items),
    sheets: sheetFiles.flatMap(({ values }) => values),
    changes: changeFiles.flatMap(({ values }) => values),
    findings: [...itemFiles, ...sheetFiles, ...changeFiles].flatMap(({ findings }) => findings),
  }
}
