import { blockAround, formatCidr, parseAddress } from '../network/cidr.ts'

/**
 * The first `count` blocks with `bits` host bits inside an IPv4 or IPv6 block, or null when they do not fit or the block is
 * none.
 *
 * @see AWS CloudFormation user guide, Fn::Cidr
 * @example cidrBlocks('192.168.0.0/24', 2, 5) // ['192.168.0.0/27', '192.168.0.32/27']
 */
export function cidrBlocks(block: string, count: number, bits: number): readonly string[] | null {
  const [text = '', length = ''] = block.split('/')
  const address = parseAddress(text)
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Number.POSITIVE_INFINITY
  if (address === null || prefix > (address.family === 4 ? 32 : 128)) return null
  const hostBits = (address.family === 4 ? 32 : 128) - prefix
  const fits = bits >= 1 && bits <= hostBits && BigInt(count) << BigInt(bits) <= 1n << BigInt(hostBits)
  if (!fits || count < 1 || count > 256) return null
  const { family, first } = blockAround(address, prefix)
  return Array.from({ length: count }, (_, index) =>
    formatCidr({
      family,
      first: first + (BigInt(index) << BigInt(bits)),
      prefix: prefix + hostBits - bits,
    }),
  )
}
