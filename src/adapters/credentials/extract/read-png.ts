import { inflateSync } from 'node:zlib'
import { Refused } from '../refused.ts'
import { readText } from './read-json.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Keyword of the text chunk that holds a credential (Open Badges 3.0, section 5.3.1). */
const keyword = 'openbadgecredential'

/** Most bytes that compressed text may expand to. */
const mostExpanded = 256 * 1024

/** Length, type and checksum around the data of a chunk. */
const frame = 12

export type Chunk = { readonly type: string; readonly data: Buffer }

/** True for bytes that begin as a PNG does. */
export const isPng = (bytes: Uint8Array): boolean => signature.equals(bytes.subarray(0, signature.length))

const damaged = (why: string): never => {
  throw new Refused('png-invalid', { why })
}

/** The chunks of a PNG up to its end. A length is believed only where the file is that long. Throws `Refused`. */
export function readChunks(bytes: Uint8Array): readonly Chunk[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = signature.length; at < file.length; ) {
    if (file.length - at < frame) return damaged('cut short')
    const length = file.readUInt32BE(at)
    if (length > file.length - at - frame) return damaged('a chunk is longer than the file')
    const type = file.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) })
    if (type === 'IEND') return chunks
    at += frame + length
  }
  return damaged('no end')
}

function expand(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: mostExpanded })
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE')
      return damaged('compressed text is damaged')
    throw new Refused('expansion-too-large', { limit: mostExpanded })
  }
}

/** The text of an `iTXt` chunk: keyword, compression flag and method, language, translated keyword, text. */
function textOf({ data }: Chunk): string {
  const afterKeyword = data.indexOf(0) + 1
  const afterLanguage = data.indexOf(0, afterKeyword + 2) + 1
  const afterTranslation = data.indexOf(0, afterLanguage) + 1
  if (afterLanguage === 0 || afterTranslation === 0) return damaged('a text chunk is damaged')
  const content = data.subarray(afterTranslation)
  return readText(data[afterKeyword] === 1 ? expand(content) : content)
}

const holdsCredential = ({ type, data }: Chunk): boolean =>
  type === 'iTXt' && data.toString('latin1', 0, keyword.length + 1) === `${keyword}\0`

/** The credential baked into a PNG; null where there is none. Two of them are refused: readers would pick different ones. */
export function readBakedPng(bytes: Uint8Array): string | null {
  const [first, second] = readChunks(bytes).filter(holdsCredential)
  if (second !== undefined) return damaged('two credentials in one image')
  return first === undefined ? null : textOf(first)
}
