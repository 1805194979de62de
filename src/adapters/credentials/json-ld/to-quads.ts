import { isJsonObject, type Json, type JsonObject } from '../../../domain/cloud/json.ts'
import { Refused } from '../refused.ts'
import {
  type ActiveContext,
  expandIri,
  isAbsolute,
  isKeyword,
  type LocalContext,
  type Term,
} from './active-context.ts'
import { canonicalJson } from './canonical-json.ts'
import { extendContext } from './extend-context.ts'
import {
  type BlankNode,
  defaultGraph,
  type GraphName,
  literal,
  localised,
  property,
  type Quad,
  rdfFirst,
  rdfJson,
  rdfNil,
  rdfRest,
  rdfType,
  resource,
  type Subject,
  scalarLiteral,
} from './quad.ts'

type Scalar = string | number | boolean
type Value = Quad['object']

/** Where a value stands: the context and the graph around it, and the term of its property. */
type Place = { readonly context: ActiveContext; readonly graph: GraphName; readonly term: Term | undefined }

const refuse = (facts: JsonObject): never => {
  throw new Refused('term-undefined', facts)
}

/** Collects statements, each once, up to a limit. */
export class QuadWriter {
  readonly quads: Quad[] = []
  readonly #limit: number
  readonly #contextOf: (local: Json) => LocalContext
  readonly #seen = new Set<string>()
  readonly #labels = new Map<string, BlankNode>()
  #blanks = 0

  constructor(limit: number, contextOf: (local: Json) => LocalContext) {
    this.#limit = limit
    this.#contextOf = contextOf
  }

  /** Writes the statements of a node object, and gives the node. */
  writeNode(node: JsonObject, outer: ActiveContext, graph: GraphName = defaultGraph): Subject {
    const own = this.#ownContext(node, outer)
    const { context, types } = this.#withTypes(node, own)
    const subject = this.#subjectOf(node, context)
    for (const type of types) this.#add(subject, rdfType, this.#resource(type), graph)
    for (const [name, value] of Object.entries(node)) {
      if (value !== null)
        this.#writeMember(subject, name, value, { context, graph, term: context.terms.get(name) })
    }
    return subject
  }

  #ownContext(node: JsonObject, outer: ActiveContext): ActiveContext {
    const local = node['@context']
    if (local === undefined) return outer
    return extendContext(outer, this.#contextOf(local), { propagates: true, overrides: false })
  }

  /** Contexts of types are laid on in the order of the types' names; the types are read in the context before. */
  #withTypes(node: JsonObject, before: ActiveContext): { context: ActiveContext; types: readonly string[] } {
    const named: string[] = []
    for (const [name, value] of Object.entries(node)) {
      if (name !== '@type' && before.terms.get(name)?.iri !== '@type') continue
      for (const type of Array.isArray(value) ? value : [value]) {
        if (typeof type !== 'string') refuse({ type: String(type) })
        named.push(type)
      }
    }
    const context = named.toSorted().reduce((so, type) => {
      const local = before.terms.get(type)?.context
      return local === undefined ? so : extendContext(so, local, { propagates: false, overrides: false })
    }, before)
    const types = named.map((type) => this.#absolute(type, before, { type }))
    return { context, types }
  }

  #absolute(text: string, context: ActiveContext, facts: JsonObject, useTerms = true): string {
    const iri = expandIri(text, context, useTerms)
    return iri !== null && isAbsolute(iri) ? iri : refuse(facts)
  }

  #subjectOf(node: JsonObject, context: ActiveContext): Subject {
    for (const [name, value] of Object.entries(node)) {
      if (name !== '@id' && context.terms.get(name)?.iri !== '@id') continue
      if (typeof value !== 'string') refuse({ id: String(value) })
      return this.#resource(this.#absolute(value as string, context, { id: value }, false))
    }
    return this.#blank()
  }

  #writeMember(subject: Subject, name: string, value: Json, place: Place): void {
    const iri = place.term === undefined ? this.#untermed(name, place.context) : place.term.iri
    if (iri === null) refuse({ member: name })
    else if (isKeyword(iri)) this.#passKeyword(iri)
    else this.#writeProperty(subject, iri, value, place)
  }

  /** A member without a term: a keyword, or a name in the vocabulary. IRIs as names would hide members from readers of the JSON. */
  #untermed(name: string, { vocab }: ActiveContext): string {
    if (isKeyword(name)) return name
    return vocab === null || name.includes(':') || name.startsWith('@')
      ? refuse({ member: name })
      : vocab + name
  }

  #passKeyword(keyword: string): void {
    if (!['@id', '@type', '@context', '@index'].includes(keyword)) refuse({ member: keyword })
  }

  #writeProperty(subject: Subject, iri: string, value: Json, place: Place): void {
    if (!isAbsolute(iri) || iri.startsWith('_:')) refuse({ property: iri })
    const { term, graph } = place
    const predicate = property(iri)
    if (term?.type === '@json') {
      this.#add(subject, predicate, { ...literal(canonicalJson(value), null), datatype: rdfJson }, graph)
    } else if (term?.container === '@list') {
      this.#add(subject, predicate, this.#list(value, place), graph)
    } else {
      for (const one of this.#flat(value)) this.#add(subject, predicate, this.#valueOf(one, place), graph)
    }
  }

  *#flat(value: Json): Iterable<Json> {
    if (Array.isArray(value)) for (const one of value) yield* this.#flat(one)
    else if (isJsonObject(value) && '@set' in value) yield* this.#flat(value['@set'] as Json)
    else if (value !== null) yield value as Json
  }

  /** The value of a property, after what lies below it is written. */
  #valueOf(value: Json, place: Place): Value {
    if (!isJsonObject(value)) return this.#scalar(value as Scalar, place)
    if ('@value' in value) return this.#valueObject(value, place.context)
    if ('@list' in value) return this.#list(value['@list'] as Json, place)
    const context = this.#below(value, place)
    if (place.term?.container !== '@graph') return this.writeNode(value, context, place.graph)
    const graph = this.#blank()
    this.writeNode(value, context, graph)
    return graph
  }

  /** A type's context ends below its node, except where the value only refers to a node; a property's context begins. */
  #below(value: JsonObject, place: Place): ActiveContext {
    const { previous } = place.context
    return this.#inProperty(
      previous === null || this.#onlyRefers(value, place.context) ? place.context : previous,
      place,
    )
  }

  #onlyRefers(value: JsonObject, { terms }: ActiveContext): boolean {
    const [name, ...more] = Object.keys(value)
    return more.length === 0 && name !== undefined && (name === '@id' || terms.get(name)?.iri === '@id')
  }

  #inProperty(context: ActiveContext, { term }: Place): ActiveContext {
    if (term?.context === undefined) return context
    return extendContext(context, term.context, { propagates: true, overrides: true })
  }

  #scalar(value: Scalar, place: Place): Value {
    const type = place.term?.type ?? null
    if (typeof value === 'string' && (type === '@id' || type === '@vocab')) {
      const context = this.#inProperty(place.context, place)
      return this.#resource(this.#absolute(value, context, { value }, type === '@vocab'))
    }
    return scalarLiteral(value, type?.startsWith('@') ? null : type)
  }

  #valueObject(value: JsonObject, context: ActiveContext): Value {
    const {
      '@value': content,
      '@type': type,
      '@language': language,
      '@direction': direction,
      ...rest
    } = value
    const [unknown] = Object.keys(rest).filter((name) => name !== '@index')
    if (unknown !== undefined || typeof content === 'object') refuse({ member: unknown ?? '@value' })
    if (typeof type === 'string')
      return scalarLiteral(content as Scalar, this.#absolute(type, context, { type }))
    if (typeof content !== 'string') return scalarLiteral(content as Scalar, null)
    return localised(content, textOrNull(language), textOrNull(direction))
  }

  #list(value: Json, place: Place): Subject {
    const inner: Json = isJsonObject(value) && '@list' in value ? (value['@list'] as Json) : value
    const objects = [...this.#flat(inner)].map((one) =>
      this.#valueOf(one, { ...place, term: listless(place.term) }),
    )
    const cells = objects.map(() => this.#blank())
    objects.forEach((object, at) => {
      const cell = cells[at] as Subject
      this.#add(cell, rdfFirst, object, place.graph)
      this.#add(cell, rdfRest, cells[at + 1] ?? rdfNil, place.graph)
    })
    return cells[0] ?? rdfNil
  }

  #resource(iri: string): Subject {
    if (!iri.startsWith('_:')) return resource(iri)
    const known = this.#labels.get(iri) ?? this.#blank()
    this.#labels.set(iri, known)
    return known
  }

  #blank(): BlankNode {
    this.#blanks += 1
    return { termType: 'BlankNode', value: `b${this.#blanks}` }
  }

  #add(subject: Subject, predicate: Quad['predicate'], object: Value, graph: GraphName): void {
    const key = `${keyOf(subject)} ${predicate.value} ${keyOf(object)} ${keyOf(graph)}`
    if (this.#seen.has(key)) return
    if (this.quads.length >= this.#limit) throw new Refused('statements-too-many', { limit: this.#limit })
    this.#seen.add(key)
    this.quads.push({ subject, predicate, object, graph })
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const listless = (term: Term | undefined): Term | undefined => term && { ...term, container: null }

const keyOf = (node: Value | GraphName): string =>
  node.termType === 'Literal'
    ? // With its length before it, no text can pass for the end of another literal.
      `${node.value.length}"${node.value}^${node.datatype.value}@${node.language ?? ''}`
    : `${node.termType[0]}${node.value}`
