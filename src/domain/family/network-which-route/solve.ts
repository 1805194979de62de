import { chooseRoute } from '../../cloud/network/choose-route.ts'
import { type Address, contains, parseAddress } from '../../cloud/network/cidr.ts'
import type { RouteEntry } from '../../cloud/network/network.ts'
import { blockOf } from '../network/blocks.ts'
import type { Answers, Misconception } from '../types.ts'
import type { RouteScenario } from './sample.ts'

type Choose = (routes: readonly RouteEntry[], destination: Address) => RouteEntry | null

/** The routes of a scenario as the network model takes them, in the order in which they are listed. */
export const entriesOf = ({ routes }: RouteScenario): readonly RouteEntry[] =>
  routes.map(({ destination, target, origin }) => ({ destination: blockOf(destination), target, origin }))

/** The address that packets are sent to. @throws RangeError for a text that is no address */
export function addressOf({ destination }: RouteScenario): Address {
  const address = parseAddress(destination)
  if (address === null) throw new RangeError(`${destination} is no address.`)
  return address
}

const choosing =
  (choose: Choose) =>
  (scenario: RouteScenario): Answers => {
    const route = choose(entriesOf(scenario), addressOf(scenario))
    return route === null ? [] : [route.target]
  }

/** The target that packets take. */
export const solveRoute = choosing(chooseRoute)

/** Routes of one kind are asked first, the others where none of them leads there. */
const preferring =
  (isPreferred: (route: RouteEntry) => boolean): Choose =>
  (routes, destination) =>
    chooseRoute(routes.filter(isPreferred), destination) ?? chooseRoute(routes, destination)

const toWholeOctets = ({ destination, ...route }: RouteEntry): RouteEntry => {
  const prefix = Math.ceil(destination.prefix / 8) * 8
  return { ...route, destination: { ...destination, prefix } }
}

/** Beliefs about how a route is chosen. */
export const routeMisconceptions: readonly Misconception<RouteScenario>[] = [
  {
    id: 'first-listed',
    statement: 'A route table is read from top to bottom, and the first route that matches is taken.',
    solve: choosing(
      (routes, destination) => routes.find((route) => contains(route.destination, destination)) ?? null,
    ),
  },
  {
    id: 'static-first',
    statement: 'A static route is taken before any propagated route, however long the prefixes are.',
    solve: choosing(preferring(({ origin }) => origin !== 'propagated')),
  },
  {
    id: 'propagated-first',
    statement: 'A route that was learned through propagation is taken before static routes.',
    solve: choosing(preferring(({ origin }) => origin === 'propagated')),
  },
  {
    id: 'default-for-outside',
    statement: 'Whatever is not local takes the default route.',
    solve: choosing(preferring(({ destination, origin }) => origin === 'local' || destination.prefix === 0)),
  },
  {
    id: 'whole-octets',
    statement: 'A prefix covers addresses whose octets are the same, so 10.4.6.0/23 ends with 10.4.6.255.',
    solve: choosing((routes, destination) => chooseRoute(routes.map(toWholeOctets), destination)),
  },
  {
    id: 'broadest-first',
    statement: 'Among specific routes the one that covers most addresses is taken.',
    solve: choosing(
      (routes, destination) =>
        routes
          .filter((route) => route.destination.prefix > 0 && contains(route.destination, destination))
          .toSorted((left, right) => left.destination.prefix - right.destination.prefix)[0] ?? null,
    ),
  },
]
