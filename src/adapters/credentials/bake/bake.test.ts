import { crc32, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleAward } from '../../../../test/support/sample-award.ts'
import { drawBadge } from '../../../presentation/badge/badge-shapes.ts'
import { asciiJson } from './ascii-json.ts'
import { makeBadgeImages } from './badge-images.ts'
import { paintBadge } from './paint-badge.ts'
import { bakePng, encodePng } from './png.ts'

type Chunk = { readonly type: string; readonly data: Buffer }

/** Reads a PNG as its standard says, and checks every length and sum on the way. */
function chunksOf(png: Uint8Array): Chunk[] {
  const file = Buffer.from(png)
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks: Chunk[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const data = file.subarray(at + 8, at + 8 + length)
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)))
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data })
    at += length + 12
  }
  return chunks
}

const award = sampleAward()
const images = makeBadgeImages()

describe('JSON for a picture', () => {
  test('is ASCII without braces in its strings, and parses to the same value', () => {
    const document = {
      narrative: 'unbalanced } {{ ]]> ® “é” 😀 \\ " \n',
      list: [1, null, true, { '{': '}' }],
    }
    const text = asciiJson(document)
    expect(text).toMatch(/^[\x20-\x7e]+$/)
    expect(text).not.toContain(']]>')
    expect(JSON.parse(text)).toEqual(document)
  })

  test('holds for any value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = asciiJson(value as never)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(text.replace(/"(?:[^"\\]|\\.)*"/g, '')).toMatch(/^[\x20-\x7e]*$/)
        expect((text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).join('')).not.toMatch(/[{}>]/)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a baked PNG', () => {
  const png = images.png(award, JSON.stringify({ id: 'urn:uuid:1', name: '}®{' }))
  const chunks = chunksOf(png)

  test('has one text chunk, uncompressed, before the pixels', () => {
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND'])
    const text = chunks[1]?.data.toString('latin1') ?? ''
    expect(text.startsWith('openbadgecredential\0\0\0\0\0{"id"')).toBe(true)
    expect(JSON.parse(text.slice(text.indexOf('{')))).toEqual({ id: 'urn:uuid:1', name: '}®{' })
  })

  test('is a square of RGBA pixels as long as its header says', () => {
    const header = chunks[0]?.data ?? Buffer.alloc(13)
    expect([header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]]).toEqual([512, 512, 8, 6])
    expect(inflateSync(chunks[2]?.data ?? Buffer.alloc(0))).toHaveLength(512 * (512 * 4 + 1))
  })

  test('takes a token as it is', () => {
    const [, text] = chunksOf(images.png(award, 'aaa.bbb.ccc'))
    expect(text?.data.toString('latin1')).toBe('openbadgecredential\0\0\0\0\0aaa.bbb.ccc')
  })

  test('is painted once for an achievement, and another for another', () => {
    const other = { ...award, achievement: { ...award.achievement, examCode: 'TST-C02' } }
    const pixelsOf = (file: Uint8Array) => chunksOf(file)[2]?.data
    expect(pixelsOf(images.png(award, '{}'))).toEqual(chunks[2]?.data)
    expect(pixelsOf(images.png(other, '{}'))).not.toEqual(chunks[2]?.data)
  })
})

describe('a baked SVG', () => {
  test('carries the credential first, as the first text of its element', () => {
    const svg = images.svg(award, JSON.stringify({ id: 'x', text: ']]> <b> é' }))
    expect(svg).toMatch(
      /^<svg [^>]*xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"[^>]*><openbadges:credential><!\[CDATA\[\{/,
    )
    const [, text = ''] = /<!\[CDATA\[(.*?)\]\]>/.exec(svg) ?? []
    expect(JSON.parse(text)).toEqual({ id: 'x', text: ']]> <b> é' })
  })

  test('carries a token as an attribute', () => {
    expect(images.svg(award, 'aaa.bbb.ccc')).toContain('<openbadges:credential verify="aaa.bbb.ccc"/>')
  })

  test('holds no script, no style sheet and nothing from elsewhere', () => {
    const svg = images.svg(award, '{}').replace(/xmlns(:\w+)?="[^"]*"/g, '')
    expect(svg).not.toMatch(/<script|<style|<image|<foreignObject|href|http|on\w+=/i)
  })
})

describe('the painted badge', () => {
  const pixels = paintBadge(drawBadge(award.achievement))
  const at = (x: number, y: number): number[] => [
    ...pixels.subarray((y * 512 + x) * 4, (y * 512 + x) * 4 + 4),
  ]

  test('is transparent outside its ground and solid inside', () => {
    expect(at(0, 0)).toEqual([0, 0, 0, 0])
    expect(at(511, 511)).toEqual([0, 0, 0, 0])
    expect(at(60, 440)[3]).toBe(255)
  })

  test('has the colours of its stones where they lie', () => {
    expect(at(256, 310).slice(0, 3)).toEqual([0x85, 0x7d, 0x70])
    expect(at(265, 160).slice(0, 3)).toEqual([0x2f, 0x83, 0x77])
  })

  test('is smooth at its edges: some pixels are covered in part', () => {
    const part = pixels.filter((value, index) => index % 4 === 3 && value > 0 && value < 255)
    expect(part.length).toBeGreaterThan(500)
  })

  test('survives encoding pixel by pixel', () => {
    const { head, tail } = encodePng(pixels, 512)
    const [, , data] = chunksOf(bakePng({ head, tail }, '{}'))
    const rows = inflateSync(data?.data ?? Buffer.alloc(0))
    expect(rows.subarray(256 * 2049 + 1, 257 * 2049)).toEqual(
      Buffer.from(pixels.subarray(256 * 2048, 257 * 2048)),
    )
  })
})
