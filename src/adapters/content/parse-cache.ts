import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from './content-hash.ts'
import { parseListFile, type YamlEntry } from './pack-yaml.ts'

/** Rises whenever the same text would parse to other entries. */
const cacheVersion = 1

/** Parses the text of a list file. */
export type ParseList = (file: string, text: string) => readonly YamlEntry[]

/** Parses anew each time. */
export const parseAfresh: ParseList = (_file, text) => parseListFile(text)

function recall(cached: string, key: string): readonly YamlEntry[] | undefined {
  try {
    const kept = JSON.parse(readFileSync(cached, 'utf8')) as { key: string; entries: readonly YamlEntry[] }
    return kept.key === key ? kept.entries : undefined
  } catch {
    return undefined
  }
}

/** A cache that cannot be written costs time, nothing else. */
function keep(cached: string, content: object): void {
  try {
    const draft = `${cached}.${process.pid}`
    writeFileSync(draft, JSON.stringify(content))
    renameSync(draft, cached)
  } catch {
    // Parsed again next time.
  }
}

/**
 * Keeps parsed files in a folder, one for each source file, and takes them again while the text is the same.
 * Parsing YAML is nine tenths of loading a pack.
 */
export function makeParseCache(folder: string): ParseList {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    return parseAfresh
  }
  return (file, text) => {
    const cached = join(folder, `${sha256(file).slice(0, 32)}.json`)
    const key = `${cacheVersion} ${sha256(text)}`
    const known = recall(cached, key)
    if (known) return known
    const entries = parseListFile(text)
    keep(cached, { key, entries })
    return entries
  }
}
