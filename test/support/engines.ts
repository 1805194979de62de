import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../src/adapters/store/database.ts'
import { openDatabase } from '../../src/adapters/store/open-database.ts'
import { postgresInstalled, startPostgres } from './postgres.ts'

/** An empty database of one engine. */
export type Opened = { readonly database: Database; readonly remove: () => Promise<void> }

async function openEmbedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-store-'))
  const database = openDatabase({ folder })
  return {
    database,
    remove: async () => {
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function openCluster(): Promise<Opened> {
  const server = await startPostgres()
  const database = openDatabase({ url: server.url })
  return {
    database,
    remove: async () => {
      await database.close()
      await server.stop()
    },
  }
}

/** The engines that every contract suite runs on; `runs` is false where one is not installed. */
export const engines = [
  { name: 'SQLite', open: openEmbedded, runs: true },
  { name: 'PostgreSQL', open: openCluster, runs: postgresInstalled() },
] as const
