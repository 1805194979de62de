import { type Address, type Cidr, contains } from './cidr.ts'

/**
 * A route to an on-premises network as a virtual private gateway knows it. `asPath` is the number of autonomous systems on
 * the way, `med` the multi-exit discriminator (0 when absent); both are BGP's. `preference` is the local preference that a
 * community asks for on Direct Connect, medium when absent.
 */
export type HybridRoute = {
  readonly id: string
  readonly destination: Cidr
  readonly link: 'direct-connect' | 'vpn-static' | 'vpn-bgp'
  readonly preference?: 'low' | 'medium' | 'high'
  readonly asPath?: number
  readonly med?: number
}

/** What told the routes apart. */
export type HybridReason =
  | 'only-route'
  | 'longest-prefix'
  | 'kind-of-link'
  | 'local-preference'
  | 'shortest-as-path'
  | 'lowest-med'
  | 'equal'

/** The chosen routes (several when nothing tells them apart, and traffic may take any), and what decided. */
export type HybridChoice = { readonly routes: readonly HybridRoute[]; readonly because: HybridReason }

const linkOrder = { 'direct-connect': 0, 'vpn-static': 1, 'vpn-bgp': 2 } as const
const preferenceOrder = { high: 0, medium: 1, low: 2 } as const

/** Criteria in the order in which they are asked; the lowest value wins each. */
const criteria: readonly (readonly [HybridReason, (route: HybridRoute) => number])[] = [
  ['longest-prefix', ({ destination }) => -destination.prefix],
  ['kind-of-link', ({ link }) => linkOrder[link]],
  ['local-preference', ({ preference }) => preferenceOrder[preference ?? 'medium']],
  ['shortest-as-path', ({ asPath }) => asPath ?? 0],
  ['lowest-med', ({ med }) => med ?? 0],
]

/**
 * The way from a VPC to an on-premises address: longest prefix, then Direct Connect before static VPN before BGP over VPN,
 * then local preference, then the shortest AS path, then the lowest multi-exit discriminator.
 *
 * @returns the choice, or null when no route leads there
 * @see AWS Site-to-Site VPN user guide, Route tables and route priority; AWS Direct Connect user guide, Routing policies
 * and BGP communities
 * @example chooseHybridRoute([], { family: 4, value: 1n }) // null
 */
export function chooseHybridRoute(routes: readonly HybridRoute[], destination: Address): HybridChoice | null {
  let left = routes.filter((route) => contains(route.destination, destination))
  if (left.length === 0) return null
  if (left.length === 1) return { routes: left, because: 'only-route' }
  for (const [because, measure] of criteria) {
    const best = Math.min(...left.map(measure))
    left = left.filter((route) => measure(route) === best)
    if (left.length === 1) return { routes: left, because }
  }
  return { routes: left, because: 'equal' }
}
