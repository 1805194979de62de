import type { Json, JsonObject } from '../json.ts'
import { isJsonList, isJsonObject } from '../json.ts'
import { alternativesOf, isReservedName } from './alternatives.ts'
import { compileField, type FieldTest } from './compile-field.ts'
import type { Dialect, PatternFinding } from './types.ts'

/** One way to satisfy a pattern: what it asks of each field, by dotted path. */
export type Branch = ReadonlyMap<string, FieldTest>

type Place = {
  readonly path: string
  readonly inAlternative: boolean
  readonly dialect: Dialect
  readonly findings: PatternFinding[]
}

const below = (place: Place, name: string): Place => ({
  ...place,
  path: place.path === '' ? name : `${place.path}.${name}`,
})

function report({ path, findings }: Place, text: string): void {
  findings.push({ at: path === '' ? 'the pattern' : path, text })
}

function expandAlternatives(
  alternatives: readonly Json[],
  branches: readonly Branch[],
  place: Place,
): readonly Branch[] {
  const inside: Place = { ...place, inAlternative: true }
  if (alternatives.length < 2) report(below(place, '$or'), 'needs at least two alternatives')
  return alternatives.flatMap((alternative) => {
    if (isJsonObject(alternative)) return expandObject(alternative, branches, inside)
    report(below(place, '$or'), 'takes objects only')
    return []
  })
}

function expandMember(value: Json, branches: readonly Branch[], place: Place): readonly Branch[] {
  if (isJsonObject(value)) return expandObject(value, branches, place)
  if (isJsonList(value)) {
    const field = compileField(value, place.dialect, (text) => report(place, text))
    return branches.map((branch) => new Map([...branch, [place.path, field]]))
  }
  report(place, 'must be a list of values, or an object with further fields')
  return branches
}

function expandObject(pattern: JsonObject, branches: readonly Branch[], place: Place): readonly Branch[] {
  if (Object.keys(pattern).length === 0) report(place, 'an empty object asks for nothing: name a field')
  let reached = branches
  for (const [name, value] of Object.entries(pattern)) {
    const alternatives = alternativesOf(name, value)
    if (alternatives !== null) {
      reached = expandAlternatives(alternatives, reached, place)
      continue
    }
    if (place.inAlternative && isReservedName(name))
      report(below(place, name), 'a field below "$or" may not have the name of an operator')
    reached = expandMember(value, reached, below(place, name))
  }
  return reached
}

/**
 * Writes a pattern as the ways to satisfy it: one per combination of `$or` alternatives, each a conjunction of fields. A path
 * that is named twice keeps the later entries, as the service does.
 *
 * @param findings takes every fault, also of entries that a later mention of their path replaces
 * @see aws/event-ruler, README (JSON keys with dots; the "$or" primitive)
 * @example expandPattern({ a: { b: [1] } }, eventBridgeDialect, [])[0].has('a.b') // true
 */
export const expandPattern = (
  pattern: JsonObject,
  dialect: Dialect,
  findings: PatternFinding[],
): readonly Branch[] =>
  expandObject(pattern, [new Map()], { path: '', inAlternative: false, dialect, findings })
