import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Group, GroupRule } from './network.ts'
import { address, block, packet } from './packet.fixture.ts'
import { everyPort } from './port-range.ts'
import { judgeGroups } from './security-group.ts'

const from = (cidr: string, port: number | null = null, protocol: GroupRule['traffic']['protocol'] = 'tcp') =>
  ({
    traffic: { protocol, ports: port === null ? everyPort : [port, port], icmpType: null },
    peer: { kind: 'blocks', blocks: [block(cidr)] },
    label: `inbound ${protocol} ${port} from ${cidr}`,
  }) as const satisfies GroupRule

const member = (id: string): GroupRule => ({
  traffic: { protocol: 'all', ports: everyPort, icmpType: null },
  peer: { kind: 'group', id },
  label: `inbound all from ${id}`,
})

const group = (id: string, ...inbound: readonly GroupRule[]): Group => ({ id, inbound, outbound: [] })

const judge = (groups: readonly Group[], members: readonly string[] = []) =>
  judgeGroups(groups, packet(), {
    direction: 'inbound',
    peer: address('198.51.100.7'),
    isMember: (id) => members.includes(id),
  })

const rules = fc.array(
  fc.constantFrom(
    from('0.0.0.0/0', 443),
    from('10.0.0.0/8'),
    from('198.51.100.0/24', 80),
    member('sg-a'),
    from('0.0.0.0/0', 443, 'udp'),
  ),
  { maxLength: 5 },
)

describe('security groups', () => {
  test('let nothing through without a rule', () => {
    expect(judge([])).toBeNull()
    expect(judge([group('a')])).toBeNull()
    expect(
      judge([group('a', from('0.0.0.0/0', 80), from('10.0.0.0/8', 443), from('0.0.0.0/0', 443, 'udp'))]),
    ).toBeNull()
  })

  test('name the rule of the first group that permits', () => {
    expect(judge([group('a', from('10.0.0.0/8')), group('b', from('198.51.100.0/24', 443))])).toEqual({
      group: 'b',
      rule: 'inbound tcp 443 from 198.51.100.0/24',
    })
  })

  test('know members of other groups, and nobody else by a group', () => {
    expect(judge([group('a', member('sg-web'))], ['sg-web'])?.group).toBe('a')
    expect(judge([group('a', member('sg-web'))], ['sg-app'])).toBeNull()
  })

  test('ask the rules of the direction in question', () => {
    const outward: Group = { id: 'a', inbound: [from('0.0.0.0/0')], outbound: [] }
    const check = { direction: 'outbound', peer: address('10.0.0.20'), isMember: () => false } as const
    expect(judgeGroups([outward], packet(), check)).toBeNull()
  })

  test('say the same in every order of rules and groups', () => {
    fc.assert(
      fc.property(rules, rules, (left, right) => {
        const forwards = judge([group('a', ...left), group('b', ...right)], ['sg-a'])
        const backwards = judge(
          [group('b', ...right.toReversed()), group('a', ...left.toReversed())],
          ['sg-a'],
        )
        expect(forwards === null).toBe(backwards === null)
      }),
    )
  })

  test('never let less through for one rule more', () => {
    fc.assert(
      fc.property(rules, rules, (some, more) => {
        const before = judge([group('a', ...some)], ['sg-a'])
        const after = judge([group('a', ...some, ...more)], ['sg-a'])
        expect(before !== null && after === null).toBe(false)
      }),
    )
  })
})
