import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** One chunk: length, type, data, check sum (PNG, third edition, section 5.3). */
function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8)
  return bytes
}

function header(size: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(size, 0)
  data.writeUInt32BE(size, 4)
  data.set([8, 6, 0, 0, 0], 8)
  return chunk('IHDR', data)
}

/** Every row is led by its filter; plain colours pack best as they are. */
function withFilters(pixels: Uint8Array, size: number): Buffer {
  const stride = size * 4
  const rows = Buffer.alloc(size * (stride + 1))
  for (let y = 0; y < size; y++) rows.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1)
  return rows
}

/** The two parts of a picture between which its text stands: up to the header, and from the pixels on. */
export type PngParts = { readonly head: Buffer; readonly tail: Buffer }

/** Encodes a square of RGBA pixels. */
export const encodePng = (pixels: Uint8Array, size: number): PngParts => ({
  head: Buffer.concat([signature, header(size)]),
  tail: Buffer.concat([
    chunk('IDAT', deflateSync(withFilters(pixels, size), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]),
})

const keyword = 'openbadgecredential'

/**
 * Puts a credential into a picture as its only text: one uncompressed `iTXt` chunk right behind the header, where readers
 * that search the raw file meet it first.
 *
 * @param text ASCII: JSON as `asciiJson` writes it, or a compact token
 * @see Open Badges 3.0, section 5.3.2.1
 */
export function bakePng({ head, tail }: PngParts, text: string): Uint8Array {
  const data = Buffer.from(`${keyword}\0\0\0\0\0${text}`, 'latin1')
  return Buffer.concat([head, chunk('iTXt', data), tail])
}
