import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseRoute, chooseTransitRoute } from './choose-route.ts'
import { formatCidr } from './cidr.ts'
import type { RouteEntry, RouteOrigin, TransitRoute } from './network.ts'
import { address, block } from './packet.fixture.ts'

const route = (destination: string, target: string, origin: RouteOrigin = 'static'): RouteEntry => ({
  destination: block(destination),
  target,
  origin,
})

const targetOf = (routes: readonly RouteEntry[], to: string) =>
  chooseRoute(routes, address(to))?.target ?? null

const local = route('10.0.0.0/16', 'local', 'local')

const someRoutes = fc.array(
  fc.constantFrom(
    local,
    route('0.0.0.0/0', 'igw'),
    route('172.16.0.0/12', 'tgw'),
    route('172.31.0.0/16', 'vgw', 'propagated'),
    route('172.31.0.0/16', 'pcx'),
    route('172.31.0.0/24', 'vgw', 'propagated'),
    route('172.31.0.0/16', 's3', 'prefix-list'),
    route('10.0.8.0/24', 'vgw', 'propagated'),
  ),
)

describe('the route of a VPC', () => {
  test('is the one with the longest prefix, wherever it stands', () => {
    const routes = [
      route('0.0.0.0/0', 'igw'),
      local,
      route('172.31.0.0/16', 'pcx'),
      route('172.31.4.0/24', 'tgw'),
    ]
    for (const list of [routes, routes.toReversed()]) {
      expect(['10.0.9.9', '172.31.4.1', '172.31.5.1', '8.8.8.8'].map((to) => targetOf(list, to))).toEqual([
        'local',
        'tgw',
        'pcx',
        'igw',
      ])
    }
  })

  test('is the longer one even when it is propagated and the other is static', () => {
    const routes = [route('172.31.0.0/16', 'igw'), route('172.31.0.0/24', 'vgw', 'propagated')]
    expect(targetOf(routes, '172.31.0.5')).toBe('vgw')
    expect(targetOf(routes, '172.31.1.5')).toBe('igw')
  })

  test('between equal destinations is static, then of a prefix list, then propagated', () => {
    const [written, listed, learned] = [
      route('172.31.0.0/24', 'igw'),
      route('172.31.0.0/24', 'vpce', 'prefix-list'),
      route('172.31.0.0/24', 'vgw', 'propagated'),
    ]
    expect(targetOf([learned, listed, written], '172.31.0.9')).toBe('igw')
    expect(targetOf([learned, listed], '172.31.0.9')).toBe('vpce')
  })

  test('inside the VPC is local, though a propagated prefix be longer', () => {
    expect(targetOf([local, route('10.0.8.0/24', 'vgw', 'propagated')], '10.0.8.1')).toBe('local')
  })

  test('does not exist for the other family or beyond every block', () => {
    expect(targetOf([route('0.0.0.0/0', 'igw')], '2001:db8::1')).toBeNull()
    expect(targetOf([local], '10.1.0.1')).toBeNull()
  })

  test('does not depend on the order of the table', () => {
    fc.assert(
      fc.property(
        someRoutes,
        fc.constantFrom('10.0.8.1', '172.31.0.9', '172.20.0.1', '8.8.8.8'),
        (routes, to) => {
          const [forwards, backwards] = [routes, routes.toReversed()].map((list) =>
            chooseRoute(list, address(to)),
          )
          expect(forwards).toEqual(backwards)
        },
      ),
    )
  })

  test('is never shorter than another that leads there, unless local', () => {
    fc.assert(
      fc.property(someRoutes, (routes) => {
        const chosen = chooseRoute(routes, address('172.31.0.9'))
        const prefixes = routes
          .filter(({ destination }) => formatCidr(destination).startsWith('172.31.0.0'))
          .map(({ destination }) => destination.prefix)
        expect(chosen?.destination.prefix ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...prefixes))
      }),
    )
  })
})

describe('the route of a transit gateway', () => {
  const transit = (destination: string, target: string, rank: number): TransitRoute => ({
    destination: block(destination),
    target,
    rank,
  })
  const routes = [
    transit('10.0.0.0/8', 'vpn', 3),
    transit('10.0.0.0/8', 'dx', 2),
    transit('10.0.0.0/8', 'vpc', 1),
    transit('10.0.0.0/8', 'blackhole', 0),
    transit('10.9.0.0/16', 'vpn', 3),
  ]

  test.each([
    [routes, 'blackhole'],
    [routes.slice(0, 3), 'vpc'],
    [routes.slice(0, 2), 'dx'],
    [routes.slice(0, 1), 'vpn'],
    [[], undefined],
  ])('between equal destinations goes by the kind of route (%#)', (list, target) => {
    expect(chooseTransitRoute(list, address('10.1.1.1'))?.target).toBe(target)
  })

  test('is the longest prefix first', () => {
    expect(chooseTransitRoute(routes, address('10.9.1.1'))?.target).toBe('vpn')
  })
})
