import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { Database, Query, Row, SqlValue } from './database.ts'

type Waiting = {
  readonly work: (query: Query) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

type Outcome = { readonly waiting: Waiting; readonly settle: () => void }

/** How long a statement waits for another process that is writing, in milliseconds. */
const busyTimeout = 10_000

/** Transactions that share one commit at most; keeps the wait of the first one short. */
const largestGroup = 256

function open(file: string, options: { readonly synchronous: 'FULL' | 'OFF' }): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const connection = new DatabaseSync(file, { timeout: busyTimeout })
    connection.exec('PRAGMA journal_mode = WAL')
    connection.exec(`PRAGMA synchronous = ${options.synchronous}`)
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
 * Opens the embedded store: one file, write-ahead log, group commit.
 *
 * Transactions that arrive while a commit is under way share the next one, each behind its own savepoint, and are
 * acknowledged only after that commit has reached the disk.
 *
 * @param file path of the database; its folder is made when missing
 * @param options `synchronous: 'OFF'` exists for the test that shows what FULL is for
 */
export function openSqlite(file: string, options: { readonly synchronous?: 'FULL' | 'OFF' } = {}): Database {
  const settings = { synchronous: options.synchronous ?? 'FULL' } as const
  const writer = open(file, settings)
  const reader = open(file, settings)
  const write = makeQuery(writer)
  const read = makeQuery(reader)
  let waiting: Waiting[] = []
  let running: Promise<void> | undefined

  const runOne = async (one: Waiting): Promise<Outcome> => {
    writer.exec('SAVEPOINT one')
    try {
      const value = await one.work(write)
      writer.exec('RELEASE one')
      return { waiting: one, settle: () => one.resolve(value) }
    } catch (error) {
      writer.exec('ROLLBACK TO one')
      writer.exec('RELEASE one')
      return { waiting: one, settle: () => one.reject(error) }
    }
  }

  const commitGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      writer.exec('BEGIN IMMEDIATE')
      const outcomes: Outcome[] = []
      for (const one of group) outcomes.push(await runOne(one))
      writer.exec('COMMIT')
      for (const outcome of outcomes) outcome.settle()
    } catch (cause) {
      if (writer.isTransaction) writer.exec('ROLLBACK')
      const busy = /locked|busy/.test(String(cause))
      const error = busy
        ? new CairnError('store-busy', 'Another process is writing to the store. Try again in a moment.', {
            cause,
          })
        : new CairnError(
            'store-unavailable',
            'The store could not be written. Nothing of this change was kept; check the disk and try again.',
            { cause },
          )
      for (const one of group) one.reject(error)
    }
  }

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, largestGroup)
      waiting = waiting.slice(group.length)
      await commitGroup(group)
      // Requests that came in during the commit get their turn to join the next group.
      await new Promise((resolve) => setImmediate(resolve))
    }
    running = undefined
  }

  return {
    query: read,
    transaction: <T>(work: (query: Query) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
        running ??= drain()
      }),
    close: async () => {
      await running
      reader.close()
      writer.close()
    },
  }
}
