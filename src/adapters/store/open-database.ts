import { join } from 'node:path'
import type { Database, Query } from './database.ts'
import { migrate } from './migrate.ts'

async function openEngine(address: StoreAddress): Promise<Database> {
  if ('url' in address) return (await import('./postgres.ts')).openPostgres(address.url)
  return (await import('./sqlite.ts')).openSqlite(join(address.folder, databaseFile))
}

async function openAndMigrate(address: StoreAddress): Promise<Database> {
  const database = await openEngine(address)
  await migrate(database)
  return database
}

/** Name of the embedded store in its data folder. */
export const databaseFile = 'cairn.sqlite'

/** Where the data lie: in the embedded store of a folder, or in PostgreSQL. */
export type StoreAddress = { readonly folder: string } | { readonly url: string }

/** A database that is opened, and brought up to date, by its first statement: a command that needs no data makes no folder. */
export function openDatabase(address: StoreAddress): Database {
  let opened: Promise<Database> | undefined
  const database = (): Promise<Database> => {
    opened ??= openAndMigrate(address)
    return opened
  }
  return {
    query: (async (sql, values) => (await database()).query(sql, values)) as Query,
    transaction: async (work) => (await database()).transaction(work),
    close: async () => (await opened)?.close(),
  }
}
