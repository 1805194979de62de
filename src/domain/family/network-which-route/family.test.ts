import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import { tryFamily } from '../family-kit.fixture.ts'
import { whichRouteModel } from './family.ts'
import type { ListedRoute, RouteScenario } from './sample.ts'
import { solveRoute } from './solve.ts'

const priority = 'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html'

const documented = (destination: string, routes: readonly ListedRoute[]): RouteScenario => ({
  ...whichRouteModel.sample({ next: () => 0, integer: () => 0 }, {} as never),
  destination,
  routes: [{ destination: '10.0.0.0/16', target: 'local', origin: 'local' }, ...routes],
})

const byLibrary = ({ routes, destination }: RouteScenario): string[] => {
  const address = ipaddr.parse(destination)
  const ranks = { local: 0, static: 1, propagated: 2 }
  const own = routes.some(
    ({ origin, destination: block }) => origin === 'local' && address.match(ipaddr.parseCIDR(block)),
  )
  const [best] = routes
    .filter((route) => address.match(ipaddr.parseCIDR(route.destination)))
    .filter(({ origin }) => !(own && origin === 'propagated'))
    .sort(
      (a, b) =>
        ipaddr.parseCIDR(b.destination)[1] - ipaddr.parseCIDR(a.destination)[1] ||
        ranks[a.origin] - ranks[b.origin],
    )
  return best === undefined ? [] : [best.target]
}

tryFamily(whichRouteModel, {
  secondRoute: byLibrary,
  golden: [
    {
      name: 'a peering route is more specific than the default route',
      page: priority,
      scenario: documented('172.31.4.9', [
        { destination: '172.31.0.0/16', target: 'pcx', origin: 'static' },
        { destination: '0.0.0.0/0', target: 'igw', origin: 'static' },
      ]),
      answers: ['pcx'],
    },
    {
      name: 'a static route outranks a propagated one to the same destination',
      page: priority,
      scenario: documented('172.31.0.17', [
        { destination: '172.31.0.0/24', target: 'vgw', origin: 'propagated' },
        { destination: '172.31.0.0/24', target: 'igw', origin: 'static' },
      ]),
      answers: ['igw'],
    },
  ],
})

describe('routes of a table', () => {
  test('a longer propagated route wins against a shorter static one', () => {
    const scenario = documented('10.200.7.7', [
      { destination: '10.200.0.0/16', target: 'tgw', origin: 'static' },
      { destination: '10.200.6.0/23', target: 'vgw', origin: 'propagated' },
    ])
    expect(solveRoute(scenario)).toEqual(['vgw'])
  })
})
