import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonPorts, everyPort, formatPorts, meets, type PortRange, withoutPorts } from './port-range.ts'

const aRange: fc.Arbitrary<PortRange> = fc
  .tuple(fc.nat(20), fc.nat(20))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)

const portsOf = ([first, last]: PortRange): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('ranges of ports', () => {
  test('meet and share as their ports say', () => {
    fc.assert(
      fc.property(aRange, aRange, (left, right) => {
        const shared = portsOf(left).filter((port) => portsOf(right).includes(port))
        expect(meets(left, right)).toBe(shared.length > 0)
        if (shared.length > 0) expect(portsOf(commonPorts(left, right))).toEqual(shared)
      }),
    )
  })

  test('lose exactly the ports that are taken out', () => {
    fc.assert(
      fc.property(aRange, aRange, aRange, (one, first, second) => {
        const left = withoutPorts(withoutPorts([one], first), second)
        const gone = new Set([...portsOf(first), ...portsOf(second)])
        expect(left.flatMap(portsOf)).toEqual(portsOf(one).filter((port) => !gone.has(port)))
      }),
    )
  })

  test('are written short', () => {
    expect([formatPorts([443, 443]), formatPorts(everyPort)]).toEqual(['443', '0-65535'])
  })
})
