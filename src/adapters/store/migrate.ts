import { readdirSync, readFileSync } from 'node:fs'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { Database, Query } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)

const createTable = `CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL)`
const selectApplied = `SELECT number, name FROM migration ORDER BY number`
const insertApplied = `INSERT INTO migration (number, name) VALUES ($1, $2)`

/** Migrations in order, as the folder has them. Forward only; a published file is never edited. */
export function listMigrations(): readonly { readonly number: number; readonly name: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name }))
}

const statementsOf = (name: string): string[] =>
  readFileSync(new URL(name, folder), 'utf8')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

async function applyMissing(query: Query): Promise<number> {
  const applied = await query<{ number: number; name: string }>(selectApplied)
  const known = listMigrations()
  const newest = applied.at(-1)?.number ?? 0
  if (newest > (known.at(-1)?.number ?? 0)) {
    throw new CairnError(
      'store-newer',
      `The store was made by a newer Cairn (migration ${newest}). Start that version, or restore a backup made by this one.`,
    )
  }
  const missing = known.filter((migration) => migration.number > newest)
  for (const { number, name } of missing) {
    for (const statement of statementsOf(name)) await query(statement)
    await query(insertApplied, [number, name])
  }
  return missing.length
}

/** Brings the schema up to date; resolves to how many migrations were applied. */
export async function migrate(database: Database): Promise<number> {
  await database.transaction((query) => query(createTable))
  return database.transaction(applyMissing)
}
