import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { StoreKeeper } from '../../application/ports.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { Database } from './database.ts'
import { listMigrations } from './migrate.ts'
import { databaseFile, type StoreAddress } from './open-database.ts'

const sqliteHeader = 'SQLite format 3\0'

/** The name appears only once its content is on the disk. */
function flushAndName(draft: string, file: string): void {
  const handle = openSync(draft, 'r')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, file)
}

function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new CairnError('file-exists', `${file} exists. Name another file, or move that one away first.`)
}

function backupEmbedded(folder: string, file: string): void {
  refuseExisting(file)
  const draft = `${file}.part`
  const source = new DatabaseSync(join(folder, databaseFile), { readOnly: true })
  try {
    source.prepare('VACUUM INTO ?').run(draft)
  } finally {
    source.close()
  }
  flushAndName(draft, file)
}

function restoreEmbedded(folder: string, file: string): void {
  if (
    !existsSync(file) ||
    !readFileSync(file).subarray(0, sqliteHeader.length).equals(Buffer.from(sqliteHeader))
  ) {
    throw new CairnError(
      'backup-invalid',
      `${file} is not a backup made by "cairn store backup". Name the file that it wrote.`,
    )
  }
  const target = join(folder, databaseFile)
  refuseExisting(target)
  mkdirSync(folder, { recursive: true })
  copyFileSync(file, `${target}.part`)
  flushAndName(`${target}.part`, target)
}

function integrityOf(folder: string): string[] {
  const database = new DatabaseSync(join(folder, databaseFile), { readOnly: true })
  try {
    const rows = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  } finally {
    database.close()
  }
}

const useClusterTools = (): never => {
  throw new CairnError(
    'not-embedded',
    'The data lie in PostgreSQL: use its own tools (pg_dump, pg_restore, pg_amcheck) for this.',
  )
}

/** Care of the store at an address. */
export function makeKeeper(address: StoreAddress, database: Database): StoreKeeper {
  const touch = (): Promise<unknown> => database.query('SELECT 1')
  return {
    // Opening applies what is missing, so the count is of all that now stand.
    migrate: async () => {
      await touch()
      return listMigrations().length
    },
    backup: async (file) => {
      if (!('folder' in address)) return useClusterTools()
      await touch()
      mkdirSync(dirname(file), { recursive: true })
      backupEmbedded(address.folder, file)
    },
    restore: async (file) =>
      'folder' in address ? restoreEmbedded(address.folder, file) : useClusterTools(),
    integrity: async () => {
      if (!('folder' in address)) return []
      await touch()
      return integrityOf(address.folder)
    },
  }
}
