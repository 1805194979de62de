import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { around, numberOfAddress } from '../network/blocks.ts'
import { between, chance } from '../parts/draw.ts'
import type { ListedRoute, RouteGround, Target } from './sample.ts'

/** What a colleague proposes, and the route table as it would be afterwards. */
export type RouteChange = {
  readonly id: string
  readonly text: string
  readonly after: readonly ListedRoute[]
  /** What the change touches beside the route table, which stays as it is then. */
  readonly beside?: string
}

/** Targets as prose names them. */
export const targetNames: Readonly<Record<Target, string>> = {
  local: 'the local target',
  igw: 'the internet gateway',
  nat: 'the NAT gateway',
  tgw: 'the transit gateway',
  pcx: 'the peering connection',
  vgw: 'the virtual private gateway',
  gwlbe: 'the firewall endpoint',
}

const add = (routes: readonly ListedRoute[], destination: string, target: Target): RouteChange => ({
  id: `add ${destination}`,
  text: `Add a static route for ${destination} to ${targetNames[target]}`,
  after: [...routes, { destination, target, origin: 'static', isNew: true }],
})

const remove = (routes: readonly ListedRoute[], destination: string, target: Target): RouteChange => ({
  id: `remove ${destination}`,
  text: `Delete the route for ${destination} to ${targetNames[target]}`,
  after: routes.filter((route) => route.destination !== destination || route.target !== target),
})

const retarget = (routes: readonly ListedRoute[], destination: string, target: Target): RouteChange => ({
  id: `retarget ${destination}`,
  text:
    destination === '0.0.0.0/0'
      ? `Point the default route at ${targetNames[target]}`
      : `Point the route for ${destination} at ${targetNames[target]}`,
  after: routes.map((route) =>
    route.destination === destination && route.origin === 'static' ? { ...route, target } : route,
  ),
})

/** Another order of the list, which the service does not keep. */
function lift(routes: readonly ListedRoute[], destination: string, target: Target): RouteChange {
  const isMeant = (route: ListedRoute): boolean =>
    route.destination === destination && route.target === target
  return {
    id: `lift ${destination}`,
    text: `Recreate the route table with the ${destination} route to ${targetNames[target]} in first place`,
    after: [...routes.filter(isMeant), ...routes.filter((route) => !isMeant(route))],
  }
}

const stopPropagation = (routes: readonly ListedRoute[]): RouteChange => ({
  id: 'stop propagation',
  text: 'Turn off route propagation from the virtual private gateway',
  after: routes.filter(({ origin }) => origin !== 'propagated'),
})

const propagateAgain = (routes: readonly ListedRoute[]): RouteChange => ({
  id: 'propagate again',
  text: 'Turn route propagation from the virtual private gateway off and on',
  after: routes.map((route) => (route.origin === 'propagated' ? { ...route, isNew: true } : route)),
})

/** Longer prefixes that the other side announces: both halves of a block. */
function announceHalves(routes: readonly ListedRoute[], block: string): RouteChange {
  const first = numberOfAddress(block.split('/')[0] ?? '')
  const halves = [first, first + 2 ** 15].map((start) => around(start, 17))
  return {
    id: 'announce halves',
    text: `Announce the two halves, ${halves.join(' and ')}, from the data center routers`,
    after: [
      ...routes,
      ...halves.map(
        (destination) => ({ destination, target: 'vgw', origin: 'propagated', isNew: true }) as const,
      ),
    ],
  }
}

/** The same route once more, as the last that was added. */
const addAgain = (routes: readonly ListedRoute[], destination: string, target: Target): RouteChange => ({
  id: `again ${destination}`,
  text: `Delete the ${destination} route to ${targetNames[target]}, and add it again`,
  after: [
    ...routes.filter((route) => route.destination !== destination || route.target !== target),
    { destination, target, origin: 'static', isNew: true },
  ],
})

/** A route that the other side no longer announces. */
const withdraw = (routes: readonly ListedRoute[], destination: string, site: string): RouteChange => ({
  id: `withdraw ${destination}`,
  text: `Stop announcing ${destination} from the router at ${site}`,
  after: routes.filter((route) => route.destination !== destination || route.origin !== 'propagated'),
})

const beside = (routes: readonly ListedRoute[], what: string, text: string): RouteChange => ({
  id: what,
  text,
  after: routes,
  beside: what,
})

const larger = (routes: readonly ListedRoute[], destination: string, target: Target): RouteChange => ({
  ...add(routes, destination, target),
  text: `Add a static route for ${destination}, a larger block, to ${targetNames[target]}`,
})

/** What colleagues propose: one change that helps, and others that help where routing is misunderstood. */
export function changesFor(ground: RouteGround, random: SeededRandom): readonly RouteChange[] {
  const { kind, routes, broad, narrow, wanted, own, story } = ground
  const around9To11 = around(numberOfAddress(wanted[0].address), between(random, 9, 11))
  switch (kind) {
    case 'takeover':
      return [
        chance(random, 0.5) ? add(routes, narrow, 'tgw') : withdraw(routes, narrow, story.site),
        addAgain(routes, broad, 'tgw'),
        lift(routes, broad, 'tgw'),
        stopPropagation(routes),
        retarget(routes, '0.0.0.0/0', 'tgw'),
      ]
    case 'bypass':
      return [
        chance(random, 0.5) ? remove(routes, narrow, 'pcx') : retarget(routes, narrow, 'gwlbe'),
        addAgain(routes, broad, 'gwlbe'),
        lift(routes, broad, 'gwlbe'),
        retarget(routes, '0.0.0.0/0', 'gwlbe'),
        beside(routes, 'firewall rule', `Add a rule for ${narrow} to the policy of the firewalls`),
      ]
    case 'east-west':
      return [
        add(routes, narrow, 'gwlbe'),
        larger(routes, around9To11, 'gwlbe'),
        {
          ...add(routes, own, 'gwlbe'),
          text: `Add a static route for ${own}, the callers, to the firewall endpoint`,
        },
        retarget(routes, '0.0.0.0/0', 'gwlbe'),
        beside(routes, 'firewall rule', `Add a rule for ${narrow} to the policy of the firewalls`),
      ]
    case 'tie':
      return [
        chance(random, 0.5) ? remove(routes, broad, 'tgw') : announceHalves(routes, broad),
        larger(routes, around9To11, 'vgw'),
        lift(routes, broad, 'vgw'),
        propagateAgain(routes),
        retarget(routes, '0.0.0.0/0', 'vgw'),
        beside(
          routes,
          'path attributes',
          `Announce ${broad} with a shorter AS path from the data center routers`,
        ),
      ]
  }
}
