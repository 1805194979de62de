import { inflateSync } from 'node:zlib'
import { Refused } from '../refused.ts'
import { readText } from './read-json.ts'

/** Most bytes of an embedded file, and how far before a stream its dictionary is looked for. */
const mostExpanded = 256 * 1024
const longestDictionary = 2_048

/** True for bytes that begin as a PDF does. */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

function expand(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: mostExpanded })
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refused(tooLarge ? 'expansion-too-large' : 'pdf-invalid', {})
  }
}

/** The data of a stream: as long as its dictionary says, or up to its end. */
function dataOf(file: Buffer, from: number, dictionary: string): Buffer {
  const stated = /\/Length\s+(\d{1,9})(?!\s+\d+\s+R)\b/.exec(dictionary)
  const end = stated === null ? file.indexOf('endstream', from, 'latin1') : from + Number(stated[1])
  if (end < from || end > file.length)
    throw new Refused('pdf-invalid', { why: 'a stream is longer than the file' })
  return file.subarray(from, end)
}

function readStream(file: Buffer, from: number, dictionary: string): string {
  const data = dataOf(file, from, dictionary)
  if (!dictionary.includes('/Filter')) return readText(data)
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary))
    throw new Refused('pdf-invalid', { why: 'filter' })
  return readText(expand(data))
}

/** Text of every file that a PDF embeds, in the order of the file. Only embedded files are ever expanded. Throws `Refused`. */
export function readEmbedded(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: string[] = []
  for (let at = nextStream(file, 0); at >= 0; ) {
    const start = Math.max(0, at - longestDictionary)
    const before = file.toString('latin1', start, at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const data = at + 'stream'.length + (file[at + 'stream'.length] === 0x0d ? 2 : 1)
    if (/\/EmbeddedFile\b/.test(dictionary)) found.push(readStream(file, data, dictionary))
    at = nextStream(file, data)
  }
  return found
}

function nextStream(file: Buffer, from: number): number {
  let at = file.indexOf('stream', from, 'latin1')
  while (at > 2 && file.toString('latin1', at - 3, at) === 'end')
    at = file.indexOf('stream', at + 6, 'latin1')
  return at
}
