/** A fault that lint found in one item. `path` leads to the part concerned: `['options', 2]`. */
export type Finding = {
  readonly rule: string
  readonly level: 'error' | 'warning'
  readonly advice: string
  readonly path: readonly (string | number)[]
}

type Path = Finding['path']

/** Makes a finding that keeps an item out of the pool. @example errorAt('stem-empty', ['stem'], 'Write a stem.').level // 'error' */
export const errorAt = (rule: string, path: Path, advice: string): Finding => ({
  rule,
  level: 'error',
  advice,
  path,
})

/** Makes a finding for its author to weigh. @example warningAt('stem-long', ['stem'], 'Shorten it.').level // 'warning' */
export const warningAt = (rule: string, path: Path, advice: string): Finding => ({
  rule,
  level: 'warning',
  advice,
  path,
})

/** The findings whose condition holds. @example collect([[false, errorAt('a', [], '')]]) // [] */
export const collect = (checks: readonly (readonly [boolean, Finding])[]): Finding[] =>
  checks.flatMap(([holds, finding]) => (holds ? [finding] : []))
