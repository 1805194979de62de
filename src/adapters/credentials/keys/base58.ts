const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const digitOf = new Map([...alphabet].map((letter, digit) => [letter, digit]))

/** Longest text that is decoded: the work grows with its square. A key or a signature has fewer than 200 letters. */
const longest = 512

/** Rewrites a number in another base: digits come highest first and leave lowest first. */
function convert(digits: Iterable<number>, from: number, to: number): number[] {
  const out: number[] = []
  for (let carry of digits) {
    for (let at = 0; at < out.length; at += 1) {
      carry += (out[at] as number) * from
      out[at] = carry % to
      carry = Math.floor(carry / to)
    }
    while (carry > 0) {
      out.push(carry % to)
      carry = Math.floor(carry / to)
    }
  }
  return out
}

function leading<T>(values: ArrayLike<T>, zero: T): number {
  let count = 0
  while (count < values.length && values[count] === zero) count += 1
  return count
}

/** Writes bytes in base 58 with Bitcoin's alphabet. */
export function encodeBase58(bytes: Uint8Array): string {
  const digits = convert(bytes, 256, 58)
  const letters = digits.reverse().map((digit) => alphabet[digit])
  return alphabet[0]?.repeat(leading(bytes, 0)) + letters.join('')
}

/** Reads base 58 text; null where a letter is not of the alphabet or the text is too long. */
export function decodeBase58(text: string): Uint8Array | null {
  if (text.length > longest) return null
  const digits: number[] = []
  for (const letter of text) {
    const digit = digitOf.get(letter)
    if (digit === undefined) return null
    digits.push(digit)
  }
  const bytes = convert(digits, 58, 256)
  return Uint8Array.from([...new Array<number>(leading(text, '1')).fill(0), ...bytes.reverse()])
}

/** Reads multibase text: base 58 (`z`) or base64url without padding (`u`); null for anything else. */
export function decodeMultibase(text: string): Uint8Array | null {
  if (text.startsWith('z')) return decodeBase58(text.slice(1))
  if (text.startsWith('u') && /^[\w-]*$/.test(text)) return Buffer.from(text.slice(1), 'base64url')
  return null
}
