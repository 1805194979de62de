import { isJsonList, isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { ReadFiles } from './types.ts'

/** Why a case cannot be asked: a file that does not parse, or has not what the case needs. */
export type FileUnusable = { readonly code: 'file-unusable'; readonly text: string }

type Resolved = Result<Json, FileUnusable>

const unusable = (text: string): Resolved => fail({ code: 'file-unusable', text })

const stepInto = (value: Json | undefined, name: string): Json | undefined =>
  isJsonList(value) ? value[Number(name)] : isJsonObject(value) ? value[name] : undefined

function readAt(path: string, at: Json | undefined, files: ReadFiles): Resolved {
  const file = files[path]
  if (file === undefined) return unusable(`${path} is missing.`)
  const { finding, value } = file
  if (finding !== null || value === undefined)
    return unusable(
      `${path}${finding?.line ? `, line ${finding.line}` : ''}: ${finding?.text ?? 'is no document.'}`,
    )
  if (typeof at !== 'string') return ok(value)
  const found = at.split('.').reduce<Json | undefined>(stepInto, value)
  return found === undefined ? unusable(`${path} has no "${at}".`) : ok(found)
}

function collect(entries: readonly (readonly [string, Resolved])[]): Result<[string, Json][], FileUnusable> {
  const values: [string, Json][] = []
  for (const [name, resolved] of entries) {
    if (!resolved.ok) return resolved
    values.push([name, resolved.value])
  }
  return ok(values)
}

function resolve(value: Json, files: ReadFiles): Resolved {
  if (isJsonList(value)) {
    const members = collect(value.map((each, index) => [String(index), resolve(each, files)]))
    return members.ok ? ok(members.value.map(([, each]) => each)) : members
  }
  if (!isJsonObject(value)) return ok(value)
  if (typeof value.$text === 'string') return ok(files[value.$text]?.text ?? '')
  if (typeof value.$file === 'string') return readAt(value.$file, value.at, files)
  const members = collect(Object.entries(value).map(([name, each]) => [name, resolve(each, files)]))
  return members.ok ? ok(Object.fromEntries(members.value)) : members
}

/**
 * Puts files in the place of `{ "$file": path, "at"?: "member.member" }` (the parsed value, or what stands at a place in
 * it) and `{ "$text": path }` (the text as written).
 *
 * @returns the question as it is asked, or `file-unusable` with the file, the line and the reason
 */
export function resolveFiles(ask: JsonObject, files: ReadFiles): Result<JsonObject, FileUnusable> {
  const resolved = resolve(ask, files)
  return resolved.ok ? ok(resolved.value as JsonObject) : resolved
}
