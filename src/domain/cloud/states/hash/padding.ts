/** The bytes of a text in UTF-8. @example utf8('é') // Uint8Array [195, 169] */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Writes bytes as lower-case hexadecimal digits. @example hex([10, 255]) // '0aff' */
export const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Pads a message to whole blocks: a bit, zeros, and the length in bits as a number of `lengthBytes` bytes.
 *
 * @param blockBytes 64 or 128
 * @see RFC 1321, section 3.1; FIPS 180-4, section 5.1
 * @example padMessage(new Uint8Array(0), { blockBytes: 64, lengthBytes: 8, littleEndian: true }).length // 64
 */
export function padMessage(
  message: Uint8Array,
  {
    blockBytes,
    lengthBytes,
    littleEndian,
  }: { blockBytes: number; lengthBytes: number; littleEndian: boolean },
): DataView {
  const size = Math.ceil((message.length + 1 + lengthBytes) / blockBytes) * blockBytes
  const padded = new Uint8Array(size)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  const lengthAt = littleEndian ? size - lengthBytes : size - 8
  view.setBigUint64(lengthAt, BigInt(message.length) * 8n, littleEndian)
  return view
}
