import { hex, padMessage } from './padding.ts'

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const sines = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32))

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

type Words = [number, number, number, number]

/** The mixing function of a step's round, and which word of the block it takes. */
function mix(step: number, b: number, c: number, d: number): readonly [number, number] {
  if (step < 16) return [(b & c) | (~b & d), step]
  if (step < 32) return [(d & b) | (~d & c), (5 * step + 1) % 16]
  if (step < 48) return [b ^ c ^ d, (3 * step + 5) % 16]
  return [c ^ (b | ~d), (7 * step) % 16]
}

function digestBlock(state: Words, block: DataView, at: number): void {
  let [a, b, c, d] = state
  for (let step = 0; step < 64; step++) {
    const [mixed, word] = mix(step, b, c, d)
    const sum = (a + mixed + (sines[step] ?? 0) + block.getUint32(at + 4 * word, true)) | 0
    const shift = shifts[4 * (step >> 4) + (step % 4)] ?? 0
    ;[a, d, c, b] = [d, c, b, (b + rotate(sum, shift)) | 0]
  }
  ;[a, b, c, d].forEach((word, place) => {
    state[place] = ((state[place] ?? 0) + word) | 0
  })
}

/**
 * The MD5 digest of a message, in hexadecimal. Not for security: Step Functions offers it, so the model has it.
 *
 * @see RFC 1321
 * @example md5(utf8('abc')) // '900150983cd24fb0d6963f7d28e17f72'
 */
export function md5(message: Uint8Array): string {
  const padded = padMessage(message, { blockBytes: 64, lengthBytes: 8, littleEndian: true })
  const state: Words = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let at = 0; at < padded.byteLength; at += 64) digestBlock(state, padded, at)
  return hex(state.flatMap((word) => [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24]))
}
