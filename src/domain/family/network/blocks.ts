import { type Cidr, formatAddress, parseAddress, parseCidr } from '../../cloud/network/cidr.ts'

/** The block of a text that a family wrote itself. @throws RangeError for a text that is no block @example blockOf('10.0.0.0/8').prefix // 8 */
export function blockOf(text: string): Cidr {
  const block = parseCidr(text)
  if (!block.ok) throw new RangeError(block.error.reason)
  return block.value
}

/** The IPv4 block of a number and a prefix. @example textOfBlock(167772160, 8) // '10.0.0.0/8' */
export const textOfBlock = (first: number, prefix: number): string => `${textOfAddress(first)}/${prefix}`

/** An IPv4 address of a number. @example textOfAddress(167772161) // '10.0.0.1' */
export const textOfAddress = (value: number): string => formatAddress({ family: 4, value: BigInt(value) })

/** An IPv4 address as a number. @throws RangeError for another text @example numberOfAddress('10.0.0.1') // 167772161 */
export function numberOfAddress(text: string): number {
  const address = parseAddress(text)
  if (address === null || address.family !== 4) throw new RangeError(`${text} is no IPv4 address.`)
  return Number(address.value)
}

/** The block of a prefix around an address, as text. @example around(167772161, 8) // '10.0.0.0/8' */
export function around(address: number, prefix: number): string {
  const size = 2 ** (32 - prefix)
  return textOfBlock(Math.floor(address / size) * size, prefix)
}
