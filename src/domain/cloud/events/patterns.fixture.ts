import type { Json, JsonObject } from '../json.ts'
import { compilePattern } from './compile-pattern.ts'
import type { PatternFinding, ReportFault, ValueTest } from './types.ts'

/** A test with what its compiler reported. */
export type Compiled = { readonly holds: ValueTest; readonly faults: readonly string[] }

/** Compiles one operand and keeps what is reported. */
export function compiling(compile: (report: ReportFault) => ValueTest): Compiled {
  const faults: string[] = []
  return { holds: compile((text) => faults.push(text)), faults }
}

/** Whether an event matches a pattern that must be valid. */
export function matches(pattern: JsonObject, event: JsonObject): boolean {
  const compiled = compilePattern(pattern)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error.findings))
  return compiled.value.matches(event)
}

/** Whether a value of one field matches the entries of a pattern. */
export const fieldMatches = (entries: readonly Json[], value: Json): boolean =>
  matches({ field: entries }, { field: value })

/** What keeps a pattern from being one. */
export function faultsOf(pattern: unknown): readonly PatternFinding[] {
  const compiled = compilePattern(pattern)
  return compiled.ok ? [] : compiled.error.findings
}
