import type { DatabaseSync } from 'node:sqlite'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { Database, Query } from './database.ts'

type Waiting = {
  readonly work: (query: Query) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Transactions that share one commit at most; keeps the wait of the first one short. */
const largestGroup = 256

/** Runs one transaction behind a savepoint of the group's; gives back how to tell its caller once the group is durable. */
async function runOne(connection: DatabaseSync, query: Query, one: Waiting): Promise<() => void> {
  connection.exec('SAVEPOINT one')
  try {
    const value = await one.work(query)
    connection.exec('RELEASE one')
    return () => one.resolve(value)
  } catch (error) {
    connection.exec('ROLLBACK TO one')
    connection.exec('RELEASE one')
    return () => one.reject(error)
  }
}

function explain(cause: unknown): CairnError {
  return /locked|busy/.test(String(cause))
    ? new CairnError('store-busy', 'Another process is writing to the store. Try again in a moment.', {
        cause,
      })
    : new CairnError(
        'store-unavailable',
        'The store could not be written; nothing of this change was kept. Check the disk and try again.',
        { cause },
      )
}

async function commitGroup(connection: DatabaseSync, query: Query, group: readonly Waiting[]): Promise<void> {
  try {
    connection.exec('BEGIN IMMEDIATE')
    const tell: (() => void)[] = []
    for (const one of group) tell.push(await runOne(connection, query, one))
    connection.exec('COMMIT')
    for (const settle of tell) settle()
  } catch (cause) {
    if (connection.isTransaction) connection.exec('ROLLBACK')
    const error = explain(cause)
    for (const one of group) one.reject(error)
  }
}

/**
 * Group commit on one writing connection: what arrives while a commit is under way shares the next one, each transaction
 * behind its own savepoint, and nobody is told before that commit has reached the disk.
 */
export function makeGroupCommit(
  connection: DatabaseSync,
  query: Query,
): { readonly transaction: Database['transaction']; readonly idle: () => Promise<void> } {
  let waiting: Waiting[] = []
  let running: Promise<void> | undefined
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, largestGroup)
      waiting = waiting.slice(group.length)
      await commitGroup(connection, query, group)
      // Requests that came in during the commit get their turn to join the next group.
      await new Promise((resolve) => setImmediate(resolve))
    }
    running = undefined
  }
  return {
    transaction: <T>(work: (query: Query) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
        running ??= drain()
      }),
    idle: async () => running,
  }
}
