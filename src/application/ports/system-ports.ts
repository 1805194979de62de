import type { Instant } from '../../domain/kernel/instant.ts'
import type { Result } from '../../domain/kernel/result.ts'

/** Tells the time. */
export type Clock = { readonly now: () => Instant }

/** Makes identifiers: UUIDv7 text, ascending in time. */
export type Identifiers = { readonly next: () => string }

/** The installation's secret, never shown: derives reproducible, unguessable text (64 hexadecimal digits) from a label. */
export type Secrets = { readonly derive: (label: string) => string }

/** A row of a table: the line of its file on which it begins (the header is on line 1) and its cells, one for each column. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

/** Why a file is no table: it cannot be read, or one place of it (line and column from 1) breaks the format. */
export type TableFault =
  | { readonly code: 'table-unreadable'; readonly file: string; readonly reason: string }
  | {
      readonly code: 'table-malformed'
      readonly file: string
      readonly line: number
      readonly column: number
      readonly reason: string
    }

/** A file of comma-separated values with a header row. Rows come one at a time, so that a large file never lies in memory as cells. */
export type Table = {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: Iterable<Result<TableRow, TableFault>>
}

/** Reads tables of numbers and names from files, or from text that was handed over; `name` is what faults call it. */
export type TableReader = {
  readonly read: (file: string) => Promise<Result<Table, TableFault>>
  readonly parse: (name: string, text: string) => Result<Table, TableFault>
}

/** Who this installation is where it issues credentials. */
export type Installation = {
  /** `https://host` under which credentials are served to everyone; null on one's own machine. */
  readonly origin: string | null
  /** The issuer's name as people read it. */
  readonly issuerName: string
  /** The issuer's name in addresses: `did:web:HOST:issuers:ORGANISATION`. */
  readonly organisation: string
}

/** Hashes texts. `sha256`: 64 hexadecimal digits of the text's UTF-8 bytes. */
export type Digests = { readonly sha256: (text: string) => string }
