/**
 * Writes a list as bits, the first entry leftmost: bit 7 of byte 0 is entry 0.
 * Throws RangeError where the length is no multiple of 8 or an index lies outside.
 * Source: Bitstring Status List 1.0, section 3.3.
 *
 * @example writeBits(8, [0, 7])[0] // 129
 */
export function writeBits(length: number, set: Iterable<number>): Uint8Array {
  if (!Number.isInteger(length) || length <= 0 || length % 8 !== 0)
    throw new RangeError('A list has a positive multiple of 8 entries.')
  const bytes = new Uint8Array(length / 8)
  for (const index of set) {
    if (!Number.isInteger(index) || index < 0 || index >= length)
      throw new RangeError(`Index ${index} is outside a list of ${length} entries.`)
    bytes[index >> 3] = (bytes[index >> 3] as number) | (0x80 >> (index & 7))
  }
  return bytes
}

/**
 * Reads the value of an entry of 1 to 8 bits, its first bit the highest; null outside the list.
 *
 * @example readBits(Uint8Array.of(0b01000000), 1, 1) // 1
 */
export function readBits(bytes: Uint8Array, index: number, size: number): number | null {
  const first = index * size
  if (!Number.isSafeInteger(first) || first < 0 || first + size > bytes.length * 8) return null
  let value = 0
  for (let bit = first; bit < first + size; bit += 1) {
    value = value * 2 + (((bytes[Math.floor(bit / 8)] as number) >> (7 - (bit % 8))) & 1)
  }
  return value
}
