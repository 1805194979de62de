import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashAlgorithms, hashText } from './hash.ts'
import { hex, padMessage, utf8 } from './padding.ts'

const nodeName = (algorithm: string): string => algorithm.toLowerCase().replace('-', '')
const expected = (text: string, algorithm: string): string =>
  createHash(nodeName(algorithm)).update(text).digest('hex')

describe.each(hashAlgorithms)('%s', (algorithm) => {
  test('agrees with another implementation around the edges of blocks', () => {
    const lengths = [0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 127, 128, 129, 1000]
    const texts = lengths.map((length) => 'x'.repeat(length))
    expect(texts.map((text) => hashText(text, algorithm))).toEqual(
      texts.map((text) => expected(text, algorithm)),
    )
  })

  test('agrees on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const whole = text.toWellFormed()
        expect(hashText(whole, algorithm)).toBe(expected(whole, algorithm))
      }),
      { numRuns: 40 },
    )
  })
})

test('the published digests of "abc" come out', () => {
  expect(hashText('abc', 'MD5')).toBe('900150983cd24fb0d6963f7d28e17f72')
  expect(hashText('abc', 'SHA-1')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d')
  expect(hashText('abc', 'SHA-256')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('other algorithms are not offered', () => {
  expect(['SHA-224', 'md5', 'SHA256', ''].map((name) => hashText('a', name))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

describe('padding', () => {
  test('fills whole blocks, with the length in bits at the end', () => {
    const block = padMessage(utf8('abc'), { blockBytes: 64, lengthBytes: 8, littleEndian: false })
    expect(block.byteLength).toBe(64)
    expect(block.getUint8(3)).toBe(0x80)
    expect(block.getBigUint64(56)).toBe(24n)
    const long = padMessage(new Uint8Array(56), { blockBytes: 64, lengthBytes: 8, littleEndian: true })
    expect(long.byteLength).toBe(128)
    expect(long.getBigUint64(120, true)).toBe(448n)
  })

  test('bytes are written with two digits each', () => {
    expect(hex([0, 10, 255])).toBe('000aff')
    expect([...utf8('é€')]).toEqual([195, 169, 226, 130, 172])
  })
})
