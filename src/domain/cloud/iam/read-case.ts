import { fail, ok, type Result } from '../../kernel/result.ts'
import { isAccountId } from './arn.ts'
import type { IamCase } from './types.ts'

/** Why a value is no case: every fault with its path, in words. */
export type CaseMalformed = { readonly code: 'case-malformed'; readonly faults: readonly string[] }

/** Says what is wrong with a value, or null. */
type Check = (value: unknown, path: string) => string[]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const when =
  (holds: (value: unknown) => boolean, expected: string): Check =>
  (value, path) =>
    holds(value) ? [] : [`${path}: expected ${expected}`]

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
const text = when(isText, 'a text')
const flag = when((value) => typeof value === 'boolean', 'true or false')
const account = when((value) => typeof value === 'string' && isAccountId(value), 'a 12-digit account id')
const oneOf = (...words: string[]): Check =>
  when((value) => words.includes(value as string), words.map((word) => `"${word}"`).join(' or '))

const anything: Check = () => []

const listOf =
  (member: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each, place) => member(each, `${path}[${place}]`))
      : [`${path}: expected a list`]

/** Members by name; a name that ends in `?` may be absent. */
type Members = Readonly<Record<string, Check>>

const unknownIn = (value: Record<string, unknown>, members: Members): string[] =>
  Object.keys(value).filter((name) => !(name in members) && !(`${name}?` in members))

function checkMembers(value: Record<string, unknown>, members: Members, prefix: string): string[] {
  return Object.entries(members).flatMap(([name, check]) => {
    const plain = name.replace('?', '')
    const held = value[plain]
    if (held !== undefined) return check(held, prefix + plain)
    return name.endsWith('?') ? [] : [`${prefix}${plain}: missing`]
  })
}

/** An object of these members and no others, since a misspelt setting would be ignored. */
const record =
  (members: Members): Check =>
  (value, path) => {
    if (!isRecord(value)) return [`${path}: expected an object`]
    const strange = unknownIn(value, members).map((name) => `${path}.${name}: not a member of this form`)
    return [...strange, ...checkMembers(value, members, `${path}.`)]
  }

const context: Check = (value, path) => {
  if (!isRecord(value)) return [`${path}: expected an object of context keys`]
  return Object.entries(value).flatMap(([key, held]) =>
    held === null || isScalar(held) || (Array.isArray(held) && held.every(isScalar))
      ? []
      : [`${path}.${key}: expected a text, number or boolean, or a list of them`],
  )
}

const texts: Check = (value, path) =>
  isRecord(value) && Object.values(value).every((held) => typeof held === 'string')
    ? []
    : [`${path}: expected an object of texts`]

const levels = listOf(record({ 'id?': text, policies: listOf(anything) }))

const grants = listOf(
  record({
    granteePrincipal: text,
    operations: listOf(text),
    'retiringPrincipal?': text,
    'constraints?': record({ 'encryptionContextEquals?': texts, 'encryptionContextSubset?': texts }),
  }),
)

const settings = record({
  'blockPublicAcls?': flag,
  'ignorePublicAcls?': flag,
  'blockPublicPolicy?': flag,
  'restrictPublicBuckets?': flag,
})

const acl = listOf(
  record({
    grantee: text,
    permission: oneOf('READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'),
  }),
)

const s3 = record({
  'publicAccessBlock?': record({ 'account?': settings, 'bucket?': settings }),
  'objectOwnership?': oneOf('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'),
  'bucketAcl?': acl,
  'objectAcl?': acl,
  'objectOwner?': account,
  'requestAcl?': (value, path) => (isText(value) ? [] : acl(value, path)),
  'requestPolicy?': anything,
})

const form: Members = {
  'id?': when((value) => typeof value === 'string' || typeof value === 'number', 'a text or a number'),
  principal: text,
  action: text,
  resource: text,
  'owner?': account,
  'ctx?': context,
  'federatedBy?': text,
  'canonicalUser?': text,
  'identity?': anything,
  'resourcePolicy?': anything,
  'boundary?': anything,
  'session?': anything,
  'vpce?': anything,
  'vpceType?': oneOf('gateway', 'interface'),
  'scp?': levels,
  'rcp?': levels,
  'managementAccount?': account,
  'kms?': record({ 'grants?': grants, 'awsManaged?': flag }),
  's3?': s3,
  'expect?': anything,
  'src?': anything,
  'note?': anything,
}

/** The object without its nulls, which stand for absent members of a case and of its context. */
const withoutNulls = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== null)) as T

/**
 * Reads a value as a case. Policy documents are taken as they are; compiling them tells what is wrong inside. `expect`,
 * `src` and `note` are let through for those who keep cases with their answers; other unknown members are ignored, and named.
 *
 * @returns the case with the names of ignored members, or `case-malformed` with every fault and its path
 * @example readCase({ principal: 'anonymous' }) // { ok: false, error: { code: 'case-malformed', faults: ['action: missing', 'resource: missing'] } }
 */
export function readCase(
  value: unknown,
): Result<{ readonly case: IamCase; readonly ignored: readonly string[] }, CaseMalformed> {
  if (!isRecord(value)) return fail({ code: 'case-malformed', faults: ['a case is an object'] })
  const given = withoutNulls(value)
  const faults = checkMembers(given, form, '')
  if (faults.length > 0) return fail({ code: 'case-malformed', faults })
  const read = given as IamCase
  const ctx = read.ctx === undefined ? {} : { ctx: withoutNulls(read.ctx) }
  return ok({ case: { ...read, ...ctx }, ignored: unknownIn(value, form) })
}
