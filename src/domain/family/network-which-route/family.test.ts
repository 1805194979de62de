import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { whichRouteModel } from './family.ts'
import { type ListedRoute, type RouteScenario, sampleRoutes } from './sample.ts'
import { solveRoute, targetIn } from './solve.ts'

const priority = 'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html'

/** A table that gets one route more, and where packets should go then. */
const documented = (address: string, routes: readonly ListedRoute[], added: ListedRoute): RouteScenario => {
  const table: readonly ListedRoute[] = [
    { destination: '10.0.0.0/16', target: 'local', origin: 'local' },
    ...routes,
  ]
  const goal = { address, target: added.target }
  return {
    ...sampleRoutes(seededRandom('documented')),
    routes: table,
    wanted: [goal, goal],
    changes: [{ id: 'added', text: '', after: [...table, added] }],
  }
}

const targetByLibrary = (routes: readonly ListedRoute[], text: string): string | undefined => {
  const address = ipaddr.parse(text)
  const ranks = { local: 0, static: 1, propagated: 2 }
  const leading = routes.filter(({ destination }) => address.match(ipaddr.parseCIDR(destination)))
  const isOwn = leading.some(({ origin }) => origin === 'local')
  return leading
    .filter(({ origin }) => !(isOwn && origin === 'propagated'))
    .sort(
      (a, b) =>
        ipaddr.parseCIDR(b.destination)[1] - ipaddr.parseCIDR(a.destination)[1] ||
        ranks[a.origin] - ranks[b.origin],
    )[0]?.target
}

const byLibrary = ({ changes, wanted }: RouteScenario): string[] =>
  changes
    .filter(({ after }) => wanted.every(({ address, target }) => targetByLibrary(after, address) === target))
    .map(({ id }) => id)

tryFamily(whichRouteModel, {
  secondRoute: byLibrary,
  golden: [
    {
      name: 'a peering route is more specific than the default route',
      page: priority,
      scenario: documented('172.31.4.9', [{ destination: '0.0.0.0/0', target: 'igw', origin: 'static' }], {
        destination: '172.31.0.0/16',
        target: 'pcx',
        origin: 'static',
      }),
      answers: ['added'],
    },
    {
      name: 'a static route outranks a propagated one to the same destination',
      page: priority,
      scenario: documented(
        '172.31.0.17',
        [{ destination: '172.31.0.0/24', target: 'vgw', origin: 'propagated' }],
        { destination: '172.31.0.0/24', target: 'igw', origin: 'static' },
      ),
      answers: ['added'],
    },
  ],
})

describe('routes of a table', () => {
  test('a longer propagated route wins against a shorter static one', () => {
    const routes: readonly ListedRoute[] = [
      { destination: '10.200.0.0/16', target: 'tgw', origin: 'static' },
      { destination: '10.200.6.0/23', target: 'vgw', origin: 'propagated' },
    ]
    expect(targetIn(routes, '10.200.7.7')).toBe('vgw')
  })

  test('the first change of each scenario is the one that helps', () => {
    for (let seed = 0; seed < 100; seed++) {
      const scenario = sampleRoutes(seededRandom(`first ${seed}`))
      expect(solveRoute(scenario)).toEqual([scenario.changes[0]?.id])
    }
  })
})
