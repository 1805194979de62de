import { parseIp } from '../iam/ip-range.ts'
import type { Json } from '../json.ts'
import type { ReportFault, ValueTest } from './types.ts'

const never: ValueTest = () => false

/** The service reads IPv6 in groups of hexadecimal digits only, never with an IPv4 address at its end. */
const bytesOf = (text: string): readonly number[] | null =>
  text.includes(':') && text.includes('.') ? null : parseIp(text)

function sharePrefix(left: readonly number[], right: readonly number[], bits: number): boolean {
  return left.every((byte, place) => {
    const used = Math.min(8, Math.max(0, bits - 8 * place))
    return byte >> (8 - used) === (right[place] ?? 0) >> (8 - used)
  })
}

/**
 * Compiles the operand of `cidr`: an address, a slash, and the number of leading bits that count, fewer than the address has.
 *
 * @param report takes the fault when the operand is refused; the test then never holds
 * @see Amazon EventBridge user guide, Comparison operators (IP address matching)
 * @example compileCidr('10.0.0.0/24', () => {})('10.0.0.255') // true
 */
export function compileCidr(operand: Json | undefined, report: ReportFault): ValueTest {
  const refuse = (text: string): ValueTest => {
    report(text)
    return never
  }
  if (typeof operand !== 'string') return refuse('takes a text such as "10.0.0.0/24"')
  const [address = '', length = '', ...rest] = operand.split('/')
  if (length === '' || rest.length > 0) return refuse(`"${operand}" needs one slash, as in "10.0.0.0/24"`)
  const range = bytesOf(address)
  if (range === null) return refuse(`"${address}" is no IP address`)
  if (!/^\d+$/.test(length)) return refuse(`"${length}" is no number of bits`)
  const bits = Number(length)
  if (bits >= range.length * 8) return refuse(`the number of bits must be below ${range.length * 8}`)
  return (value) => {
    const own = typeof value === 'string' ? bytesOf(value) : null
    return own !== null && own.length === range.length && sharePrefix(own, range, bits)
  }
}
