import { isJsonList, isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'
import type { VariantValues } from './types.ts'

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g
const whole = /^\{\{\s*([\w.-]+)\s*\}\}$/

/** The value under a dotted name. @throws RangeError for a name that the variant does not have */
function heldBy(name: string, values: VariantValues): Json {
  let value: Json | undefined = values
  for (const part of name.split('.')) {
    value = isJsonList(value) ? value[Number(part)] : isJsonObject(value) ? value[part] : undefined
  }
  if (value === undefined) throw new RangeError(`The lab's variant has no value named "${name}".`)
  return value
}

const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/**
 * Puts the values of a variant in the place of `{{name}}`; `{{name.0}}` and `{{name.member}}` reach inside.
 *
 * @throws RangeError for a name that the variant does not have
 * @example fillText('10.{{n}}.0.0/16', { n: 4 }) // '10.4.0.0/16'
 */
export const fillText = (text: string, values: VariantValues): string =>
  text.replace(placeholder, (_, name: string) => asText(heldBy(name, values)))

/**
 * Fills every text of a value, names of members included. A text that is one placeholder becomes the value itself.
 *
 * @example fillJson({ port: '{{p}}' }, { p: 443 }) // { port: 443 }
 */
export function fillJson(value: Json, values: VariantValues): Json {
  if (typeof value === 'string') {
    const [, name] = whole.exec(value) ?? []
    return name === undefined ? fillText(value, values) : heldBy(name, values)
  }
  if (isJsonList(value)) return value.map((each) => fillJson(each, values))
  return isJsonObject(value) ? fillObject(value, values) : value
}

/** Fills an object. @example fillObject({ '{{k}}': 1 }, { k: 'a' }) // { a: 1 } */
export const fillObject = (value: JsonObject, values: VariantValues): JsonObject =>
  Object.fromEntries(
    Object.entries(value).map(([name, held]) => [fillText(name, values), fillJson(held, values)]),
  )
