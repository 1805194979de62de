import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { around, numberOfAddress } from '../network/blocks.ts'
import { between, chance } from '../parts/draw.ts'
import type { ListedRoute, RouteGround, Target } from './sample.ts'

/** What a colleague proposes, and the route table as it would be afterwards. */
export type RouteChange = {
  readonly id: string
  readonly text: string
  readonly after: readonly ListedRoute[]
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
  text: `Delete the static route for ${destination} to ${targetNames[target]}`,
  after: routes.filter((route) => route.destination !== destination || route.target !== target),
})

const retarget = (routes: readonly ListedRoute[], destination: string, target: Target): RouteChange => ({
  id: `retarget ${destination}`,
  text:
    destination === '0.0.0.0/0'
      ? `Change the target of the default route to ${targetNames[target]}`
      : `Change the target of the route for ${destination} to ${targetNames[target]}`,
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
    text: `Recreate the table with the ${destination} route to ${targetNames[target]} as its first entry`,
    after: [...routes.filter(isMeant), ...routes.filter((route) => !isMeant(route))],
  }
}

const stopPropagation = (routes: readonly ListedRoute[]): RouteChange => ({
  id: 'stop propagation',
  text: 'Turn off route propagation from the virtual private gateway in the route table',
  after: routes.filter(({ origin }) => origin !== 'propagated'),
})

const propagateAgain = (routes: readonly ListedRoute[]): RouteChange => ({
  id: 'propagate again',
  text: 'Turn route propagation from the virtual private gateway off and on again',
  after: routes.map((route) => (route.origin === 'propagated' ? { ...route, isNew: true } : route)),
})

/** Longer prefixes that the other side announces: both halves of a block. */
function announceHalves(routes: readonly ListedRoute[], block: string): RouteChange {
  const first = numberOfAddress(block.split('/')[0] ?? '')
  const halves = [first, first + 2 ** 15].map((start) => around(start, 17))
  return {
    id: 'announce halves',
    text: `Advertise ${halves.join(' and ')} from the on-premises routers as well`,
    after: [
      ...routes,
      ...halves.map(
        (destination) => ({ destination, target: 'vgw', origin: 'propagated', isNew: true }) as const,
      ),
    ],
  }
}

/** What colleagues propose: one change that helps, and others that help where routing is misunderstood. */
export function changesFor(ground: RouteGround, random: SeededRandom): readonly RouteChange[] {
  const { kind, routes, broad, narrow, wanted, own } = ground
  const address = numberOfAddress(wanted[0].address)
  const between16AndNarrow = around(address, between(random, 17, 19))
  switch (kind) {
    case 'takeover':
      return [
        add(routes, narrow, 'tgw'),
        add(routes, between16AndNarrow, 'tgw'),
        lift(routes, broad, 'tgw'),
        stopPropagation(routes),
        retarget(routes, '0.0.0.0/0', 'tgw'),
      ]
    case 'bypass':
      return [
        chance(random, 0.5) ? remove(routes, narrow, 'pcx') : retarget(routes, narrow, 'gwlbe'),
        add(routes, between16AndNarrow, 'gwlbe'),
        lift(routes, broad, 'gwlbe'),
        retarget(routes, '0.0.0.0/0', 'gwlbe'),
      ]
    case 'east-west':
      return [
        add(routes, narrow, 'gwlbe'),
        add(routes, around(address, between(random, 9, 11)), 'gwlbe'),
        add(routes, own, 'gwlbe'),
        retarget(routes, '0.0.0.0/0', 'gwlbe'),
      ]
    case 'tie':
      return [
        chance(random, 0.5) ? remove(routes, broad, 'tgw') : announceHalves(routes, broad),
        add(routes, around(address, between(random, 9, 12)), 'vgw'),
        lift(routes, broad, 'vgw'),
        propagateAgain(routes),
        retarget(routes, '0.0.0.0/0', 'vgw'),
      ]
  }
}
