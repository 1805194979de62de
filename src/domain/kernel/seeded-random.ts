/** A source of reproducible numbers: the same seed gives the same sequence on every machine. */
export type SeededRandom = {
  /** Next number, uniform in [0, 1), 32 bits. */
  readonly next: () => number
  /** Next whole number, uniform in [0, bound). */
  readonly integer: (bound: number) => number
}

/** FNV-1a over UTF-16 units, 32 bits. Source: Fowler, Noll, Vo. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/**
 * Makes a generator from a seed text (sfc32, seeded through four FNV-1a hashes).
 *
 * @param seed any text; equal texts give equal sequences
 * @see Doty-Humphrey, PractRand (sfc32)
 * @example seededRandom('a').next() === seededRandom('a').next() // true
 */
export function seededRandom(seed: string): SeededRandom {
  // The mark stands first: after a common seed the three hashes would differ by a constant only.
  let a = hash32(`\u0001${seed}`)
  let b = hash32(`\u0002${seed}`)
  let c = hash32(`\u0003${seed}`)
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next()
  return { next, integer: (bound) => Math.floor(next() * bound) }
}

/** A shuffled copy (Fisher-Yates). @example shuffle([1], seededRandom('x')) // [1] */
export function shuffle<T>(values: readonly T[], random: SeededRandom): T[] {
  const copy = [...values]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = random.integer(last + 1)
    const held = copy[last]!
    copy[last] = copy[other]!
    copy[other] = held
  }
  return copy
}
