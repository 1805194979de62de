import type { Catalogue } from '../domain/catalogue/types.ts'
import { makePack } from '../domain/form/pool.fixture.ts'
import { makeVersion } from '../domain/form/version.fixture.ts'
import { type BlindSheet, keyInFile, standingOf } from '../domain/item/standing.ts'
import type { Item } from '../domain/item/types.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import { instant } from '../domain/kernel/instant.ts'
import type { Content, LoadedPack } from './ports.ts'

export const today = calendarDate('2026-11-24')
export const clock = { now: () => instant(Date.parse(`${today}T09:00:00Z`)) }
export const identifiers = { next: () => 'identifier-1' }

/** A sheet by which a solver agrees with the key; `changes` replace what a test is about. */
export const agree = (item: Item, solver: string, changes: Partial<BlindSheet> = {}): BlindSheet => ({
  item: item.id,
  hash: item.hash,
  solver,
  by: 'model',
  answer: keyInFile(item),
  reason: 'It decides.',
  alternatives: [],
  on: today,
  ...changes,
})

/** A pack as the loader would give it. */
export function loaded(
  items: readonly Item[],
  sheets: readonly BlindSheet[] = [],
  examCode = 'TST-C01',
): LoadedPack {
  const entries = items.map((item, index) => ({
    item,
    standing: standingOf(item, { sheets, errors: 0, today }),
    file: `items/${item.task}.yaml`,
    line: index + 1,
  }))
  const pool = entries.filter(({ standing }) => standing.state === 'operational').map(({ item }) => item)
  return {
    pack: makePack(0, { items: pool, examCode }),
    entries,
    sheets,
    changes: [],
    findings: [],
    folder: 'packs/test/tst-c01',
  }
}

/** Content of these packs; the tier is what decides how much recall is tolerated. */
export function contentOf(packs: readonly LoadedPack[], tier = 'associate'): Content {
  const catalogue = {
    certifications: [{ id: 'test', tier, versions: [makeVersion()] }],
  } as unknown as Catalogue
  return { catalogue: () => catalogue, packs: () => packs } as unknown as Content
}
