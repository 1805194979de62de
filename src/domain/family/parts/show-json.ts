/** Longest line of a list or object that is kept on one line, in characters. */
const widest = 64

function print(value: unknown, indent: string): string {
  const flat = printFlat(value)
  if (typeof value !== 'object' || value === null) return flat
  const isStatement = !Array.isArray(value) && 'Effect' in value
  const isRoot = indent === ''
  if (!isRoot && !isStatement && flat.length + indent.length <= widest) return flat
  const deeper = `${indent}  `
  const entries = Array.isArray(value)
    ? value.map((entry) => `${deeper}${print(entry, deeper)}`)
    : Object.entries(value).map(
        ([name, entry]) => `${deeper}${JSON.stringify(name)}: ${print(entry, deeper)}`,
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return entries.length === 0 ? flat : `${open}\n${entries.join(',\n')}\n${indent}${close}`
}

function printFlat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(printFlat).join(', ')}]`
  const entries = Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}: ${printFlat(entry)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** A document as a fenced code block, short lists and objects on one line. @example showJson({ a: [1, 2] }) // '```json\n{\n  "a": [1, 2]\n}\n```' */
export const showJson = (document: unknown): string => `\`\`\`json\n${print(document, '')}\n\`\`\``
