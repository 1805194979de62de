/** An address range: the bytes of its address (4 for IPv4, 16 for IPv6) and how many leading bits count. */
export type IpRange = { readonly bytes: readonly number[]; readonly prefix: number }

const decimalByte = /^(?:0|[1-9]\d{0,2})$/
const hexGroup = /^[0-9a-f]{1,4}$/i

function parseIpv4(text: string): number[] | null {
  const parts = text.split('.')
  const bytes = parts.map((part) => (decimalByte.test(part) ? Number(part) : 256))
  return bytes.length === 4 && bytes.every((byte) => byte <= 255) ? bytes : null
}

/** Groups of two bytes; the last may be a dotted IPv4 address. */
function groupBytes(text: string): number[] | null {
  if (text === '') return []
  const groups = text.split(':')
  const dotted = groups.at(-1)?.includes('.') ? parseIpv4(groups.pop() ?? '') : []
  if (dotted === null || !groups.every((group) => hexGroup.test(group))) return null
  const bytes = groups.flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
  return [...bytes, ...dotted]
}

function parseIpv6(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = [groupBytes(halves[0] ?? ''), groupBytes(halves[1] ?? '')]
  if (head === null || tail === null) return null
  const missing = 16 - head.length - tail.length
  if (halves.length === 1) return missing === 0 ? head : null
  return missing >= 2 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : null
}

/**
 * Reads an IPv4 or IPv6 address.
 *
 * @returns 4 or 16 bytes, or null when the text is no address
 * @see RFC 4291, section 2.2
 * @example parseIp('192.0.2.7') // [192, 0, 2, 7]
 */
export const parseIp = (text: string): number[] | null =>
  text.includes(':') ? parseIpv6(text) : parseIpv4(text)

/**
 * Reads a range in CIDR notation; an address alone is the range of itself.
 *
 * @returns the range, or null when the text is none
 * @see RFC 4632; IAM user guide, Condition operators (IP address condition operators)
 * @example parseIpRange('10.0.0.0/8') // { bytes: [10, 0, 0, 0], prefix: 8 }
 */
export function parseIpRange(text: string): IpRange | null {
  const [address = '', length, ...rest] = text.split('/')
  const bytes = parseIp(address)
  if (bytes === null || rest.length > 0) return null
  const bits = bytes.length * 8
  if (length === undefined) return { bytes, prefix: bits }
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Number.POSITIVE_INFINITY
  return prefix <= bits ? { bytes, prefix } : null
}

/**
 * True when the address lies in the range; addresses of the other family never do.
 *
 * @param address bytes as `parseIp` gives them
 * @example inRange({ bytes: [0, 0, 0, 0], prefix: 0 }, [8, 8, 8, 8]) // true
 */
export function inRange({ bytes, prefix }: IpRange, address: readonly number[]): boolean {
  if (bytes.length !== address.length) return false
  return bytes.every((byte, place) => {
    const counting = Math.min(8, Math.max(0, prefix - place * 8))
    const mask = (0xff << (8 - counting)) & 0xff
    return (byte & mask) === ((address[place] ?? 0) & mask)
  })
}
