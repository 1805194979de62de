import { once } from '../../../kernel/once.ts'
import { padMessage } from './padding.ts'

/** What tells the members of the family apart; word sizes in bits, rotations and shifts in the order of the standard. */
type Variant = {
  readonly bits: 32n | 64n
  readonly rounds: number
  readonly sums: readonly [readonly bigint[], readonly bigint[]]
  readonly sigmas: readonly [readonly bigint[], readonly bigint[]]
  readonly constants: () => readonly bigint[]
}

function firstPrimes(count: number): bigint[] {
  const primes: bigint[] = []
  for (let candidate = 2n; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate)
  return primes
}

/** The largest whole number whose power does not exceed a value, by bisection. */
function wholeRoot(value: bigint, power: bigint): bigint {
  let [low, high] = [0n, value + 1n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** power <= value) low = middle
    else high = middle
  }
  return low
}

/** The first bits of the fractional part of a prime's root: where the standard takes its constants from. */
const rootBits = (prime: bigint, power: bigint, bits: bigint): bigint =>
  BigInt.asUintN(Number(bits), wholeRoot(prime << (power * bits), power))

const cubeRoots = (count: number, bits: bigint): (() => readonly bigint[]) =>
  once(() => firstPrimes(count).map((prime) => rootBits(prime, 3n, bits)))

const narrow: Variant = {
  bits: 32n,
  rounds: 64,
  sums: [
    [2n, 13n, 22n],
    [6n, 11n, 25n],
  ],
  sigmas: [
    [7n, 18n, 3n],
    [17n, 19n, 10n],
  ],
  constants: cubeRoots(64, 32n),
}

const wide: Variant = {
  bits: 64n,
  rounds: 80,
  sums: [
    [28n, 34n, 39n],
    [14n, 18n, 41n],
  ],
  sigmas: [
    [1n, 8n, 7n],
    [19n, 61n, 6n],
  ],
  constants: cubeRoots(80, 64n),
}

type Cut = (value: bigint) => bigint

const cutTo =
  (bits: bigint): Cut =>
  (value) =>
    BigInt.asUintN(Number(bits), value)

/** Rotates a word by each amount and joins the results; the last one only shifts when asked to. */
function scramble(word: bigint, amounts: readonly bigint[], { bits }: Variant, lastShifts: boolean): bigint {
  return amounts.reduce((joined, by, place) => {
    const shifts = lastShifts && place === amounts.length - 1
    return joined ^ (shifts ? word >> by : cutTo(bits)((word >> by) | (word << (bits - by))))
  }, 0n)
}

/** The words of one block, followed by those that the standard derives from them. */
function schedule(words: bigint[], variant: Variant): bigint[] {
  const cut = cutTo(variant.bits)
  for (let place = 16; place < variant.rounds; place++) {
    const [w2 = 0n, w7 = 0n, w15 = 0n, w16 = 0n] = [2, 7, 15, 16].map((back) => words[place - back] ?? 0n)
    const [near, far] = variant.sigmas
    words.push(cut(scramble(w2, far, variant, true) + w7 + scramble(w15, near, variant, true) + w16))
  }
  return words
}

function compress(state: readonly bigint[], words: readonly bigint[], variant: Variant): bigint[] {
  const cut = cutTo(variant.bits)
  const constants = variant.constants()
  const after = words.reduce<readonly bigint[]>(
    ([a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n], word, step) => {
      const choice = (e & f) ^ (~e & g)
      const first = h + scramble(e, variant.sums[1], variant, false) + choice + (constants[step] ?? 0n) + word
      const second = scramble(a, variant.sums[0], variant, false) + ((a & b) ^ (a & c) ^ (b & c))
      return [cut(first + second), a, b, c, cut(d + first), e, f, g]
    },
    state,
  )
  return state.map((word, place) => cut(word + (after[place] ?? 0n)))
}

function digest(message: Uint8Array, variant: Variant, start: readonly bigint[]): string {
  const wordBytes = Number(variant.bits) / 8
  const block = padMessage(message, {
    blockBytes: 16 * wordBytes,
    lengthBytes: 2 * wordBytes,
    littleEndian: false,
  })
  const read = (at: number): bigint =>
    variant.bits === 32n ? BigInt(block.getUint32(at)) : block.getBigUint64(at)
  let state = start
  for (let at = 0; at < block.byteLength; at += 16 * wordBytes) {
    const words = Array.from({ length: 16 }, (_, place) => read(at + wordBytes * place))
    state = compress(state, schedule(words, variant), variant)
  }
  return state.map((word) => word.toString(16).padStart(2 * wordBytes, '0')).join('')
}

const squareRoots = (primes: readonly bigint[], bits: bigint): bigint[] =>
  primes.map((prime) => rootBits(prime, 2n, bits))

/**
 * The SHA-256 digest of a message, in hexadecimal.
 * @see FIPS 180-4, section 6.2
 * @example sha256(utf8('abc')).slice(0, 8) // 'ba7816bf'
 */
export const sha256 = (message: Uint8Array): string =>
  digest(message, narrow, squareRoots(firstPrimes(8), 32n))

/**
 * The SHA-384 digest of a message, in hexadecimal.
 * @see FIPS 180-4, section 6.5
 * @example sha384(utf8('abc')).slice(0, 8) // 'cb00753f'
 */
export const sha384 = (message: Uint8Array): string =>
  digest(message, wide, squareRoots(firstPrimes(16).slice(8), 64n)).slice(0, 96)

/**
 * The SHA-512 digest of a message, in hexadecimal.
 * @see FIPS 180-4, section 6.4
 * @example sha512(utf8('abc')).slice(0, 8) // 'ddaf35a1'
 */
export const sha512 = (message: Uint8Array): string => digest(message, wide, squareRoots(firstPrimes(8), 64n))
