import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { Refused } from '../refused.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** Most bytes that a list may expand to: 16,777,216 bits. The standard names no upper bound, so a small text could fill a memory. */
const mostExpanded = 2 * 1024 * 1024

/** Writes bits as the text of a list: gzip in base64url, with the multibase prefix `u`. */
export async function encodeList(bits: Uint8Array): Promise<string> {
  return `u${(await compress(bits, { level: 9 })).toString('base64url')}`
}

/** Reads the text of a list; StatusList2021 wrote it without the prefix. Throws `Refused`. */
export async function decodeList(text: unknown, prefixed: boolean): Promise<Uint8Array> {
  const digits = typeof text === 'string' ? text.slice(prefixed ? 1 : 0) : ''
  if (digits === '' || (prefixed && !String(text).startsWith('u')) || !/^[\w-]+={0,2}$/.test(digits))
    throw new Refused('status-list-invalid', { member: 'encodedList' })
  try {
    return await expand(Buffer.from(digits, 'base64url'), { maxOutputLength: mostExpanded })
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refused(tooLarge ? 'status-list-too-large' : 'status-list-invalid', { member: 'encodedList' })
  }
}
