import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { CloudLibrary, TemplateUnreadable } from '../../application/ports.ts'
import { isJsonObject, type Json } from '../../domain/cloud/json.ts'
import { fail, ok } from '../../domain/kernel/result.ts'

/** Most characters of a template: what the service takes from a file in S3. */
const mostCharacters = 1_048_576

const longName = (tag: string): string =>
  tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`

/** A short form as the object that JSON writes for it; GetAtt names its resource up to the first dot. */
function withTag(tag: string | undefined, value: Json): Json {
  if (tag === undefined || !/^![A-Za-z]+$/.test(tag)) return value
  if (tag !== '!GetAtt' || typeof value !== 'string') return { [longName(tag)]: value }
  const [logicalId = '', ...attribute] = value.split('.')
  return { 'Fn::GetAtt': [logicalId, attribute.join('.')] }
}

type Resolve = (node: Node) => Node | null

const scalarOf = (value: unknown): Json =>
  value instanceof Date ? value.toISOString().slice(0, 10) : ((value as Json | undefined) ?? null)

function toJson(node: unknown, resolve: Resolve): Json {
  if (isAlias(node)) return toJson(resolve(node), resolve)
  if (isScalar(node)) return withTag(node.tag, scalarOf(node.value))
  if (isSeq(node))
    return withTag(
      node.tag,
      node.items.map((item) => toJson(item, resolve)),
    )
  if (!isMap(node)) return null
  const entries = node.items.map(({ key, value }) => [
    String(isScalar(key) ? key.value : key),
    toJson(value, resolve),
  ])
  return withTag(node.tag, Object.fromEntries(entries))
}

const refuse = (line: number, reason: string) =>
  fail<TemplateUnreadable>({ code: 'template-unreadable', line, reason })

/** Reads a template, JSON or YAML with the short forms of functions, into the long forms. */
export const readTemplate: CloudLibrary['readTemplate'] = (text) => {
  if (text.length > mostCharacters) return refuse(1, `is longer than ${mostCharacters} characters`)
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, logLevel: 'error' })
  const [error] = document.errors
  if (error !== undefined)
    return refuse(
      lineCounter.linePos(error.pos[0]).line,
      error.message.split(' at line ')[0] ?? 'is not YAML',
    )
  const value = toJson(document.contents, (node) => (isAlias(node) ? (node.resolve(document) ?? null) : node))
  return isJsonObject(value) ? ok(value) : refuse(1, 'a template is an object')
}
