import { type Address, contains } from './cidr.ts'
import type { RouteEntry, RouteOrigin, TransitRoute } from './network.ts'

const preference: Readonly<Record<RouteOrigin, number>> = {
  local: 0,
  static: 1,
  'prefix-list': 2,
  propagated: 3,
}

const first = <T>(routes: readonly T[], compare: (left: T, right: T) => number): T | null =>
  [...routes].sort(compare)[0] ?? null

const byTarget = (left: { readonly target: string }, right: { readonly target: string }): number =>
  left.target < right.target ? -1 : Number(left.target > right.target)

/**
 * The route that a VPC's table takes: the longest prefix; between equal ones local before static before prefix list
 * before propagated. Propagated routes inside the VPC's own blocks never count, however long their prefix.
 *
 * @returns the route, or null when none leads there
 * @see Amazon VPC user guide, How route priority works; AWS Site-to-Site VPN user guide, Route tables and route priority
 * @example chooseRoute([], { family: 4, value: 1n }) // null
 */
export function chooseRoute(routes: readonly RouteEntry[], destination: Address): RouteEntry | null {
  const leading = routes.filter((route) => contains(route.destination, destination))
  const isOwn = leading.some(({ origin }) => origin === 'local')
  return first(
    leading.filter(({ origin }) => !(isOwn && origin === 'propagated')),
    (left, right) =>
      right.destination.prefix - left.destination.prefix ||
      preference[left.origin] - preference[right.origin] ||
      byTarget(left, right),
  )
}

/**
 * The route that a table of a transit gateway takes: the longest prefix; between equal ones static before those that
 * VPCs, Direct Connect and VPN propagate, in this order.
 *
 * @returns the route, or null when none leads there
 * @see Amazon VPC Transit Gateways guide, How transit gateways work (Route evaluation order)
 * @example chooseTransitRoute([], { family: 4, value: 1n }) // null
 */
export const chooseTransitRoute = (
  routes: readonly TransitRoute[],
  destination: Address,
): TransitRoute | null =>
  first(
    routes.filter((route) => contains(route.destination, destination)),
    (left, right) =>
      right.destination.prefix - left.destination.prefix || left.rank - right.rank || byTarget(left, right),
  )
