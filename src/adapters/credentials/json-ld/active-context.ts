/** A context as JSON has it: a map of terms, nothing, or a list of both. Links are replaced before. */
export type LocalContext = { readonly [term: string]: unknown } | null | readonly LocalContext[]

/** What a term stands for, as one context defines it. */
export type Term = {
  /** An absolute IRI or a keyword; null where a context takes the meaning away. */
  readonly iri: string | null
  readonly type: string | null
  readonly container: '@set' | '@list' | '@graph' | null
  /** Context for what lies below the term; undefined where there is none. */
  readonly context: LocalContext | undefined
  readonly isProtected: boolean
  readonly isPrefix: boolean
}

/** The terms in force at a place of a document (JSON-LD 1.1 API, section 4.1.1). */
export type ActiveContext = {
  readonly terms: ReadonlyMap<string, Term>
  readonly vocab: string | null
  /** The context to return to below the node whose type brought this one in. */
  readonly previous: ActiveContext | null
}

/** No term means anything. */
export const emptyContext: ActiveContext = { terms: new Map(), vocab: null, previous: null }

const keywords = new Set(
  '@base @container @context @direction @graph @id @import @included @index @json @language @list @nest @none @prefix @propagate @protected @reverse @set @type @value @version @vocab'.split(
    ' ',
  ),
)

/** True for a keyword of JSON-LD 1.1. */
export const isKeyword = (text: string): boolean => text.startsWith('@') && keywords.has(text)

const absolute = /^(?:[A-Za-z][A-Za-z0-9+\-.]*|_):\S*$/

/** True for text with the form of an absolute IRI or a blank node. */
export const isAbsolute = (text: string): boolean => absolute.test(text)

/** Splits a compact IRI; null where the text has no prefix. */
export function splitCompact(text: string): readonly [prefix: string, rest: string] | null {
  const colon = text.indexOf(':', 1)
  return colon < 0 ? null : [text.slice(0, colon), text.slice(colon + 1)]
}

/**
 * Expands text to an absolute IRI, blank node or keyword (JSON-LD 1.1 API, section 5.2).
 * There is no base: a relative reference gives null.
 */
export function expandIri(text: string, context: ActiveContext, useTerms: boolean): string | null {
  if (isKeyword(text)) return text
  const term = useTerms ? context.terms.get(text) : undefined
  if (term !== undefined) return term.iri
  const parts = splitCompact(text)
  if (parts !== null) {
    const [prefix, rest] = parts
    if (prefix === '_' || rest.startsWith('//')) return text
    const start = context.terms.get(prefix)
    if (start?.isPrefix && start.iri !== null) return start.iri + rest
    if (isAbsolute(text)) return text
  }
  return useTerms && context.vocab !== null ? context.vocab + text : null
}
