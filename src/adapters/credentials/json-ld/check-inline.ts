import { isJsonObject, type Json, type JsonObject } from '../../../domain/cloud/json.ts'
import { Refused } from '../refused.ts'

const refuse = (term: string, why: string): never => {
  throw new Refused('context-refused', { term, why })
}

/** Terms of contexts, each with every IRI that it stands for somewhere. */
export type Names = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Checks a context that a credential brings along. It may only add names for things that no pinned context names: a new
 * name for the end date or the status would hide them from everyone who reads the JSON, under a signature that still fits.
 * `near` are the terms of the pinned contexts beside it, `all` those of every pinned context.
 */
export function checkInline(context: JsonObject, near: Names, all: Names): void {
  for (const [term, definition] of Object.entries(context)) {
    if (term === '@version' || term === '@protected') continue
    if (term.startsWith('@') || term.includes(':')) refuse(term, 'is not read from a credential')
    const iri = iriOf(term, definition)
    const scheme = iri.slice(0, iri.indexOf(':'))
    if (all.has(scheme) || Object.hasOwn(context, scheme)) refuse(term, 'hides its IRI behind a prefix')
    checkName(term, iri, { near, all })
  }
}

function checkName(
  term: string,
  iri: string,
  { near, all }: { readonly near: Names; readonly all: Names },
): void {
  if (all.get(term)?.has(iri)) return
  if (near.has(term)) refuse(term, 'is a term of a pinned context')
  for (const iris of all.values()) {
    if (iris.has(iri)) refuse(term, 'is another name for a term of a pinned context')
  }
}

function iriOf(term: string, definition: Json): string {
  const iri = isJsonObject(definition) ? definition['@id'] : definition
  if (isJsonObject(definition) && '@context' in definition) refuse(term, 'brings a context of its own')
  return typeof iri === 'string' && /^[A-Za-z][\w+.-]*:/.test(iri) ? iri : refuse(term, 'has no absolute IRI')
}
