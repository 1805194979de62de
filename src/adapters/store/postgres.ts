import pg from 'pg'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { Database, Query, Row, SqlValue } from './database.ts'

/** SQLSTATE of serialization failure, deadlock, and a unique key or table that a concurrent transaction made first. */
const worthAnotherTry = new Set(['40001', '40P01', '23505', '42P07'])

const mostTries = 5

/** 64-bit integers of this schema are counts, positions and epoch milliseconds: all within what a number holds exactly. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const queryOn = (client: pg.Pool | pg.PoolClient): Query =>
  (async (sql: string, values: readonly SqlValue[] = []) =>
    (await client.query<Row>(sql, [...values])).rows) as Query

async function once<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const value = await work(queryOn(client))
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '')

async function withRetries<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(pool, work)
    } catch (error) {
      if (tries >= mostTries || !worthAnotherTry.has(codeOf(error))) throw error
    }
  }
}

/**
 * Opens PostgreSQL, or what speaks its protocol. `synchronous_commit` is left on: a commit is durable before it is
 * acknowledged.
 *
 * @param url connection address, as in `DATABASE_URL`
 */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  // An idle connection that breaks is replaced by the pool; the next query reports what matters.
  pool.on('error', () => undefined)
  const wrap = async <T>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action()
    } catch (cause) {
      if (/ECONNREFUSED|ENOTFOUND|57P0|08/.test(codeOf(cause))) {
        throw new CairnError(
          'store-unavailable',
          'The database does not answer. Check DATABASE_URL and that the server runs.',
          { cause },
        )
      }
      throw cause
    }
  }
  return {
    query: ((sql: string, values?: readonly SqlValue[]) => wrap(() => queryOn(pool)(sql, values))) as Query,
    transaction: (work) => wrap(() => withRetries(pool, work)),
    close: () => pool.end(),
  }
}
