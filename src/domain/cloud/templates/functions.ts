import { isJsonList, isJsonObject, type Json } from '../json.ts'
import { cidrBlocks } from './cidr-blocks.ts'
import { isKnown, isSymbolic, joinParts } from './symbolic.ts'
import type { Scope } from './types.ts'

/** A function on evaluated arguments; what it cannot compute stays as it is, what is wrong is reported. */
type Intrinsic = (argument: Json, at: string, scope: Scope) => Json

const isText = (value: Json | undefined): value is string => typeof value === 'string'

const isNumeric = (value: Json | undefined): value is number | string =>
  typeof value === 'number' || (isText(value) && /^\d+$/.test(value))

const join: Intrinsic = (argument, at, { report }) => {
  const [delimiter, parts] = isJsonList(argument) ? argument : []
  if (isText(delimiter) && isJsonList(parts)) return joinParts(delimiter, parts)
  if (isText(delimiter) && parts !== undefined && isSymbolic(parts)) return { 'Fn::Join': [delimiter, parts] }
  report(at, 'Fn::Join takes a delimiter and a list')
  return ''
}

const select: Intrinsic = (argument, at, { report }) => {
  const [index, list] = isJsonList(argument) ? argument : []
  if (list !== undefined && isSymbolic(list)) return { 'Fn::Select': argument }
  if (isNumeric(index) && isJsonList(list)) {
    const chosen = list[Number(index)]
    if (chosen !== undefined) return chosen
    report(at, `Fn::Select asks for element ${index} of ${list.length}; the first is 0`)
    return ''
  }
  report(at, 'Fn::Select takes an index and a list')
  return ''
}

const split: Intrinsic = (argument, at, { report }) => {
  const [delimiter, text] = isJsonList(argument) ? argument : []
  if (isText(delimiter) && delimiter !== '' && isText(text)) return text.split(delimiter)
  if (text !== undefined && isSymbolic(text)) return { 'Fn::Split': argument }
  report(at, 'Fn::Split takes a delimiter and a text')
  return []
}

const base64: Intrinsic = (argument) => {
  if (!isText(argument)) return { 'Fn::Base64': argument }
  const bytes = new TextEncoder().encode(argument)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

const cidr: Intrinsic = (argument, at, { report }) => {
  const [block, count, bits] = isJsonList(argument) ? argument : []
  if (!isKnown(argument)) return { 'Fn::Cidr': argument }
  const blocks =
    isText(block) && isNumeric(count) && isNumeric(bits)
      ? cidrBlocks(block, Number(count), Number(bits))
      : null
  if (blocks !== null) return blocks
  report(at, 'Fn::Cidr takes an IPv4 block, a count from 1 to 256 and host bits that fit into the block')
  return []
}

const findInMap: Intrinsic = (argument, at, { mappings, report }) => {
  const [map, top, second, options] = isJsonList(argument) ? argument : []
  const table = isText(map) ? mappings[map] : undefined
  const row = isJsonObject(table) ? table[String(top)] : undefined
  const found = isJsonObject(row) ? row[String(second)] : undefined
  if (found !== undefined) return found
  if (options !== undefined && isJsonObject(options) && options.DefaultValue !== undefined)
    return options.DefaultValue
  report(at, `Fn::FindInMap finds nothing under ${String(map)}, ${String(top)}, ${String(second)}`)
  return ''
}

const getZones: Intrinsic = (_, __, { zones }) => zones

const importValue: Intrinsic = (argument, _, { imports }) => {
  const known = isText(argument) && Object.hasOwn(imports, argument) ? imports[argument] : undefined
  return known ?? { 'Fn::ImportValue': argument }
}

/** The functions whose arguments are evaluated first. Source: AWS CloudFormation user guide, Intrinsic function reference. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Base64': base64,
  'Fn::Cidr': cidr,
  'Fn::FindInMap': findInMap,
  'Fn::GetAZs': getZones,
  'Fn::ImportValue': importValue,
}
