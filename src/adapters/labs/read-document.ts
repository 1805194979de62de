import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type ScalarTag } from 'yaml'
import type { LabDocuments } from '../../application/ports.ts'
import type { Json } from '../../domain/cloud/json.ts'
import type { FileFinding, LabFile, ReadFile } from '../../domain/lab/types.ts'

/** Most characters of one file; a template of a lab has a few thousand. */
const mostCharacters = 40_000

const shortForms = [
  'Sub',
  'GetAtt',
  'Join',
  'Select',
  'If',
  'FindInMap',
  'Equals',
  'And',
  'Or',
  'Not',
  'Cidr',
]

const longName = (short: string): string => (['Ref', 'Condition'].includes(short) ? short : `Fn::${short}`)

const longValue = (short: string, value: unknown): unknown =>
  short === 'GetAtt' && typeof value === 'string' ? value.split('.') : value

/** The short forms of CloudFormation's functions, as the objects that JSON writes for them. */
const templateTags = [...shortForms, 'Ref', 'Condition', 'GetAZs', 'Split', 'Base64', 'ImportValue'].flatMap(
  (short) => {
    const resolve = (node: unknown): unknown => ({
      [longName(short)]: longValue(short, typeof node === 'string' ? node : (node as Node).toJSON()),
    })
    return [
      { tag: `!${short}`, resolve },
      { tag: `!${short}`, collection: 'seq' as const, resolve },
      { tag: `!${short}`, collection: 'map' as const, resolve },
    ]
  },
) as unknown as ScalarTag[]

const parseYaml = (text: string, lineCounter: LineCounter) =>
  parseDocument(text, { lineCounter, merge: true, customTags: (tags) => [...tags, ...templateTags] })

const finding = ({ path }: Pick<LabFile, 'path'>, line: number | null, text: string): FileFinding => ({
  path,
  line,
  level: 'error',
  text,
})

function faultOfJson(text: string): { readonly line: number; readonly text: string } | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const message = (error as Error).message
    const place = /position (\d+)/.exec(message)
    const before = place === null ? text : text.slice(0, Number(place[1]))
    return { line: before.split('\n').length, text: `is not JSON: ${message.split(' in JSON')[0]}.` }
  }
}

function faultOfYaml(text: string): { readonly line: number; readonly text: string } | null {
  const lines = new LineCounter()
  const [error] = parseYaml(text, lines).errors
  if (error === undefined) return null
  return {
    line: lines.linePos(error.pos[0]).line,
    text: `is not YAML: ${error.message.split(' at line ')[0]}.`,
  }
}

function read(file: Pick<LabFile, 'path' | 'language'>, text: string): ReadFile {
  if (text.length > mostCharacters)
    return {
      text,
      value: undefined,
      finding: finding(file, null, `is longer than ${mostCharacters} characters.`),
    }
  if (file.language !== 'json' && file.language !== 'yaml') return { text, value: undefined, finding: null }
  const fault = file.language === 'json' ? faultOfJson(text) : faultOfYaml(text)
  if (fault !== null) return { text, value: undefined, finding: finding(file, fault.line, fault.text) }
  const value =
    file.language === 'json'
      ? JSON.parse(text)
      : parseYaml(text, new LineCounter()).toJS({ maxAliasCount: 50 })
  return { text, value: value as Json, finding: null }
}

const offsetOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0]

function childOf(
  node: unknown,
  name: string,
): { readonly node: unknown; readonly offset: number | undefined } {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
    return { node: pair?.value, offset: offsetOf(pair?.key) }
  }
  const item = isSeq(node) ? node.items[Number(name)] : undefined
  return { node: item, offset: offsetOf(item) }
}

/** The line of the deepest part of a path that is written. */
function lineOf(text: string, path: readonly string[]): number | null {
  const lines = new LineCounter()
  let here: unknown = parseYaml(text, lines).contents
  let offset = offsetOf(here)
  for (const name of path) {
    const next = childOf(here, name)
    if (next.offset === undefined) break
    here = next.node
    offset = next.offset
  }
  return offset === undefined ? null : lines.linePos(offset).line
}

/** Reads what a person has written in the files of a lab: JSON, YAML with the short forms of templates, or code. */
export const labDocuments: LabDocuments = { read, lineOf }
