import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inRange, parseIp, parseIpRange } from './ip-range.ts'

const holds = (range: string, address: string): boolean => {
  const [parsed, ip] = [parseIpRange(range), parseIp(address)]
  if (parsed === null || ip === null) throw new Error(`${range} or ${address} does not parse`)
  return inRange(parsed, ip)
}

describe('parseIp', () => {
  test('reads IPv4 and every way of writing IPv6', () => {
    expect(parseIp('192.0.2.7')).toEqual([192, 0, 2, 7])
    const loopback = [...new Array<number>(15).fill(0), 1]
    expect(parseIp('::1')).toEqual(loopback)
    expect(parseIp('0:0:0:0:0:0:0:1')).toEqual(loopback)
    expect(parseIp('2001:DB8::')).toEqual([32, 1, 13, 184, ...new Array<number>(12).fill(0)])
    expect(parseIp('::ffff:192.0.2.7')?.slice(10)).toEqual([255, 255, 192, 0, 2, 7])
    expect(parseIp('1:2:3:4:5:6:7::')?.slice(12)).toEqual([0, 7, 0, 0])
  })

  test('refuses what is no address', () => {
    const wrong = [
      '',
      '192.0.2',
      '192.0.2.256',
      '192.0.2.07',
      '192.0.2.7.1',
      'a.b.c.d',
      ':',
      ':::',
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7:8::',
      '12345::',
      'g::',
      '::1.2.3',
      '::1.2.3.4:5',
    ]
    expect(wrong.filter((text) => parseIp(text) !== null)).toEqual([])
  })
})

describe('parseIpRange', () => {
  test('an address alone is the range of itself', () => {
    expect(parseIpRange('192.0.2.7')?.prefix).toBe(32)
    expect(parseIpRange('2001:db8::1')?.prefix).toBe(128)
  })

  test('refuses prefixes that the family does not have', () => {
    for (const text of [
      '10.0.0.0/33',
      '::/129',
      '10.0.0.0/',
      '10.0.0.0/-1',
      '10.0.0.0/8/8',
      '10.0.0.0/x',
      '*',
    ])
      expect(parseIpRange(text)).toBe(null)
  })
})

describe('inRange', () => {
  test('0.0.0.0/0 holds every IPv4 address and ::/0 every IPv6 address', () => {
    expect(holds('0.0.0.0/0', '8.8.8.8')).toBe(true)
    expect(holds('0.0.0.0/0', '255.255.255.255')).toBe(true)
    expect(holds('::/0', '2001:db8::1')).toBe(true)
    expect(holds('::/0', '8.8.8.8')).toBe(false)
    expect(holds('0.0.0.0/0', '::1')).toBe(false)
  })

  test('counts the leading bits only, whatever bits the range sets behind them', () => {
    expect(holds('203.0.113.0/24', '203.0.113.255')).toBe(true)
    expect(holds('203.0.113.0/24', '203.0.114.0')).toBe(false)
    expect(holds('10.1.2.3/8', '10.9.9.9')).toBe(true)
    expect(holds('192.0.2.128/25', '192.0.2.127')).toBe(false)
    expect(holds('2001:DB8:1234:5678::/64', '2001:db8:1234:5678::1')).toBe(true)
    expect(holds('2001:DB8:1234:5678::/64', '2001:db8:1234:5679::1')).toBe(false)
    expect(holds('128.0.0.0/1', '200.0.0.0')).toBe(true)
  })

  test('agrees with the block list of Node on random ranges of both families', () => {
    const near = (address: string, flipped: number, bits: readonly number[]): string => {
      const bytes = [...(parseIp(address) ?? [])]
      for (const bit of bits) bytes[Math.floor(bit / 8) % bytes.length]! ^= 1 << ((bit + flipped) % 8)
      if (bytes.length === 4) return bytes.join('.')
      const groups = Array.from(
        { length: 8 },
        (_, at) => ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0),
      )
      return groups.map((group) => group.toString(16)).join(':')
    }
    fc.assert(
      fc.property(
        fc.oneof(fc.ipV4(), fc.ipV6()),
        fc.nat(128),
        fc.nat(7),
        fc.array(fc.nat(127), { maxLength: 2 }),
        (address, length, flipped, bits) => {
          const family = address.includes(':') ? 'ipv6' : 'ipv4'
          const prefix = family === 'ipv4' ? length % 33 : length
          const list = new BlockList()
          list.addSubnet(address, prefix, family)
          const other = near(address, flipped, bits)
          expect(holds(`${address}/${prefix}`, other)).toBe(list.check(other, family))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
