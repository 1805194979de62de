import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import { intrinsicFailure } from './arguments.ts'

/** A text without the backslashes of its escapes. @example withoutEscapes("it\\'s") // "it's" */
export const withoutEscapes = (raw: string): string => raw.replace(/\\([\\'{}])/g, '$1')

/** How the service writes a value into a text: objects and lists as Java writes its maps and lists. */
function write(value: Json | undefined): string {
  if (isJsonList(value)) return `[${value.map(write).join(', ')}]`
  if (isJsonObject(value))
    return `{${Object.entries(value)
      .map(([name, member]) => `${name}=${write(member)}`)
      .join(', ')}}`
  return String(value)
}

/**
 * States.Format: each `{}` of the template takes the next value.
 *
 * @param template with its escapes: `\{` and `\}` stand for braces
 * @throws StateError States.IntrinsicFailure when the numbers of places and values differ
 * @see Amazon States Language, Intrinsic Functions (States.Format)
 * @example format('Hello, {}!', ['Ada']) // 'Hello, Ada!'
 */
export function format(template: string, values: readonly (Json | undefined)[]): string {
  let used = 0
  const text = template.replace(/\\([\\'{}])|\{\}/g, (found: string, escaped?: string) =>
    escaped === undefined && found === '{}' ? write(values[used++]) : (escaped ?? found),
  )
  if (used !== values.length)
    throw intrinsicFailure(`States.Format has ${used} places for ${values.length} values.`)
  return text
}
