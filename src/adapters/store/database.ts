/** A value that both engines bind alike; JSON travels as text, booleans as 0 and 1. */
export type SqlValue = string | number | null

/** A row as both engines give it. */
export type Row = Readonly<Record<string, SqlValue>>

/** Runs one statement of the portable subset, with `$1`, `$2`, … as its parameters. */
export type Query = <R extends Row = Row>(sql: string, values?: readonly SqlValue[]) => Promise<readonly R[]>

/** The whole of what the store needs from an engine. */
export type Database = {
  /** A read on its own: sees only what is committed. */
  readonly query: Query
  /**
   * All or nothing. Resolves once the commit is durable. `work` awaits nothing but its own queries, and may run
   * again after a serialization failure, so it must not change anything else.
   */
  readonly transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}
