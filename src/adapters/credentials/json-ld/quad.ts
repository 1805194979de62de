/** A name, a blank node or a literal, in the form that `rdf-canonize` reads (RDF/JS data model). */
export type NamedNode = { readonly termType: 'NamedNode'; readonly value: string }
export type BlankNode = { readonly termType: 'BlankNode'; readonly value: string }
export type Literal = {
  readonly termType: 'Literal'
  readonly value: string
  readonly datatype: NamedNode
  readonly language?: string
}
export type GraphName = NamedNode | BlankNode | { readonly termType: 'DefaultGraph'; readonly value: '' }
export type Subject = NamedNode | BlankNode

/** One statement: a subject has a property with an object, within a graph. */
export type Quad = {
  readonly subject: Subject
  readonly predicate: NamedNode
  readonly object: Subject | Literal
  readonly graph: GraphName
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

const named = (value: string): NamedNode => ({ termType: 'NamedNode', value })

export const rdfType = named(`${rdf}type`)
export const rdfFirst = named(`${rdf}first`)
export const rdfRest = named(`${rdf}rest`)
export const rdfNil = named(`${rdf}nil`)
export const rdfJson = named(`${rdf}JSON`)
const langString = named(`${rdf}langString`)
const xsdString = named(`${xsd}string`)
const xsdDouble = `${xsd}double`

export const defaultGraph: GraphName = { termType: 'DefaultGraph', value: '' }

/** A name, or a blank node where it begins with `_:`. */
export const resource = (iri: string): Subject =>
  iri.startsWith('_:') ? { termType: 'BlankNode', value: iri.slice(2) } : named(iri)

/** A property, by its IRI. */
export const property = named

/** A literal of a datatype; plain text where none is given. */
export const literal = (value: string, datatype: string | null): Literal => ({
  termType: 'Literal',
  value,
  datatype: datatype === null ? xsdString : named(datatype),
})

/** Text in a language; a base direction becomes part of the datatype (JSON-LD 1.1, `i18n-datatype`). */
export function localised(value: string, language: string | null, direction: string | null): Literal {
  if (direction !== null)
    return literal(value, `https://www.w3.org/ns/i18n#${(language ?? '').toLowerCase()}_${direction}`)
  if (language === null) return literal(value, null)
  return { termType: 'Literal', value, datatype: langString, language: language.toLowerCase() }
}

/** The literal of a JSON scalar (JSON-LD 1.1 API, section 8.2.2): `1` is an integer, `1.5` a double in canonical form. */
export function scalarLiteral(value: string | number | boolean, datatype: string | null): Literal {
  if (typeof value === 'boolean') return literal(String(value), datatype ?? `${xsd}boolean`)
  if (typeof value === 'string' && datatype !== xsdDouble) return literal(value, datatype)
  const number = Number(value)
  const isDouble = !Number.isInteger(number) || Math.abs(number) >= 1e21 || datatype === xsdDouble
  if (!isDouble) return literal(number.toFixed(0), datatype ?? `${xsd}integer`)
  return literal(number.toExponential(15).replace(/(\d)0*e\+?/, '$1E'), datatype ?? xsdDouble)
}
