/** A variable of a linear programme: its range, and whether only whole numbers are allowed. */
export type LinearColumn = { readonly low: number; readonly high: number; readonly whole: boolean }

/** A row: low <= Σ coefficient · column <= high; `terms` are pairs of column (from 0) and coefficient. */
export type LinearRow = {
  readonly terms: readonly (readonly [column: number, coefficient: number])[]
  readonly low: number
  readonly high: number
}

/** Maximises Σ objective · column under rows and ranges. Bounds of rows may be infinite, those of columns may not be below. */
export type LinearProgramme = {
  readonly objective: readonly (readonly [column: number, coefficient: number])[]
  readonly columns: readonly LinearColumn[]
  readonly rows: readonly LinearRow[]
}

/** What a solver found out: `undecided` when its time ended first. */
export type LinearOutcome =
  | { readonly status: 'optimal'; readonly value: number; readonly columns: readonly number[] }
  | { readonly status: 'infeasible' | 'unbounded' | 'undecided' }
