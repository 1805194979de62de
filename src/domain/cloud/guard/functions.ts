import { isJsonList, type Json } from '../json.ts'

/** What a function is given: for each operand the values that it selects. */
type Arguments = readonly (readonly Json[])[]

const texts = (values: readonly Json[] | undefined): readonly string[] =>
  (values ?? []).flat().filter((value) => typeof value === 'string')

const each =
  (change: (text: string, others: readonly Json[]) => Json) =>
  ([first, ...others]: Arguments): readonly Json[] =>
    texts(first).map((text) =>
      change(
        text,
        others.map(([value = null]) => value),
      ),
    )

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

const functions: Readonly<Record<string, (given: Arguments) => readonly Json[]>> = {
  count: ([values = []]) => [values.length === 1 && isJsonList(values[0]) ? values[0].length : values.length],
  join: ([values, [separator = ''] = []]) => [texts(values).join(String(separator))],
  json_parse: each(parsed),
  regex_replace: each((text, [pattern, replacement]) =>
    text.replace(new RegExp(String(pattern), 'g'), String(replacement).replace(/\$\{(\d+)\}/g, '$$$1')),
  ),
  substring: each((text, [from, to]) => text.slice(Number(from), Number(to))),
  to_lower: each((text) => text.toLowerCase()),
  to_upper: each((text) => text.toUpperCase()),
  url_decode: each((text) => {
    try {
      return decodeURIComponent(text)
    } catch {
      return text
    }
  }),
}

/** The function of a name, or nothing. @example functionNamed('count')?.([[1, 2]]) // [2] */
export const functionNamed = (name: string): ((given: Arguments) => readonly Json[]) | undefined =>
  Object.hasOwn(functions, name) ? functions[name] : undefined
