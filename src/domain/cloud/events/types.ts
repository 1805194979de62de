import type { JsonObject, Scalar } from '../json.ts'

/** Answers whether one value of an event satisfies one entry of a pattern. */
export type ValueTest = (value: Scalar) => boolean

/** Answers whether a whole event satisfies a pattern. */
export type EventTest = (event: JsonObject) => boolean

/** One fault of a pattern: the path of names that leads to it, and what is wrong with the next step. */
export type PatternFinding = { readonly at: string; readonly text: string }

/** Why the service would not accept a pattern. */
export type PatternRefused = {
  readonly code: 'event-pattern-refused'
  readonly findings: readonly PatternFinding[]
}

/** Takes what is wrong at the place where the reporter stands. */
export type ReportFault = (text: string) => void

/** What one service accepts in the entries of a field. */
export type Dialect = {
  readonly service: 'EventBridge' | 'SNS'
  /** Largest magnitude that `numeric` compares. */
  readonly numericBound: number
  /** Digits after the point that `numeric` compares. */
  readonly numericDecimals: number
  readonly operators: ReadonlySet<string>
  /** Operators that may stand inside `anything-but`, and whether they take lists there. */
  readonly negatable: ReadonlySet<string>
  readonly negatesLists: boolean
  readonly wildcardComplexity: number
}
