import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AclRule } from './network.ts'
import { judgeAcl } from './network-acl.ts'
import { address, block, packet } from './packet.fixture.ts'
import { everyPort, type PortRange } from './port-range.ts'

const rule = (
  number: number,
  action: AclRule['action'],
  ports: PortRange = everyPort,
  cidr = '0.0.0.0/0',
): AclRule => ({ number, action, traffic: { protocol: 'tcp', ports, icmpType: null }, block: block(cidr) })

const peer = address('198.51.100.7')
const judge = (rules: readonly AclRule[], ports: PortRange = [443, 443]) =>
  judgeAcl(rules, packet({ destinationPorts: ports }), peer)

const aRange: fc.Arbitrary<PortRange> = fc
  .tuple(fc.nat(9), fc.nat(9))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)

const rules: fc.Arbitrary<readonly AclRule[]> = fc
  .array(fc.tuple(fc.constantFrom('allow', 'deny'), aRange, fc.constantFrom('0.0.0.0/0', '10.0.0.0/8')), {
    maxLength: 6,
  })
  .map((list) => list.map(([action, ports, cidr], index) => rule(100 * (index + 1), action, ports, cidr)))

/** The service's own words, port by port: the lowest rule that matches decides. */
const portPasses = (list: readonly AclRule[], port: number): boolean =>
  list.find(
    ({ traffic, block: { prefix } }) => prefix === 0 && traffic.ports[0] <= port && port <= traffic.ports[1],
  )?.action === 'allow'

describe('a network ACL', () => {
  test('denies what no rule matches', () => {
    expect(judge([])).toEqual({ allowed: false, rules: [], ports: [[443, 443]] })
    expect(judge([rule(100, 'allow', [80, 80])]).allowed).toBe(false)
    expect(judge([rule(100, 'allow', everyPort, '10.0.0.0/8')]).allowed).toBe(false)
  })

  test('stops at the lowest number that matches', () => {
    expect(judge([rule(90, 'deny'), rule(100, 'allow')])).toMatchObject({ allowed: false, rules: [90] })
    expect(judge([rule(90, 'allow'), rule(100, 'deny')])).toMatchObject({ allowed: true, rules: [90] })
    expect(judge([rule(90, 'deny', [80, 80]), rule(100, 'allow')])).toMatchObject({ allowed: true })
  })

  test('passes a range of ports only when every port of it passes', () => {
    const clients: PortRange = [1024, 65535]
    expect(judge([rule(100, 'allow', [32768, 65535])], clients)).toEqual({
      allowed: false,
      rules: [],
      ports: [[1024, 32767]],
    })
    expect(judge([rule(100, 'allow', [1024, 32767]), rule(110, 'allow', [32768, 65535])], clients)).toEqual({
      allowed: true,
      rules: [100, 110],
      ports: [],
    })
    expect(judge([rule(90, 'deny', [3389, 3389]), rule(100, 'allow')], clients)).toEqual({
      allowed: false,
      rules: [90],
      ports: [[3389, 3389]],
    })
  })

  test('tells protocols and ICMP types apart', () => {
    const echo: AclRule = {
      ...rule(100, 'allow'),
      traffic: { protocol: 'icmp', ports: everyPort, icmpType: 8 },
    }
    const icmp = (icmpType: number) =>
      judgeAcl([echo], packet({ protocol: 'icmp', icmpType, destinationPorts: [0, 0] }), peer).allowed
    expect([icmp(8), icmp(0), judge([echo]).allowed]).toEqual([true, false, false])
    const all: AclRule = { ...echo, traffic: { protocol: 'all', ports: everyPort, icmpType: null } }
    expect(judgeAcl([all], packet({ protocol: 'udp' }), peer).allowed).toBe(true)
  })

  test('does not match addresses of the other family', () => {
    const six = judgeAcl([rule(100, 'allow')], packet(), address('2001:db8::1'))
    expect(six.allowed).toBe(false)
  })

  test('decides each port as the lowest matching rule does', () => {
    fc.assert(
      fc.property(rules, aRange, (list, ports) => {
        const each = Array.from({ length: ports[1] - ports[0] + 1 }, (_, index) => ports[0] + index)
        expect(judge(list, ports).allowed).toBe(each.every((port) => portPasses(list, port)))
      }),
    )
  })

  test('is not changed by a rule behind one that decided', () => {
    fc.assert(
      fc.property(rules, fc.nat(9), fc.constantFrom('allow', 'deny'), (list, port, action) => {
        const before = judge(list, [port, port])
        fc.pre(before.rules.length > 0)
        const after = judge([...list, rule(9999, action)], [port, port])
        expect(after).toEqual(before)
      }),
    )
  })

  test('never says less for an allow that is added first', () => {
    fc.assert(
      fc.property(rules, aRange, aRange, (list, ports, added) => {
        const before = judge(list, ports).allowed
        const after = judge([rule(1, 'allow', added), ...list], ports).allowed
        expect(after || !before).toBe(true)
      }),
    )
  })
})
