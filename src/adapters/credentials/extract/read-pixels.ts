import { inflateSync } from 'node:zlib'
import { Refused } from '../refused.ts'
import { type Chunk, readChunks } from './read-png.ts'

/** An image as jsqr reads it: four bytes a pixel. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** Largest side of an image in which a QR code is looked for, in pixels. */
const largestSide = 2_048

/** Samples of a pixel by colour type (PNG, section 11.2.1). */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

type Header = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly samples: number
}

/** The header of an image that is read here: at most 8 bits a sample, not interlaced; null for others. */
function readHeader(chunks: readonly Chunk[]): Header | null {
  const data = chunks[0]?.type === 'IHDR' ? chunks[0].data : Buffer.alloc(0)
  if (data.length < 13) throw new Refused('png-invalid', { why: 'no header' })
  const [width, height, depth, colour] = [
    data.readUInt32BE(0),
    data.readUInt32BE(4),
    data[8] ?? 0,
    data[9] ?? 0,
  ]
  const samples = samplesOf[colour]
  const fits = width > 0 && height > 0 && width <= largestSide && height <= largestSide
  if (!fits || samples === undefined || ![1, 2, 4, 8].includes(depth) || data[12] !== 0) return null
  return { width, height, depth, colour, samples }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** What each filter adds to a byte, from the bytes to the left, above, and above left (PNG, section 9.2). */
const predictors: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
]

/** Undoes the filters, row by row. Beyond the edges everything is 0. */
function unfilter(raw: Buffer, rowBytes: number, { height, depth, samples }: Header): Uint8Array {
  const step = Math.max(1, (samples * depth) >> 3)
  const out = new Uint8Array(rowBytes * height)
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : (out[row * rowBytes + column] as number)
  for (let row = 0; row < height; row += 1) {
    const start = row * (rowBytes + 1)
    const predict = predictors[raw[start] ?? 0] ?? (() => 0)
    for (let column = 0; column < rowBytes; column += 1) {
      const [left, up, corner] = [at(row, column - step), at(row - 1, column), at(row - 1, column - step)]
      out[row * rowBytes + column] = (raw[start + 1 + column] ?? 0) + predict(left, up, corner)
    }
  }
  return out
}

/** The light of a pixel from 0 to 255; a QR code needs no colours. */
function lightOf(samples: readonly number[], header: Header, palette: Buffer): number {
  const [first = 0, second = 0, third = 0] = samples
  if (header.colour === 3) {
    const at = first * 3
    return ((palette[at] ?? 0) + (palette[at + 1] ?? 0) + (palette[at + 2] ?? 0)) / 3
  }
  if (header.samples >= 3) return (first + second + third) / 3
  return (first * 255) / (2 ** header.depth - 1)
}

function toPixels(rows: Uint8Array, rowBytes: number, header: Header, palette: Buffer): Pixels {
  const { width, height, depth, samples } = header
  const data = new Uint8ClampedArray(width * height * 4)
  const mask = 2 ** depth - 1
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const rowStart = Math.floor(pixel / width) * rowBytes
    const read = (sample: number): number => {
      const bit = ((pixel % width) * samples + sample) * depth
      return ((rows[rowStart + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & mask
    }
    const light = lightOf([read(0), read(1), read(2)], header, palette)
    data.set([light, light, light, 255], pixel * 4)
  }
  return { width, height, data }
}

/** The pixels of a PNG in shades of grey; null for kinds of image in which no QR code is looked for. */
export function readPixels(bytes: Uint8Array): Pixels | null {
  const chunks = readChunks(bytes)
  const header = readHeader(chunks)
  if (header === null) return null
  const rowBytes = Math.ceil((header.width * header.samples * header.depth) / 8)
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  let raw: Buffer
  try {
    raw = inflateSync(packed, { maxOutputLength: (rowBytes + 1) * header.height })
  } catch {
    throw new Refused('png-invalid', { why: 'the image does not fit its header' })
  }
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? Buffer.alloc(0)
  return toPixels(unfilter(raw, rowBytes, header), rowBytes, header, palette)
}
