import { chooseRoute } from '../../cloud/network/choose-route.ts'
import { type Address, contains, parseAddress } from '../../cloud/network/cidr.ts'
import type { RouteEntry } from '../../cloud/network/network.ts'
import { blockOf } from '../network/blocks.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Case, ListedRoute, RouteScenario } from './sample.ts'

type Entry = RouteEntry & { readonly isNew: boolean }
type Choose = (routes: readonly Entry[], destination: Address, scenario: RouteScenario) => RouteEntry | null

const entryOf = ({ destination, target, origin, isNew = false }: ListedRoute): Entry => ({
  destination: blockOf(destination),
  target,
  origin,
  isNew,
})

const addressOf = (text: string): Address => {
  const address = parseAddress(text)
  if (address === null) throw new RangeError(`${text} is no address.`)
  return address
}

/** The target that packets to an address take, as the network model chooses it. */
export const targetIn = (routes: readonly ListedRoute[], address: string): string | null =>
  chooseRoute(routes.map(entryOf), addressOf(address))?.target ?? null

type Sight = {
  readonly choose?: Choose
  /** The table that the belief expects from a change. */
  readonly view?: (after: readonly ListedRoute[], scenario: RouteScenario) => readonly ListedRoute[]
  /** True for a belief that looks at the traffic of the story alone. */
  readonly firstAlone?: boolean
  /** What a change touches beside the table, where the belief takes that to be enough. */
  readonly trusts?: string
}

/** The changes after which packets go where they should, of tables in which they did not. */
const mending =
  ({ choose = chooseRoute, view = (after) => after, firstAlone = false, trusts }: Sight = {}) =>
  (scenario: RouteScenario): Answers => {
    const wanted = firstAlone ? scenario.wanted.slice(0, 1) : scenario.wanted
    const isFine = (routes: readonly ListedRoute[]): boolean => {
      const entries = routes.map(entryOf)
      return wanted.every(
        ({ address, target }) => choose(entries, addressOf(address), scenario)?.target === target,
      )
    }
    return isFine(scenario.routes)
      ? []
      : scenario.changes
          .filter(
            ({ after, beside }) =>
              isFine(view(after, scenario)) || (beside !== undefined && beside === trusts),
          )
          .map(({ id }) => id)
  }

/** The changes that lead packets where they should go. */
export const solveRoute = mending()

const matching = (routes: readonly Entry[], destination: Address): Entry[] =>
  routes.filter((route) => contains(route.destination, destination))

/** Routes of one kind are asked first, the others where none of them leads there. */
const preferring =
  (isPreferred: (route: Entry, scenario: RouteScenario) => boolean): Choose =>
  (routes, destination, scenario) =>
    chooseRoute(
      routes.filter((route) => isPreferred(route, scenario)),
      destination,
    ) ?? chooseRoute(routes, destination)

const broadest: Choose = (routes, destination) =>
  matching(routes, destination)
    .filter(({ destination: { prefix } }) => prefix > 0)
    .toSorted((left, right) => left.destination.prefix - right.destination.prefix)[0] ?? null

/** A route for the senders' own block catches what they send. */
const bySource: Choose = (routes, destination, { own }) => {
  const source = addressOf(own.split('/')[0] ?? '')
  return (
    routes.find(
      (route) =>
        route.isNew &&
        contains(route.destination, source) &&
        route.origin === 'static' &&
        route.destination.prefix >= 24,
    ) ?? chooseRoute(routes, destination)
  )
}

/** Propagation that is turned off takes the route away that disturbed, and leaves the others. */
const stopsOneRoute: Sight['view'] = (after, { routes, narrow }) =>
  after.some(({ origin }) => origin === 'propagated')
    ? after
    : [
        ...after,
        ...routes.filter(({ origin, destination }) => origin === 'propagated' && destination !== narrow),
      ]

const belief = (
  id: string,
  statement: string,
  about: readonly Case[],
  sight: Sight,
): Misconception<RouteScenario> => {
  const solve = mending(sight)
  return { id, statement, solve: (scenario) => (about.includes(scenario.kind) ? solve(scenario) : []) }
}

/** Beliefs about how a route is chosen. */
export const routeMisconceptions: readonly Misconception<RouteScenario>[] = [
  belief(
    'first-listed',
    'A route table is read from top to bottom, and the first specific route that matches is taken.',
    ['takeover', 'bypass', 'tie'],
    {
      choose: (routes, destination) =>
        matching(routes, destination).find((one) => one.destination.prefix > 0) ?? null,
    },
  ),
  belief(
    'newest-wins',
    'Of several routes that match, the one that was added last is taken.',
    ['takeover', 'bypass', 'tie'],
    {
      choose: preferring(({ isNew }) => isNew),
      firstAlone: true,
    },
  ),
  belief(
    'default-decides',
    'What leaves the subnet takes the default route.',
    ['takeover', 'bypass', 'east-west', 'tie'],
    { choose: preferring(({ destination }) => destination.prefix === 0), firstAlone: true },
  ),
  belief(
    'stops-one-route',
    'Turning off route propagation removes the disturbing route and keeps the other learned ones.',
    ['takeover'],
    { view: stopsOneRoute },
  ),
  belief('broadest-first', 'Among specific routes the one that covers most addresses is taken.', ['tie'], {
    choose: broadest,
    firstAlone: true,
  }),
  belief(
    'static-over-local',
    'A static route outranks the local route, whatever its prefix.',
    ['east-west'],
    {
      choose: preferring(({ origin, destination }) => origin === 'static' && destination.prefix > 0),
    },
  ),
  belief('source-decides', 'A route names the block that packets come from.', ['east-west'], {
    choose: bySource,
    firstAlone: true,
  }),
  belief(
    'rules-draw-traffic',
    'A firewall rule for a range draws the traffic of that range to the firewall.',
    ['bypass', 'east-west'],
    { trusts: 'firewall rule' },
  ),
  belief(
    'attributes-beat-static',
    'BGP attributes decide between a propagated and a static route.',
    ['tie'],
    {
      trusts: 'path attributes',
    },
  ),
]
