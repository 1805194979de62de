import type { Json, JsonObject } from '../../json.ts'
import type { QueryLanguage } from '../types.ts'

/** One fault of a definition: the path of names that leads to it, and what is wrong there. */
export type DefinitionFinding = { readonly at: string; readonly text: string }

/** Faults in the order of the definition; none when all is well. */
export type Findings = readonly DefinitionFinding[]

/** A state or another part with fields, where it stands, and its query language. */
export type Part = { readonly at: string; readonly fields: JsonObject; readonly language: QueryLanguage }

/** One fault. @example fault('/StartAt', 'is missing') // [{ at: '/StartAt', text: 'is missing' }] */
export const fault = (at: string, text: string): Findings => [{ at, text }]

/** A fault when something holds. @example faultIf(false, '/StartAt', 'is missing') // [] */
export const faultIf = (holds: boolean, at: string, text: string): Findings => (holds ? fault(at, text) : [])

/** The path of a field. @example fieldOf({ at: '/States/A' }, 'Next') // '/States/A/Next' */
export const fieldOf = ({ at }: { readonly at: string }, name: string): string => `${at}/${name}`

/** A fault when a field is there and not what it must be. */
export function demand(part: Part, name: string, holds: (value: Json) => boolean, text: string): Findings {
  const value = part.fields[name]
  return faultIf(value !== undefined && !holds(value), fieldOf(part, name), text)
}

const present = ({ fields }: Part, names: readonly string[]): readonly string[] =>
  names.filter((name) => fields[name] !== undefined)

/** A fault when fields that exclude each other stand together. */
export function demandAtMostOne(part: Part, names: readonly string[]): Findings {
  const found = present(part, names)
  return faultIf(found.length > 1, part.at, `has ${found.join(' and ')}: only one of them is allowed`)
}

/** A fault when not exactly one of several fields is there. */
export const demandOne = (part: Part, names: readonly string[]): Findings =>
  present(part, names).length === 0
    ? fault(part.at, `needs ${names.join(' or ')}`)
    : demandAtMostOne(part, names)

/** Faults for the fields of a part that are not among those allowed. */
export const strangeFields = (part: Part, allowed: readonly string[], text: string): Findings =>
  Object.keys(part.fields)
    .filter((name) => !allowed.includes(name))
    .flatMap((name) => fault(fieldOf(part, name), text))
