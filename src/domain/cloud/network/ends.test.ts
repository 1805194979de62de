import { describe, expect, test } from 'vitest'
import { formatAddress } from './cidr.ts'
import { addressesOfSource, findDestination, findSource } from './ends.ts'
import { networkOf, tcp, twoTiers } from './topology.fixture.ts'
import type { ReachQuestion, Topology } from './types.ts'

const topology: Topology = {
  ...twoTiers,
  networks: [
    { id: 'office', cidrs: ['192.168.0.0/16'] },
    { id: 'plant', cidrs: ['192.168.7.0/24'] },
  ],
  services: [{ id: 's3', cidrs: ['52.219.170.0/23', '2600:1fa0::/40'] }],
  endpoints: [
    {
      id: 'vpce',
      kind: 'interface',
      vpc: 'shop',
      service: 'kms',
      interfaces: [{ subnet: 'private', address: '10.0.1.50' }],
    },
  ],
}
const network = networkOf(topology)

const sourceOf = (from: string) => {
  const source = findSource(network, tcp(from, 'db', 1))
  return source.ok ? source.value : source.error
}

function destinationOf(question: ReachQuestion): string {
  const source = findSource(network, question)
  if (!source.ok) return source.error.reason
  const found = findDestination(network, question, source.value)
  if (!found.ok) return found.error.reason
  return found.value === null ? 'none' : `${formatAddress(found.value.address)} of ${found.value.expected}`
}

describe('who asks', () => {
  test('is an instance, a host outside, or one on premises in the narrowest network', () => {
    expect(sourceOf('web')).toMatchObject({ kind: 'instance', interface: { owner: 'web' } })
    expect(sourceOf('198.51.100.7')).toMatchObject({ kind: 'internet' })
    expect(sourceOf('192.168.1.1')).toMatchObject({ kind: 'on-premises', network: 'office' })
    expect(sourceOf('192.168.7.1')).toMatchObject({ kind: 'on-premises', network: 'plant' })
  })

  test('is no part of a VPC by its address, and no endpoint', () => {
    expect(sourceOf('10.0.1.99')).toMatchObject({ code: 'reach-question-invalid', at: 'from' })
    expect(sourceOf('2001:db8:1::20')).toMatchObject({
      at: 'from',
      reason: expect.stringContaining('name the instance'),
    })
    expect(sourceOf('vpce')).toMatchObject({ at: 'from' })
  })

  test('sends from each address that it has', () => {
    const source = findSource(network, tcp('web', 'db', 1))
    expect(source.ok ? addressesOfSource(source.value).map(formatAddress) : []).toEqual([
      '10.0.0.20',
      '2001:db8:1::20',
    ])
  })
})

describe('who is asked', () => {
  test('is met at a private address from inside, and at a public one from outside', () => {
    expect(destinationOf(tcp('db', 'web', 443))).toBe('10.0.0.20 of web')
    expect(destinationOf(tcp('192.168.1.1', 'web', 443))).toBe('10.0.0.20 of web')
    expect(destinationOf(tcp('198.51.100.7', 'web', 443))).toBe('203.0.113.20 of web')
    expect(destinationOf(tcp('2001:db8:ffff::1', 'web', 443))).toBe('2001:db8:1::20 of web')
    expect(destinationOf(tcp('198.51.100.7', 'db', 443))).toBe('none')
  })

  test('is an address as it is, whoever has it', () => {
    expect(destinationOf(tcp('web', '10.0.1.20', 443))).toBe('10.0.1.20 of null')
  })

  test('is a service at its endpoint, or at the first of its public addresses', () => {
    expect(destinationOf(tcp('web', 'kms', 443))).toBe('10.0.1.50 of vpce')
    expect(destinationOf(tcp('web', 's3', 443))).toBe('52.219.170.0 of s3')
    expect(destinationOf({ ...tcp('web', 's3', 443), family: 'ipv6' })).toBe('2600:1fa0:: of s3')
    expect(destinationOf(tcp('198.51.100.7', 'kms', 443))).toContain('"kms" is no instance')
  })

  test('must have an address of a family that the asker has', () => {
    expect(destinationOf({ ...tcp('web', 'vpce', 443), family: 'ipv6' })).toBe(
      'web and vpce have no address of one family ipv6',
    )
  })
})
