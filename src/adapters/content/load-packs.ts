import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentFinding, ItemEntry, LoadedPack } from '../../application/ports.ts'
import type { Catalogue, ExamVersion } from '../../domain/catalogue/types.ts'
import { lintFit } from '../../domain/form/lint-fit.ts'
import { lintAlsoFor, placeAlso } from '../../domain/form/place-also.ts'
import type { Finding } from '../../domain/item/finding.ts'
import { changeOf } from '../../domain/item/key-change.ts'
import { lintItem } from '../../domain/item/lint-item.ts'
import { standingOf } from '../../domain/item/standing.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { CalendarDate } from '../../domain/kernel/calendar-date.ts'
import { poolVersion } from './content-hash.ts'
import { lineOf } from './pack-yaml.ts'
import { makeParseCache, parseAfresh } from './parse-cache.ts'
import type { ReadItem } from './read-items.ts'
import { type PackFolder, readPack } from './read-pack.ts'

/** What packs are judged by: the catalogue and the day. Parsed files are kept in `cacheFolder` where one is named. */
export type LoadOptions = {
  readonly catalogue: Catalogue
  readonly today: CalendarDate
  readonly cacheFolder?: string
}

/** Depth of `<programme>/<exam-code>/pack.yaml` below a folder of packs. */
const packDepth = 2

/** Folders at or below `folder` that hold a `pack.yaml`. */
function findPackFolders(folder: string, depth = packDepth): string[] {
  if (existsSync(join(folder, 'pack.yaml'))) return [folder]
  if (depth === 0 || !existsSync(folder)) return []
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return below.flatMap((entry) => findPackFolders(join(folder, entry.name), depth - 1)).sort()
}

function findVersion(versions: readonly ExamVersion[], { declared, folder }: PackFolder): ExamVersion {
  const version = versions.find(({ examCode }) => examCode === declared.examCode)
  if (version) return version
  throw new CairnError(
    'pack-invalid',
    `${join(folder, 'pack.yaml')}: the catalogue has no exam version ${declared.examCode}. Correct examCode or add the version to the catalogue.`,
  )
}

const located = (
  { item, file, entry }: ReadItem,
  { path, rule, level, advice }: Finding,
): ContentFinding => ({
  file,
  line: lineOf(entry, path),
  level,
  rule,
  itemId: item.id,
  advice,
})

/** Identifiers are never reused: the first item of that name, over all packs, keeps it. */
function lintId({ item }: ReadItem, known: Map<string, string>, place: string): Finding[] {
  const first = known.get(item.id)
  known.set(item.id, first ?? place)
  return first === undefined
    ? []
    : [
        {
          rule: 'id-reused',
          level: 'error',
          path: ['id'],
          advice: `${item.id} is taken at ${first}; give this item a fresh id.`,
        },
      ]
}

type Judging = {
  readonly version: ExamVersion
  readonly versions: readonly ExamVersion[]
  readonly today: CalendarDate
  readonly known: Map<string, string>
}

function judge(read: ReadItem, pack: PackFolder, given: Judging) {
  const found = [
    ...lintId(read, given.known, `${read.file}:${read.entry.line}`),
    ...lintFit(read.item, given.version),
    ...lintAlsoFor(read.item, given.versions),
    ...lintItem(read.item),
  ]
  const errors = found.filter(({ level }) => level === 'error').length
  const keyChanged = changeOf(read.item, pack.changes)?.reason
  const standing = standingOf(read.item, { sheets: pack.sheets, errors, today: given.today, keyChanged })
  const entry: ItemEntry = { item: read.item, standing, file: read.file, line: read.entry.line }
  return { entry, findings: found.map((finding) => located(read, finding)) }
}

function loadPack(pack: PackFolder, given: Judging): LoadedPack {
  const judged = pack.items.map((read) => judge(read, pack, given))
  const entries = judged.map(({ entry }) => entry)
  const items = entries.filter(({ standing }) => standing.state === 'operational').map(({ item }) => item)
  const { assumed, lapsed, ...declared } = pack.declared
  return {
    pack: {
      ...declared,
      ...(assumed ? { assumed } : {}),
      ...(lapsed ? { lapsed } : {}),
      items,
      stimuli: pack.stimuli,
      version: poolVersion(items),
    },
    entries,
    sheets: pack.sheets,
    changes: pack.changes,
    findings: [...pack.findings, ...judged.flatMap(({ findings }) => findings)],
    folder: pack.folder,
  }
}

/** Adds what the other packs' pools hold for this exam too (`alsoFor`); such items stay with the pack they were written for. */
function joinAlso(loaded: LoadedPack, version: ExamVersion, others: readonly LoadedPack[]): LoadedPack {
  const { pack } = loaded
  const sharing = others.filter((other) => other !== loaded && other.pack.programme === pack.programme)
  const guests = sharing.flatMap((other) =>
    other.pack.items.flatMap((item) => placeAlso(item, version) ?? []),
  )
  if (guests.length === 0) return loaded
  const stimuli = sharing.flatMap((other) => other.pack.stimuli)
  const items = [...pack.items, ...guests]
  const used = stimuli.filter(({ id }) => guests.some(({ stimulusId }) => stimulusId === id))
  return {
    ...loaded,
    pack: { ...pack, items, stimuli: [...pack.stimuli, ...used], version: poolVersion(items) },
  }
}

/**
 * Loads every pack at or below the folders (`<programme>/<exam-code>/pack.yaml`). A faulty item is kept out of its pool
 * with a finding; its neighbours stay. Items of one pack that serve another exam of the programme join its pool.
 *
 * @throws CairnError `pack-invalid` for a pack.yaml that cannot be used, `pack-twice` for two packs of one exam version
 */
export function loadPacks(folders: readonly string[], options: LoadOptions): LoadedPack[] {
  const parse = options.cacheFolder === undefined ? parseAfresh : makeParseCache(options.cacheFolder)
  const packs = folders.flatMap((folder) => findPackFolders(folder)).map((folder) => readPack(folder, parse))
  packs.forEach(({ declared, folder }, index) => {
    const first = packs.findIndex((other) => other.declared.examCode === declared.examCode)
    if (first !== index)
      throw new CairnError(
        'pack-twice',
        `${folder} and ${packs[first]?.folder} both hold a pack for ${declared.examCode}; leave one out.`,
      )
  })
  const versions = options.catalogue.certifications.flatMap((certification) => certification.versions)
  const known = new Map<string, string>()
  const loaded = packs.map((pack) => {
    const version = findVersion(versions, pack)
    return { version, pack: loadPack(pack, { version, versions, today: options.today, known }) }
  })
  const all = loaded.map(({ pack }) => pack)
  return loaded.map(({ pack, version }) => joinAlso(pack, version, all))
}
