import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { Database, Query, Row, SqlValue } from './database.ts'
import { makeGroupCommit } from './group-commit.ts'

/** How long a statement waits for another process that is writing, in milliseconds. */
const busyTimeout = 10_000

type Settings = { readonly synchronous: 'FULL' | 'OFF' }

function connect(file: string, { synchronous }: Settings): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const connection = new DatabaseSync(file, { timeout: busyTimeout })
    connection.exec('PRAGMA journal_mode = WAL')
    connection.exec(`PRAGMA synchronous = ${synchronous}`)
    return connection
  } catch (cause) {
    throw new CairnError(
      'store-unavailable',
      `The store ${file} cannot be opened. Check that its folder exists and can be written, or name another with --data.`,
      { cause },
    )
  }
}

/** Binds `$n` by name, since SQLite numbers parameters by first appearance and not by their digits. */
function makeQuery(connection: DatabaseSync): Query {
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = connection.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const run = (sql: string, values: readonly SqlValue[]): readonly Row[] =>
    prepare(sql).all(Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))) as Row[]
  return (async (sql: string, values: readonly SqlValue[] = []) => run(sql, values)) as Query
}

/**
 * Opens the embedded store: one file, write-ahead log, group commit; reads go through a connection of their own and see
 * only what is committed.
 *
 * @param file path of the database; its folder is made when missing
 * @param settings `synchronous: 'OFF'` exists for the test that shows what FULL is for
 */
export function openSqlite(file: string, settings: Settings = { synchronous: 'FULL' }): Database {
  const writer = connect(file, settings)
  const reader = connect(file, settings)
  const { transaction, idle } = makeGroupCommit(writer, makeQuery(writer))
  return {
    query: makeQuery(reader),
    transaction,
    close: async () => {
      await idle()
      reader.close()
      writer.close()
    },
  }
}
