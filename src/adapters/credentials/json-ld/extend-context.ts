import { Refused } from '../refused.ts'
import {
  type ActiveContext,
  emptyContext,
  expandIri,
  isKeyword,
  type LocalContext,
  splitCompact,
  type Term,
} from './active-context.ts'

/** How a context is laid over another one. */
export type Extension = {
  /** False for a context that a type brings in: it ends below the node. */
  readonly propagates: boolean
  /** True for a context that a property brings in: it may redefine protected terms. */
  readonly overrides: boolean
}

type Definition = { readonly [entry: string]: unknown }

const readEntries = new Set(['@version', '@protected', '@vocab', '@propagate'])
const readParts = new Set(['@id', '@type', '@container', '@context', '@protected', '@prefix'])
const containers = new Set(['@set', '@list', '@graph'])

const refuse = (term: string, why: string): never => {
  throw new Refused('context-refused', { term, why })
}

/** A context that is being laid over another: terms are defined when first needed, since they may build on each other. */
type Draft = {
  readonly base: ActiveContext
  readonly local: Definition
  readonly terms: Map<string, Term>
  readonly vocab: string | null
  /** True once defined, false while its definition is under way. */
  readonly state: Map<string, boolean>
  readonly overrides: boolean
}

function normalise(term: string, value: unknown): Definition {
  if (value === null || typeof value === 'string') return { '@id': value }
  if (typeof value !== 'object' || Array.isArray(value)) return refuse(term, 'no definition of a term')
  const definition = value as Definition
  for (const part of Object.keys(definition)) {
    if (!readParts.has(part)) refuse(term, `${part} is not read here`)
  }
  return definition
}

/** Expands text of a definition, defining first what it builds on. */
function expandWithin(text: string, draft: Draft): string {
  const parts = splitCompact(text)
  for (const needed of parts === null ? [text] : [text, parts[0]]) {
    if (Object.hasOwn(draft.local, needed) && !isKeyword(needed)) define(needed, draft)
  }
  const so = { terms: draft.terms, vocab: draft.vocab, previous: null }
  return expandIri(text, so, true) ?? refuse(text, 'leads to no absolute IRI')
}

function iriOf(term: string, definition: Definition, draft: Draft): string | null {
  const id = definition['@id']
  if (id === null) return null
  if (typeof id === 'string' && id !== term) return expandWithin(id, draft)
  if (id !== undefined && typeof id !== 'string') return refuse(term, '@id is no text')
  const parts = splitCompact(term)
  if (parts !== null) {
    const [prefix, rest] = parts
    return Object.hasOwn(draft.local, prefix) || draft.terms.has(prefix)
      ? expandWithin(prefix, draft) + rest
      : term
  }
  return draft.vocab === null ? refuse(term, 'has no @id') : draft.vocab + term
}

const typeOf = (definition: Definition, draft: Draft): string | null =>
  typeof definition['@type'] === 'string' ? expandWithin(definition['@type'], draft) : null

function containerOf(term: string, { '@container': container }: Definition): Term['container'] {
  const [only, ...more] = Array.isArray(container) ? container : [container ?? null]
  if (only === null) return null
  if (more.length > 0 || !containers.has(only)) return refuse(term, 'this container is not read here')
  return only as Term['container']
}

/** A term written as plain text is a prefix where its IRI ends with a delimiter. */
function isPrefix(value: unknown, definition: Definition, iri: string | null): boolean {
  if (definition['@prefix'] !== undefined) return definition['@prefix'] === true
  return typeof value === 'string' && iri !== null && /[:/?#[\]@]$/.test(iri)
}

const same = (a: Term, b: Term): boolean =>
  a.iri === b.iri &&
  a.type === b.type &&
  a.container === b.container &&
  a.isPrefix === b.isPrefix &&
  JSON.stringify(a.context) === JSON.stringify(b.context)

/** Defines one term (JSON-LD 1.1 API, section 4.2). */
function define(term: string, draft: Draft): void {
  const state = draft.state.get(term)
  if (state === true) return
  if (state === false) refuse(term, 'is defined by itself')
  if (isKeyword(term) || term === '') refuse(term, 'a keyword cannot be redefined')
  draft.state.set(term, false)
  const value = draft.local[term]
  const definition = normalise(term, value)
  const iri = iriOf(term, definition, draft)
  const next: Term = {
    iri,
    type: typeOf(definition, draft),
    container: containerOf(term, definition),
    context: definition['@context'] as LocalContext | undefined,
    isProtected: (definition['@protected'] ?? draft.local['@protected']) === true,
    isPrefix: isPrefix(value, definition, iri),
  }
  const former = draft.base.terms.get(term)
  const kept = former?.isProtected && !draft.overrides
  if (kept && !same(former, next)) refuse(term, 'a protected term is redefined')
  draft.terms.set(term, kept ? former : next)
  draft.state.set(term, true)
}

function vocabOf(local: Definition, base: ActiveContext): string | null {
  const vocab = local['@vocab']
  if (vocab === undefined) return base.vocab
  return vocab === null || typeof vocab === 'string' ? vocab : refuse('@vocab', 'is no text')
}

function extendByMap(
  base: ActiveContext,
  local: Definition,
  { propagates, overrides }: Extension,
): ActiveContext {
  for (const entry of Object.keys(local)) {
    if (isKeyword(entry) && !readEntries.has(entry)) refuse(entry, 'is not read here')
  }
  const draft: Draft = {
    base,
    local,
    terms: new Map(base.terms),
    vocab: vocabOf(local, base),
    state: new Map(),
    overrides,
  }
  for (const term of Object.keys(local)) {
    if (!readEntries.has(term)) define(term, draft)
  }
  const staysBelow = (local['@propagate'] ?? propagates) === true
  const previous = base.previous ?? (staysBelow ? null : base)
  return { terms: draft.terms, vocab: draft.vocab, previous }
}

function clear(base: ActiveContext, { overrides, propagates }: Extension): ActiveContext {
  if (!overrides && [...base.terms.values()].some(({ isProtected }) => isProtected))
    refuse('@context', 'protected terms are cleared')
  return propagates ? emptyContext : { ...emptyContext, previous: base }
}

/** Results by base and local context. Both sides are held weakly, so a document's own context goes with the document. */
const known = new WeakMap<ActiveContext, WeakMap<object, (ActiveContext | undefined)[]>>()

function resultsOf(base: ActiveContext, local: object): (ActiveContext | undefined)[] {
  const byLocal = known.get(base) ?? new WeakMap<object, (ActiveContext | undefined)[]>()
  const results = byLocal.get(local) ?? []
  byLocal.set(local, results)
  known.set(base, byLocal)
  return results
}

function extendByKnownMap(base: ActiveContext, local: Definition, extension: Extension): ActiveContext {
  const results = resultsOf(base, local)
  const at = (extension.propagates ? 1 : 0) + (extension.overrides ? 2 : 0)
  const result = results[at] ?? extendByMap(base, local, extension)
  results[at] = result
  return result
}

/** Lays a context over another one (JSON-LD 1.1 API, section 4.1.2). Throws `Refused` with `context-refused`. */
export function extendContext(base: ActiveContext, local: LocalContext, extension: Extension): ActiveContext {
  if (local === null) return clear(base, extension)
  if (Array.isArray(local))
    return local.reduce<ActiveContext>((so, next) => extendContext(so, next, extension), base)
  if (typeof local !== 'object') return refuse('@context', 'a link within a context is not followed')
  return extendByKnownMap(base, local as Definition, extension)
}
