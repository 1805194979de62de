import { describe, expect, test } from 'vitest'
import { address, packet } from './packet.fixture.ts'
import { answerTo, describeTraffic, destinationOf, sameAddress, sourceOf, speaksOf } from './packet.ts'
import { everyPort } from './port-range.ts'

describe('packets', () => {
  test('are told in words', () => {
    expect(describeTraffic(packet())).toBe('tcp 443')
    expect(describeTraffic(packet({ destinationPorts: [1024, 65535] }))).toBe('tcp 1024-65535')
    expect(describeTraffic(packet(), [1, 2])).toBe('tcp 1-2')
    expect(describeTraffic(packet({ protocol: 'icmp', icmpType: 8 }))).toBe('icmp type 8')
    expect([sourceOf(packet()), destinationOf(packet())]).toEqual(['198.51.100.7', '10.0.0.20'])
  })

  test('that answer turn addresses and ports round and keep what gateways remember', () => {
    const translations = [{ gateway: 'nat', source: address('10.0.1.20'), sourcePorts: everyPort }]
    const request = packet({ translations, egress: ['eigw'] })
    expect(answerTo(request, null)).toEqual({
      ...request,
      direction: 'reply',
      source: request.destination,
      sourcePorts: [443, 443],
      destination: request.source,
      destinationPorts: [1024, 65535],
    })
  })

  test('that answer a ping are echo replies, and other types stay', () => {
    const typeOf = (protocol: 'icmp' | 'icmpv6', icmpType: number) =>
      answerTo(packet({ protocol, icmpType }), null).icmpType
    expect([typeOf('icmp', 8), typeOf('icmpv6', 128), typeOf('icmp', 13)]).toEqual([0, 129, 13])
    expect(answerTo(packet(), null).icmpType).toBeNull()
  })

  test('are spoken of by rules of their protocol and type', () => {
    const ping = packet({ protocol: 'icmp', icmpType: 8 })
    const speaks = (protocol: 'all' | 'icmp' | 'tcp', icmpType: number | null) =>
      speaksOf({ protocol, ports: everyPort, icmpType }, ping)
    expect([speaks('all', null), speaks('icmp', null), speaks('icmp', 8)]).toEqual([true, true, true])
    expect([speaks('icmp', 0), speaks('tcp', null)]).toEqual([false, false])
  })

  test('have addresses that are the same in value and family', () => {
    expect(sameAddress(address('10.0.0.1'), address('10.0.0.1'))).toBe(true)
    expect(sameAddress(address('0.0.0.1'), address('::1'))).toBe(false)
  })
})
