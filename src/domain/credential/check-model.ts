import { isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'
import { readDateTime } from './dates.ts'
import { hasType, listOf } from './members.ts'

/** Context links that a credential of the data model must begin with, by version. */
export const baseContexts = {
  v2: 'https://www.w3.org/ns/credentials/v2',
  v1: 'https://www.w3.org/2018/credentials/v1',
} as const

/** A rule of the data model that a document breaks: the member, and what it must be. */
export type Violation = { readonly member: string; readonly rule: string }

type Rule = (document: JsonObject) => Violation | null

const uri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/

/**
 * True for text that is an absolute URI.
 *
 * @example isUri('urn:uuid:1') // true
 */
export const isUri = (value: Json | undefined): value is string =>
  typeof value === 'string' && uri.test(value)

const broken = (member: string, rule: string): Violation => ({ member, rule })

const check =
  (member: string, rule: string, holds: (value: Json | undefined, document: JsonObject) => boolean): Rule =>
  (document) =>
    holds(document[member], document) ? null : broken(member, rule)

/** The version of the data model that a document states with its first context; null for neither. */
export function versionOf(document: JsonObject): 'v1' | 'v2' | null {
  const [first] = listOf(document['@context'])
  if (first === baseContexts.v2) return 'v2'
  return first === baseContexts.v1 ? 'v1' : null
}

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value !== ''

const hasContext: Rule = (document) =>
  versionOf(document) !== null &&
  listOf(document['@context']).every((one) => isText(one) || isJsonObject(one))
    ? null
    : broken('@context', 'begins with the context of the data model, then links or objects')

const namesTypes = (type: string): Rule =>
  check(
    'type',
    `names types, ${type} among them`,
    (value, document) => listOf(value).every(isText) && hasType(document, type),
  )

const isAbsentOr =
  (holds: (value: Json) => boolean) =>
  (value: Json | undefined): boolean =>
    value === undefined || holds(value)

/** A link, or an object whose `id` is one. */
const isParty = (value: Json | undefined): boolean => isUri(isJsonObject(value) ? value.id : value)

const hasClaims = (subject: Json): boolean => isJsonObject(subject) && Object.keys(subject).length > 0

/** Objects of a member that must each name their type, with a link as `id` where there is one or where it is needed. */
const typedObjects = (member: string, needsId = false): Rule =>
  check(member, `holds objects with a type${needsId ? ' and an id' : ''}`, (value) =>
    listOf(value).every(
      (one) =>
        isJsonObject(one) &&
        listOf(one.type).length > 0 &&
        listOf(one.type).every(isText) &&
        (one.id === undefined ? !needsId : isUri(one.id)),
    ),
  )

const languageMembers = new Set(['@value', '@language', '@direction'])

/** Text, or text with its language and direction (VC Data Model 2.0, section 11.1). */
function isWording(value: Json): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.every((one) => isJsonObject(one) && isWording(one))
  if (!isJsonObject(value)) return typeof value === 'string'
  const members = Object.entries(value)
  return (
    typeof value['@value'] === 'string' &&
    members.every(([member, part]) => languageMembers.has(member) && typeof part === 'string')
  )
}

const wordings: readonly Rule[] = ['name', 'description'].flatMap((member) => {
  const rule = 'is text, or text with a language'
  const onIssuer: Rule = ({ issuer }) =>
    !isJsonObject(issuer) || isAbsentOr(isWording)(issuer[member]) ? null : broken(`issuer.${member}`, rule)
  return [check(member, rule, isAbsentOr(isWording)), onIssuer]
})

const isDateTime = (value: Json): boolean => readDateTime(value) !== null

const dated = (member: string): Rule =>
  check(member, 'is a date-time with a time zone', isAbsentOr(isDateTime))

const ordered =
  (from: string, until: string): Rule =>
  (document) => {
    const [start, end] = [readDateTime(document[from]), readDateTime(document[until])]
    return start !== null && end !== null && end < start ? broken(until, `is not before ${from}`) : null
  }

const relatedResources: Rule = ({ relatedResource }) => {
  const resources = listOf(relatedResource)
  const sound = resources.every(
    (one) => isJsonObject(one) && isUri(one.id) && (isText(one.digestSRI) || isText(one.digestMultibase)),
  )
  const distinct =
    new Set(resources.map((one) => (isJsonObject(one) ? one.id : one))).size === resources.length
  return sound && distinct
    ? null
    : broken('relatedResource', 'holds objects with an id of their own and a digest')
}

const shared: readonly Rule[] = [
  hasContext,
  namesTypes('VerifiableCredential'),
  check('id', 'is one URL', isAbsentOr(isUri)),
  check('issuer', 'is a URL, or an object with one as its id', isParty),
  check(
    'credentialSubject',
    'holds objects that claim something',
    (value) => listOf(value).length > 0 && listOf(value).every(hasClaims),
  ),
  check('credentialSubject', 'has one URL as its id, or none', (value) =>
    listOf(value).every((one) => isJsonObject(one) && isAbsentOr(isUri)(one.id)),
  ),
  typedObjects('credentialStatus'),
  typedObjects('credentialSchema', true),
  typedObjects('refreshService'),
  typedObjects('termsOfUse'),
  typedObjects('evidence'),
  typedObjects('proof'),
  relatedResources,
]

const rulesOf: Readonly<Record<'v1' | 'v2', readonly Rule[]>> = {
  v2: [...shared, ...wordings, dated('validFrom'), dated('validUntil'), ordered('validFrom', 'validUntil')],
  v1: [
    ...shared,
    check('issuanceDate', 'is a date-time with a time zone', (value) => isDateTime(value ?? null)),
    dated('expirationDate'),
    ordered('issuanceDate', 'expirationDate'),
  ],
}

const firstBroken = (rules: readonly Rule[], document: JsonObject): Violation | null => {
  for (const rule of rules) {
    const violation = rule(document)
    if (violation !== null) return violation
  }
  return null
}

/**
 * The first rule of the data model that a credential breaks; null where it keeps all of them.
 * Source: W3C Verifiable Credentials Data Model 2.0 (2025-05-15), section 4; 1.1 where the first context says so.
 *
 * @example checkCredential({}).member // '@context'
 */
export const checkCredential = (credential: JsonObject): Violation | null =>
  firstBroken(rulesOf[versionOf(credential) ?? 'v2'], credential)

const presented: Rule = check('verifiableCredential', 'holds credentials as objects', (value) =>
  listOf(value).every((one) => isJsonObject(one) && listOf(one.type).length > 0),
)

const presentationRules: readonly Rule[] = [
  hasContext,
  namesTypes('VerifiablePresentation'),
  check('id', 'is one URL', isAbsentOr(isUri)),
  check('holder', 'is a URL, or an object with one as its id', isAbsentOr(isParty)),
  typedObjects('proof'),
  typedObjects('termsOfUse'),
  presented,
]

/**
 * The first rule of the data model that a presentation breaks; null where it keeps all of them.
 *
 * @example checkPresentation({}).member // '@context'
 */
export const checkPresentation = (presentation: JsonObject): Violation | null =>
  firstBroken(presentationRules, presentation)
