import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'

/** The operators of the families of events, one value at a time. */
function satisfies(value: Json | undefined, entry: Json): boolean {
  if (typeof entry !== 'object' || entry === null) return value === entry
  const condition = entry as JsonObject
  const text = typeof value === 'string' ? value : undefined
  if (condition.exists === false) return value === undefined
  if (Array.isArray(condition.numeric)) {
    const [, low, , high = Number.POSITIVE_INFINITY] = condition.numeric as number[]
    const least = condition.numeric[0] === '>=' ? Number(low) : Number(low) + 1
    return typeof value === 'number' && value >= least && value <= high
  }
  if (typeof condition['equals-ignore-case'] === 'string')
    return text?.toLowerCase() === condition['equals-ignore-case'].toLowerCase()
  if (typeof condition.prefix === 'string') return text?.startsWith(condition.prefix) === true
  if (typeof condition.suffix === 'string') return text?.endsWith(condition.suffix) === true
  if (typeof condition.wildcard === 'string')
    return text?.includes(condition.wildcard.replaceAll('*', '')) === true
  const excluded = condition['anything-but'] as Json
  const start = (excluded as JsonObject).prefix
  if (typeof start === 'string') return value !== undefined && text?.startsWith(start) !== true
  return value !== undefined && ![excluded].flat().includes(value)
}

/** Whether the conditions of a pattern or policy let values through, read by hand. */
export function lets(rule: JsonObject, values: JsonObject): boolean {
  return Object.entries(rule).every(([name, entries]) =>
    Array.isArray(entries)
      ? entries.some((entry: Json) =>
          name === '$or' ? lets(entry as JsonObject, values) : satisfies(values[name], entry),
        )
      : isJsonObject(values[name]) && lets(entries as JsonObject, values[name]),
  )
}
