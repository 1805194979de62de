import { padMessage } from './padding.ts'

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

function mix(step: number, b: number, c: number, d: number): number {
  if (step < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (step < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (step < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

function schedule(block: DataView, at: number): number[] {
  const words = Array.from({ length: 16 }, (_, place) => block.getInt32(at + 4 * place))
  for (let place = 16; place < 80; place++) {
    const [a, b, c, d] = [3, 8, 14, 16].map((back) => words[place - back] ?? 0) as [
      number,
      number,
      number,
      number,
    ]
    words.push(rotate(a ^ b ^ c ^ d, 1))
  }
  return words
}

/**
 * The SHA-1 digest of a message, in hexadecimal. Not for security: Step Functions offers it, so the model has it.
 *
 * @see FIPS 180-4, section 6.1
 * @example sha1(utf8('abc')) // 'a9993e364706816aba3e25717850c26c9cd0d89d'
 */
export function sha1(message: Uint8Array): string {
  const padded = padMessage(message, { blockBytes: 64, lengthBytes: 8, littleEndian: false })
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (let at = 0; at < padded.byteLength; at += 64) {
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
    schedule(padded, at).forEach((word, step) => {
      const next = (rotate(a, 5) + mix(step, b, c, d) + e + word) | 0
      ;[e, d, c, b, a] = [d, c, rotate(b, 30), a, next]
    })
    ;[a, b, c, d, e].forEach((word, place) => {
      state[place] = ((state[place] ?? 0) + word) | 0
    })
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
