/** The name that a caller gives a case, returned with its answer. */
export type Identified = { readonly id?: string | number }

/** The identifier of a case, or nothing when it has none. */
export function identify(asked: unknown): Identified {
  const id = typeof asked === 'object' && asked !== null && 'id' in asked ? asked.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? { id } : {}
}

/** The cases of an input: a list, an object with `cases`, or one case. */
export function casesOf(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) return input
  if (typeof input === 'object' && input !== null && 'cases' in input && Array.isArray(input.cases))
    return input.cases
  return [input]
}
